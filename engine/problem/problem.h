/// The compiled, immutable form of a gathering: dense tables, no strings, shared by all threads.
///
/// Three levels. A *block* is what gets a start: a session, a contiguous rotation, or one round of
/// a rotation whose rounds are apart. A *part* is a stretch of a block that people attend: the
/// session itself, or one round. An *activity* is what happens in one room during a part: the
/// session itself, or one station. People, rooms, sites and equipment keep the row numbers of the
/// Gathering's vectors.
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/model/id.h"
#include "engine/model/time.h"
#include "engine/problem/ticks.h"
#include "engine/rules/catalogue.h"

namespace engine {

using PersonId = Id<struct PersonTag>;
using RoomId = Id<struct RoomTag>;
using SiteId = Id<struct SiteTag>;
using PlaceId = Id<struct PlaceTag>;  ///< rooms with the same travel times share a place
using EquipmentId = Id<struct EquipmentTag>;
using BlockId = Id<struct BlockTag>;
using PartId = Id<struct PartTag>;
using ActivityId = Id<struct ActivityTag>;
using RotationId = Id<struct RotationTag>;  ///< row of Gathering::rotations
using SlotId = Id<struct SlotTag>;          ///< one open place in a team
using ThemeId = Id<struct ThemeTag>;        ///< a tag of sessions
using SeatId = Id<struct SeatTag>;          ///< one participant in one round: who sits where

/// What an item is to the people who come for it. Welcomes are pauses, as breaks are.
enum class ItemKind : std::uint8_t { Session, Meal, Pause, Journey };

struct BlockRow {
  Minute minutes = 0;         ///< from the start of its first part to the end of its last
  std::int32_t people = 0;    ///< who lose it when it is left out
  std::int32_t priority = 1;  ///< of the session; 1 for rotations
  bool optional = false;
  std::int32_t session = -1;  ///< row of Gathering::sessions, or -1
  RotationId rotation;        ///< or none
  std::int32_t round = 0;     ///< of a rotation whose rounds are apart; else 0
  PartId first_part;
  std::int32_t part_count = 1;
  ItemKind kind = ItemKind::Session;  ///< of its format
};

struct PartRow {
  BlockId block;
  Minute offset = 0;  ///< from the start of the block
  Minute minutes = 0;
  Minute setup = 0;        ///< before, room and equipment only
  Minute teardown = 0;     ///< after, likewise
  RotationId rotation;     ///< or none
  std::int32_t round = 0;  ///< of the rotation, 0-based
  ActivityId first_activity;
  std::int32_t activity_count = 1;
};

struct ActivityRow {
  PartId part;
  std::int32_t station = -1;    ///< row of Rotation::stations, or -1 for a session
  std::int32_t heads = 0;       ///< seats to provide when participants are not seated one by one
  std::int32_t min_people = 0;  ///< of a station in use
  std::int32_t max_people = 1'000'000;  ///< of a station
};

struct RoomRow {
  SiteId site;
  PlaceId place;
  std::int32_t capacity = 0;
  Minute setup = 0;
  bool shared = false;
};

struct SiteRow {
  bool online = false;             ///< no way from or to it
  Minute opens = 0;                ///< after midnight
  Minute closes = kMinutesPerDay;  ///< after midnight
};

/// When a room may be used for one activity; windows written without a day are spread over all.
struct RoomWindow {
  RoomId room;
  Interval window;
};

struct EquipmentNeed {
  EquipmentId equipment;
  std::int32_t count = 0;
};

struct SlotRow {
  ActivityId activity;
  std::int32_t role = 0;  ///< row of the team in the session or station
  bool spare = false;     ///< nobody need hold it
};

struct SeatRow {
  PartId part;
  PersonId person;
  std::int32_t participant = 0;  ///< position in RotationRow::participants
};

/// `later` starts at least `gap` minutes and `gap_days` days after `earlier` ends, at most max_*.
struct Precedence {
  BlockId earlier;
  BlockId later;
  Minute gap = 0;
  Minute max_gap = INT32_MAX;
  std::int32_t gap_days = 0;
  std::int32_t max_gap_days = INT32_MAX;
  std::int32_t max_term_days = INT32_MAX;  ///< days of school holidays do not count
};

/// Counts days outside school holidays. Beyond what it was made for, every day counts.
struct TermDays {
  Day first = 0;
  std::vector<std::int32_t> until;  ///< per day from `first`: those that count before it

  /// Days in (from, to] that count; from must not be after to.
  [[nodiscard]] std::int32_t between(Day from, Day to) const { return at(to + 1) - at(from + 1); }

 private:
  [[nodiscard]] std::int32_t at(Day day) const {
    const auto last = first + static_cast<Day>(until.size()) - 1;
    if (until.empty() || day < first) return day - first;
    return day > last ? until.back() + (day - last) : until[static_cast<std::size_t>(day - first)];
  }
};

/// Whether two moments are as many days apart as `row` asks for, minutes aside.
[[nodiscard]] inline bool days_are_right(const Precedence& row,
                                         const TermDays& term,
                                         Day ends,
                                         Day starts) {
  const Day days = starts - ends;
  if (days < row.gap_days || days > row.max_gap_days) return false;
  return row.max_term_days == INT32_MAX || days <= 0 ||
         term.between(ends, starts) <= row.max_term_days;
}

/// One person's answer to a date of a poll that is not a plain yes.
struct PollPrice {
  Minute start = 0;
  PersonId person;
  std::int32_t units = 0;
};

struct StandIn {
  PersonId absent;
  PersonId by;
};

/// What a poll says about one date.
struct PollOptionRow {
  std::vector<PersonId> yes;
  std::vector<PersonId> if_need_be;
  std::vector<PersonId> no;
  std::vector<PersonId> silent;  ///< answered the poll, not this date
  std::vector<StandIn> stand_ins;
  std::vector<PersonId> missing;  ///< required, cannot come, and nobody stands in
  std::int32_t wanted = 0;        ///< of the first quorum that is not met
  std::int32_t coming = 0;        ///< likewise
  bool outside = false;           ///< the session has no start then

  [[nodiscard]] bool possible() const { return missing.empty() && wanted == 0 && !outside; }
};

/// In the order of Gathering::polls.
struct PollRow {
  BlockId block;  ///< none after a complaint
  std::vector<PollOptionRow> options;
};

/// Two blocks whose items lie at least `gap` minutes apart; first < second.
struct Separation {
  BlockId first;
  BlockId second;
  Minute gap = 0;
  friend constexpr auto operator<=>(const Separation&, const Separation&) = default;
};

/// Two parts that people have in common.
struct Neighbour {
  PartId part;
  std::int32_t people = 0;
};

struct RotationRow {
  Pattern pattern = Pattern::Free;
  std::int32_t rounds = 0;
  std::int32_t stations = 0;
  bool revisit = true;
  bool plain_tables = false;
  bool hosts_move = false;
  std::vector<PartId> parts;           ///< one per round
  std::vector<PersonId> participants;  ///< empty for Pattern::Free
  SeatId first_seat;               ///< seat of participant p in round r: first + r × people + p
  std::vector<std::int32_t> runs;  ///< per station: rounds it may take place in
  std::vector<std::vector<std::int32_t>> together;  ///< positions in `participants`
  std::vector<std::vector<std::int32_t>> apart;
  std::vector<std::vector<std::int32_t>> mix;  ///< per attribute: value number of each participant
  /// [participant × stations + station]: 1 is the most wanted, 0 is no wish.
  std::vector<std::int32_t> wish_rank;
  /// Who hosts a station that rests in some rounds, and takes part in these: participant, station.
  std::vector<std::pair<std::int32_t, std::int32_t>> hosting;
  /// [round × participants + participant]: cannot be there in that round; empty: all can always.
  std::vector<std::uint8_t> absent;
  /// [participant × stations + station]: its room lacks what they need; empty: all reach them all.
  std::vector<std::uint8_t> out_of_reach;

  [[nodiscard]] bool present(std::int32_t round, std::int32_t participant) const {
    return absent.empty() || absent[static_cast<std::size_t>(round) * participants.size() +
                                    static_cast<std::size_t>(participant)] == 0;
  }
};

/// Trips between two sites with a limited number of seats.
struct Shuttle {
  PlaceId from;
  PlaceId to;
  Minute minutes = 0;
  std::int32_t seats = 0;
  Minute every = 0;                    ///< 0: a trip leaves whenever it is needed
  std::vector<std::int32_t> vehicles;  ///< rows of Problem::vehicles; empty: one trip, `seats`
};

/// One vehicle: of `count = 3` there are three rows.
struct VehicleRow {
  std::int32_t seats = 0;
  PlaceId site;                  ///< where it stands at first; none: where it is needed first
  Minute max_drive = INT32_MAX;  ///< minutes on end without a break
  Minute rest = 45;              ///< minutes of a break
};

/// Where someone is before their first and after their last item of a day; none: anywhere.
struct DayEnds {
  PlaceId start;
  PlaceId end;
};

/// What one unit of a rule costs: one of the two is 0, both are when the rule is off.
struct RuleWeight {
  std::int64_t hard = 0;
  std::int64_t soft = 0;
};

struct Problem {
  std::vector<DayHours> days;  ///< in date order; empty: any time of the candidate starts
  Table<SiteId, SiteRow> sites;
  Table<RoomId, RoomRow> rooms;
  Lists<RoomId, Interval> room_closed;
  std::size_t places = 0;
  std::vector<Minute> travel;  ///< [from × places + to] minutes
  std::vector<Shuttle> shuttles;
  std::vector<VehicleRow> vehicles;
  std::vector<bool> drives;  ///< [person]: at the wheel, no passenger; empty when nobody does
  Table<EquipmentId, std::int32_t> stock;

  std::size_t people = 0;
  Lists<PersonId, Interval> available;  ///< empty row: always
  std::vector<DayEnds> day_ends;        ///< [person]; empty when nobody has any

  Table<BlockId, BlockRow> blocks;
  Lists<BlockId, Minute> starts;           ///< candidate starts, ascending; empty: left out
  Ticks ticks;                             ///< the candidate starts of all blocks together
  Lists<BlockId, Interval> preferred;      ///< where it would best lie; empty row: anywhere
  Table<BlockId, Minute> published_start;  ///< or kNever
  Table<BlockId, Minute> locked_start;     ///< or kNever: no lock
  Table<ActivityId, RoomId> locked_room;   ///< or none
  Table<ActivityId, RoomId> published_room;

  Table<PartId, PartRow> parts;
  Lists<PartId, PersonId> attendees;    ///< fixed: audience, named team, participants; ascending
  Lists<PersonId, PartId> parts_of;     ///< the same, per person
  Lists<PartId, Neighbour> neighbours;  ///< other parts with attendees in common

  Table<ActivityId, ActivityRow> activities;
  Lists<ActivityId, RoomId> room_choices;  ///< empty row: needs no room
  Lists<ActivityId, RoomWindow> room_windows;
  Lists<ActivityId, PersonId> audience;  ///< of a session: who must attend, ascending; else empty
  Lists<ActivityId, PersonId> team;      ///< named holders, ascending
  Lists<ActivityId, EquipmentNeed> equipment;
  Lists<ActivityId, RoomId> rooms_lacking_features;  ///< among the choices

  Table<SlotId, SlotRow> slots;
  Lists<SlotId, PersonId> pools;  ///< who may hold the place, ascending
  Lists<ActivityId, SlotId> slots_of;

  Table<SeatId, SeatRow> seats;
  Lists<PersonId, SeatId> seats_of;     ///< a person's seats in all rotations, ascending
  Lists<ActivityId, SeatId> own_seats;  ///< of named hosts who take part when their station rests
  Table<RotationId, RotationRow> rotations;

  std::vector<Precedence> precedences;
  TermDays term_days;
  std::vector<PollRow> polls;
  Lists<BlockId, PollPrice> poll_prices;  ///< by start, then by person
  std::vector<std::pair<BlockId, BlockId>> same_start;
  std::vector<Separation> not_with;
  Lists<BlockId, ThemeId> themes;               ///< tags of the session, ascending
  Lists<ThemeId, BlockId> with_theme;           ///< the same, per tag, ascending
  Lists<BlockId, std::int32_t> precedences_of;  ///< rows of `precedences` that name the block
  Lists<BlockId, std::int32_t> same_start_of;
  Lists<BlockId, std::int32_t> not_with_of;

  std::array<RuleWeight, kRuleCount> weights{};
  std::int32_t long_run = 2;  ///< sessions in a row that are not too many
};

/// The first and last block of the item a block belongs to: a rotation whose rounds are apart has a
/// block per round, in a row; any other item is one block.
[[nodiscard]] inline std::pair<BlockId, BlockId> blocks_of_item(const Problem& p, BlockId block) {
  const auto id = p.blocks[block].rotation;
  if (!id.exists()) return {block, block};
  const auto& parts = p.rotations[id].parts;
  return {p.parts[parts.front()].block, p.parts[parts.back()].block};
}

/// The start of a block that is left out.
inline constexpr Minute kNever = INT32_MIN;

/// The only activity of a session; of a rotation, the first station of the first round in the
/// block.
[[nodiscard]] inline ActivityId first_activity(const Problem& problem, BlockId block) {
  return problem.parts[problem.blocks[block].first_part].first_activity;
}

}  // namespace engine
