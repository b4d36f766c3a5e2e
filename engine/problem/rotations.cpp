#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/ranges.h>

#include "engine/problem/able.h"
#include "engine/problem/blocks.h"
#include "engine/problem/calendar.h"
#include "engine/problem/rotation_rows.h"
#include "engine/problem/round_starts.h"
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
  std::vector<std::uint8_t> closed{};  ///< [round × stations + station]; empty: none ever is

  [[nodiscard]] bool closed_in(std::int32_t round, std::size_t station) const {
    return !closed.empty() &&
           closed[static_cast<std::size_t>(round) * stations.size() + station] != 0;
  }
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
      {.item = state({"{0} / {1}", "{0} / {1}"}, named(plan.rotation), named(station)),
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

RoundTime time_of(const Rotation& r, std::int32_t round) {
  if (!r.held.empty()) return r.held[static_cast<std::size_t>(round)];
  return {r.contiguous ? round * (r.minutes.value + r.changeover) : 0, r.minutes.value};
}

void add_rotation_block(Compiling& c, const RotationPlan& plan, std::int32_t round) {
  const auto& r = plan.rotation;
  BlockRow row{.minutes = time_of(r, round).minutes,
               .people = std::max(1, static_cast<std::int32_t>(plan.expected.size())),
               .rotation = plan.id,
               .round = round,
               .first_part = {static_cast<std::int32_t>(c.problem.parts.size()) + round},
               .kind = kind_of(r.format.value)};
  if (r.contiguous) {
    row.part_count = plan.rounds;
    const auto last = time_of(r, plan.rounds - 1);
    row.minutes = last.offset + last.minutes;
  }
  BlockTimes times;
  times.starts = candidate_starts(c,
                                  {.item = named(r),
                                   .timing = r.timing,
                                   .minutes = row.minutes,
                                   .minutes_where = r.minutes.where,
                                   .follows = round > 0});
  times.preferred = stretches(c, r.timing.preferred);
  if (round > 0) {
    add_block(c, row, times);
    return;
  }
  times.published = published_start(c, r.timing, times.starts);
  const bool rooms_fixed =
      std::all_of(plan.stations.begin(), plan.stations.end(), [](const ActivityPlan& station) {
        return station.locked_room.exists();
      });
  if (rooms_fixed && !plan.stations.empty()) times.locked = fixed_start(c, r.timing);
  add_block(c, row, times);
}

/// Round by round: who cannot be there, and which stations cannot take place.
class RoundByRound {
 public:
  RoundByRound(const Compiling& c, const RotationPlan& plan, BlockId first) : c_(c), plan_(plan) {
    const auto& rotation = plan.rotation;
    const auto at_once = c.problem.starts[first];
    if (rotation.contiguous)
      starts_.assign(static_cast<std::size_t>(plan.rounds), {at_once.begin(), at_once.end()});
    else
      starts_ = starts_of_rounds(c, {first, plan.rounds, rotation.changeover}, plan.expected);
  }

  /// [round × participants + participant]; empty when everybody can always be there. Somebody who
  /// can never come is left to be complained about.
  [[nodiscard]] std::vector<std::uint8_t> absent() const {
    if (!plan_.seated() || !c_.is_hard(RuleId::PersonUnavailable)) return {};
    return missing(plan_.expected.size(), [&](std::size_t p, std::size_t round) {
      return !comes(plan_.expected[p], round);
    });
  }

  /// [round × stations + station]: its room is closed, or somebody of its team away. A station that
  /// can never take place is left to be complained about.
  [[nodiscard]] std::vector<std::uint8_t> closed() const {
    if (!plan_.seated()) return {};
    return missing(plan_.stations.size(), [&](std::size_t s, std::size_t round) {
      return !can_take_place(plan_.stations[s], round);
    });
  }

 private:
  template <class F>
  [[nodiscard]] std::vector<std::uint8_t> missing(std::size_t columns, F is_missing) const {
    const auto rounds = static_cast<std::size_t>(plan_.rounds);
    std::vector<std::uint8_t> table(rounds * columns);
    bool any = false;
    for (std::size_t column = 0; column < columns; ++column) {
      std::size_t misses = 0;
      for (std::size_t r = 0; r < rounds; ++r)
        misses += table[r * columns + column] = is_missing(column, r) ? 1 : 0;
      if (misses == rounds)
        for (std::size_t r = 0; r < rounds; ++r) table[r * columns + column] = 0;
      any = any || (misses > 0 && misses < rounds);
    }
    return any ? table : std::vector<std::uint8_t>{};
  }

  [[nodiscard]] Interval held(std::size_t round) const {
    const auto time = time_of(plan_.rotation, static_cast<std::int32_t>(round));
    return {time.offset, time.offset + time.minutes};
  }

  [[nodiscard]] bool comes(PersonId person, std::size_t round) const {
    return can_come(c_, person, starts_[round], held(round));
  }

  [[nodiscard]] bool can_take_place(const ActivityPlan& station, std::size_t round) const {
    const auto& team = station.team.named;
    const bool team_comes = !c_.is_hard(RuleId::PersonUnavailable) ||
                            std::all_of(team.begin(), team.end(), [&](PersonId person) {
                              return comes(person, round);
                            });
    const auto& starts = starts_[round];
    const auto& rooms = station.rooms;
    const PartTimes times{held(round), held(round)};
    const bool has_room =
        rooms.choices.empty() || starts.empty() ||
        std::any_of(starts.begin(), starts.end(), [&](Minute start) {
          return std::any_of(rooms.choices.begin(), rooms.choices.end(), [&](RoomId room) {
            return room_can(c_, rooms.windows, room, moved(times, start));
          });
        });
    return team_comes && has_room;
  }

  const Compiling& c_;
  const RotationPlan& plan_;
  std::vector<std::vector<Minute>> starts_;  ///< [round]: of its block
};

/// A station that cannot take place in a round: no room, no team, nobody there.
ActivityPlan at_rest(const ActivityPlan& station) {
  ActivityPlan rest;
  rest.row = station.row;
  rest.row.min_people = rest.row.max_people = 0;
  return rest;
}

bool has_feature(const Room& room, const std::string& feature) {
  return std::any_of(room.features.begin(), room.features.end(), [&](const Key& key) {
    return key.value == feature;
  });
}

/// Where people who need a feature that some rooms have cannot go: stations that may be in a room
/// without it. What no station has is nobody's reason to sit elsewhere. Nothing of this is ever
/// said: a need is nobody's business.
std::vector<std::uint8_t> out_of_reach(const Compiling& c, const RotationPlan& plan) {
  const auto stations = plan.stations.size();
  std::vector<std::uint8_t> table(plan.expected.size() * stations);
  bool any = false;
  for (std::size_t p = 0; p < plan.expected.size(); ++p)
    for (const auto& need : c.gathering.people[plan.expected[p].index()].needs) {
      std::vector<std::uint8_t> lacks(stations);
      for (std::size_t s = 0; s < stations; ++s) {
        const auto& rooms = plan.stations[s].rooms.choices;
        lacks[s] = std::all_of(rooms.begin(),
                               rooms.end(),
                               [&](RoomId room) {
                                 return has_feature(c.gathering.rooms[room.index()], need);
                               })
                       ? 0
                       : 1;
      }
      if (std::count(lacks.begin(), lacks.end(), 1) == static_cast<std::ptrdiff_t>(stations))
        continue;
      for (std::size_t s = 0; s < stations; ++s) {
        table[p * stations + s] = std::max(table[p * stations + s], lacks[s]);
        any = any || lacks[s] != 0;
      }
    }
  return any ? table : std::vector<std::uint8_t>{};
}

PartId add_round(Compiling& c,
                 const RotationPlan& plan,
                 BlockId block,
                 std::int32_t round,
                 const RotationRow& row) {
  const auto time = time_of(plan.rotation, round);
  std::vector<PersonId> attendees;
  auto stations = plan.stations;
  for (std::size_t s = 0; s < stations.size(); ++s)
    if (plan.closed_in(round, s)) stations[s] = at_rest(stations[s]);
  if (plan.seated())
    for (std::size_t p = 0; p < plan.expected.size(); ++p)
      if (row.present(round, static_cast<std::int32_t>(p))) attendees.push_back(plan.expected[p]);
  for (const auto& station : stations)
    attendees.insert(attendees.end(), station.team.named.begin(), station.team.named.end());
  const auto part =
      add_part(c,
               {.block = block,
                .offset = time.offset,
                .minutes = time.minutes,
                .rotation = plan.id,
                .round = round,
                .first_activity = {static_cast<std::int32_t>(c.problem.activities.size())},
                .activity_count = static_cast<std::int32_t>(plan.stations.size())},
               std::move(attendees));
  for (const auto& station : stations) add_activity(c, station, part);
  return part;
}

/// Whoever needs what few stations have would be sent to others: how many there are is said, never
/// for whom.
void say_too_few_within_reach(Compiling& c, const RotationPlan& plan, const RotationRow& row) {
  if (row.revisit || row.out_of_reach.empty()) return;
  std::ptrdiff_t fewest = row.stations;
  for (auto at = row.out_of_reach.begin(); at != row.out_of_reach.end(); at += row.stations)
    fewest = std::min(fewest, std::count(at, at + row.stations, std::uint8_t{0}));
  if (fewest >= plan.rounds) return;
  c.diagnostics.warning(
      plan.rotation.id.where,
      say({"«\u202f{0}\u202f»\u00a0: {1}\u00a0{1:poste a|postes ont} tout ce que les participants "
           "demandent (needs), et en {2}\u00a0{2:tour|tours} personne n’en voit un deux "
           "fois\u00a0: "
           "qui en a besoin irait aussi ailleurs",
           "\"{0}\": {1} {1:station has|stations have} all that participants need (needs), and in "
           "{2} {2:round|rounds} nobody sees one twice: whoever needs it would go elsewhere as "
           "well"},
          plan.rotation.id.value,
          fewest,
          plan.rounds));
}

/// Who is there for some of the rounds only gets no seat in the others.
void say_who_misses_rounds(Compiling& c, const RotationPlan& plan, const RotationRow& row) {
  if (row.absent.empty()) return;
  for (std::size_t p = 0; p < plan.expected.size(); ++p) {
    std::vector<std::int32_t> missed;
    for (std::int32_t r = 0; r < plan.rounds; ++r)
      if (!row.present(r, static_cast<std::int32_t>(p))) missed.push_back(r + 1);
    if (missed.empty()) continue;
    const auto& person = c.gathering.people[plan.expected[p].index()];
    c.diagnostics.warning(
        person.available.front().where,
        say({"{0} ne peut pas être à tous les tours de «\u202f{1}\u202f» et n’a pas de place au "
             "tour {2} (available)",
             "{0} cannot be there in all rounds of \"{1}\" and has no seat in round {2} "
             "(available)"},
            person.name.empty() ? person.id.value : person.name,
            plan.rotation.id.value,
            fmt::join(missed, ", ")));
  }
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
  ItemBlocks blocks{.first = {static_cast<std::int32_t>(c.problem.blocks.size())},
                    .count = plan.rotation.contiguous ? 1 : plan.rounds};
  for (std::int32_t round = 0; round < blocks.count; ++round) add_rotation_block(c, plan, round);
  const RoundByRound look(c, plan, blocks.first);
  plan.closed = look.closed();
  row.absent = look.absent();
  if (plan.seated()) row.out_of_reach = out_of_reach(c, plan);
  say_too_few_within_reach(c, plan, row);
  say_who_misses_rounds(c, plan, row);
  for (std::int32_t round = 0; round < plan.rounds; ++round) {
    const BlockId block{blocks.first.value + (plan.rotation.contiguous ? 0 : round)};
    row.parts.push_back(add_round(c, plan, block, round, row));
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
