#include "scheduler/explain/differences.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "engine/problem/travel.h"

namespace scheduler {
namespace {

using engine::ActivityId;
using engine::BlockId;
using engine::Interval;
using engine::Minute;
using engine::PartId;
using engine::PlaceId;
using engine::Problem;
using engine::RoomId;
using engine::RuleId;

/// Takes the differences strictly between `above` and `below` away.
void forbid(Relation& relation, Minute above, Minute below, RuleId rule) {
  if (below - above < 2) return;
  Differences left;
  for (const auto& one : relation.allowed) {
    if (one.from <= above) left.push_back({one.from, std::min(one.to, above)});
    if (one.to >= below) left.push_back({std::max(one.from, below), one.to});
  }
  std::sort(left.begin(), left.end());
  left.erase(std::unique(left.begin(), left.end()), left.end());
  if (left == relation.allowed) return;
  relation.allowed = std::move(left);
  relation.rules |= one_rule(rule);
}

/// Two stretches of time, counted from the starts of their blocks, must not overlap.
void part_times(Relation& relation, Interval a, Interval b, RuleId rule) {
  forbid(relation, a.from - b.to, a.to - b.from, rule);
}

Interval held(const Problem& problem, PartId part) {
  const auto& row = problem.parts[part];
  return {row.offset, row.offset + row.minutes};
}

/// The use of a room that is settled: the room given, the only one there is, or none.
struct Use {
  RoomId room;
  Interval time;
  std::int64_t heads = 0;
};

std::vector<Use> settled_uses(const Problem& problem,
                              const Domain& domain,
                              BlockId block,
                              RoomId given) {
  std::vector<Use> uses;
  engine::each_part(problem, block, [&](PartId part) {
    const auto& row = problem.parts[part];
    const Interval time{row.offset - row.setup, row.offset + row.minutes + row.teardown};
    engine::each_activity(problem, part, [&](ActivityId a) {
      RoomId room = given;
      const auto choices = problem.room_choices[a];
      if (!room.exists() && domain.rooms.size() == 1) room = domain.rooms.front().room;
      if (!room.exists() && domain.rooms.empty() && choices.size() == 1) room = choices.front();
      if (room.exists()) uses.push_back({room, time, problem.activities[a].heads});
    });
  });
  return uses;
}

template <class Row, class Near>
bool names(const std::vector<Row>& rows, std::span<const std::int32_t> of_block, Near near) {
  return std::any_of(of_block.begin(), of_block.end(), [&](std::int32_t i) {
    return near(rows[static_cast<std::size_t>(i)]);
  });
}

bool belongs(const Problem& problem, BlockId item, BlockId block) {
  const auto [first, last] = engine::blocks_of_item(problem, item);
  return first <= block && block <= last;
}

std::vector<PlaceId> places_of_part(const Problem& problem, const Domain& domain, PartId part) {
  std::vector<PlaceId> places;
  bool known = true;
  engine::each_activity(problem, part, [&](ActivityId a) {
    known = known && !problem.room_choices[a].empty();
    if (domain.rooms.empty())
      for (const RoomId room : problem.room_choices[a]) places.push_back(problem.rooms[room].place);
  });
  for (const auto& room : domain.rooms) places.push_back(problem.rooms[room.room].place);
  if (!known) places.clear();
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

}  // namespace

PairRules::PairRules(const Problem& problem, const std::vector<Domain>& domains)
    : problem_(problem), domains_(domains) {
  problem.parts.each([&](PartId part) {
    places_.add(places_of_part(problem, domains[problem.parts[part].block.index()], part));
  });
}

Relation PairRules::between(BlockId a, BlockId b, PairOfRooms rooms) const {
  Relation relation{a, b, {{-kFar, kFar}}, 0, false};
  part_people(relation, rooms);
  part_rooms(relation, rooms);
  part_equipment(relation);
  keep_order(relation);
  return relation;
}

bool PairRules::days_fit(const Relation& relation, Minute start_a, Minute start_b) const {
  if (!is_hard(problem_, RuleId::Precedence)) return true;
  const auto rows = problem_.precedences_of[relation.a];
  return std::all_of(rows.begin(), rows.end(), [&](std::int32_t i) {
    const auto& row = problem_.precedences[static_cast<std::size_t>(i)];
    const bool forth = row.earlier == relation.a && row.later == relation.b;
    const bool back = row.earlier == relation.b && row.later == relation.a;
    if (!forth && !back) return true;
    const Minute end = (forth ? start_a : start_b) + problem_.blocks[row.earlier].minutes;
    return engine::days_are_right(
        row, problem_.term_days, engine::day_of(end), engine::day_of(forth ? start_b : start_a));
  });
}

Minute PairRules::travel(PartId from, RoomId from_room, PartId to, RoomId to_room) const {
  const std::array<PlaceId, 2> known{
      from_room.exists() ? problem_.rooms[from_room].place : PlaceId{},
      to_room.exists() ? problem_.rooms[to_room].place : PlaceId{}};
  const auto of = [&](std::size_t i, PartId part) {
    return known.at(i).exists() ? std::span<const PlaceId>(&known.at(i), 1) : places_[part];
  };
  const auto here = of(0, from);
  const auto there = of(1, to);
  if (here.empty() || there.empty()) return 0;
  Minute least = kFar;
  for (const PlaceId p : here) {
    if (std::binary_search(there.begin(), there.end(), p)) return 0;  // none within one place
    for (const PlaceId q : there) least = std::min(least, engine::minutes_between(problem_, p, q));
  }
  return std::max(0, least);
}

void PairRules::part_people(Relation& relation, PairOfRooms rooms) const {
  const bool apart = is_hard(problem_, RuleId::PersonOverlap);
  const bool travels = is_hard(problem_, RuleId::TravelTime);
  if (!apart && !travels) return;
  engine::each_part(problem_, relation.a, [&](PartId pa) {
    for (const auto& near : problem_.neighbours[pa]) {
      if (problem_.parts[near.part].block != relation.b) continue;
      const auto a = held(problem_, pa);
      const auto b = held(problem_, near.part);
      if (apart) part_times(relation, a, b, RuleId::PersonOverlap);
      if (!travels) continue;
      const auto there = travel(pa, rooms.a, near.part, rooms.b);
      const auto back = travel(near.part, rooms.b, pa, rooms.a);
      // Not overlapping, and yet too close: one begins before the other's end and the way.
      if (there > 0) forbid(relation, a.to - b.from - 1, a.to - b.from + there, RuleId::TravelTime);
      if (back > 0) forbid(relation, a.from - b.to - back, a.from - b.to + 1, RuleId::TravelTime);
    }
  });
}

void PairRules::part_rooms(Relation& relation, PairOfRooms rooms) const {
  const auto& rotation = problem_.blocks[relation.a].rotation;
  const bool same = rotation.exists() && rotation == problem_.blocks[relation.b].rotation;
  const auto uses_b = settled_uses(problem_, domains_[relation.b.index()], relation.b, rooms.b);
  if (uses_b.empty()) return;
  for (const auto& a : settled_uses(problem_, domains_[relation.a.index()], relation.a, rooms.a))
    for (const auto& b : uses_b) {
      if (a.room != b.room) continue;
      const auto& room = problem_.rooms[a.room];
      if (room.shared) {
        if (a.heads + b.heads > room.capacity && is_hard(problem_, RuleId::RoomCapacity))
          part_times(relation, a.time, b.time, RuleId::RoomCapacity);
      } else if (!same && is_hard(problem_, RuleId::RoomOverlap)) {
        part_times(relation,
                   {a.time.from - room.setup, a.time.to + room.setup},
                   b.time,
                   RuleId::RoomOverlap);
      }
    }
}

void PairRules::part_equipment(Relation& relation) const {
  if (!is_hard(problem_, RuleId::EquipmentStock)) return;
  const auto first = [&](BlockId block) { return problem_.blocks[block].first_part; };
  const auto needs = [&](BlockId block) {
    return problem_.equipment[problem_.parts[first(block)].first_activity];
  };
  const auto use = [&](BlockId block) -> Interval {
    const auto& part = problem_.parts[first(block)];
    return {-part.setup, part.minutes + part.teardown};
  };
  for (const auto& a : needs(relation.a))
    for (const auto& b : needs(relation.b))
      if (a.equipment == b.equipment && a.count + b.count > problem_.stock[a.equipment])
        part_times(relation, use(relation.a), use(relation.b), RuleId::EquipmentStock);
}

void PairRules::keep_order(Relation& relation) const {
  const auto a = relation.a;
  const auto b = relation.b;
  const auto minutes = [&](BlockId block) { return problem_.blocks[block].minutes; };
  const auto most = [](Minute gap) { return std::min(gap, kFar / 2); };
  if (is_hard(problem_, RuleId::Precedence))
    for (const auto i : problem_.precedences_of[a]) {
      const auto& row = problem_.precedences[static_cast<std::size_t>(i)];
      // What the gaps in days come to in minutes at least and at most: few starts are left to try.
      constexpr Minute kDay = engine::kMinutesPerDay;
      const Minute least = minutes(row.earlier) + std::max(row.gap, (row.gap_days - 1) * kDay);
      const bool soon = row.max_gap_days < kFar / (2 * kDay);
      const Minute longest =
          soon ? std::min(row.max_gap, (row.max_gap_days + 1) * kDay) : row.max_gap;
      const Minute last = minutes(row.earlier) + most(longest);
      if (row.later != b && row.earlier != b) continue;
      relation.in_days = relation.in_days || row.gap_days > 0 || row.max_gap_days != INT32_MAX ||
                         row.max_term_days != INT32_MAX;
      if (row.later == b) {
        forbid(relation, -kFar - 1, least, RuleId::Precedence);
        if (longest != INT32_MAX) forbid(relation, last, kFar + 1, RuleId::Precedence);
      } else {
        forbid(relation, -least, kFar + 1, RuleId::Precedence);
        if (longest != INT32_MAX) forbid(relation, -kFar - 1, -last, RuleId::Precedence);
      }
    }
  const auto both = [&](const std::pair<BlockId, BlockId>& row) {
    return row == std::pair(std::min(a, b), std::max(a, b));
  };
  if (is_hard(problem_, RuleId::SameStart) &&
      names(problem_.same_start, problem_.same_start_of[a], both)) {
    forbid(relation, -kFar - 1, 0, RuleId::SameStart);
    forbid(relation, 0, kFar + 1, RuleId::SameStart);
  }
  if (!is_hard(problem_, RuleId::NotWith)) return;
  for (const auto index : problem_.not_with_of[a]) {
    const auto& row = problem_.not_with[static_cast<std::size_t>(index)];
    const bool named = (belongs(problem_, row.first, a) && belongs(problem_, row.second, b)) ||
                       (belongs(problem_, row.first, b) && belongs(problem_, row.second, a));
    if (named)
      part_times(relation, {0, minutes(a) + row.gap}, {0, minutes(b) + row.gap}, RuleId::NotWith);
  }
}

std::vector<std::pair<BlockId, BlockId>> PairRules::pairs() const {
  std::vector<std::pair<BlockId, BlockId>> list;
  const auto add = [&](BlockId a, BlockId b) {
    if (a == b || problem_.blocks[a].optional || problem_.blocks[b].optional) return;
    list.emplace_back(std::min(a, b), std::max(a, b));
  };
  const auto add_all = [&](const std::vector<BlockId>& blocks) {
    for (std::size_t i = 0; i < blocks.size(); ++i)
      for (std::size_t j = i + 1; j < blocks.size(); ++j) add(blocks[i], blocks[j]);
  };
  problem_.parts.each([&](PartId part) {
    for (const auto& near : problem_.neighbours[part])
      add(problem_.parts[part].block, problem_.parts[near.part].block);
  });
  for (const auto& row : problem_.precedences) add(row.earlier, row.later);
  for (const auto& [a, b] : problem_.same_start) add(a, b);
  for (const auto& row : problem_.not_with) {
    const auto [first, last] = engine::blocks_of_item(problem_, row.first);
    const auto [from, to] = engine::blocks_of_item(problem_, row.second);
    for (BlockId x = first; x <= last; ++x.value)
      for (BlockId y = from; y <= to; ++y.value) add(x, y);
  }
  std::vector<std::vector<BlockId>> in_room(problem_.rooms.size());
  std::vector<std::vector<BlockId>> with_equipment(problem_.stock.size());
  problem_.blocks.each([&](BlockId block) {
    for (const auto& use : settled_uses(problem_, domains_[block.index()], block, {}))
      if (in_room[use.room.index()].empty() || in_room[use.room.index()].back() != block)
        in_room[use.room.index()].push_back(block);
    for (const auto& need : problem_.equipment[engine::first_activity(problem_, block)])
      with_equipment[need.equipment.index()].push_back(block);
  });
  for (const auto& blocks : in_room) add_all(blocks);
  for (const auto& blocks : with_equipment) add_all(blocks);
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
  return list;
}

}  // namespace scheduler
