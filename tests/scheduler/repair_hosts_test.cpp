// Whom a repair counts as disturbed when a group runs in other rounds than its hosts know.
#include "scheduler/rotation/repair.h"
#include "tests/catch.h"
#include "tests/support/compiled.h"

TEST_CASE("hosts count once, and not when the news is about them", "[rotation][repair]") {
  auto b = support::small_gathering();
  b.people(6);
  for (const auto* id : {"ana", "bo", "cy"}) b.person(id);
  auto& tour = b.rotation("tour", engine::Pattern::Remix, 2, 20);
  tour.participants = b.who(std::vector<std::string>{"p0", "p1", "p2", "p3", "p4", "p5"});
  for (const auto* id : {"a", "b", "c"}) b.station(tour, id, 1, 6).runs = b.at(1);
  tour.stations[0].team.push_back(b.role("host", {"ana", "bo"}));
  tour.stations[1].team.push_back(b.role("host", {"cy", "p0"}));  // p0 has a card of their own
  const auto problem = support::compiled(b.g);
  const std::vector<std::int32_t> before(12, 0);
  std::vector<bool> concerned(9);
  CHECK(scheduler::broken_seating(problem, {0}, before, concerned).hosts ==
        std::vector<std::int32_t>{2, 1, 0});
  concerned[7] = true;  // bo
  CHECK(scheduler::broken_seating(problem, {0}, before, concerned).hosts ==
        std::vector<std::int32_t>{1, 1, 0});
}
