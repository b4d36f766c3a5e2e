/// When the rounds of a rotation are, as its sheets say it.
#pragma once

#include <string>
#include <vector>

#include "engine/model/text.h"
#include "engine/plan/plan.h"

namespace sheets {

struct RoundHours {
  std::string date;                ///< "mardi 11 février 2025" when all rounds are on one day
  std::vector<std::string> hours;  ///< per round: "09:33–09:45", with its date when days differ
};

/// Everything is empty when the rounds take no time: then no clock is known.
[[nodiscard]] RoundHours round_hours(const engine::PlannedRotation& rotation,
                                     engine::Language language);

}  // namespace sheets
