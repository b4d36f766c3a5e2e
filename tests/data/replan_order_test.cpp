// [replan] order: every move has its place, whichever are named.
#include <string>
#include <vector>

#include "tests/catch.h"
#include "tests/data/reading.h"

namespace {

using engine::RepairMove;

std::vector<RepairMove> order_of(const std::string& list) {
  return reading::read(reading::kHead + "[replan]\norder = " + list).gathering.repair_order;
}

}  // namespace

TEST_CASE("a move that the order does not name comes after those it follows by default") {
  using enum RepairMove;
  CHECK(order_of("[]") == std::vector{Substitute, Fewer, Move, Shorten, Drop});
  CHECK(order_of("[\"substitute\", \"fewer\", \"move\", \"drop\"]") ==
        std::vector{Substitute, Fewer, Move, Shorten, Drop});
  CHECK(order_of("[\"fewer\"]") == std::vector{Fewer, Substitute, Move, Shorten, Drop});
  CHECK(order_of("[\"shorten\", \"move\"]") == std::vector{Shorten, Move, Substitute, Fewer, Drop});
  CHECK(order_of("[\"drop\", \"move\"]") == std::vector{Drop, Move, Substitute, Fewer, Shorten});
}
