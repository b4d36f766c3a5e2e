#include "sheets/lookup/round_hours.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/model/time.h"
#include "engine/model/words.h"

namespace sheets {

RoundHours round_hours(const engine::PlannedRotation& rotation, engine::Language language) {
  RoundHours said;
  const auto& rounds = rotation.rounds;
  said.hours.resize(rounds.size());
  const bool timed = std::any_of(
      rounds.begin(), rounds.end(), [](const auto& round) { return round.end > round.start; });
  if (!timed) return said;
  const auto day = engine::day_of(rounds.front().start);
  const bool one_day = std::all_of(rounds.begin(), rounds.end(), [&](const auto& round) {
    return engine::day_of(round.start) == day;
  });
  if (one_day) said.date = engine::long_date(day, language);
  for (std::size_t r = 0; r < rounds.size(); ++r) {
    const auto hours =
        engine::clock_text(rounds[r].start) + "–" + engine::clock_text(rounds[r].end);
    const auto date = engine::long_date(engine::day_of(rounds[r].start), language);
    said.hours[r] = one_day ? hours : fmt::format("{}, {}", date, hours);
  }
  return said;
}

}  // namespace sheets
