#include "app/repair_search.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "data/write/repaired.h"
#include "engine/problem/compile.h"
#include "scheduler/explain/obstruction.h"
#include "scheduler/explain/without_rule.h"

namespace app {
namespace {

using scheduler::Answer;
using scheduler::Candidate;
using scheduler::Items;
using scheduler::Look;

constexpr std::size_t kMostChanges = 4;  // more at once is another gathering
// One question about the items of a conflict, and about all of them: at first, and asked again.
constexpr std::array kOfPart{Look::Short, Look::Long};
constexpr std::array kOfWhole{Look::Long, Look::Whole};
constexpr std::size_t kMostLeftOut = 3;  // tried in a hurry
// Changes tried on the whole: in vain before there is a hurry, and after the last repair found.
constexpr std::size_t kBeforeHurry = 30;
constexpr std::size_t kInVain = 4;  // changes of one kind, before the other kinds take their turn
constexpr std::size_t kOpenBeforeSweep = 10;  // questions that took all of their time
constexpr std::size_t kAfterFound = 12;
constexpr std::size_t kOpenAfterPlanned = 6;  // questions, before the dearer change will do

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
                                          scheduler::Oracle& oracle) {
  const auto answer = oracle.ask(gathering, Look::Long);
  if (answer == Answer::Plan) return {};
  Items suspects = oracle.left_out();
  if (oracle.refused())
    suspects = scheduler::items_named(gathering, oracle.refused()->statement.about);
  if (answer == Answer::NoPlan && !oracle.conflicts().empty()) {
    engine::Diagnostics ignored;
    const auto problem = engine::compile(gathering, ignored);
    const auto conflict = oracle.conflicts().front();
    suspects = scheduler::items_of(gathering, *problem, conflict);
    if (oracle.ask(scheduler::part_of(gathering, suspects), Look::Long) == Answer::NoPlan)
      return scheduler::Core{suspects, true};
  }
  auto core = scheduler::find_core(gathering, suspects, answer, oracle);
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
    const bool single = !a.together();
    const bool open = a.asked > 0 || (a.stage == Stage::Failed && !a.proved);
    const bool late = open || a.unlikely();
    const bool follows =
        (a.stage == Stage::Failed || a.alike) && a.worst_effect() != Effect::Shifts;
    const int alone = open ? 4 : a.last_resort() ? 3 : 0;
    // Where a proof ended, an open question is the next step, not a dead end.
    const bool waits = late && a.worst_effect() != Effect::EndsProof;
    const int turn = a.urgent ? -1 : single ? alone : waits ? 5 : follows && !late ? 1 : 2;
    const int depth = turn == 2 ? static_cast<int>(a.families.size()) : 0;
    return std::tuple(turn, a.worst_effect(), -depth, a.unlikely(), a.put_off, a.cost(), a.order);
  };
  return key(*this) > key(other);
}

bool RepairSearch::enough(std::size_t most) const {
  return found_.size() >= most || oracle_.over() ||
         (!found_.empty() && tried_ > tried_at_found_ + kAfterFound);
}

std::vector<engine::Repair> RepairSearch::run(const Found& first, std::size_t most) {
  const auto& gathering = hopeless_.gathering;
  const auto part = scheduler::part_of(gathering, first.core.items);
  (void)oracle_.ask(part, Look::Long);
  knots_.push_back({first, oracle_.proof(), part, {}, {}});
  list(nullptr, gathering, 0);
  const auto open_before = oracle_.left_open();
  while (!queue_.empty() && !enough(most)) {
    if (found_.empty() && oracle_.left_open() > open_before + kOpenBeforeSweep) press(sweeping_);
    if (found_.empty() && tried_ > kBeforeHurry) hurry();
    if (open_at_planned_ && oracle_.left_open() > *open_at_planned_ + kOpenAfterPlanned)
      keep_planned();
    auto attempt = queue_.top();
    queue_.pop();
    if (!says_nothing_new(attempt) && !put_off(attempt)) advance(std::move(attempt));
  }
  return std::move(found_);
}

void RepairSearch::list(const Attempt* made, const engine::Gathering& gathering, std::size_t knot) {
  const auto& found = knots_[knot].found;
  for (auto& steps :
       in_rows(scheduler::candidates_of(gathering, found.core.items, found.conflict))) {
    Attempt attempt;
    if (made != nullptr) {
      attempt.before = made->whole(made->step);
      attempt.effect_before = made->worst_effect();
      attempt.families = made->families;
      attempt.freed = made->freed;
      attempt.freed.push_back(made->knot);
    }
    if (!attempt.families.insert(steps.front().family).second) continue;
    attempt.steps = std::move(steps);
    attempt.knot = knot;
    attempt.alike = made != nullptr && made->kind() == attempt.kind() &&
                    (made->alike || made->families.size() == 1);
    attempt.order = ++listed_;
    if (made == nullptr && attempt.last_resort()) last_resorts_.push_back(attempt);
    if (made == nullptr && attempt.sweeping() && !attempt.unlikely()) sweeping_.push_back(attempt);
    queue_.push(std::move(attempt));
  }
}

void RepairSearch::keep_planned() {
  open_at_planned_.reset();
  std::vector<Attempt> planned;
  for (; !queue_.empty(); queue_.pop())
    if (queue_.top().stage == Attempt::Stage::Planned) planned.push_back(queue_.top());
  for (auto& attempt : planned) queue_.push(std::move(attempt));
}

void RepairSearch::hurry() {
  std::size_t left_out = 0;  // listed cheapest first
  std::erase_if(last_resorts_, [&](const Attempt& attempt) {
    return attempt.kind() == "optional" && ++left_out > kMostLeftOut;
  });
  press(sweeping_);
  press(last_resorts_);
}

void RepairSearch::press(std::vector<Attempt>& attempts) {
  for (auto& attempt : attempts) {
    attempt.urgent = true;
    queue_.push(std::move(attempt));
  }
  attempts.clear();
}

void RepairSearch::advance(Attempt attempt) {
  using Stage = Attempt::Stage;
  switch (attempt.stage) {
    case Stage::Listed: {
      auto& known = knots_[attempt.knot].verdicts[attempt.row()];
      const bool open = known.answer == Answer::Unknown && known.times <= attempt.asked;
      if (open || known.effect == Effect::Shifts) known = verdict_on(attempt);
      return settle(std::move(attempt), known);
    }
    case Stage::Frees: {
      auto& known = knots_[attempt.knot].verdicts[attempt.row()];
      if (!known.step) known.step = least_step(attempt);
      attempt.step = std::min(*known.step, attempt.steps.size() - 1);
      attempt.stage = Stage::Measured;
      return queue_.push(std::move(attempt));
    }
    case Stage::Measured:
      return try_on_all(std::move(attempt));
    case Stage::Planned:
      found_.push_back(attempt.whole(attempt.step));
      families_.push_back(attempt.families);
      tried_at_found_ = tried_;
      open_at_planned_.reset();
      return;
    case Stage::Failed:
      return expand(attempt);
  }
}

void RepairSearch::settle(Attempt attempt, const Verdict& verdict) {
  if (verdict.effect) {
    attempt.stage = Attempt::Stage::Frees;
    attempt.effect = *verdict.effect;
    attempt.asked = 0;
  } else if (verdict.answer != Answer::Unknown || ++attempt.asked == kOfPart.size()) {
    return;
  }
  queue_.push(std::move(attempt));
}

void RepairSearch::try_on_all(Attempt attempt) {
  ++tried_;
  const auto answer = gives_a_plan(attempt);
  if (answer == Answer::Plan) {
    attempt.stage = Attempt::Stage::Planned;
    if (!open_at_planned_) open_at_planned_ = oracle_.left_open();
  } else if (answer != Answer::Unknown || ++attempt.asked == kOfWhole.size()) {
    if (!attempt.together()) ++in_vain_[attempt.kind()];
    if (attempt.families.size() >= kMostChanges) return;
    attempt.stage = Attempt::Stage::Failed;
    attempt.proved = answer == Answer::NoPlan;
    attempt.urgent = false;
    attempt.asked = 0;
  }
  queue_.push(std::move(attempt));
}

Answer RepairSearch::promises(const Attempt& attempt) {
  const auto& rules = attempt.steps.front().eases;
  if (rules.empty()) return Answer::Plan;
  auto& knot = knots_[attempt.knot];
  auto& known = knot.without[rules];
  if (known.answer == Answer::Unknown && known.times <= attempt.asked) {
    auto without = knot.part;
    for (const auto rule : rules) scheduler::switch_off(without, rule);
    known = {oracle_.ask(without, kOfPart[attempt.asked]), attempt.asked + 1};
    if (known.answer == Answer::NoPlan && oracle_.proof() != knot.proof)
      known.answer = Answer::Plan;
  }
  return known.answer;
}

RepairSearch::Verdict RepairSearch::verdict_on(const Attempt& attempt) {
  Verdict verdict;
  verdict.times = attempt.asked + 1;
  verdict.answer = promises(attempt);
  if (verdict.answer != Answer::Plan) return verdict;
  verdict.answer = answer_of_part(attempt, attempt.steps.size() - 1, kOfPart[attempt.asked]);
  const auto& proof = knots_[attempt.knot].proof;
  if (verdict.answer == Answer::Plan)
    verdict.effect = Effect::Frees;
  else if (proof && verdict.answer == Answer::Unknown && !oracle_.over())
    verdict.effect = Effect::EndsProof;
  else if (proof && verdict.answer == Answer::NoPlan && oracle_.proof() != proof)
    verdict.effect = Effect::Shifts;
  return verdict;
}

std::size_t RepairSearch::least_step(const Attempt& attempt) {
  const auto& knot = knots_[attempt.knot];
  return first_good(0, attempt.steps.size() - 1, [&](std::size_t step) {
    if (attempt.effect == Effect::Frees)
      return answer_of_part(attempt, step, kOfPart[0]) == Answer::Plan;
    if (answer_of_part(attempt, step, Look::Glance) != Answer::NoPlan) return true;
    return attempt.effect == Effect::Shifts && oracle_.proof() != knot.proof;
  });
}

Answer RepairSearch::answer_of_part(const Attempt& attempt, std::size_t step, Look look) {
  const auto gathering = changed(attempt.whole(step));
  if (!gathering) return Answer::Wrong;
  return oracle_.ask(scheduler::part_of(*gathering, knots_[attempt.knot].found.core.items), look);
}

Answer RepairSearch::gives_a_plan(Attempt& attempt) {
  const auto answer = answer_of_whole(attempt, attempt.step);
  const auto last = attempt.steps.size() - 1;
  if (answer == Answer::Plan || attempt.step == last) return answer;
  const auto next = attempt.next;
  if (const auto most = answer_of_whole(attempt, last); most != Answer::Plan) {
    attempt.next = next;
    return most;
  }
  attempt.step = first_good(attempt.step + 1, last, [&](auto step) {
    return answer_of_whole(attempt, step) == Answer::Plan;
  });
  return Answer::Plan;
}

Answer RepairSearch::answer_of_whole(Attempt& attempt, std::size_t step) {
  attempt.next.reset();
  const auto gathering = changed(attempt.whole(step));
  if (!gathering) return Answer::Wrong;
  const auto& freed = attempt.freed;
  for (std::size_t k = 0; k < knots_.size(); ++k) {
    if (k == attempt.knot || std::find(freed.begin(), freed.end(), k) != freed.end()) continue;
    const auto part = scheduler::part_of(*gathering, knots_[k].found.core.items);
    const auto answer = oracle_.ask(part, kOfPart[0]);
    if (answer != Answer::NoPlan || oracle_.proof() != knots_[k].proof) continue;
    attempt.next = k;
    return Answer::NoPlan;
  }
  return oracle_.ask_as_planned(*gathering, kOfWhole[attempt.asked]);
}

void RepairSearch::expand(const Attempt& attempt) {
  const auto gathering = changed(attempt.whole(attempt.step));
  if (!gathering) return;
  if (attempt.next) return list(&attempt, *gathering, *attempt.next);
  if (const auto core = core_among(*gathering, oracle_))
    list(&attempt, *gathering, knot_of(*gathering, *core));
}

std::size_t RepairSearch::knot_of(const engine::Gathering& gathering, const scheduler::Core& core) {
  const auto part = scheduler::part_of(gathering, core.items);
  (void)oracle_.ask(part, Look::Long);
  const auto proof = oracle_.proof();
  for (std::size_t k = 0; k < knots_.size(); ++k)
    if (knots_[k].found.core.items == core.items && knots_[k].proof == proof) return k;
  knots_.push_back({{core, scheduler::proof_of(gathering, core, oracle_)}, proof, part, {}, {}});
  return knots_.size() - 1;
}

bool RepairSearch::put_off(Attempt& attempt) {
  if (attempt.stage != Attempt::Stage::Listed || attempt.together() || attempt.put_off ||
      attempt.last_resort() || in_vain_[attempt.kind()] < kInVain)
    return false;
  attempt.put_off = true;
  queue_.push(std::move(attempt));
  return true;
}

bool RepairSearch::says_nothing_new(const Attempt& attempt) const {
  // What only a longer look would show: its number is taken.
  if (attempt.stage != Attempt::Stage::Listed && !found_.empty() &&
      attempt.cost() < found_.back().cost)
    return true;
  const bool dearer = std::any_of(found_.begin(), found_.end(), [&](const auto& repair) {
    return repair.cost <= attempt.cost();
  });
  if (dearer && attempt.together()) return true;  // several only where one is not enough
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
