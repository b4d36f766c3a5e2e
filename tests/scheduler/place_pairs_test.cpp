// Bits of places that go together, against the relation of each two places.
#include "scheduler/exact/place_pairs.h"

#include <algorithm>

#include "engine/problem/compile.h"
#include "tests/catch.h"
#include "tests/support/random_gathering.h"

namespace scheduler {
namespace {

bool fit(const PairRules& rules, const Placement& a, const Placement& b) {
  const auto relation = rules.between(a.block, b.block, {a.room, b.room});
  const auto apart = b.start - a.start;
  return std::any_of(relation.allowed.begin(),
                     relation.allowed.end(),
                     [&](const auto& one) { return one.from <= apart && apart <= one.to; }) &&
         (!relation.in_days || rules.days_fit(relation, a.start, b.start));
}

bool bit(const std::vector<Network::Word>& bits,
         std::size_t row,
         std::size_t columns,
         std::size_t i) {
  const auto words = (columns + 63) / 64;
  return (bits[row * words + i / 64] >> (i % 64) & 1) != 0;
}

/// How many pairs of places do not go together; −1 where the bits say otherwise.
int misfits(const PairRules& rules,
            const engine::Problem& problem,
            const Places& a,
            const Places& b) {
  const auto bits = places_together(problem, rules, a, b);
  int count = 0;
  for (std::size_t i = 0; i < a.list.size(); ++i)
    for (std::size_t j = 0; j < b.list.size(); ++j) {
      const bool fits = fit(rules, a.list[i], b.list[j]);
      count += fits ? 0 : 1;
      if ((bits ? bit(bits->of_a, i, b.list.size(), j) : true) != fits) return -1;
      if ((bits ? bit(bits->of_b, j, a.list.size(), i) : true) != fits) return -1;
    }
  return count;
}

}  // namespace

TEST_CASE("bits of places are what the rules say of each two places", "[exact]") {
  int found = 0;
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    engine::Diagnostics ignored;
    const auto problem = engine::compile(support::random_gathering(seed), ignored);
    if (!problem) continue;
    const auto domains = domains_of(*problem);
    const PairRules rules(*problem, domains);
    std::vector<Places> places;
    problem->blocks.each([&](auto block) { places.emplace_back(domains[block.index()], block); });
    for (std::size_t a = 0; a < places.size(); ++a)
      for (std::size_t b = a + 1; b < places.size(); ++b) {
        const auto count = misfits(rules, *problem, places[a], places[b]);
        CAPTURE(seed, a, b);
        REQUIRE(count >= 0);
        found += count;
      }
  }
  CHECK(found > 1000);
}

}  // namespace scheduler
