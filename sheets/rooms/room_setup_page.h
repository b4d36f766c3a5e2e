/// Draws the room crew's sheets: a page per room and day, a row per use.
#pragma once

#include "sheets/press.h"
#include "sheets/rooms/room_setup.h"

namespace sheets {

[[nodiscard]] Document draw_room_setups(const std::vector<SetupSheet>& sheets, const Press& press);

}  // namespace sheets
