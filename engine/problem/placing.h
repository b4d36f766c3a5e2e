/// Where and when one activity may take place: rooms, candidate starts, and the people of its team.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/problem/compiling.h"

namespace engine {

/// What an activity asks of a room.
struct RoomRequest {
  Statement item;  ///< as complaints name it
  const std::vector<RoomChoice>& written;
  const std::vector<Key>& needs;
  std::int32_t heads = 0;  ///< seats a room must have, at least
  Where heads_where;       ///< where that number comes from
  bool needs_room = true;  ///< of the format
};

struct RoomOffer {
  std::vector<RoomId> choices;
  std::vector<RoomWindow> windows;
  std::vector<RoomId> lacking;  ///< choices that lack a feature
};

[[nodiscard]] RoomOffer offer_rooms(Compiling& c, const RoomRequest& request);

/// A block that needs a start.
struct StartRequest {
  Statement item;  ///< as complaints name it
  const Timing& timing;
  Minute minutes = 0;  ///< of the whole block
  Where minutes_where;
  bool follows = false;  ///< a later round, placed apart: `start` and `starts` are not for it
};

/// Ascending; empty after a complaint.
[[nodiscard]] std::vector<Minute> candidate_starts(Compiling& c, const StartRequest& request);

/// The one start that is fixed, or kNever.
[[nodiscard]] Minute fixed_start(const Compiling& c, const Timing& timing);

/// The published start when it still is a candidate, or kNever.
[[nodiscard]] Minute published_start(Compiling& c,
                                     const Timing& timing,
                                     const std::vector<Minute>& candidates);

}  // namespace engine
