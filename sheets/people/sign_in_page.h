/// Draws attendance sheets: landscape, a box to sign in per person and session.
#pragma once

#include "sheets/people/sign_in.h"
#include "sheets/press.h"

namespace sheets {

[[nodiscard]] Document draw_sign_in_sheets(const std::vector<SignSheet>& sheets,
                                           const Press& press);

}  // namespace sheets
