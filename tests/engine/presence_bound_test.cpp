// The bound on repeated meetings where people miss rounds and stations rest, against every table.
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "engine/plan/meeting_bound.h"
#include "engine/rules/rule.h"
#include "tests/catch.h"
#include "tests/support/compiled.h"

using namespace engine;

namespace {

constexpr std::size_t kPeople = 4;
constexpr std::size_t kStations = 2;
constexpr std::size_t kRounds = 3;

Problem small_rotation(bool revisit, const std::vector<std::string>& together) {
  auto b = support::small_gathering();
  b.people(kPeople);
  auto& rotation = b.rotation("tour", Pattern::Remix, kRounds, 20);
  rotation.revisit = revisit;
  for (std::size_t s = 0; s <= kStations; ++s) b.station(rotation, "s" + std::to_string(s), 0, 0);
  if (!together.empty()) rotation.together.push_back(b.keys(together));
  return support::compiled(b.g);
}

ActivityId activity(const Problem& problem, std::size_t round, std::size_t station) {
  const auto part = problem.rotations[RotationId{0}].parts[round];
  return {problem.parts[part].first_activity.value + static_cast<std::int32_t>(station)};
}

/// Does the seating keep to open stations within reach, once each, with the first two together?
bool allowed(const Problem& problem, const std::vector<std::size_t>& seat) {
  const auto& row = problem.rotations[RotationId{0}];
  const auto here = [&](std::size_t r, std::size_t p) {
    return row.present(static_cast<std::int32_t>(r), static_cast<std::int32_t>(p));
  };
  for (std::size_t r = 0; r < kRounds; ++r)
    for (std::size_t p = 0; p < kPeople; ++p) {
      if (!here(r, p)) continue;
      if (problem.activities[activity(problem, r, seat[r * kPeople + p])].max_people == 0)
        return false;
      if (!row.out_of_reach.empty() &&
          row.out_of_reach[p * (kStations + 1) + seat[r * kPeople + p]] != 0)
        return false;
      for (std::size_t t = 0; t < r && !row.revisit; ++t)
        if (here(t, p) && seat[t * kPeople + p] == seat[r * kPeople + p]) return false;
    }
  for (std::size_t r = 0; r < kRounds && !row.together.empty(); ++r)
    if (here(r, 0) && here(r, 1) && seat[r * kPeople] != seat[r * kPeople + 1]) return false;
  return true;
}

std::int64_t cost(const Problem& problem, const std::vector<std::size_t>& seat) {
  const auto& row = problem.rotations[RotationId{0}];
  std::int64_t sum = 0;
  for (std::size_t p = 0; p < kPeople; ++p)
    for (std::size_t q = 0; q < p; ++q) {
      std::int64_t m = 0;
      for (std::size_t r = 0; r < kRounds; ++r) {
        const auto round = static_cast<std::int32_t>(r);
        const bool both = row.present(round, static_cast<std::int32_t>(p)) &&
                          row.present(round, static_cast<std::int32_t>(q));
        m += both && seat[r * kPeople + p] == seat[r * kPeople + q] ? 1 : 0;
      }
      sum += m * (m - 1) / 2;
    }
  return sum;
}

/// By enumeration; INT64_MAX when nothing is allowed.
std::int64_t least_cost(const Problem& problem) {
  std::vector<std::size_t> seat(kPeople * kRounds);
  std::int64_t least = INT64_MAX;
  for (;;) {
    if (allowed(problem, seat)) least = std::min(least, cost(problem, seat));
    std::size_t i = 0;
    while (i < seat.size() && ++seat[i] > kStations) seat[i++] = 0;
    if (i == seat.size()) return least;
  }
}

}  // namespace

TEST_CASE("who misses rounds and which stations rest is in the bound", "[rotation][oracle]") {
  std::mt19937 random(7);
  int met = 0;
  int repeats = 0;
  for (int i = 0; i < 8; ++i) {
    const std::vector<std::string> pair{"p0", "p1"};
    auto problem = small_rotation(i % 2 == 0, i % 4 < 2 ? std::vector<std::string>{} : pair);
    auto& absent = problem.rotations[RotationId{0}].absent;
    absent.assign(kPeople * kRounds, 0);
    for (auto& one : absent) one = random() % 6 == 0 ? 1 : 0;
    if (i % 2 == 0)
      for (std::size_t r = 0; r < kRounds; ++r)
        problem.activities[activity(problem, r, random() % kStations)].max_people = 0;
    const auto exact = least_cost(problem);
    if (exact == INT64_MAX) continue;
    const auto bound = least_repeat_cost(problem, problem.rotations[RotationId{0}]);
    INFO("table " << i << ", bound " << bound << ", exact " << exact);
    CHECK(bound <= exact);
    met += bound == exact ? 1 : 0;
    repeats += exact > 0 ? 1 : 0;
  }
  CHECK(met >= 4);
  CHECK(repeats >= 3);
}

TEST_CASE("people kept to some stations by what they need are in the bound", "[rotation][oracle]") {
  std::mt19937 random(11);
  int met = 0;
  int kept = 0;
  for (int i = 0; i < 10; ++i) {
    const std::vector<std::string> pair{"p0", "p1"};
    auto problem = small_rotation(true, i % 3 == 0 ? pair : std::vector<std::string>{});
    auto& row = problem.rotations[RotationId{0}];
    row.out_of_reach.assign(kPeople * (kStations + 1), 0);
    for (std::size_t p = 0; p < kPeople; ++p)
      if (random() % 2 == 0) row.out_of_reach[p * (kStations + 1) + random() % 2] = 1;
    if (i % 2 == 0)  // all but one station
      for (const std::size_t p : {std::size_t{1}, std::size_t{3}})
        for (std::size_t s = 1; s <= kStations; ++s) row.out_of_reach[p * (kStations + 1) + s] = 1;
    if (i % 4 == 0) {
      row.absent.assign(kPeople * kRounds, 0);
      row.absent[3] = 1;
    }
    const auto exact = least_cost(problem);
    if (exact == INT64_MAX) continue;
    const auto bound = least_repeat_cost(problem, problem.rotations[RotationId{0}]);
    INFO("table " << i << ", bound " << bound << ", exact " << exact);
    CHECK(bound <= exact);
    CHECK(least_repeat_cost(problem, problem.rotations[RotationId{0}], false) <= bound);
    met += bound == exact ? 1 : 0;
    kept += least_repeat_cost(problem, problem.rotations[RotationId{0}], false) < bound ? 1 : 0;
  }
  CHECK(met >= 5);
  CHECK(kept >= 3);
}

TEST_CASE("one who leaves early has fewer people to meet again", "[rotation]") {
  auto b = support::small_gathering();
  b.people(9);
  auto& rotation = b.rotation("tour", Pattern::Remix, 4, 20);
  for (const auto* id : {"a", "b", "c"}) b.station(rotation, id, 0, 0);
  rotation.revisit = true;
  auto problem = support::compiled(b.g);
  auto& row = problem.rotations[RotationId{0}];
  CHECK(least_repeat_cost(problem, problem.rotations[RotationId{0}]) ==
        0);  // nine people meet all the others
  row.absent.assign(9 * 4, 0);
  row.absent[3 * 9] = 1;
  CHECK(least_repeat_cost(problem, problem.rotations[RotationId{0}]) == 0);
  b.g.rotations[0].rounds.value = 5;
  problem = support::compiled(b.g);
  problem.rotations[RotationId{0}].absent.assign(9 * 5, 0);
  problem.rotations[RotationId{0}].absent[4 * 9] = 1;
  // 36 pairs; four rounds of 9 meetings and one of 7 among eight people
  CHECK(least_repeat_cost(problem, problem.rotations[RotationId{0}]) == 7);
}
