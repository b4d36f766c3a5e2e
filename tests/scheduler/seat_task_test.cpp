// What a seat costs in the table that a search works on, as the rules would have it.
#include "scheduler/rotation/seat_task.h"

#include "tests/catch.h"
#include "tests/support/compiled.h"

namespace {

/// Ranks that the one person who cannot climb pays at each of three stations, the first upstairs.
std::vector<std::int32_t> ranks(engine::RuleSetting::Level level) {
  auto b = support::small_gathering();
  b.g.rooms[0].features = b.keys({"step-free"});
  b.person("ana").needs = {"step-free"};
  auto& choice = b.rotation("choice", engine::Pattern::Choice, 2, 20);
  for (const auto* id : {"attic", "hall", "garden"})
    b.station(choice, id, 0, 0).rooms.push_back(b.in(id[0] == 'a' ? "small" : "large"));
  b.wish("ana", "choice", "attic", 1);
  b.wish("ana", "choice", "garden", 2);
  b.rule("wish-rank", level, 1);
  return scheduler::seat_task(support::compiled(b.g), {0}).rank;
}

}  // namespace

TEST_CASE("a wish out of reach pays its rank, or that of no wish where ranks are a hard rule",
          "[rotation]") {
  CHECK(ranks(engine::RuleSetting::Level::Weight) == std::vector<std::int32_t>{1, 3, 2});
  CHECK(ranks(engine::RuleSetting::Level::Hard) == std::vector<std::int32_t>{3, 3, 2});
}
