/// Draws transport sheets: one trip a page, its hour and meeting point read at arm's length.
#pragma once

#include "sheets/press.h"
#include "sheets/services/transport.h"

namespace sheets {

[[nodiscard]] Document draw_trips(const std::vector<Trip>& trips, const Press& press);

}  // namespace sheets
