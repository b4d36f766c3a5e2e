#include "engine/model/words.h"

#include "engine/model/text.h"
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

TEST_CASE("a word goes with its number in either language") {
  constexpr engine::Words rounds{"{0} {0:tour|tours} sur {1}", "{0} {0:round|rounds} of {1}"};
  CHECK(engine::say(rounds, 0, 9) == engine::Text{"0 tour sur 9", "0 rounds of 9"});
  CHECK(engine::say(rounds, 1, 9) == engine::Text{"1 tour sur 9", "1 round of 9"});
  CHECK(engine::say(rounds, std::size_t{2}, "dix") ==
        engine::Text{"2 tours sur dix", "2 rounds of dix"});
}

TEST_CASE("a word with its number may have several parts, and an ending alone") {
  CHECK(engine::say({"il {0:manque|manquent} {0:03} siège{0:|s}", "{0:03} seat{0:|s} lacking"},
                    1) == engine::Text{"il manque 001 siège", "001 seat lacking"});
  CHECK(engine::say({"{0:personne n’attend|personnes attendent}", "{0:nobody|people}"}, -1).fr ==
        "personnes attendent");
}
