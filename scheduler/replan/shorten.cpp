#include "scheduler/replan/shorten.h"

#include <algorithm>
#include <set>

#include "engine/model/rows.h"

namespace scheduler {
namespace {

using engine::find_row;
using engine::PlannedRotation;
using engine::PlannedRound;

std::size_t people_in(const PlannedRound& round) {
  std::set<std::string> people;
  for (const auto& station : round.stations) {
    people.insert(station.participants.begin(), station.participants.end());
    for (const auto& holders : station.team)
      people.insert(holders.people.begin(), holders.people.end());
  }
  return people.size();
}

/// A round to come is in a room that can be used no more.
bool has_no_room(const PlannedRotation& after, const Adapted& adapted, const Clock& clock) {
  return std::any_of(after.rounds.begin(), after.rounds.end(), [&](const PlannedRound& round) {
    return !clock.begun(round.start) &&
           std::any_of(round.stations.begin(), round.stations.end(), [&](const auto& station) {
             return adapted.rooms_lost.contains(station.room);
           });
  });
}

/// It has to wait, or has no room; a rotation that stays where it is keeps its rounds unless their
/// room is lost.
bool may_be_shorter(const PlannedRotation& planned,
                    const Upset& upset,
                    const Adapted& adapted,
                    const engine::Plan& repaired) {
  const auto* after = find_row(repaired.rotations, planned.id);
  if (adapted.pushed.contains(planned.id)) return true;
  if (after != nullptr && has_no_room(*after, adapted, upset.clock)) return true;
  if (adapted.ordered.contains(planned.id)) return adapted.late_by > 0;
  if (adapted.fixed.contains(planned.id)) return false;
  return after == nullptr || after->rounds.back().end > planned.rounds.back().end;
}

/// Its last rounds that have not begun, but one where all are to come.
int spare_rounds(const PlannedRotation& planned, const Clock& clock) {
  const auto to_come =
      std::count_if(planned.rounds.begin(), planned.rounds.end(), [&](const PlannedRound& round) {
        return !clock.begun(round.start);
      });
  const auto all = static_cast<std::ptrdiff_t>(planned.rounds.size());
  return static_cast<int>(std::min(to_come, all - 1));
}

/// Parts of what is kept later are among them: a loss only grows.
void keep_least(std::vector<Shortening>& list) {
  std::stable_sort(
      list.begin(), list.end(), [](const auto& a, const auto& b) { return a.loss < b.loss; });
  if (list.size() > kMostShortenings + 1) list.resize(kMostShortenings + 1);
}

}  // namespace

std::vector<Shortening> shortenings(const Upset& upset,
                                    const Adapted& adapted,
                                    const engine::Plan& repaired) {
  std::vector<Shortening> list{{}};
  for (const auto& planned : upset.plan.rotations) {
    const auto* rotation = find_row(adapted.gathering.rotations, planned.id);
    if (rotation == nullptr || !may_be_shorter(planned, upset, adapted, repaired)) continue;
    const auto known = list.size();
    std::int64_t loss = 0;
    for (int left_out = 1; left_out <= spare_rounds(planned, upset.clock); ++left_out) {
      const auto last = planned.rounds.size() - static_cast<std::size_t>(left_out);
      const auto people = std::max<std::size_t>(1, people_in(planned.rounds[last]));
      loss += static_cast<std::int64_t>(people);
      for (std::size_t i = 0; i < known; ++i) {
        auto more = list[i];
        more.rounds.emplace(planned.id, left_out);
        more.loss += loss;
        list.push_back(std::move(more));
      }
    }
    keep_least(list);
  }
  list.erase(list.begin());
  return list;
}

engine::Plan shortened(engine::Plan plan, const Shortening& by) {
  for (const auto& [id, left_out] : by.rounds) {
    auto& rounds = find_row(plan.rotations, id)->rounds;
    rounds.resize(rounds.size() - static_cast<std::size_t>(left_out));
  }
  return plan;
}

}  // namespace scheduler
