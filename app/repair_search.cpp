#include "app/repair_search.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "data/write/repaired.h"
#include "engine/problem/compile.h"
#include "scheduler/explain/obstruction.h"

namespace app {
namespace {

using scheduler::Answer;
using scheduler::Candidate;
using scheduler::Items;

constexpr std::size_t kMostRepairs = 3;
constexpr std::size_t kMostChanges = 3;   // more at once is another gathering
constexpr double kSecondsForPart = 0.5;   // one question about the items of a conflict
constexpr double kSecondsForWhole = 2.0;  // … about all of them

constexpr engine::Words kAnd{"{0}, et {1}", "{0}, and {1}"};

/// Changes that go by degrees in one row each, from the smallest step; the others alone.
std::vector<std::vector<Candidate>> in_rows(const std::vector<Candidate>& candidates) {
  std::vector<std::vector<Candidate>> rows;
  std::map<std::string, std::size_t> row_of;
  for (const auto& candidate : candidates) {
    if (candidate.by_degrees) {
      const auto [known, is_new] = row_of.emplace(candidate.family, rows.size());
      if (!is_new) {
        rows[known->second].push_back(candidate);
        continue;
      }
    }
    rows.push_back({candidate});
  }
  return rows;
}

/// The first of [low, high] for which `good` holds, given that it does for `high` and for all after
/// the first.
template <class F>
std::size_t first_good(std::size_t low, std::size_t high, F good) {
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    if (good(middle))
      high = middle;
    else
      low = middle + 1;
  }
  return high;
}

}  // namespace

std::optional<scheduler::Core> core_among(const engine::Gathering& gathering,
                                          const Items& suspects,
                                          scheduler::Oracle& oracle) {
  if (oracle.ask(gathering, kSecondsForPart) == Answer::NoPlan && !oracle.conflicts().empty()) {
    engine::Diagnostics ignored;
    const auto problem = engine::compile(gathering, ignored);
    const auto conflict = oracle.conflicts().front();
    scheduler::Core core{scheduler::items_of(gathering, *problem, conflict), true};
    const auto part = scheduler::part_of(gathering, core.items);
    if (oracle.ask(part, kSecondsForPart) == Answer::NoPlan) return core;
    return scheduler::find_core(gathering, core.items, oracle);
  }
  auto core = scheduler::find_core(gathering, suspects, oracle);
  if (core.items.empty()) return {};
  return core;
}

engine::Repair RepairSearch::Attempt::whole(std::size_t with_step) const {
  auto repair = before;
  const auto& last = steps[with_step].repair;
  repair.cost += last.cost;
  repair.text = repair.text.empty() ? last.text : engine::say(kAnd, repair.text, last.text);
  repair.changes.insert(repair.changes.end(), last.changes.begin(), last.changes.end());
  return repair;
}

bool RepairSearch::Attempt::later_than(const Attempt& other) const {
  const auto key = [](const Attempt& a) {
    const bool single = a.families.size() == 1 && a.stage != Stage::Failed;
    return std::tuple(!single, a.unlikely(), a.cost(), a.order);
  };
  return key(*this) > key(other);
}

std::vector<engine::Repair> RepairSearch::run(const Found& first) {
  list({}, {}, hopeless_.gathering, first);
  const auto enough = [&] {
    return found_.size() >= kMostRepairs || oracle_.over() ||
           (!found_.empty() && oracle_.half_over());
  };
  while (!queue_.empty() && !enough()) {
    auto attempt = queue_.top();
    queue_.pop();
    if (!says_nothing_new(attempt)) advance(std::move(attempt));
  }
  std::stable_sort(
      found_.begin(), found_.end(), [](const auto& a, const auto& b) { return a.cost < b.cost; });
  return std::move(found_);
}

void RepairSearch::list(const engine::Repair& before,
                        const std::set<std::string>& families,
                        const engine::Gathering& gathering,
                        const Found& found) {
  for (auto& steps :
       in_rows(scheduler::candidates_of(gathering, found.core.items, found.conflict))) {
    if (families.contains(steps.front().family)) continue;
    Attempt attempt;
    attempt.before = before;
    attempt.families = families;
    attempt.families.insert(steps.front().family);
    attempt.steps = std::move(steps);
    attempt.core = found.core.items;
    attempt.order = ++listed_;
    queue_.push(std::move(attempt));
  }
}

void RepairSearch::advance(Attempt attempt) {
  using Stage = Attempt::Stage;
  if (attempt.stage == Stage::Failed) return expand(attempt);
  if (attempt.stage == Stage::Listed) {
    if (!frees(attempt)) return;
    attempt.stage = Stage::Frees;
  } else if (gives_a_plan(attempt)) {
    found_.push_back(attempt.whole(attempt.step));
    families_.push_back(attempt.families);
    return;
  } else {
    if (attempt.families.size() >= kMostChanges) return;
    attempt.stage = Stage::Failed;
  }
  queue_.push(std::move(attempt));
}

bool RepairSearch::frees(Attempt& attempt) {
  const auto good = [&](std::size_t step) {
    const auto gathering = changed(attempt.whole(step));
    if (!gathering) return false;
    const auto part = scheduler::part_of(*gathering, attempt.core);
    return oracle_.ask(part, kSecondsForPart) == Answer::Plan;
  };
  const auto last = attempt.steps.size() - 1;
  if (!good(last)) return false;
  attempt.step = first_good(0, last, good);
  return true;
}

bool RepairSearch::gives_a_plan(Attempt& attempt) {
  const auto good = [&](std::size_t step) {
    const auto gathering = changed(attempt.whole(step));
    return gathering && oracle_.ask(*gathering, kSecondsForWhole) == Answer::Plan;
  };
  if (good(attempt.step)) return true;
  const auto last = attempt.steps.size() - 1;
  if (attempt.step == last || !good(last)) return false;
  attempt.step = first_good(attempt.step + 1, last, good);
  return true;
}

void RepairSearch::expand(const Attempt& attempt) {
  const auto made = attempt.whole(attempt.step);
  const auto gathering = changed(made);
  if (!gathering) return;
  const auto core = core_among(*gathering, {}, oracle_);
  if (!core) return;
  list(made,
       attempt.families,
       *gathering,
       {*core, scheduler::obstruction_of(*gathering, *core, oracle_)});
}

bool RepairSearch::says_nothing_new(const Attempt& attempt) const {
  return std::any_of(families_.begin(), families_.end(), [&](const auto& families) {
    return std::includes(
        attempt.families.begin(), attempt.families.end(), families.begin(), families.end());
  });
}

std::optional<engine::Gathering> RepairSearch::changed(const engine::Repair& repair) const {
  const auto sources = data::repaired(hopeless_.gathering, hopeless_.sources, repair.changes);
  if (!sources) return {};
  auto reading = data::read_gathering(*sources);
  if (reading.diagnostics.has_errors()) return {};
  return std::move(reading.gathering);
}

}  // namespace app
