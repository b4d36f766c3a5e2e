#include "app/repairs.h"

#include <algorithm>
#include <map>
#include <queue>
#include <set>
#include <utility>

#include "data/write/repaired.h"
#include "engine/problem/compile.h"
#include "scheduler/explain/candidates.h"
#include "scheduler/explain/obstruction.h"

namespace app {
namespace {

using scheduler::Answer;
using scheduler::Candidate;
using scheduler::Core;
using scheduler::Items;
using scheduler::Oracle;

constexpr std::size_t kMostConflicts = 3;
constexpr std::size_t kMostRepairs = 3;
constexpr std::size_t kMostChanges = 3;   // more at once is another gathering
constexpr double kSecondsForPart = 0.5;   // one question about the items of a conflict
constexpr double kSecondsForWhole = 2.0;  // … about all of them

constexpr engine::Words kAnd{"{0}, et {1}", "{0}, and {1}"};

/// What stands in the way of one part of the gathering.
struct Found {
  Core core;
  engine::Obstruction conflict;
};

/// The first conflict among `among`; none when they have a plan, as far as can be told.
std::optional<Core> core_among(const engine::Gathering& gathering,
                               const Items& suspects,
                               Oracle& oracle) {
  if (oracle.ask(gathering, kSecondsForPart) == Answer::NoPlan && !oracle.conflicts().empty()) {
    engine::Diagnostics ignored;
    const auto problem = engine::compile(gathering, ignored);
    const auto conflict = oracle.conflicts().front();
    Core core{scheduler::items_of(gathering, *problem, conflict), true};
    const auto part = scheduler::part_of(gathering, core.items);
    if (oracle.ask(part, kSecondsForPart) == Answer::NoPlan) return core;
    return scheduler::find_core(gathering, core.items, oracle);
  }
  auto core = scheduler::find_core(gathering, suspects, oracle);
  if (core.items.empty()) return {};
  return core;
}

/// Conflicts one after another, each about items that no earlier one is about.
std::vector<Found> find_conflicts(const Hopeless& hopeless, Oracle& oracle) {
  std::vector<Found> list;
  Items left;
  for (std::size_t i = 0; i < scheduler::item_count(hopeless.gathering); ++i) left.push_back(i);
  Items suspects = hopeless.left_out;
  while (list.size() < kMostConflicts && !left.empty() && !oracle.over()) {
    const auto rest = scheduler::part_of(hopeless.gathering, left);
    if (!list.empty() && oracle.ask(rest, kSecondsForPart) == Answer::Plan) break;
    Items among;  // the suspects, as rows of the rest
    for (const auto item : suspects) {
      const auto row = std::lower_bound(left.begin(), left.end(), item);
      if (row != left.end() && *row == item)
        among.push_back(static_cast<std::size_t>(row - left.begin()));
    }
    auto core = core_among(rest, among, oracle);
    if (!core) break;
    for (auto& item : core->items) item = left[item];
    Found found{*core, scheduler::obstruction_of(hopeless.gathering, *core, oracle)};
    found.conflict.proved = found.conflict.proved || core->proved;
    std::erase_if(left, [&](std::size_t item) {
      return std::find(core->items.begin(), core->items.end(), item) != core->items.end();
    });
    list.push_back(std::move(found));
  }
  return list;
}

/// A gathering with some changes made, waiting to be tried.
struct Attempt {
  engine::Repair repair;
  std::set<std::string> families;
  std::vector<data::SourceFile> sources;
  std::size_t order = 0;
};

struct Dearer {
  bool operator()(const Attempt& a, const Attempt& b) const {
    return std::pair(a.repair.cost, a.order) > std::pair(b.repair.cost, b.order);
  }
};

class RepairSearch {
 public:
  explicit RepairSearch(Oracle& oracle) : oracle_(oracle) {}

  std::vector<engine::Repair> run(const Hopeless& hopeless, const Found& first) {
    Attempt root;
    root.sources = hopeless.sources;
    const auto candidates =
        scheduler::candidates_of(hopeless.gathering, first.core.items, first.conflict.rules);
    const auto far = by_degrees(root, hopeless.gathering, candidates);
    expand(root, hopeless.gathering, first);
    while (!queue_.empty() && found_.size() < kMostRepairs && !oracle_.over()) {
      const auto attempt = queue_.top();
      queue_.pop();
      if (!says_nothing_new(attempt)) attempt_whole(attempt);
    }
    for (const auto& attempt : far)
      if (!says_nothing_new(attempt)) found_.push_back(attempt.repair);
    std::stable_sort(
        found_.begin(), found_.end(), [](const auto& a, const auto& b) { return a.cost < b.cost; });
    if (found_.size() > kMostRepairs) found_.resize(kMostRepairs);
    return std::move(found_);
  }

 private:
  /// Of each change that goes by degrees, the cheapest step that is enough alone. One look at the
  /// dearest tells whether there is any: a day half as long as it has to be is met in a few looks,
  /// where the queue would first try every pair of small changes.
  std::vector<Attempt> by_degrees(const Attempt& root,
                                  const engine::Gathering& gathering,
                                  const std::vector<Candidate>& candidates) {
    std::map<std::string, std::vector<Candidate>> families;
    for (const auto& candidate : candidates)
      if (candidate.by_degrees) families[candidate.family].push_back(candidate);
    std::vector<Attempt> list;
    for (const auto& [family, steps] : families) {
      auto enough = steps.size();
      for (std::size_t low = 0, high = steps.size(); low < high && !oracle_.over();) {
        const auto middle = enough == steps.size() ? high - 1 : low + (high - low) / 2;
        const bool plans = has_plan(root, gathering, steps[middle]);
        if (plans) enough = high = middle;
        if (!plans) low = middle + 1;
      }
      if (enough == steps.size()) continue;
      auto sources = data::repaired(gathering, root.sources, steps[enough].repair.changes);
      if (sources) list.push_back(with(root, steps[enough], std::move(*sources)));
    }
    return list;
  }

  [[nodiscard]] bool has_plan(const Attempt& root,
                              const engine::Gathering& gathering,
                              const Candidate& candidate) {
    const auto sources = data::repaired(gathering, root.sources, candidate.repair.changes);
    if (!sources) return false;
    const auto reading = data::read_gathering(*sources);
    return !reading.diagnostics.has_errors() &&
           oracle_.ask(reading.gathering, kSecondsForWhole) == Answer::Plan;
  }

  void attempt_whole(const Attempt& attempt) {
    const auto reading = data::read_gathering(attempt.sources);
    if (reading.diagnostics.has_errors()) return;
    const auto answer = oracle_.ask(reading.gathering, kSecondsForWhole);
    if (answer == Answer::Plan) {
      found_.push_back(attempt.repair);
      families_.push_back(attempt.families);
      return;
    }
    if (answer == Answer::Wrong || attempt.repair.changes.empty() ||
        attempt.families.size() >= kMostChanges)
      return;
    const auto core = core_among(reading.gathering, {}, oracle_);
    if (!core || core->items.empty()) return;
    const Found next{*core, scheduler::obstruction_of(reading.gathering, *core, oracle_)};
    expand(attempt, reading.gathering, next);
  }

  /// Every change that gives the items of the conflict a plan among themselves.
  void expand(const Attempt& attempt, const engine::Gathering& gathering, const Found& found) {
    std::set<std::string> freed;  // families one of whose steps does: longer steps do too
    for (const auto& candidate :
         scheduler::candidates_of(gathering, found.core.items, found.conflict.rules)) {
      if (oracle_.over()) return;
      if (attempt.families.contains(candidate.family)) continue;
      auto sources = data::repaired(gathering, attempt.sources, candidate.repair.changes);
      if (!sources) continue;
      if (!freed.contains(candidate.family)) {
        const auto reading = data::read_gathering(*sources);
        if (reading.diagnostics.has_errors()) continue;
        const auto part = scheduler::part_of(reading.gathering, found.core.items);
        if (oracle_.ask(part, kSecondsForPart) != Answer::Plan) continue;
        freed.insert(candidate.family);
      }
      queue_.push(with(attempt, candidate, std::move(*sources)));
    }
  }

  Attempt with(const Attempt& before,
               const Candidate& candidate,
               std::vector<data::SourceFile> sources) {
    auto next = before;
    next.sources = std::move(sources);
    next.families.insert(candidate.family);
    next.order = ++pushed_;
    auto& repair = next.repair;
    repair.cost += candidate.repair.cost;
    repair.text = repair.text.empty() ? candidate.repair.text
                                      : engine::say(kAnd, repair.text, candidate.repair.text);
    repair.changes.insert(
        repair.changes.end(), candidate.repair.changes.begin(), candidate.repair.changes.end());
    return next;
  }

  [[nodiscard]] bool says_nothing_new(const Attempt& attempt) const {
    return std::any_of(families_.begin(), families_.end(), [&](const auto& families) {
      return std::includes(
          attempt.families.begin(), attempt.families.end(), families.begin(), families.end());
    });
  }

  Oracle& oracle_;
  std::priority_queue<Attempt, std::vector<Attempt>, Dearer> queue_;
  std::vector<engine::Repair> found_;
  std::vector<std::set<std::string>> families_;  ///< of the repairs found
  std::size_t pushed_ = 0;
};

}  // namespace

Diagnosis diagnose(const Hopeless& hopeless, const scheduler::Effort& effort) {
  auto half = effort;
  const auto now = std::chrono::steady_clock::now();
  half.until = now + (effort.until - now) / 2;
  Oracle first(half);
  const auto conflicts = find_conflicts(hopeless, first);
  Diagnosis diagnosis;
  for (const auto& found : conflicts) diagnosis.conflicts.push_back(found.conflict);
  if (conflicts.empty()) return diagnosis;
  Oracle second(effort);
  diagnosis.repairs = RepairSearch(second).run(hopeless, conflicts.front());
  return diagnosis;
}

}  // namespace app
