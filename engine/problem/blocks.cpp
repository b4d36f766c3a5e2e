#include "engine/problem/blocks.h"

#include <algorithm>
#include <utility>

#include "engine/formats/formats.h"
#include "engine/problem/sorted.h"

namespace engine {

ItemKind kind_of(std::string_view format) {
  if (format == "meal") return ItemKind::Meal;
  if (format == "travel") return ItemKind::Journey;
  const auto* row = find_format(format);
  return row != nullptr && row->layout == SheetLayout::Pause ? ItemKind::Pause : ItemKind::Session;
}

BlockId add_block(Compiling& c, const BlockRow& row, const BlockTimes& times) {
  auto& p = c.problem;
  const auto block = p.blocks.add(row);
  p.starts.add(times.starts);
  p.preferred.add(times.preferred);
  p.poll_prices.add(times.poll_prices);
  p.published_start.add(times.published);
  p.locked_start.add(times.locked);
  return block;
}

PartId add_part(Compiling& c, const PartRow& row, std::vector<PersonId> attendees) {
  sort_unique(attendees);
  c.problem.attendees.add(attendees);
  return c.problem.parts.add(row);
}

void add_activity(Compiling& c, const ActivityPlan& plan, PartId part) {
  auto& p = c.problem;
  auto row = plan.row;
  row.part = part;
  const auto activity = p.activities.add(row);
  p.room_choices.add(plan.rooms.choices);
  p.room_windows.add(plan.rooms.windows);
  p.rooms_lacking_features.add(plan.rooms.lacking);
  p.audience.add(plan.audience);
  p.team.add(plan.team.named);
  p.equipment.add(plan.equipment);
  p.locked_room.add(plan.locked_room);
  p.published_room.add(plan.published_room);
  std::vector<SlotId> slots;
  for (const auto& place : plan.team.open) {
    slots.push_back(p.slots.add({.activity = activity, .role = place.role, .spare = place.spare}));
    p.pools.add(place.pool);
  }
  p.slots_of.add(slots);
}

RoomId published_room(Compiling& c, const Timing& timing, const RoomOffer& offer) {
  if (!timing.published.room) return {};
  const auto& key = *timing.published.room;
  const RoomId room{c.names.row(Named::Room, key)};
  if (!room.exists()) return {};
  if (std::find(offer.choices.begin(), offer.choices.end(), room) != offer.choices.end())
    return room;
  c.diagnostics.warning(
      key.where,
      say({"la salle annoncée, «\u202f{0}\u202f», n’est plus possible pour cette séance",
           "the published room \"{0}\" is no longer possible for this session"},
          key.value));
  return {};
}

}  // namespace engine
