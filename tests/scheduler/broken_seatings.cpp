#include "tests/scheduler/broken_seatings.h"

#include <set>
#include <utility>

#include "tests/catch.h"

namespace broken_seatings {

using namespace scheduler;

Budget unlimited() {
  return {std::int64_t{100'000'000}, Budget::Clock::time_point{}, nullptr};
}

BrokenSeating from(Rounds before, SeatLimits limits) {
  BrokenSeating broken;
  const auto cells =
      static_cast<std::size_t>(before.groups) * static_cast<std::size_t>(before.count);
  broken.present.assign(before.group.size(), 1);
  broken.limits.assign(cells, limits);
  broken.runs.assign(static_cast<std::size_t>(before.groups), before.count);
  broken.hosts.assign(static_cast<std::size_t>(before.groups), 0);
  broken.before = std::move(before);
  return broken;
}

void leave(BrokenSeating& broken, std::int32_t person) {
  for (auto r = broken.frozen_rounds; r < broken.before.count; ++r)
    broken.present[static_cast<std::size_t>(r * broken.before.people + person)] = 0;
}

BrokenSeating with_newcomers(const BrokenSeating& broken, std::int32_t more) {
  auto wider = from(Rounds(broken.before.people + more, broken.before.groups, broken.before.count),
                    broken.limits.front());
  for (std::int32_t r = 0; r < wider.before.count; ++r)
    for (std::int32_t p = 0; p < wider.before.people; ++p) {
      const bool old = p < broken.before.people;
      wider.before.at(r, p) = old ? broken.before.at(r, p) : kNoGroup;
      wider.present[static_cast<std::size_t>(r * wider.before.people + p)] =
          old ? broken.present[static_cast<std::size_t>(r * broken.before.people + p)] : 1;
    }
  return wider;
}

void check_whole(const BrokenSeating& broken, const RepairedSeating& repaired) {
  std::set<std::int32_t> disturbed;
  for (std::int32_t r = 0; r < broken.before.count; ++r) {
    std::vector<std::int32_t> sizes(static_cast<std::size_t>(broken.before.groups));
    for (std::int32_t p = 0; p < broken.before.people; ++p) {
      const auto there =
          broken.present[static_cast<std::size_t>(r * broken.before.people + p)] != 0;
      const auto now = repaired.after.at(r, p);
      CHECK((now == kNoGroup) == !there);
      if (r < broken.frozen_rounds && there) CHECK(now == broken.before.at(r, p));
      if (now == kNoGroup) continue;
      ++sizes[static_cast<std::size_t>(now)];
      const bool told = !broken.concerned.empty() && broken.concerned[static_cast<std::size_t>(p)];
      const auto card = broken.before.at(r, p);
      if (!told && card != kNoGroup && now != card) disturbed.insert(p);
    }
    if (repaired.broken > 0 || r < broken.frozen_rounds) continue;
    for (std::size_t g = 0; g < sizes.size(); ++g) {
      const auto limits = broken.limits[static_cast<std::size_t>(r) * sizes.size() + g];
      CHECK((sizes[g] == 0 || (sizes[g] >= limits.min && sizes[g] <= limits.max)));
    }
  }
  CHECK(repaired.disturbed == std::vector<std::int32_t>(disturbed.begin(), disturbed.end()));
  CHECK(repaired.people() >= (repaired.broken == 0 ? repaired.bound : 0));
}

}  // namespace broken_seatings
