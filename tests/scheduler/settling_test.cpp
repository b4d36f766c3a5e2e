#include "scheduler/search/settling.h"

#include "tests/catch.h"

using scheduler::Settling;

TEST_CASE("a search has settled once as much as led to its last gain brought nothing",
          "[patience]") {
  Settling settling(100);
  settling.after(80, false);
  CHECK_FALSE(settling.over());
  settling.after(320, true);  // gained after 400
  settling.after(399, false);
  CHECK_FALSE(settling.over());
  settling.after(1, false);
  CHECK(settling.over());
}

TEST_CASE("a search that never gained ends after the least, one without a least goes on",
          "[patience]") {
  Settling settling(100);
  settling.after(100, false);
  CHECK(settling.over());
  Settling patient;
  patient.after(1'000'000'000, false);
  CHECK_FALSE(patient.over());
}
