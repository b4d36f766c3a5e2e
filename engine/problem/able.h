/// Who can come and which room can be had, at some start that a block may have.
#pragma once

#include "engine/problem/compiling.h"

namespace engine {

/// When a part is and when its room is taken, both counted from the start of its block.
struct PartTimes {
  Interval held;
  Interval room_taken;
};

/// Is the person there for all of `held`, counted from a start, at one of the starts at least? Yes
/// without starts.
[[nodiscard]] bool can_come(const Compiling& c,
                            PersonId person,
                            std::span<const Minute> starts,
                            Interval held);

/// Is the room open for the activity, times counted from midnight of the first day?
[[nodiscard]] bool room_can(const Compiling& c,
                            std::span<const RoomWindow> windows,
                            RoomId room,
                            const PartTimes& at);

[[nodiscard]] inline PartTimes moved(const PartTimes& times, Minute by) {
  return {{times.held.from + by, times.held.to + by},
          {times.room_taken.from + by, times.room_taken.to + by}};
}

}  // namespace engine
