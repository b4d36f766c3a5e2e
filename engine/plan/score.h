/// How bad a plan is: broken rules first, then sessions left out, then comfort. Smaller is better.
#pragma once

#include <compare>
#include <cstdint>

namespace engine {

struct Score {
  std::int64_t hard = 0;      ///< weighted violations of rules that must hold
  std::int64_t unplaced = 0;  ///< people who lose a session left out, times its priority
  std::int64_t soft = 0;      ///< weighted violations of preferences

  /// No rule that must hold is broken, and everything has a place.
  [[nodiscard]] constexpr bool whole() const { return hard == 0 && unplaced == 0; }

  friend constexpr auto operator<=>(const Score&, const Score&) = default;
  constexpr Score& operator+=(Score o) {
    hard += o.hard;
    unplaced += o.unplaced;
    soft += o.soft;
    return *this;
  }
  friend constexpr Score operator+(Score a, Score b) { return a += b; }
  friend constexpr Score operator-(Score a, Score b) {
    return {a.hard - b.hard, a.unplaced - b.unplaced, a.soft - b.soft};
  }
};

}  // namespace engine
