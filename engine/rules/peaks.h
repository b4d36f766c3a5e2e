/// How far simultaneous uses of one stock go beyond it: chairs of a shared room, pieces of
/// equipment.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "engine/model/time.h"

namespace engine {

struct Use {
  Interval time;
  std::int64_t amount = 0;
};

/// What is lacking when `use` begins: everything in use then, beyond `stock`. Cost: linear.
[[nodiscard]] inline std::int64_t lacking_at(const Use& use,
                                             const std::vector<Use>& uses,
                                             std::int64_t stock) {
  std::int64_t sum = 0;
  for (const auto& other : uses)
    if (other.time.from <= use.time.from && use.time.from < other.time.to) sum += other.amount;
  return std::max<std::int64_t>(0, sum - stock);
}

/// The sum of `lacking_at` over all uses. Cost: quadratic in the uses of one stock.
[[nodiscard]] inline std::int64_t lacking(const std::vector<Use>& uses, std::int64_t stock) {
  std::int64_t sum = 0;
  for (const auto& use : uses) sum += lacking_at(use, uses, stock);
  return sum;
}

}  // namespace engine
