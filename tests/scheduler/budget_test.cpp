#include "scheduler/search/budget.h"

#include "tests/catch.h"

using scheduler::Budget;

TEST_CASE("a part of a budget ends by itself, and what it spent is taken off the whole",
          "[budget]") {
  Budget whole(100, {}, nullptr);
  for (int i = 0; i < 20; ++i) CHECK_FALSE(whole.spend());
  auto part = whole.part(0.5);
  int spent = 0;
  while (!part.spend()) ++spent;
  CHECK(spent == 40);
  CHECK_FALSE(whole.over());
  whole.take(part);
  CHECK_FALSE(whole.over());
  int left = 0;
  while (!whole.spend()) ++left;
  CHECK(left == 100 - 20 - 41);
}
