#include "engine/model/nearest.h"

#include "engine/model/fold.h"
#include "tests/catch.h"

using engine::fold;
using engine::nearest;

TEST_CASE("fold drops case and accents") {
  CHECK(fold("Élodie ŒUVRE Ÿ") == "elodie oeuvre y");
  CHECK(fold("e\xCC\x81lu") == "elu");
  CHECK(fold("3 × 4 ÷ 2 – €") == "3 × 4 ÷ 2 – €");
  CHECK(fold("\xC3") == "\xC3");
}

TEST_CASE("nearest finds the word meant") {
  const std::vector<std::string_view> known = {"room", "rooms", "title", "world-cafe", "minutes"};
  CHECK(nearest("romo", known) == "room");
  CHECK(nearest("Titel", known) == "title");
  CHECK(nearest("world_café", known) == "world-cafe");
  CHECK(nearest("minute", known) == "minutes");
  CHECK(nearest("mintues", known) == "minutes");
}

TEST_CASE("nearest stays silent when nothing is close") {
  const std::vector<std::string_view> known = {"room", "title", "to"};
  CHECK_FALSE(nearest("salle", known));
  CHECK_FALSE(nearest("", known));
  CHECK_FALSE(nearest("x", known));
  CHECK_FALSE(nearest(std::string(100'000, 'r'), known));
}
