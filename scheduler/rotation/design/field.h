/// Finite fields: arithmetic on the numbers 0 to q − 1 for every prime power q.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "scheduler/rotation/design/abelian_group.h"

namespace scheduler {

struct PrimePower {
  std::int32_t prime = 2;
  std::int32_t exponent = 1;
  [[nodiscard]] std::int32_t value() const;
};

/// n ≥ 1 as a product of powers of distinct primes, smallest prime first; empty for 1.
[[nodiscard]] std::vector<PrimePower> prime_powers(std::int32_t n);
[[nodiscard]] bool is_prime_power(std::int32_t n);

/// The field with q elements. Element a stands for the polynomial over Z_p whose coefficients are
/// the digits of a in base p, modulo a polynomial for which x is primitive (Lidl & Niederreiter,
/// Finite Fields, chapter 3); with q prime, a is itself and the primitive element a primitive root.
class Field {
 public:
  /// q must be a prime power.
  explicit Field(std::int32_t q);

  [[nodiscard]] std::int32_t size() const { return additive_.size(); }
  [[nodiscard]] const AbelianGroup& additive() const { return additive_; }
  [[nodiscard]] std::int32_t add(std::int32_t a, std::int32_t b) const {
    return additive_.add(a, b);
  }
  [[nodiscard]] std::int32_t negative(std::int32_t a) const { return additive_.negative(a); }
  [[nodiscard]] std::int32_t times(std::int32_t a, std::int32_t b) const {
    return a == 0 || b == 0 ? 0 : power(log(a) + log(b));
  }
  /// The primitive element to a power; any exponent ≥ 0.
  [[nodiscard]] std::int32_t power(std::int32_t exponent) const {
    return power_[static_cast<std::size_t>(exponent % (size() - 1))];
  }
  /// The exponent, 0 to q − 2, of an element that is not 0.
  [[nodiscard]] std::int32_t log(std::int32_t a) const { return log_[static_cast<std::size_t>(a)]; }

 private:
  [[nodiscard]] bool fill(const PrimePower& q, std::int32_t reduction);

  AbelianGroup additive_;
  std::vector<std::int32_t> power_;
  std::vector<std::int32_t> log_;
};

}  // namespace scheduler
