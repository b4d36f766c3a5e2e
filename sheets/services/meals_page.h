/// Draws the caterer's sheet: a page per day, the number of each sitting large.
#pragma once

#include "sheets/press.h"
#include "sheets/services/meals.h"

namespace sheets {

[[nodiscard]] Document draw_meals(const std::vector<MealDay>& days, const Press& press);

}  // namespace sheets
