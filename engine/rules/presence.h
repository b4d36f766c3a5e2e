/// Where a person is expected: the parts they attend and the open places they hold.
///
/// A held place counts as a presence of its own unless the person is in that very activity anyway:
/// attending, seated there, named in its team, or through an earlier place of the same team. Who
/// should be in a round, has no seat and leads a group is expected there once.
#pragma once

#include <algorithm>

#include "engine/rules/rule.h"

namespace engine {

struct Presence {
  PartId part;
  ActivityId activity;  ///< the station; none when it is not known
};

/// The activity of `part` where an attendee is: the session itself, their seat, or their team.
template <class V>
ActivityId activity_attended(const V& view, PartId part, PersonId person) {
  const auto& problem = view.problem();
  const auto& row = problem.parts[part];
  if (row.activity_count == 1) return row.first_activity;
  for (const SeatId seat : problem.seats_of[person])
    if (problem.seats[seat].part == part) {
      const auto station = view.station(seat);
      return station == kNoStation ? ActivityId{} : activity_of(problem, seat, station);
    }
  for (std::int32_t i = 0; i < row.activity_count; ++i) {
    const ActivityId a{row.first_activity.value + i};
    const auto team = problem.team[a];
    if (std::binary_search(team.begin(), team.end(), person)) return a;
  }
  return {};
}

[[nodiscard]] inline bool attends(const Problem& problem, PartId part, PersonId person) {
  const auto people = problem.attendees[part];
  return std::binary_search(people.begin(), people.end(), person);
}

/// Whether somebody holds a place of the part that comes before `slot`.
template <class V>
bool holds_before(const V& view, SlotId slot, PartId part, PersonId person) {
  const auto& problem = view.problem();
  bool found = false;
  view.each_held(person, [&](SlotId other) {
    found =
        found || (other < slot && problem.activities[problem.slots[other].activity].part == part);
  });
  return found;
}

/// Whether holding `slot` makes `person` expected somewhere they are not expected already.
template <class V>
bool is_presence(const V& view, SlotId slot, PersonId person) {
  const auto& problem = view.problem();
  const ActivityId a = problem.slots[slot].activity;
  const PartId part = problem.activities[a].part;
  if (!view.placed(view.block_of(part))) return false;
  const auto team = problem.team[a];
  if (std::binary_search(team.begin(), team.end(), person)) return false;
  for (const SlotId other : problem.slots_of[a])
    if (other < slot && view.holder(other) == person) return false;
  if (!attends(problem, part, person)) return true;
  const auto seat = activity_attended(view, part, person);
  return seat.exists() ? seat != a : holds_before(view, slot, part, person);
}

/// Calls `f(Presence)` for everything placed that expects the person, attended parts first.
template <class V, class F>
void each_presence(const V& view, PersonId person, F f) {
  const auto& problem = view.problem();
  for (const PartId part : problem.parts_of[person])
    if (view.placed(view.block_of(part))) f(Presence{part, activity_attended(view, part, person)});
  view.each_held(person, [&](SlotId slot) {
    const ActivityId a = problem.slots[slot].activity;
    if (is_presence(view, slot, person)) f(Presence{problem.activities[a].part, a});
  });
}

/// Calls `f(person)` for the one or two people whose presences a Holder or Station change alters.
template <class F>
void each_reassigned_person(const Board& board, const Change& change, F f) {
  if (change.kind == Change::Kind::Holder) {
    const PersonId before = board.holder(SlotId{change.row});
    const PersonId after{change.value};
    if (before.exists()) f(before);
    if (after.exists() && after != before) f(after);
  }
  if (change.kind == Change::Kind::Station) f(board.problem().seats[SeatId{change.row}].person);
}

/// Per block: the open places that someone of the block might hold, and those of the block itself.
class SlotsNear {
 public:
  explicit SlotsNear(const Problem& problem);
  [[nodiscard]] std::span<const SlotId> operator[](BlockId block) const { return near_[block]; }

 private:
  Lists<BlockId, SlotId> near_;
};

}  // namespace engine
