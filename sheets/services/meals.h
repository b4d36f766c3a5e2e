/// What the caterer needs: how many at each sitting, and how many of each diet. No names.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"
#include "sheets/print_options.h"

namespace sheets {

struct DietCount {
  std::string diet;  ///< as people wrote it; the last one, "sans régime indiqué", has the others
  std::size_t people = 0;
};

struct Sitting {
  std::string hours;  ///< "12:00–13:15"
  std::string title;
  std::string place;  ///< room, and site where there are several
  std::size_t people = 0;
  std::vector<DietCount> diets;  ///< most people first; empty for drinks, and without personal data
};

struct MealDay {
  std::string key;   ///< "2025-02-11"
  std::string date;  ///< "Mardi 11 février 2025"
  std::vector<Sitting> meals;
  std::vector<Sitting> drinks;  ///< welcomes and breaks: heads only
};

/// Days with a meal, a break or a welcome. Spellings of a diet that differ in case or accents count
/// as one.
[[nodiscard]] std::vector<MealDay> meals_of(const engine::Gathering& gathering,
                                            const engine::Plan& plan,
                                            const PrintOptions& options);

}  // namespace sheets
