#include "engine/plan/board.h"

#include <algorithm>

namespace engine {
namespace {

template <class T>
void erase_one(std::vector<T>& list, T value) {
  const auto found = std::find(list.begin(), list.end(), value);
  *found = list.back();
  list.pop_back();
}

/// The first booking whose use begins at `moment` or later.
template <class List>
auto first_from(List& list, Minute moment) {
  return std::lower_bound(
      list.begin(), list.end(), moment, [](const Booking& b, Minute m) { return b.use.from < m; });
}

template <class F>
void each_activity(const Problem& problem, BlockId block, F f) {
  const auto& row = problem.blocks[block];
  for (std::int32_t p = 0; p < row.part_count; ++p) {
    const auto& part = problem.parts[PartId{row.first_part.value + p}];
    for (std::int32_t a = 0; a < part.activity_count; ++a)
      f(ActivityId{part.first_activity.value + a});
  }
}

}  // namespace

Board::Board(const Problem& problem)
    : problem_(&problem),
      start_(problem.blocks.size(), kNever),
      room_(problem.activities.size()),
      holder_(problem.slots.size()),
      station_(problem.seats.size(), kNoStation),
      starting_(problem.ticks.size() + 1),
      in_room_(problem.rooms.size()),
      seated_(problem.activities.size()),
      held_by_(problem.people),
      unplaced_(problem.blocks.size()) {
  room_.each([&](ActivityId a) {
    const auto choices = problem.room_choices[a];
    if (choices.size() == 1) room_[a] = choices[0];
    const auto& part = problem.parts[problem.activities[a].part];
    longest_use_ = std::max(longest_use_, part.setup + part.minutes + part.teardown);
  });
}

Change Board::inverse(const Change& change) const {
  switch (change.kind) {
    case Change::Kind::Place: {
      const BlockId block{change.row};
      if (change.value == Change::kKeepRoom) return Change::place(block, start_[block]);
      const auto& part = problem_->parts[problem_->blocks[block].first_part];
      return Change::place(block, start_[block], room_[part.first_activity]);
    }
    case Change::Kind::Room:
      return Change::room({change.row}, room_[ActivityId{change.row}]);
    case Change::Kind::Holder:
      return Change::holder({change.row}, holder_[SlotId{change.row}]);
    case Change::Kind::Station:
      return Change::station({change.row}, station_[SeatId{change.row}]);
  }
  return change;
}

std::span<const Booking> Board::in_room(RoomId room, Interval time) const {
  const auto& list = in_room_[room];
  const auto first = first_from(list, time.from - longest_use_ + 1);
  return {first, first_from(list, time.to)};
}

Booking Board::booking(ActivityId a) const {
  const auto& part = problem_->parts[problem_->activities[a].part];
  const Minute from = start_[part.block] + part.offset;
  return {a, part.block, {from - part.setup, from + part.minutes + part.teardown}};
}

void Board::enter_room(ActivityId a) {
  if (!room_[a].exists()) return;
  auto& list = in_room_[room_[a]];
  const auto entered = booking(a);
  list.insert(first_from(list, entered.use.from), entered);
}

void Board::leave_room(ActivityId a) {
  if (!room_[a].exists()) return;
  auto& list = in_room_[room_[a]];
  list.erase(std::find_if(first_from(list, booking(a).use.from), list.end(), [&](const Booking& b) {
    return b.activity == a;
  }));
}

void Board::enter_rooms(BlockId block) {
  each_activity(*problem_, block, [&](ActivityId a) { enter_room(a); });
}

void Board::leave_rooms(BlockId block) {
  each_activity(*problem_, block, [&](ActivityId a) { leave_room(a); });
}

std::vector<BlockId>& Board::starting_with(BlockId block) {
  const auto row = problem_->ticks.row_of(start_[block]);
  return starting_[row < 0 ? problem_->ticks.size() : static_cast<std::size_t>(row)];
}

void Board::place(BlockId block, const Change& change) {
  if (placed(block)) {
    erase_one(starting_with(block), block);
    leave_rooms(block);
    ++unplaced_;
  }
  start_[block] = change.start;
  if (change.value != Change::kKeepRoom) {
    const auto& part = problem_->parts[problem_->blocks[block].first_part];
    room_[part.first_activity] = RoomId{change.value};
  }
  if (placed(block)) {
    starting_with(block).push_back(block);
    enter_rooms(block);
    --unplaced_;
  }
}

void Board::apply(const Change& change) {
  switch (change.kind) {
    case Change::Kind::Place:
      place({change.row}, change);
      break;
    case Change::Kind::Room: {
      const ActivityId a{change.row};
      const bool here = placed(problem_->parts[problem_->activities[a].part].block);
      if (here) leave_room(a);
      room_[a] = RoomId{change.value};
      if (here) enter_room(a);
      break;
    }
    case Change::Kind::Holder: {
      const SlotId slot{change.row};
      if (holder_[slot].exists()) erase_one(held_by_[holder_[slot]], slot);
      holder_[slot] = PersonId{change.value};
      if (holder_[slot].exists()) held_by_[holder_[slot]].push_back(slot);
      break;
    }
    case Change::Kind::Station: {
      const SeatId seat{change.row};
      auto& now = station_[seat];
      if (now != kNoStation) erase_one(seated_[activity_of(*problem_, seat, now)], seat);
      now = change.value;
      if (now != kNoStation) seated_[activity_of(*problem_, seat, now)].push_back(seat);
      break;
    }
  }
}

}  // namespace engine
