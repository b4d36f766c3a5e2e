/// The decisions of a plan being made, and the indexes that let rules look at few of them.
///
/// Decisions: the start of every block, the room of every activity, the holder of every open place
/// in a team, the station of every seat. A block without a start is left out: its activities are in
/// no room. A seat without a station belongs to a rotation that is left out.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/plan/change.h"
#include "engine/problem/problem.h"

namespace engine {

/// An activity of a placed block in its room.
struct Booking {
  ActivityId activity;
  BlockId block;
  Interval use;  ///< with setup and teardown
};

class Board {
 public:
  /// Nothing placed, nobody chosen, nobody seated; activities with one possible room have it.
  explicit Board(const Problem& problem);

  [[nodiscard]] Minute start(BlockId block) const { return start_[block]; }
  [[nodiscard]] bool placed(BlockId block) const { return start_[block] != kNever; }
  [[nodiscard]] RoomId room(ActivityId activity) const { return room_[activity]; }
  [[nodiscard]] PersonId holder(SlotId slot) const { return holder_[slot]; }
  [[nodiscard]] std::int32_t station(SeatId seat) const { return station_[seat]; }

  [[nodiscard]] const Table<BlockId, Minute>& starts() const { return start_; }
  [[nodiscard]] const Table<ActivityId, RoomId>& rooms() const { return room_; }
  [[nodiscard]] const Table<SlotId, PersonId>& holders() const { return holder_; }

  /// Blocks placed at this row of Problem::ticks, in no order; row ticks.size() has those that
  /// start between ticks.
  [[nodiscard]] std::span<const BlockId> starting(std::size_t tick) const {
    return starting_[tick];
  }
  /// By the time at which their use begins.
  [[nodiscard]] std::span<const Booking> in_room(RoomId room) const { return in_room_[room]; }
  /// The few of them that all those who overlap `time` are among.
  [[nodiscard]] std::span<const Booking> in_room(RoomId room, Interval time) const;
  /// Seats at this station in this round, in no order.
  [[nodiscard]] std::span<const SeatId> seated(ActivityId activity) const {
    return seated_[activity];
  }
  [[nodiscard]] std::span<const SlotId> held_by(PersonId person) const { return held_by_[person]; }
  [[nodiscard]] std::size_t unplaced_blocks() const { return unplaced_; }

  /// The change that undoes `change` when it is applied after it.
  [[nodiscard]] Change inverse(const Change& change) const;

  void apply(const Change& change);

  [[nodiscard]] const Problem& problem() const { return *problem_; }

 private:
  void place(BlockId block, const Change& change);
  [[nodiscard]] std::vector<BlockId>& starting_with(BlockId block);
  void enter_rooms(BlockId block);
  void leave_rooms(BlockId block);
  [[nodiscard]] Booking booking(ActivityId activity) const;
  void enter_room(ActivityId activity);
  void leave_room(ActivityId activity);

  const Problem* problem_;
  Table<BlockId, Minute> start_;
  Table<ActivityId, RoomId> room_;
  Table<SlotId, PersonId> holder_;
  Table<SeatId, std::int32_t> station_;
  std::vector<std::vector<BlockId>> starting_;
  Minute longest_use_ = 0;
  Table<RoomId, std::vector<Booking>> in_room_;
  Table<ActivityId, std::vector<SeatId>> seated_;
  Table<PersonId, std::vector<SlotId>> held_by_;
  std::size_t unplaced_ = 0;
};

/// The activity of a seat that sits at `station` (which must not be kNoStation).
[[nodiscard]] inline ActivityId activity_of(const Problem& problem,
                                            SeatId seat,
                                            std::int32_t station) {
  return {problem.parts[problem.seats[seat].part].first_activity.value + station};
}

}  // namespace engine
