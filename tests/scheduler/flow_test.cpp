// Cheapest flows against all flows of small networks.
#include "scheduler/graph/flow.h"

#include <algorithm>
#include <random>
#include <utility>

#include "tests/catch.h"

namespace scheduler {
namespace {

/// The greatest value and, of these, the least cost, by enumeration.
std::pair<std::int64_t, std::int64_t> best_by_hand(int vertices, const std::vector<Arc>& arcs) {
  std::pair<std::int64_t, std::int64_t> best{-1, 0};
  std::vector<std::int64_t> on(arcs.size());
  for (;;) {
    std::vector<std::int64_t> into(static_cast<std::size_t>(vertices));
    std::int64_t cost = 0;
    for (std::size_t i = 0; i < arcs.size(); ++i) {
      into[static_cast<std::size_t>(arcs[i].to)] += on[i];
      into[static_cast<std::size_t>(arcs[i].from)] -= on[i];
      cost += on[i] * arcs[i].cost;
    }
    const bool kept =
        std::all_of(into.begin() + 1, into.end() - 1, [](auto balance) { return balance == 0; });
    if (kept && (into.back() > best.first || (into.back() == best.first && cost < best.second)))
      best = {into.back(), cost};
    std::size_t i = 0;
    while (i < on.size() && ++on[i] > arcs[i].capacity) on[i++] = 0;
    if (i == on.size()) return best;
  }
}

}  // namespace

TEST_CASE("a cheapest flow sends as much as any, and no dearer", "[graph][oracle]") {
  std::mt19937 random(3);
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  int sent = 0;
  for (int round = 0; round < 60; ++round) {
    const int vertices = 4 + below(2);
    std::vector<Arc> arcs;
    for (int i = 0; i < 8; ++i) {
      const int from = below(vertices - 1);
      const int to = 1 + below(vertices - 1);
      if (from != to) arcs.push_back({from, to, 1 + below(2), below(4)});
    }
    const auto flow = cheapest_flow(vertices, arcs, 0, vertices - 1);
    const auto [value, cost] = best_by_hand(vertices, arcs);
    REQUIRE(flow.value == value);
    REQUIRE(flow.cost == cost);
    for (std::size_t i = 0; i < arcs.size(); ++i) {
      REQUIRE(flow.on[i] >= 0);
      REQUIRE(flow.on[i] <= arcs[i].capacity);
    }
    sent += value > 0 ? 1 : 0;
  }
  CHECK(sent > 20);
}

TEST_CASE("one worker each for a thousand jobs of few prices", "[graph]") {
  constexpr int kSide = 1'000;
  std::vector<Arc> arcs;
  for (int i = 0; i < kSide; ++i) {
    arcs.push_back({0, 1 + i, 1, 0});
    arcs.push_back({1 + kSide + i, 1 + 2 * kSide, 1, 0});
    arcs.push_back({1 + i, 1 + kSide + i, 1, 2});
    arcs.push_back({1 + i, 1 + kSide + (i + 1) % kSide, 1, 1});
    arcs.push_back({1 + i, 1 + kSide + (i + 7) % kSide, 1, 3});
  }
  const auto flow = cheapest_flow(2 + 2 * kSide, arcs, 0, 1 + 2 * kSide);
  CHECK(flow.value == kSide);
  CHECK(flow.cost == kSide);
}

}  // namespace scheduler
