#include "scheduler/replan/replan.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

#include "engine/plan/board_of.h"
#include "engine/plan/make_plan.h"
#include "engine/plan/sheet_lines.h"
#include "engine/problem/compile.h"
#include "scheduler/replan/repair_search.h"
#include "scheduler/replan/repair_walk.h"
#include "scheduler/replan/right_shift.h"
#include "scheduler/replan/seat_repair.h"

namespace scheduler {
namespace {

using engine::BlockId;
using engine::Board;
using engine::PersonId;
using engine::say;
using engine::Words;

constexpr Words kNobodyToLead{"personne ne peut prendre le relais de {0}",
                              "nobody can stand in for {0}"};

/// Shares of the time of a repair.
constexpr double kFirstTree = 0.25;
constexpr double kWalk = 0.5;

/// The plan as it stands, on the problem as it is now.
Board standing(const Adapted& adapted, const engine::Problem& problem) {
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

class Repairing {
 public:
  Repairing(const Upset& upset, const Limits& limits, const Monitor& monitor)
      : upset_(upset),
        limits_(limits),
        monitor_(monitor),
        begin_(Budget::Clock::now()),
        adapted_(adapt(upset.gathering, upset.problem, upset.plan, upset.disruptions, upset.clock)),
        problem_(engine::compile_in_spite(adapted_.gathering)),
        evaluator_(standing(adapted_, problem_)),
        untouched_(disturbed_by(evaluator_.board())),
        cards_(cards_repaired()),
        model_(adapted_, upset.clock, problem_, evaluator_.board()) {}

  Replanned repair(Allowed allowed) {
    model_.allow(allowed);
    const auto disturbed = disturbed_by(evaluator_.board());
    const auto found = searched(disturbed);
    auto result = written(found.repair);
    // What the seats cost is known only as far as their own bound goes.
    const auto sure = std::max(untouched_.count(), cards_.least);
    const auto slack = disturbed.count() - sure;
    result.disturbed.bound =
        std::clamp<std::int64_t>(found.bound - found.repair.gaps - slack,
                                 0,
                                 static_cast<std::int64_t>(result.disturbed.people.size()));
    result.disturbed.proved =
        static_cast<std::int64_t>(result.disturbed.people.size()) == result.disturbed.bound;
    return result;
  }

 private:
  /// A search tree, which nearly always proves what it finds; where it is too large a walk finds
  /// better, and the tree cut down to what is better still may prove that.
  FoundRepair searched(const PeopleSet& disturbed) {
    const RepairTerms terms{disturbed, weights_of(adapted_.gathering.repair_order)};
    const auto on_better = [&](const RepairPrice& price) { report(price); };
    const auto tree = [&](double share, const Repair* known) {
      auto budget = part(share);
      RepairSearch search(model_, evaluator_.board(), terms, budget);
      if (known != nullptr) search.start_from(*known);
      return search.run(on_better);
    };
    auto start = part(kFirstTree);
    const auto pushed = pushed_right(model_, adapted_, terms, start);
    auto first = tree(kFirstTree, pushed ? &*pushed : nullptr);
    if (first.complete) return first;
    const bool nothing_found = first.repair.price.hard > 0;
    if (nothing_found) return tree(1 - kFirstTree, nullptr);
    auto budget = part(kWalk);
    RepairWalk walk(model_, terms, first.repair, Random(limits_.seed), budget);
    const auto walked = walk.run(first.bound, on_better);
    auto last = tree(1 - kFirstTree - kWalk, &walked);
    last.bound = std::min(std::max(first.bound, last.bound), last.repair.price.people);
    return last;
  }

  /// A share of the steps or of the time, from now on.
  [[nodiscard]] Budget part(double share) const {
    auto steps = limits_.iterations;
    if (steps)
      *steps = std::max<std::int64_t>(1, std::llround(share * static_cast<double>(*steps)));
    return {steps,
            Budget::Clock::now() + std::chrono::duration_cast<Budget::Clock::duration>(
                                       std::chrono::duration<double>(share * limits_.seconds)),
            monitor_.stop};
  }

  CardRepair cards_repaired() {
    Random random(limits_.seed);
    auto budget = part(0.5);
    return repair_cards(evaluator_, adapted_, upset_.clock, random, budget);
  }

  [[nodiscard]] PeopleSet disturbed_by(const Board& board) const {
    const auto plan = engine::make_plan(adapted_.gathering, problem_, board);
    return set_of(adapted_, people_disturbed(upset_.plan, plan));
  }

  void report(const RepairPrice& price) const {
    if (!monitor_.on_progress) return;
    const double seconds = std::chrono::duration<double>(Budget::Clock::now() - begin_).count();
    monitor_.on_progress({.seconds = seconds,
                          .fraction = std::min(1.0, seconds / std::max(0.001, limits_.seconds)),
                          .best = {price.hard, price.loss, price.soft},
                          .phase = engine::SearchPhase::Improving});
  }

  [[nodiscard]] Replanned written(const Repair& found) const {
    Replanned result;
    result.plan = engine::make_plan(adapted_.gathering, problem_, found.board);
    for (auto& unplaced : result.plan.unplaced) explain(unplaced);
    result.plan.unplaced.insert(
        result.plan.unplaced.end(), adapted_.cancelled.begin(), adapted_.cancelled.end());
    result.gathering = adapted_.gathering;
    for (const auto& id : people_disturbed(upset_.plan, result.plan))
      if (!adapted_.concerned.contains(id)) result.disturbed.people.push_back(id);
    result.kinds = kinds_of(found);
    result.concerned.assign(adapted_.concerned.begin(), adapted_.concerned.end());
    result.interrupted = interrupted(adapted_, upset_.clock, result.plan);
    result.turned_away = adapted_.turned_away;
    for (const auto& [person, rotation] : cards_.turned_away)
      result.turned_away.emplace_back(adapted_.gathering.people[person.index()].id.value,
                                      adapted_.gathering.rotations[rotation.index()].id.value);
    result.seconds = limits_.iterations
                         ? 0
                         : std::chrono::duration<double>(Budget::Clock::now() - begin_).count();
    result.plan.seconds = result.seconds;
    return result;
  }

  /// Why a session is left out: as it was said before, or who is missed.
  void explain(engine::Unplaced& unplaced) const {
    for (const auto& before : upset_.plan.unplaced)
      if (before.id == unplaced.id) {
        unplaced.reason = before.reason;
        return;
      }
    for (const auto& place : model_.misheld(evaluator_.board())) {
      const auto session = problem_.blocks[place.block].session;
      if (session < 0 || !place.hopeless) continue;
      if (adapted_.gathering.sessions[static_cast<std::size_t>(session)].id.value != unplaced.id)
        continue;
      const auto holder =
          evaluator_.board().holder(model_.variables()[place.variable].slots.front());
      if (holder.exists())
        unplaced.reason = say(kNobodyToLead, adapted_.gathering.people[holder.index()].name);
    }
  }

  [[nodiscard]] RepairKinds kinds_of(const Repair& found) const {
    RepairKinds kinds;
    const auto& before = evaluator_.board();
    for (const auto& variable : model_.variables()) {
      if (variable.kind == Variable::Kind::Place) {
        if (!found.board.placed(variable.block)) continue;
        const auto was = before.holder(variable.slots.front());
        const auto is = found.board.holder(variable.slots.front());
        if (was != is) ++(is.exists() ? kinds.substitutes : kinds.fewer);
      } else if (variable.kind == Variable::Kind::Rooms) {
        if (before.room(variable.activities.front()) !=
            found.board.room(variable.activities.front()))
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

  const Upset& upset_;
  Limits limits_;
  const Monitor& monitor_;
  Budget::Clock::time_point begin_;
  Adapted adapted_;
  engine::Problem problem_;
  engine::PlanEvaluator evaluator_;
  PeopleSet untouched_;  ///< disturbed by what happened itself
  CardRepair cards_;
  RepairModel model_;
};

}  // namespace

std::vector<std::string> people_disturbed(const engine::Plan& before, const engine::Plan& after) {
  const auto was = engine::lines_by_person(before);
  const auto is = engine::lines_by_person(after);
  std::set<std::string> ids;
  for (const auto& [id, lines] : was)
    if (const auto found = is.find(id); found == is.end() || found->second != lines) ids.insert(id);
  for (const auto& [id, lines] : is)
    if (!was.contains(id)) ids.insert(id);
  return {ids.begin(), ids.end()};
}

Replanned replan(const Upset& upset, const Limits& limits, const Monitor& monitor) {
  return Repairing(upset, limits, monitor).repair({});
}

std::vector<Replanned> compare_repairs(const Upset& upset,
                                       const Limits& limits,
                                       const Monitor& monitor) {
  std::vector<Replanned> list;
  Repairing repairing(upset, limits, monitor);
  for (const auto allowed : {Allowed{},
                             Allowed{.substitute = false},
                             Allowed{.move = false},
                             Allowed{.substitute = false, .move = false}}) {
    auto next = repairing.repair(allowed);
    const bool known = std::any_of(
        list.begin(), list.end(), [&](const Replanned& r) { return r.kinds == next.kinds; });
    if (!known && list.size() < 3) list.push_back(std::move(next));
  }
  return list;
}

}  // namespace scheduler
