/// Draws door sheets: the room's name as large as it goes, then the hours in type read from afar.
#pragma once

#include "sheets/press.h"
#include "sheets/rooms/door.h"

namespace sheets {

[[nodiscard]] Document draw_door_sheets(const std::vector<DoorSheet>& sheets, const Press& press);

}  // namespace sheets
