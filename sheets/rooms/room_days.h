/// The days of each room: a door sheet and a sheet for the room crew are each about one.
#pragma once

#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "sheets/lookup/directory.h"
#include "sheets/lookup/uses.h"
#include "sheets/print_options.h"

namespace sheets {

struct RoomDay {
  std::string room_key;
  std::string day_key;  ///< "2025-02-11"
  std::string room;
  std::string site;      ///< empty when the gathering has only one
  std::string capacity;  ///< "30 places"
  std::string date;      ///< "Mardi 11 février 2025"
};

/// Points into the occupations it was made of.
struct RoomDayUses {
  RoomDay day;
  std::vector<const Occupation*> occupations;  ///< by start, never empty
};

/// The days on which a room is used, room by room in the order of the gathering; none of those of
/// an online site.
[[nodiscard]] std::vector<RoomDayUses> room_days_of(const engine::Gathering& gathering,
                                                    const Directory& directory,
                                                    const std::vector<Occupation>& occupations,
                                                    const PrintOptions& options);

}  // namespace sheets
