#include "sheets/team/spare_rooms.h"

#include <algorithm>

namespace sheets {
namespace {

using engine::Interval;
using engine::Minute;

/// From the setup to the teardown.
Interval taken(const Use& use) {
  const auto* session = use.session;
  return {use.start - (session == nullptr ? 0 : session->setup),
          use.end + (session == nullptr ? 0 : session->teardown)};
}

/// A window on the day of `time`; one without days holds on every day.
Interval on_day_of(const engine::Window& window, Interval time) {
  const auto at = [&](const engine::When& when) {
    return engine::moment_at(when.day.value_or(engine::day_of(time.from)), when.clock);
  };
  return {at(window.from), at(window.to)};
}

}  // namespace

SpareRooms::SpareRooms(const engine::Gathering& gathering, const std::vector<Use>& uses)
    : gathering_(gathering), uses_(uses) {}

const engine::Room* SpareRooms::spare(const Use& use) const {
  const engine::Room* best = nullptr;
  for (const auto& room : gathering_.rooms) {
    if (room.id.value == use.room || !fits(room, use) || !is_free(room, taken(use))) continue;
    if (best == nullptr || room.capacity.value < best->capacity.value) best = &room;
  }
  return best;
}

bool SpareRooms::fits(const engine::Room& room, const Use& use) const {
  const auto own = std::find_if(gathering_.rooms.begin(),
                                gathering_.rooms.end(),
                                [&](const auto& one) { return one.id.value == use.room; });
  if (own == gathering_.rooms.end() || own->site.value != room.site.value) return false;
  if (room.capacity.value < static_cast<int>(heads_in(use))) return false;
  if (use.session == nullptr) return true;
  const auto& needs = use.session->needs;
  return std::all_of(needs.begin(), needs.end(), [&](const auto& need) {
    return std::any_of(room.features.begin(), room.features.end(), [&](const auto& feature) {
      return feature.value == need.value;
    });
  });
}

bool SpareRooms::is_free(const engine::Room& room, Interval time) const {
  const bool closed = std::any_of(room.closed.begin(), room.closed.end(), [&](const auto& window) {
    return on_day_of(window, time).overlaps(time);
  });
  return !closed && std::none_of(uses_.begin(), uses_.end(), [&](const Use& other) {
    const auto held = taken(other);
    return other.room == room.id.value &&
           Interval{held.from - room.setup, held.to + room.setup}.overlaps(time);
  });
}

}  // namespace sheets
