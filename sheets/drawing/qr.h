/// QR codes as shapes; libqrencode is seen only in qr.cpp.
#pragma once

#include <optional>
#include <string>

#include "sheets/drawing/page.h"

namespace sheets {

/// The code of `text` in black at (x, y), `size` points wide, without the white border of four
/// modules that a reader needs around it. None when the text is empty or too long (about 2,900
/// bytes).
[[nodiscard]] std::optional<ShapeMark> qr_code(const std::string& text,
                                               double x,
                                               double y,
                                               double size);

}  // namespace sheets
