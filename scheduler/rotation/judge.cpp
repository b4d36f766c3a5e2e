#include "scheduler/rotation/judge.h"

#include <algorithm>
#include <vector>

#include "engine/plan/meetings.h"

namespace scheduler {
namespace {

bool is_whole(const Rounds& rounds) {
  const auto cells =
      static_cast<std::size_t>(rounds.people) * static_cast<std::size_t>(rounds.count);
  return rounds.group.size() == cells &&
         std::all_of(rounds.group.begin(), rounds.group.end(), [&](std::int32_t g) {
           return g >= 0 && g < rounds.groups;
         });
}

void count_sizes(const engine::SeatingTable& tables, Judgement& judgement) {
  judgement.smallest = INT32_MAX;
  for (const auto& round : tables) {
    const auto [small, large] = std::minmax_element(
        round.begin(), round.end(), [](auto& a, auto& b) { return a.size() < b.size(); });
    const auto least = static_cast<std::int32_t>(small->size());
    const auto most = static_cast<std::int32_t>(large->size());
    judgement.smallest = std::min(judgement.smallest, least);
    judgement.largest = std::max(judgement.largest, most);
    judgement.spread = std::max(judgement.spread, most - least);
  }
}

/// How often somebody is in the group of one number, at most.
std::int32_t most_visits(const Rounds& rounds) {
  std::int32_t most = 0;
  std::vector<std::int32_t> visits;
  for (std::int32_t p = 0; p < rounds.people; ++p) {
    visits.assign(static_cast<std::size_t>(rounds.groups), 0);
    for (std::int32_t r = 0; r < rounds.count; ++r)
      most = std::max(most, ++visits[static_cast<std::size_t>(rounds.at(r, p))]);
  }
  return most;
}

}  // namespace

Judgement judge(const Rounds& rounds) {
  Judgement judgement;
  judgement.whole = is_whole(rounds);
  if (!judgement.whole || rounds.groups < 1 || rounds.count < 1) return judgement;
  engine::SeatingTable tables;
  for (std::int32_t r = 0; r < rounds.count; ++r) tables.push_back(members(rounds, r));
  count_sizes(tables, judgement);
  const auto meetings = engine::count_meetings(rounds.people, tables);
  judgement.distinct_pairs = meetings.pairs;
  judgement.repeat_meetings = meetings.repeat_meetings;
  judgement.repeat_cost = meetings.repeat_cost;
  judgement.most_meetings = meetings.most;
  judgement.most_visits = most_visits(rounds);
  return judgement;
}

}  // namespace scheduler
