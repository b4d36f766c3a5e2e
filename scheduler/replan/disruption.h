/// What has happened to a planned gathering, or what its organiser has decided since.
#pragma once

#include <cstdint>
#include <string>

#include "engine/model/time.h"

namespace scheduler {

struct Disruption {
  enum class Kind : std::uint8_t {
    PersonOut,   ///< `item` does not come, or leaves
    PersonLate,  ///< `item` comes at `time`
    RoomOut,     ///< `item` can be used no more
    SiteOut,     ///< the same for every room of `item`
    Delay,       ///< `item` begins, or when it has begun ends, `minutes` later
    Substitute,  ///< `other` takes every role of `item`, who does not come
    Absent,      ///< `item` does not take part
    Arrive,      ///< `item` has come unannounced, and is in the gathering now
    Cancel,      ///< `item` does not take place
    Move,        ///< `item` begins at `time`, in the room `other` when it is given
    Lock,        ///< `item` stays where it is
    Unlock,      ///< `item` is free again
  };

  Kind kind = Kind::PersonOut;
  std::string item;            ///< id of a person, room, site, session or rotation
  std::string other{};         ///< a second id, or empty
  engine::Minute time = 0;     ///< a moment
  engine::Minute minutes = 0;  ///< a length
  bool now = true;             ///< false: from an earlier version, and still in force
};

}  // namespace scheduler
