// Which groups to close, held to all choices there are.
#include "scheduler/rotation/closing.h"

#include <algorithm>

#include "tests/catch.h"

namespace {

using namespace scheduler;

/// What a choice moves, or −1 where there are not people enough for the groups kept.
std::int64_t movers(const std::vector<GroupState>& groups,
                    std::int64_t newcomers,
                    unsigned closed) {
  std::int64_t leave = 0;
  std::int64_t missing = -newcomers;
  std::int64_t spare = newcomers;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const bool kept = (closed >> g & 1U) == 0;
    leave += kept ? groups[g].too_many : groups[g].price;
    missing += kept ? groups[g].missing : 0;
    spare += kept ? groups[g].spare - groups[g].missing : groups[g].people;
  }
  return spare < 0 ? -1 : std::max(leave, std::max<std::int64_t>(0, missing));
}

/// Left over in the groups kept when all others have one.
std::int64_t seats_left(const std::vector<GroupState>& groups,
                        std::int64_t newcomers,
                        unsigned closed) {
  std::int64_t seats = -newcomers;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const bool kept = (closed >> g & 1U) == 0;
    seats += kept ? groups[g].free - groups[g].too_many : -groups[g].people;
  }
  return seats;
}

}  // namespace

TEST_CASE("no choice of groups to close moves fewer", "[rotation][repair][oracle]") {
  int closing = 0;
  int could_seat_all = 0;
  int seats_all = 0;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    Random random(seed);
    std::vector<GroupState> groups;
    for (auto n = 2 + random.below(5); n > 0; --n) {
      const auto people = 1 + static_cast<std::int64_t>(random.below(6));
      const auto least = 1 + static_cast<std::int64_t>(random.below(6));
      const auto most = least + static_cast<std::int64_t>(random.below(3));
      groups.push_back({.used = true,
                        .missing = std::max<std::int64_t>(0, least - people),
                        .too_many = std::max<std::int64_t>(0, people - most),
                        .spare = std::max<std::int64_t>(0, people - least),
                        .free = std::max<std::int64_t>(0, most - people),
                        .people = people,
                        .price = people + static_cast<std::int64_t>(random.below(2))});
    }
    const auto newcomers = static_cast<std::int64_t>(random.below(2));
    std::int64_t least = -1;
    std::int64_t least_with_seats = -1;
    for (unsigned choice = 0; choice < 1U << groups.size(); ++choice) {
      const auto n = movers(groups, newcomers, choice);
      if (n >= 0 && (least < 0 || n < least)) least = n;
      const bool seats = seats_left(groups, newcomers, choice) >= 0;
      if (n >= 0 && seats && (least_with_seats < 0 || n < least_with_seats)) least_with_seats = n;
    }
    const Closing table(groups, newcomers);
    INFO("seed " << seed);
    CHECK(std::max<std::int64_t>(0, table.fewest()) == least);
    unsigned chosen = 0;
    const auto choice = table.choose(random);
    for (std::size_t g = 0; g < choice.size(); ++g) chosen |= choice[g] ? 1U << g : 0U;
    CHECK(movers(groups, newcomers, chosen) >= 0);
    closing += chosen != 0 ? 1 : 0;
    if (least_with_seats != least) continue;
    ++could_seat_all;
    seats_all += seats_left(groups, newcomers, chosen) >= 0 ? 1 : 0;
  }
  CHECK(closing > 20);
  CHECK(could_seat_all > 100);
  CHECK(seats_all * 50 >= could_seat_all * 49);
}
