#include "scheduler/timetable/teams.h"

#include <map>
#include <tuple>
#include <vector>

namespace scheduler {
namespace {

using engine::Change;
using engine::PersonId;
using engine::PlanEvaluator;
using engine::Score;
using engine::SlotId;

Score hold(PlanEvaluator& evaluator, const TeamPlace& place, PersonId person) {
  Score sum;
  for (const SlotId slot : place) {
    const auto change = Change::holder(slot, person);
    const auto delta = evaluator.delta(change);
    evaluator.apply(change, delta);
    sum += delta;
  }
  return sum;
}

void fill(PlanEvaluator& evaluator, const TeamPlace& place, Random& random) {
  const auto pool = evaluator.problem().pools[place.front()];
  PersonId best;
  std::tuple<Score, std::size_t> least{Score{}, 0};
  const auto first = pool.empty() ? 0 : random.below(pool.size());
  for (std::size_t i = 0; i < pool.size(); ++i) {
    const PersonId person = pool[(first + i) % pool.size()];
    const std::tuple cost{hold(evaluator, place, person), evaluator.board().held_by(person).size()};
    if (cost < least) {
      least = cost;
      best = person;
    }
  }
  hold(evaluator, place, best);
}

}  // namespace

std::vector<TeamPlace> team_places(const engine::Problem& problem, engine::BlockId block) {
  std::map<std::tuple<std::int32_t, std::int32_t, std::size_t>, TeamPlace> places;
  engine::each_part(problem, block, [&](engine::PartId part) {
    engine::each_activity(problem, part, [&](engine::ActivityId a) {
      std::map<std::int32_t, std::size_t> seen;
      for (const SlotId slot : problem.slots_of[a]) {
        const auto role = problem.slots[slot].role;
        places[{problem.activities[a].station, role, seen[role]++}].push_back(slot);
      }
    });
  });
  std::vector<TeamPlace> list;
  for (auto& [key, place] : places) list.push_back(std::move(place));
  return list;
}

bool is_plain_session(const engine::Problem& problem, engine::BlockId block) {
  return !problem.blocks[block].rotation.exists() &&
         problem.slots_of[engine::first_activity(problem, block)].empty();
}

void fill_teams(PlanEvaluator& evaluator, engine::BlockId block, Random& random) {
  for (const auto& place : team_places(evaluator.problem(), block)) fill(evaluator, place, random);
}

void clear_teams(PlanEvaluator& evaluator, engine::BlockId block) {
  for (const auto& place : team_places(evaluator.problem(), block))
    hold(evaluator, place, PersonId{});
}

}  // namespace scheduler
