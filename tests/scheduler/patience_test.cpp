#include "scheduler/search/patience.h"

#include "tests/catch.h"

using scheduler::Patience;

TEST_CASE("with a time set, every cooling gets all of it, until two gained nothing", "[patience]") {
  Patience patience;
  for (const bool gained : {true, false, true, false}) {
    CHECK(patience.lasts());
    CHECK(patience.share() == 1);
    patience.after_cooling(gained);
  }
  CHECK(patience.lasts());
  patience.after_cooling(false);
  CHECK_FALSE(patience.lasts());
}

TEST_CASE("without one, coolings begin short and get longer while they gain", "[patience]") {
  Patience patience(0.02);
  CHECK(patience.share() == 0.02);
  patience.after_cooling(true);
  CHECK(patience.share() == 0.04);
  patience.after_cooling(false);
  CHECK(patience.share() == 0.04);
  CHECK(patience.lasts());
  patience.after_cooling(true);
  CHECK(patience.share() == 0.08);
  patience.after_cooling(true);
  CHECK(patience.share() == 1);
  patience.after_cooling(false);
  patience.after_cooling(false);
  CHECK_FALSE(patience.lasts());
}
