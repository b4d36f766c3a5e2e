#include "scheduler/rotation/design/eight_fours.h"

#include <array>
#include <bit>
#include <cassert>
#include <cstddef>

namespace scheduler {
namespace {

constexpr engine::Words kMethod{"plan résoluble trouvé sous le groupe Z2×Z2×Z2",
                                "resolvable design found under the group Z2×Z2×Z2"};

using Element = std::uint32_t;  // of Z2³: three bits, added by exclusive or
constexpr Element kElements = 8;

/// The pairs of orbits as three times two pairs that cover all four.
constexpr std::array<std::array<std::array<std::size_t, 2>, 2>, 3> kMatchings{
    {{{{0, 1}, {2, 3}}}, {{{0, 2}, {1, 3}}}, {{{0, 3}, {1, 2}}}}};

/// Which side of the plane (subgroup of order 4) with this normal x lies on: 0 is the plane itself.
std::uint32_t side(Element normal, Element x) {
  return static_cast<std::uint32_t>(std::popcount(normal & x)) % 2;
}

/// Person (i, x) of orbit i < 4 and x in Z2³ has number 8i + x. What Z2³ carries along:
/// - an offset per orbit, `row`: the images of the group {(i, row[i])} are one round;
/// - a plane P for each orbit: its two sides are groups, eight in all: one round;
/// - for a matching of the orbits and a plane K: half the images of a row, on one side of K in each
///   orbit, and for each pair (i, j) of the matching the groups {(i, x), (i, x+d), (j, x+e),
///   (j, x+e+d)} on the other side. The other halves are a second round.
/// Six rows use six of the eight differences of any two orbits; d is the sum of the other two.
class EightFours {
 public:
  Rounds find() {
    const bool found = choose(1, 1);
    assert(found);
    static_cast<void>(found);
    Rounds rounds(32, 8, 10);
    std::int32_t round = 0;
    for (std::size_t r = 0; r < kRows; ++r)
      if (r != row_of_[0] && r != row_of_[1] && r != row_of_[2]) seat_row(rounds, round++, r);
    for (std::size_t i = 0; i < 4; ++i)
      for (Element x = 0; x < kElements; ++x)
        at(rounds, round, i, x) = static_cast<std::int32_t>(2 * i + side(plane_[i], x));
    ++round;
    for (std::size_t m = 0; m < kMatchings.size(); ++m, round += 2) seat_halves(rounds, round, m);
    return rounds;
  }

 private:
  static constexpr std::size_t kRows = 6;

  /// Row 0 and orbit 0 have offset 0; the others are tried in order.
  bool choose(std::size_t row, std::size_t orbit) {
    if (row == kRows) return planes_fit() && matchings_fit();
    for (Element x = 0; x < kElements; ++x) {
      row_[row][orbit] = x;
      if (!differs(row, orbit)) continue;
      if (orbit < 3 ? choose(row, orbit + 1) : choose(row + 1, 1)) return true;
    }
    return false;
  }
  [[nodiscard]] bool differs(std::size_t row, std::size_t orbit) const {
    for (std::size_t r = 0; r < row; ++r)
      for (std::size_t i = 0; i < orbit; ++i)
        if (difference(r, i, orbit) == difference(row, i, orbit)) return false;
    return true;
  }
  [[nodiscard]] Element difference(std::size_t row, std::size_t i, std::size_t j) const {
    return row_[row][i] ^ row_[row][j];
  }
  /// One of the two differences that no row has, and the sum of both: all eight add up to 0.
  [[nodiscard]] Element shift(std::size_t i, std::size_t j) const {
    Element x = 0;
    for (std::size_t r = 0; r < kRows;) r = difference(r, i, j) == x ? (++x, 0) : r + 1;
    return x;
  }
  [[nodiscard]] Element step(std::size_t i, std::size_t j) const {
    Element sum = 0;
    for (std::size_t r = 0; r < kRows; ++r) sum ^= difference(r, i, j);
    return sum;
  }

  /// The steps of an orbit differ, and a plane avoids them all.
  bool planes_fit() {
    for (std::size_t i = 0; i < 4; ++i) {
      std::uint32_t steps = 0;
      for (std::size_t j = 0; j < 4; ++j)
        if (j != i) steps |= 1U << step(i, j);
      if (std::popcount(steps) < 3) return false;
      plane_[i] = 0;
      for (Element normal = 1; normal < kElements && plane_[i] == 0; ++normal)
        if (avoids(normal, steps)) plane_[i] = normal;
      if (plane_[i] == 0) return false;
    }
    return true;
  }
  static bool avoids(Element normal, std::uint32_t steps) {
    for (Element x = 0; x < kElements; ++x)
      if ((steps >> x & 1U) != 0 && side(normal, x) == 0) return false;
    return true;
  }

  /// A row of its own and a plane for each matching.
  bool matchings_fit(std::size_t m = 0) {
    if (m == kMatchings.size()) return true;
    for (std::size_t r = 0; r < kRows; ++r) {
      bool taken = false;
      for (std::size_t n = 0; n < m; ++n) taken = taken || row_of_[n] == r;
      for (Element normal = 1; normal < kElements && !taken; ++normal) {
        if (!halves_fit(m, r, normal)) continue;
        row_of_[m] = r;
        half_[m] = normal;
        if (matchings_fit(m + 1)) return true;
      }
    }
    return false;
  }
  /// On either side, the row and the pairs of the matching leave each other's people alone.
  [[nodiscard]] bool halves_fit(std::size_t m, std::size_t row, Element normal) const {
    for (const auto& [i, j] : kMatchings[m])
      if (side(normal, step(i, j)) != 0 || side(normal, shift(i, j) ^ difference(row, i, j)) != 0)
        return false;
    return true;
  }

  static std::int32_t& at(Rounds& rounds, std::int32_t round, std::size_t orbit, Element x) {
    return rounds.at(round, static_cast<std::int32_t>(8 * orbit + x));
  }
  void seat_row(Rounds& rounds, std::int32_t round, std::size_t row) const {
    for (std::size_t i = 0; i < 4; ++i)
      for (Element x = 0; x < kElements; ++x)
        at(rounds, round, i, x ^ row_[row][i]) = static_cast<std::int32_t>(x);
  }
  void seat_halves(Rounds& rounds, std::int32_t round, std::size_t m) const {
    std::array<std::int32_t, 2> next{};
    const auto& row = row_[row_of_[m]];
    for (Element x = 0; x < kElements; ++x) {
      const auto half = side(half_[m], x);
      for (std::size_t i = 0; i < 4; ++i)
        at(rounds, round + static_cast<std::int32_t>(half), i, x ^ row[i]) = next[half];
      ++next[half];
    }
    for (const auto& [i, j] : kMatchings[m])
      for (Element x = 0; x < kElements; ++x) {
        const auto d = step(i, j);
        if ((x ^ d) < x) continue;
        const auto half = 1 - side(half_[m], x ^ row[i]);
        for (const auto y : {x, x ^ d}) {
          at(rounds, round + static_cast<std::int32_t>(half), i, y) = next[half];
          at(rounds, round + static_cast<std::int32_t>(half), j, y ^ shift(i, j)) = next[half];
        }
        ++next[half];
      }
  }

  std::array<std::array<Element, 4>, kRows> row_{};  ///< [row][orbit]
  std::array<Element, 4> plane_{};                   ///< [orbit]: normal of P
  std::array<std::size_t, 3> row_of_{};              ///< [matching]
  std::array<Element, 3> half_{};                    ///< [matching]: normal of K
};

}  // namespace

std::optional<Recipe> eight_fours(std::int32_t groups, std::int32_t size) {
  if (groups != 8 || size != 4) return std::nullopt;
  return Recipe{10, say(kMethod), [] { return EightFours().find(); }};
}

}  // namespace scheduler
