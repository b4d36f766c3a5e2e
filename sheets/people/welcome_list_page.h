/// Draws the welcome list: a box to tick, the family name, the group as a coloured letter.
#pragma once

#include "sheets/people/welcome_list.h"
#include "sheets/press.h"

namespace sheets {

[[nodiscard]] Document draw_welcome_list(const std::vector<WelcomeLetter>& letters,
                                         const Press& press);

}  // namespace sheets
