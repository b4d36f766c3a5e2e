/// Adds rows to the problem's tables of blocks, parts and activities, keeping their lists in step.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/problem/compiling.h"
#include "engine/problem/placing.h"
#include "engine/problem/teams.h"

namespace engine {

/// What one activity is, apart from when.
struct ActivityPlan {
  ActivityRow row;
  RoomOffer rooms;
  Team team;
  std::vector<PersonId> audience;
  std::vector<EquipmentNeed> equipment;
  RoomId locked_room;
  RoomId published_room;
};

struct BlockTimes {
  std::vector<Minute> starts;
  std::vector<Interval> preferred;
  std::vector<PollPrice> poll_prices;
  Minute published = kNever;
  Minute locked = kNever;
};

/// What a format makes of an item; a format nobody knows makes it a session.
[[nodiscard]] ItemKind kind_of(std::string_view format);

BlockId add_block(Compiling& c, const BlockRow& row, const BlockTimes& times);

/// `attendees` in any order; duplicates are dropped. Activities of the part follow by add_activity.
PartId add_part(Compiling& c, const PartRow& row, std::vector<PersonId> attendees);

void add_activity(Compiling& c, const ActivityPlan& plan, PartId part);

/// The room an item was published with when it still is a choice, or none after a warning.
[[nodiscard]] RoomId published_room(Compiling& c, const Timing& timing, const RoomOffer& offer);

}  // namespace engine
