#include "scheduler/replan/repairing.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <set>
#include <utility>

#include "engine/model/rows.h"
#include "engine/plan/board_of.h"
#include "engine/plan/make_plan.h"
#include "engine/plan/planned_rounds.h"
#include "engine/problem/compile.h"
#include "scheduler/replan/fewest_changes.h"
#include "scheduler/replan/nearer.h"
#include "scheduler/replan/only_these.h"
#include "scheduler/replan/repair_walk.h"
#include "scheduler/replan/right_shift.h"

namespace scheduler {
namespace {

using engine::Board;
using engine::PersonId;
using engine::say;
using engine::Words;

constexpr Words kNobodyToLead{"personne ne peut prendre le relais de {0}",
                              "nobody can stand in for {0}"};
constexpr Words kLastRound{"le dernier tour, faute de temps", "the last round, for want of time"};
constexpr Words kLastRounds{"les {0} derniers tours, faute de temps",
                            "the last {0} rounds, for want of time"};
constexpr Words kLastRoundNowhere{"le dernier tour, faute de salle",
                                  "the last round, for want of a room"};
constexpr Words kLastRoundsNowhere{"les {0} derniers tours, faute de salle",
                                   "the last {0} rounds, for want of a room"};

/// Shares of the time of a repair, and how much of it is over when each search ends at the latest;
/// the rest is for reading and writing.
constexpr double kBeforeNearer = 0.85;
constexpr double kFirstTree = 0.05;
constexpr double kLeastLoss = 0.2;
constexpr double kWalk = 0.1;
constexpr double kFewestPeople = 0.6;
constexpr double kNearer = 0.05;
constexpr double kTree = 0.1;

/// The plan as it stands, on the problem as it is now.
Board standing_board(const Adapted& adapted, const engine::Problem& problem) {
  return engine::board_of(adapted.gathering, problem, adapted.plan);
}

PeopleSet set_of(const Adapted& adapted, const std::vector<std::string>& ids) {
  PeopleSet set(adapted.gathering.people.size());
  const std::set<std::string> wanted(ids.begin(), ids.end());
  for (std::size_t i = 0; i < adapted.gathering.people.size(); ++i) {
    const auto& id = adapted.gathering.people[i].id.value;
    if (wanted.contains(id) && !adapted.concerned.contains(id))
      set.add(PersonId{static_cast<std::int32_t>(i)});
  }
  return set;
}

/// A team that is the same is listed in the same order, so that no page changes for it.
void keep_order_of_names(const engine::Plan& before, engine::Plan& after) {
  for (auto& session : after.sessions) {
    const auto* was = engine::find_row(before.sessions, session.id);
    if (was == nullptr || was->team.size() != session.team.size()) continue;
    for (std::size_t i = 0; i < session.team.size(); ++i) {
      auto& people = session.team[i].people;
      const auto& old = was->team[i].people;
      if (std::is_permutation(people.begin(), people.end(), old.begin(), old.end())) people = old;
    }
  }
}

int sum_of(const std::map<std::string, int>& rounds) {
  int sum = 0;
  for (const auto& [rotation, left_out] : rounds) sum += left_out;
  return sum;
}

}  // namespace

Repairing::Repairing(const Upset& upset,
                     const engine::Plan& standing,
                     const Limits& limits,
                     const Monitor& monitor)
    : upset_(upset),
      limits_(limits),
      monitor_(monitor),
      begin_(Budget::Clock::now()),
      adapted_(adapt(upset, standing)),
      problem_(engine::compile_in_spite(adapted_.gathering)),
      evaluator_(standing_board(adapted_, problem_)),
      untouched_(disturbed_by(evaluator_.board())),
      cards_(cards_repaired()),
      model_(adapted_, upset.clock, problem_, evaluator_.board()) {}

RepairedPlan Repairing::repair(Allowed allowed) {
  if (std::exchange(repaired_once_, true)) begin_ = Budget::Clock::now();
  model_.allow(allowed);
  const auto disturbed = disturbed_by(evaluator_.board());
  const auto found = searched(disturbed);
  RepairedPlan repaired{.result = written(found.repair), .complete = found.complete};
  auto& result = repaired.result;
  // What the seats cost is known only as far as their own bound goes.
  const auto sure = std::max(untouched_.count(), cards_.least);
  const auto slack = disturbed.count() - sure;
  const auto people = static_cast<std::int64_t>(result.disturbed.people.size());
  result.disturbed.bound =
      std::clamp<std::int64_t>(found.bound - found.repair.gaps - slack, 0, people);
  result.disturbed.proved = people == result.disturbed.bound;
  return repaired;
}

/// A search tree, which nearly always proves what it finds; where it is too large, what is sure to
/// be disturbed is looked for first.
FoundRepair Repairing::searched(const PeopleSet& disturbed) const {
  const RepairTerms terms{disturbed, weights_of(adapted_.gathering.repair_order)};
  const std::function<void(const RepairPrice&)> on_better = [&](const RepairPrice& price) {
    report(price);
  };
  const auto tree = [&](double share, const Repair* known) {
    auto budget = part(share);
    RepairSearch search(model_, evaluator_.board(), terms, budget);
    if (known != nullptr) search.start_from(*known);
    return search.run(on_better);
  };
  auto start = part(kFirstTree);
  const auto pushed = pushed_right(model_, adapted_, terms, start);
  auto found = tree(kFirstTree, pushed ? &*pushed : nullptr);
  if (found.complete) return found;
  start = part(kFirstTree);
  if (const auto few = only_these_elsewhere(model_, terms, start);
      few && few->price < found.repair.price)
    found.repair = *few;
  const bool nothing_found = found.repair.price.hard > 0;
  if (nothing_found) return tree(kTree + kWalk + kLeastLoss + kFewestPeople, nullptr);
  FewestChanges fewest(model_, terms, found.repair, on_better);
  const double spared = fewest.applies() ? 0 : (kLeastLoss + kFewestPeople) / 2;
  const auto is_proved = [&] {
    return fewest.proved() ||
           (fewest.repair().price.loss == 0 && fewest.repair().price.people <= found.bound);
  };
  const auto walk = [&](double share) {
    auto time = part(share, kBeforeNearer);
    RepairWalk chains(model_, terms, fewest.repair(), Random(limits_.seed), time);
    fewest.better(chains.run(std::max(found.bound, fewest.bound()), on_better));
  };
  const bool loses = fewest.repair().price.loss > 0;
  // A site that is lost leaves out half of a day at first.
  if (loses) walk(kWalk + spared);
  if (fewest.repair().price.loss > 0) {
    auto time = part(kLeastLoss);
    fewest.lose_less(time);
  }
  auto time = part(kFewestPeople, kBeforeNearer);
  fewest.disturb_fewer(time);
  if (!is_proved() && !loses) walk(kWalk + spared);
  found.bound = std::max(found.bound, fewest.bound());
  time = part(kNearer);
  found.repair = brought_nearer(model_, terms, fewest.repair(), time);
  if (is_proved()) return found;
  auto last = tree(kTree + spared, &found.repair);
  last.bound = std::min(std::max(found.bound, last.bound), last.repair.price.people);
  return last;
}

/// A share of the steps or of the time, from now on, and never more than all of it: whoever waits
/// counts by the clock on the wall.
Budget Repairing::part(double share, double until) const {
  auto steps = limits_.iterations;
  if (steps) *steps = std::max<std::int64_t>(1, std::llround(share * static_cast<double>(*steps)));
  const auto lasting = [](double seconds) {
    return std::chrono::duration_cast<Budget::Clock::duration>(
        std::chrono::duration<double>(seconds));
  };
  return {steps,
          std::min(Budget::Clock::now() + lasting(share * limits_.seconds),
                   begin_ + lasting(until * limits_.seconds)),
          monitor_.stop};
}

CardRepair Repairing::cards_repaired() {
  Random random(limits_.seed);
  auto budget = part(0.5);
  return repair_cards(evaluator_, adapted_, upset_.clock, random, budget);
}

PeopleSet Repairing::disturbed_by(const Board& board) const {
  const auto plan = engine::make_plan(adapted_.gathering, problem_, board);
  return set_of(adapted_, people_disturbed(upset_.plan, plan));
}

void Repairing::report(const RepairPrice& price) const {
  if (!monitor_.on_progress) return;
  const double seconds = std::chrono::duration<double>(Budget::Clock::now() - begin_).count();
  monitor_.on_progress({.seconds = seconds,
                        .fraction = std::min(1.0, seconds / std::max(0.001, limits_.seconds)),
                        .best = {price.hard, price.loss, price.soft},
                        .phase = engine::SearchPhase::Improving});
}

Replanned Repairing::written(const Repair& found) const {
  Replanned result;
  result.plan = engine::make_plan(adapted_.gathering, problem_, found.board);
  keep_order_of_names(upset_.plan, result.plan);
  name_left_out(result.plan);
  result.gathering = adapted_.gathering;
  for (const auto& id : people_disturbed(upset_.plan, result.plan))
    if (!adapted_.concerned.contains(id)) result.disturbed.people.push_back(id);
  result.kinds = kinds_of(found);
  result.concerned.assign(adapted_.concerned.begin(), adapted_.concerned.end());
  result.interrupted = interrupted(adapted_, upset_.clock, result.plan);
  result.last_turns = last_turns_in(result.plan);
  result.turned_away = adapted_.turned_away;
  for (const auto& [person, rotation] : cards_.turned_away)
    result.turned_away.emplace_back(adapted_.gathering.people[person.index()].id.value,
                                    adapted_.gathering.rotations[rotation.index()].id.value);
  result.seconds =
      limits_.iterations ? 0 : std::chrono::duration<double>(Budget::Clock::now() - begin_).count();
  result.plan.seconds = result.seconds;
  return result;
}

/// Those of people this repair is about who still have their place.
std::vector<LastTurn> Repairing::last_turns_in(const engine::Plan& plan) const {
  std::vector<LastTurn> list;
  for (const auto& turn : adapted_.last_turns) {
    const auto* session = engine::find_row(plan.sessions, turn.session);
    if (session == nullptr || session->start >= turn.from ||
        !adapted_.concerned.contains(turn.person))
      continue;
    const bool holds = std::any_of(
        session->team.begin(), session->team.end(), [&](const engine::RoleHolders& holders) {
          return engine::contains(holders.people, turn.person);
        });
    if (holds) list.push_back(turn);
  }
  return list;
}

/// Sessions with the reason, rounds that rotations lack, and what the organiser has cancelled.
void Repairing::name_left_out(engine::Plan& plan) const {
  for (auto& unplaced : plan.unplaced) explain(unplaced);
  for (const auto& [rotation, rounds] : adapted_.rounds_left_out) {
    if (engine::find_row(plan.rotations, rotation) == nullptr) continue;
    plan.unplaced.push_back({rotation, why_shorter(rotation, rounds)});
    plan.feasible = false;
  }
  plan.unplaced.insert(plan.unplaced.end(), adapted_.cancelled.begin(), adapted_.cancelled.end());
}

/// As it was said before, or what is short now.
engine::Text Repairing::why_shorter(const std::string& rotation, int rounds) const {
  const auto known = engine::rounds_left_out(upset_.gathering, upset_.plan);
  const auto before = known.find(rotation);
  if (before != known.end() && before->second == rounds)
    for (const auto& row : upset_.plan.unplaced)
      if (row.id == rotation) return row.reason;
  if (adapted_.late_by == 0 && !adapted_.rooms_just_lost.empty())
    return rounds == 1 ? say(kLastRoundNowhere) : say(kLastRoundsNowhere, rounds);
  return rounds == 1 ? say(kLastRound) : say(kLastRounds, rounds);
}

/// Why a session is left out: as it was said before, or who is missed.
void Repairing::explain(engine::Unplaced& unplaced) const {
  for (const auto& before : upset_.plan.unplaced)
    if (before.id == unplaced.id && engine::find_row(upset_.plan.rotations, before.id) == nullptr) {
      unplaced.reason = before.reason;
      return;
    }
  for (const auto& place : model_.misheld(evaluator_.board())) {
    const auto session = problem_.blocks[place.block].session;
    if (session < 0 || !place.hopeless) continue;
    if (adapted_.gathering.sessions[static_cast<std::size_t>(session)].id.value != unplaced.id)
      continue;
    const auto holder = evaluator_.board().holder(model_.variables()[place.variable].slots.front());
    if (holder.exists())
      unplaced.reason = say(kNobodyToLead, adapted_.gathering.people[holder.index()].name);
  }
}

RepairKinds Repairing::kinds_of(const Repair& found) const {
  RepairKinds kinds{.rounds = sum_of(adapted_.rounds_left_out) -
                              sum_of(engine::rounds_left_out(upset_.gathering, upset_.plan))};
  const auto& before = evaluator_.board();
  for (const auto& variable : model_.variables()) {
    if (variable.kind == Variable::Kind::Place) {
      if (!found.board.placed(variable.block)) continue;
      const auto was = before.holder(variable.slots.front());
      const auto is = found.board.holder(variable.slots.front());
      if (was != is) ++(is.exists() ? kinds.substitutes : kinds.fewer);
    } else if (variable.kind == Variable::Kind::Rooms) {
      if (before.room(variable.activities.front()) != found.board.room(variable.activities.front()))
        ++kinds.moves;
    } else if (!found.board.placed(variable.block)) {
      ++kinds.drops;
    } else {
      const auto a = engine::first_activity(problem_, variable.block);
      const bool session = problem_.blocks[variable.block].session >= 0;
      if (before.start(variable.block) != found.board.start(variable.block) ||
          (session && before.room(a) != found.board.room(a)))
        ++kinds.moves;
    }
  }
  return kinds;
}

}  // namespace scheduler
