#include <algorithm>
#include <utility>
#include <vector>

#include "engine/problem/blocks.h"
#include "engine/problem/calendar.h"
#include "engine/problem/rotation_rows.h"
#include "engine/problem/steps.h"
#include "engine/problem/who.h"

namespace engine {
namespace {

/// A rotation on its way to rows: read once, then repeated in every round.
struct RotationPlan {
  const Rotation& rotation;
  std::size_t item = 0;  ///< in Compiling::items
  RotationId id;
  std::int32_t rounds = 1;
  std::vector<PersonId> expected{};  ///< WHO takes part; with Pattern::Free only a number
  std::vector<ActivityPlan> stations{};

  [[nodiscard]] bool seated() const { return rotation.pattern.value != Pattern::Free; }
};

/// Every station's people are counted in the one room of plain tables, so no table is too small.
void limit_to_rooms(const Compiling& c, const Rotation& rotation, ActivityPlan& plan) {
  if (rotation.plain_tables || plan.rooms.choices.empty() || !c.is_hard(RuleId::RoomCapacity))
    return;
  std::int32_t largest = 0;
  for (const auto room : plan.rooms.choices)
    largest = std::max(largest, c.problem.rooms[room].capacity);
  plan.row.max_people = std::min(plan.row.max_people, largest);
}

ActivityPlan station_plan(Compiling& c,
                          const RotationPlan& plan,
                          std::size_t row,
                          std::int32_t load) {
  const auto& station = plan.rotation.stations[row];
  ActivityPlan activity;
  activity.row.station = static_cast<std::int32_t>(row);
  activity.row.heads = load;
  if (station.min_people) activity.row.min_people = station.min_people->value;
  if (station.max_people) activity.row.max_people = station.max_people->value;
  activity.team = read_team(c, station.team, plan.item);
  activity.rooms = offer_rooms(
      c,
      {.item = plan.rotation.id.value + " / " + station.id.value,
       .written = station.rooms,
       .needs = station.needs,
       .heads = std::max({1, load, activity.row.min_people}),
       .heads_where = station.min_people ? station.min_people->where : station.id.where});
  if (plan.seated()) limit_to_rooms(c, plan.rotation, activity);
  return activity;
}

/// With pattern "free" people stroll: each station gets its share of those expected.
std::vector<std::int32_t> loads(const RotationPlan& plan) {
  const auto& stations = plan.rotation.stations;
  if (plan.seated()) return std::vector<std::int32_t>(stations.size());
  std::vector<std::int32_t> limits;
  limits.reserve(stations.size());
  for (const auto& station : stations)
    limits.push_back(station.max_people ? station.max_people->value : ActivityRow{}.max_people);
  return shared_out(static_cast<std::int32_t>(plan.expected.size()), limits);
}

RotationPlan plan_of(Compiling& c, std::size_t row) {
  const auto& rotation = c.gathering.rotations[row];
  RotationPlan plan{.rotation = rotation,
                    .item = c.item_of_rotation(row),
                    .id = {static_cast<std::int32_t>(row)},
                    .rounds = std::max(1, rotation.rounds.value)};
  plan.expected = people_of(c, rotation.participants, plan.item);
  const auto load = loads(plan);
  for (std::size_t i = 0; i < rotation.stations.size(); ++i)
    plan.stations.push_back(station_plan(c, plan, i, load[i]));
  return plan;
}

BlockId add_rotation_block(Compiling& c, const RotationPlan& plan, std::int32_t round) {
  const auto& r = plan.rotation;
  BlockRow row{.minutes = r.minutes.value,
               .people = std::max(1, static_cast<std::int32_t>(plan.expected.size())),
               .rotation = plan.id,
               .round = round,
               .first_part = {static_cast<std::int32_t>(c.problem.parts.size())},
               .kind = kind_of(r.format.value)};
  if (r.contiguous) {
    row.part_count = plan.rounds;
    row.minutes = plan.rounds * r.minutes.value + (plan.rounds - 1) * r.changeover;
  }
  BlockTimes times;
  times.starts = candidate_starts(c,
                                  {.item = r.id.value,
                                   .timing = r.timing,
                                   .minutes = row.minutes,
                                   .minutes_where = r.minutes.where,
                                   .follows = round > 0});
  times.preferred = stretches(c, r.timing.preferred);
  if (round > 0) return add_block(c, row, times);
  times.published = published_start(c, r.timing, times.starts);
  const bool rooms_fixed =
      std::all_of(plan.stations.begin(), plan.stations.end(), [](const ActivityPlan& station) {
        return station.locked_room.exists();
      });
  if (rooms_fixed && !plan.stations.empty()) times.locked = fixed_start(c, r.timing);
  return add_block(c, row, times);
}

PartId add_round(Compiling& c, const RotationPlan& plan, BlockId block, std::int32_t round) {
  const auto& r = plan.rotation;
  std::vector<PersonId> attendees;
  if (plan.seated()) attendees = plan.expected;
  for (const auto& station : plan.stations)
    attendees.insert(attendees.end(), station.team.named.begin(), station.team.named.end());
  const auto part =
      add_part(c,
               {.block = block,
                .offset = r.contiguous ? round * (r.minutes.value + r.changeover) : 0,
                .minutes = r.minutes.value,
                .rotation = plan.id,
                .round = round,
                .first_activity = {static_cast<std::int32_t>(c.problem.activities.size())},
                .activity_count = static_cast<std::int32_t>(plan.stations.size())},
               std::move(attendees));
  for (const auto& station : plan.stations) add_activity(c, station, part);
  return part;
}

void add_seats(Compiling& c, RotationRow& row) {
  row.first_seat = {static_cast<std::int32_t>(c.problem.seats.size())};
  for (const auto part : row.parts)
    for (std::size_t i = 0; i < row.participants.size(); ++i)
      c.problem.seats.add({.part = part,
                           .person = row.participants[i],
                           .participant = static_cast<std::int32_t>(i)});
}

/// Fixed start and fixed rooms: what is written stays.
void lock_rooms(const Compiling& c, RotationPlan& plan) {
  if (fixed_start(c, plan.rotation.timing) == kNever || !plan.rotation.contiguous) return;
  for (auto& station : plan.stations)
    if (station.rooms.choices.size() == 1 &&
        plan.rotation.stations[static_cast<std::size_t>(station.row.station)].rooms.size() == 1)
      station.locked_room = station.rooms.choices.front();
}

void publish_rooms(Compiling& c, RotationPlan& plan) {
  for (auto& station : plan.stations)
    station.published_room = published_room(c, plan.rotation.timing, station.rooms);
}

void add_rotation(Compiling& c, std::size_t index) {
  auto plan = plan_of(c, index);
  lock_rooms(c, plan);
  publish_rooms(c, plan);
  auto row = rotation_row(c, plan.rotation, plan.expected);
  BlockId block;
  ItemBlocks blocks{.first = {static_cast<std::int32_t>(c.problem.blocks.size())}};
  for (std::int32_t round = 0; round < plan.rounds; ++round) {
    if (round == 0 || !plan.rotation.contiguous) {
      block = add_rotation_block(c, plan, round);
      ++blocks.count;
    }
    row.parts.push_back(add_round(c, plan, block, round));
  }
  add_seats(c, row);
  c.problem.rotations.add(std::move(row));
  c.items.push_back(blocks);
}

}  // namespace

void add_rotations(Compiling& c) {
  for (std::size_t row = 0; row < c.gathering.rotations.size(); ++row) add_rotation(c, row);
  read_wishes(c);
}

}  // namespace engine
