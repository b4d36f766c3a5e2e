#include "engine/model/words.h"

#include "tests/catch.h"

using engine::Language;

TEST_CASE("dates are said in full in both languages") {
  const auto day = *engine::day_from_civil({2025, 2, 11});
  CHECK(engine::long_date(day, Language::Fr) == "mardi 11 février 2025");
  CHECK(engine::long_date(day, Language::En) == "Tuesday 11 February 2025");
}

TEST_CASE("the first of a month is an ordinal in French only") {
  const auto day = *engine::day_from_civil({2025, 3, 1});
  CHECK(engine::long_date(day, Language::Fr) == "samedi 1er mars 2025");
  CHECK(engine::long_date(day, Language::En) == "Saturday 1 March 2025");
}

TEST_CASE("times of running text drop what nobody says") {
  const auto day = *engine::day_from_civil({2025, 2, 11});
  CHECK(engine::spoken_time(engine::moment_at(day, 9 * 60 + 30), Language::Fr) == "9h30");
  CHECK(engine::spoken_time(14 * 60, Language::Fr) == "14h");
  CHECK(engine::spoken_time(14 * 60 + 5, Language::En) == "14:05");
}

TEST_CASE("lengths turn into hours from sixty minutes on") {
  CHECK(engine::spoken_length(12, Language::Fr) == "12\u00a0min");
  CHECK(engine::spoken_length(75, Language::Fr) == "1h15");
  CHECK(engine::spoken_length(60, Language::En) == "1\u00a0h");
  CHECK(engine::spoken_length(65, Language::En) == "1\u00a0h\u00a005");
}
