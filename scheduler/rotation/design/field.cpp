#include "scheduler/rotation/design/field.h"

#include <cassert>

namespace scheduler {

std::int32_t PrimePower::value() const {
  std::int32_t product = 1;
  for (std::int32_t i = 0; i < exponent; ++i) product *= prime;
  return product;
}

std::vector<PrimePower> prime_powers(std::int32_t n) {
  std::vector<PrimePower> list;
  for (std::int32_t p = 2; n > 1; ++p) {
    if (p > n / p) p = n;  // what is left is prime
    if (n % p != 0) continue;
    PrimePower factor{p, 0};
    for (; n % p == 0; n /= p) ++factor.exponent;
    list.push_back(factor);
  }
  return list;
}

bool is_prime_power(std::int32_t n) {
  return n >= 2 && prime_powers(n).size() == 1;
}

Field::Field(std::int32_t q) : additive_({}) {
  assert(is_prime_power(q));
  const auto factor = prime_powers(q).front();
  additive_ = AbelianGroup(
      std::vector<std::int32_t>(static_cast<std::size_t>(factor.exponent), factor.prime));
  std::int32_t reduction = 1;
  while (!fill(factor, reduction)) ++reduction;
}

/// Tries x^k = reduction, a polynomial of degree below k: true when the powers of x are all
/// elements but 0.
bool Field::fill(const PrimePower& q, std::int32_t reduction) {
  const auto n = q.value();
  const auto top = n / q.prime;
  const auto size = static_cast<std::size_t>(n);
  power_.assign(size - 1, 0);
  log_.assign(size, -1);
  std::int32_t element = 1;
  for (std::int32_t i = 0; i + 1 < n; ++i) {
    if (element == 0 || log_[static_cast<std::size_t>(element)] >= 0) return false;
    power_[static_cast<std::size_t>(i)] = element;
    log_[static_cast<std::size_t>(element)] = i;
    const auto leading = element / top;
    element = element % top * q.prime;
    for (std::int32_t j = 0; j < leading; ++j) element = additive_.add(element, reduction);
  }
  return true;
}

}  // namespace scheduler
