/// What hangs on a room's door: what is on now and next, how many it holds, where to go after.
/// For passers-by: nobody's name but of those on stage.
#pragma once

#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"
#include "sheets/print_options.h"
#include "sheets/rooms/room_days.h"

namespace sheets {

struct DoorItem {
  std::string start;  ///< "09:45"
  std::string end;
  std::string title;
  bool light = false;             ///< welcome, meal, break
  std::vector<std::string> team;  ///< "Modération : Awa Diallo"
  std::string rounds;             ///< "Tour 1 09:33, Tour 2 09:48"; empty when there is only one
  /// Where most go after it: "10:30 Salle Bruyère"; "selon votre carte" when they part; empty when
  /// they stay, or nobody is known to go anywhere.
  std::string next;
};

struct DoorSheet : RoomDay {
  std::vector<DoorItem> items;
};

/// One per room and day on which it is used, in the order of the gathering.
[[nodiscard]] std::vector<DoorSheet> door_sheets_of(const engine::Gathering& gathering,
                                                    const engine::Plan& plan,
                                                    const PrintOptions& options);

}  // namespace sheets
