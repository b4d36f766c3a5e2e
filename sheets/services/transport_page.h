/// Draws transport sheets: one trip a page, its hour and meeting point read at arm's length; then
/// one page per piece of equipment that is carried.
#pragma once

#include "sheets/press.h"
#include "sheets/services/transport.h"

namespace sheets {

[[nodiscard]] Document draw_transport(const TransportSheets& sheets, const Press& press);

}  // namespace sheets
