/// One decision altered: the only way a board changes. A compound move is a list of these.
#pragma once

#include <cstdint>

#include "engine/problem/problem.h"

namespace engine {

/// Seat of a participant who is at no station.
inline constexpr std::int32_t kNoStation = -1;

struct Change {
  enum class Kind : std::uint8_t { Place, Room, Holder, Station };

  /// With Kind::Place: the rooms stay as they are.
  static constexpr std::int32_t kKeepRoom = INT32_MIN;

  Kind kind = Kind::Place;
  std::int32_t row = -1;  ///< block, activity, slot or seat
  Minute start = kNever;  ///< Place: the new start; kNever takes the block out
  std::int32_t value =
      kKeepRoom;  ///< room, person or station; Place: room of the block's one activity

  static Change place(BlockId block, Minute start) {
    return {Kind::Place, block.value, start, kKeepRoom};
  }
  /// For blocks with a single activity (sessions) only.
  static Change place(BlockId block, Minute start, RoomId room) {
    return {Kind::Place, block.value, start, room.value};
  }
  static Change room(ActivityId activity, RoomId room) {
    return {Kind::Room, activity.value, kNever, room.value};
  }
  static Change holder(SlotId slot, PersonId person) {
    return {Kind::Holder, slot.value, kNever, person.value};
  }
  static Change station(SeatId seat, std::int32_t station) {
    return {Kind::Station, seat.value, kNever, station};
  }

  friend constexpr bool operator==(const Change&, const Change&) = default;
};

}  // namespace engine
