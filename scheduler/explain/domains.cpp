#include "scheduler/explain/domains.h"

#include <algorithm>
#include <map>
#include <utility>

#include "scheduler/explain/alone.h"

namespace scheduler {
namespace {

using engine::BlockId;
using engine::Interval;
using engine::Minute;
using engine::PersonId;
using engine::Problem;
using engine::RoomId;
using engine::RuleId;

bool chooses_a_room(const Problem& problem, BlockId block) {
  return !problem.blocks[block].rotation.exists() &&
         !problem.room_choices[engine::first_activity(problem, block)].empty();
}

/// Leaves only the starts at which some room is open.
void keep_starts_with_a_room(Domain& domain) {
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < domain.starts.size(); ++i)
    if (std::any_of(
            domain.rooms.begin(), domain.rooms.end(), [&](const RoomDomain& r) { return r.at(i); }))
      kept.push_back(i);
  if (kept.size() == domain.starts.size()) return;
  std::vector<Minute> starts;
  for (const auto i : kept) starts.push_back(domain.starts[i]);
  domain.starts = std::move(starts);
  for (auto& room : domain.rooms) {
    if (room.open.empty()) continue;
    std::vector<bool> open;
    for (const auto i : kept) open.push_back(room.open[i]);
    room.open = std::move(open);
  }
}

Domain domain_of(const Problem& problem, const Alone& alone, BlockId block) {
  Domain domain;
  for (const Minute start : problem.starts[block])
    if (alone.by_start(block, start) == 0) domain.starts.push_back(start);
  if (problem.starts[block].empty() || !chooses_a_room(problem, block)) return domain;
  for (const RoomId room : problem.room_choices[engine::first_activity(problem, block)]) {
    if (alone.by_room(block, room) != 0) continue;
    RoomDomain row{room, {}};
    if (alone.has_hours(block, room)) {
      for (const Minute start : domain.starts)
        row.open.push_back(alone.by_both(block, start, room) == 0);
      if (std::find(row.open.begin(), row.open.end(), true) == row.open.end()) continue;
    }
    domain.rooms.push_back(std::move(row));
  }
  keep_starts_with_a_room(domain);
  return domain;
}

/// One start and room, and the hard rules that the block breaks there.
struct Refusal {
  Minute start = 0;
  RoomId room;
  RuleSet rules = 0;
};

std::vector<Refusal> refusals_of(const Problem& problem, const Alone& alone, BlockId block) {
  std::vector<Refusal> list;
  for (const Minute start : problem.starts[block]) {
    const auto rules = alone.by_start(block, start);
    if (!chooses_a_room(problem, block)) {
      list.push_back({start, {}, rules});
      continue;
    }
    for (const RoomId room : problem.room_choices[engine::first_activity(problem, block)])
      list.push_back(
          {start, room, rules | alone.by_room(block, room) | alone.by_both(block, start, room)});
  }
  return list;
}

/// Rules enough to refuse every start and room; without any one of them some would be left.
RuleSet needed_rules(const std::vector<Refusal>& refusals) {
  RuleSet kept = 0;
  for (const auto& one : refusals) kept |= one.rules;
  for (unsigned bit = 0; bit < engine::kRuleCount; ++bit) {
    const auto without = kept & ~(RuleSet{1} << bit);
    if (std::all_of(refusals.begin(), refusals.end(), [&](const Refusal& one) {
          return (one.rules & without) != 0;
        }))
      kept = without;
  }
  return kept;
}

/// Where a session is in whichever of its rooms; none when they are apart.
engine::PlaceId only_place(const Problem& problem, BlockId block) {
  if (problem.blocks[block].rotation.exists()) return {};
  engine::PlaceId place;
  for (const RoomId room : problem.room_choices[engine::first_activity(problem, block)]) {
    const auto here = problem.rooms[room].place;
    if (place.exists() && place != here) return {};
    place = here;
  }
  return place;
}

std::vector<PersonId> people_away(const Problem& problem, BlockId block, Minute start) {
  std::vector<PersonId> away;
  const auto place = only_place(problem, block);
  engine::each_part(problem, block, [&](engine::PartId part) {
    const auto& row = problem.parts[part];
    const Interval held{start + row.offset, start + row.offset + row.minutes};
    for (const PersonId p : problem.attendees[part]) {
      if (engine::is_away(problem, p, held, place)) away.push_back(p);
    }
  });
  return away;
}

/// Few people of whom one at least is away at each of the starts: those away most often first.
std::vector<PersonId> enough_people_away(const Problem& problem,
                                         BlockId block,
                                         std::vector<Minute> starts) {
  std::vector<PersonId> named;
  while (!starts.empty()) {
    std::map<PersonId, std::vector<Minute>> away;
    for (const Minute start : starts)
      for (const PersonId p : people_away(problem, block, start))
        if (away[p].empty() || away[p].back() != start) away[p].push_back(start);
    const auto most = std::max_element(away.begin(), away.end(), [](const auto& a, const auto& b) {
      return a.second.size() < b.second.size();
    });
    if (most == away.end()) break;
    named.push_back(most->first);
    std::vector<Minute> left;
    std::set_difference(starts.begin(),
                        starts.end(),
                        most->second.begin(),
                        most->second.end(),
                        std::back_inserter(left));
    starts = std::move(left);
  }
  std::sort(named.begin(), named.end());
  return named;
}

}  // namespace

std::vector<Domain> domains_of(const Problem& problem) {
  const Alone alone(problem);
  std::vector<Domain> domains;
  problem.blocks.each([&](BlockId b) { domains.push_back(domain_of(problem, alone, b)); });
  return domains;
}

std::vector<Cause> causes_of_no_place(const Problem& problem, BlockId block) {
  const auto refusals = refusals_of(problem, Alone(problem), block);
  const auto needed = needed_rules(refusals);
  std::vector<Cause> causes;
  for (unsigned bit = 0; bit < engine::kRuleCount; ++bit) {
    if ((needed >> bit & 1) == 0) continue;
    Cause cause{.rule = static_cast<RuleId>(bit), .people = {}, .rooms = {}, .blocks = {}};
    std::vector<Minute> starts;  // those that no other of the rules refuses
    for (const auto& one : refusals) {
      if ((one.rules & needed) != one_rule(cause.rule)) continue;
      if (starts.empty() || starts.back() != one.start) starts.push_back(one.start);
      if (one.room.exists() &&
          std::find(cause.rooms.begin(), cause.rooms.end(), one.room) == cause.rooms.end())
        cause.rooms.push_back(one.room);
    }
    if (cause.rule == RuleId::PersonUnavailable)
      cause.people = enough_people_away(problem, block, starts);
    causes.push_back(std::move(cause));
  }
  return causes;
}

}  // namespace scheduler
