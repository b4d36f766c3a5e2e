/// Finite abelian groups as products of cyclic groups: their elements are the numbers 0 to n − 1.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace scheduler {

/// Element a stands for the digits of a in the mixed base of the orders, lowest first; 0 is zero.
class AbelianGroup {
 public:
  /// Z of each order, multiplied; every order is at least 1.
  explicit AbelianGroup(std::vector<std::int32_t> orders) : orders_(std::move(orders)) {
    for (const auto order : orders_) size_ *= order;
  }

  [[nodiscard]] std::int32_t size() const { return size_; }
  [[nodiscard]] const std::vector<std::int32_t>& orders() const { return orders_; }

  [[nodiscard]] std::int32_t add(std::int32_t a, std::int32_t b) const {
    std::int32_t sum = 0;
    std::int32_t place = 1;
    for (const auto order : orders_) {
      sum += place * ((a % order + b % order) % order);
      place *= order;
      a /= order;
      b /= order;
    }
    return sum;
  }
  [[nodiscard]] std::int32_t negative(std::int32_t a) const {
    std::int32_t sum = 0;
    std::int32_t place = 1;
    for (const auto order : orders_) {
      sum += place * ((order - a % order) % order);
      place *= order;
      a /= order;
    }
    return sum;
  }
  [[nodiscard]] std::int32_t subtract(std::int32_t a, std::int32_t b) const {
    return add(a, negative(b));
  }

 private:
  std::vector<std::int32_t> orders_;
  std::int32_t size_ = 1;
};

}  // namespace scheduler
