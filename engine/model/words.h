/// Dates and times as people say them, in French and English.
#pragma once

#include <string>

#include "engine/model/text.h"
#include "engine/model/time.h"

namespace engine {

/// "mardi 11 février 2025", "samedi 1er mars 2025"; "Tuesday 11 February 2025".
[[nodiscard]] std::string long_date(Day day, Language language);
/// For running text: "9h30", "14h"; "9:30", "14:00". Grids use clock_text() (engine/model/time.h).
[[nodiscard]] std::string spoken_time(Minute moment, Language language);
/// "12 min", "1h", "1h15"; "12 min", "1 h", "1 h 15". The space does not break.
[[nodiscard]] std::string spoken_length(Minute minutes, Language language);

/// The same in both languages.
[[nodiscard]] Text long_date(Day day);
[[nodiscard]] Text spoken_time(Minute moment);
[[nodiscard]] Text spoken_length(Minute minutes);

}  // namespace engine
