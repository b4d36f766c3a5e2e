#include "sheets/rooms/room_days.h"

#include "engine/model/words.h"

namespace sheets {
namespace {

/// A room that is a link has no door and nothing to carry in.
bool is_online(const Directory& directory, const engine::Room& room) {
  const auto* site = directory.site(room.site.value);
  return site != nullptr && site->online;
}

}  // namespace

std::vector<RoomDayUses> room_days_of(const engine::Gathering& gathering,
                                      const Directory& directory,
                                      const std::vector<Occupation>& occupations,
                                      const PrintOptions& options) {
  std::vector<RoomDayUses> days;
  for (const auto& room : gathering.rooms) {
    if (is_online(directory, room)) continue;
    const auto& key = room.id.value;
    const auto first = days.size();
    for (const auto& occupation : occupations) {
      if (occupation.room != key) continue;
      const auto day = engine::day_of(occupation.start);
      const auto day_key = engine::iso_date(day);
      if (days.size() == first || days.back().day.day_key != day_key)
        days.push_back({{key,
                         day_key,
                         directory.room_name(key),
                         directory.site_to_tell(key),
                         seats_counted(room.capacity.value).in(options.language),
                         date_title(day, options.language)},
                        {}});
      days.back().occupations.push_back(&occupation);
    }
  }
  return days;
}

}  // namespace sheets
