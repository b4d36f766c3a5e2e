#include "engine/problem/ticks.h"

#include <algorithm>
#include <numeric>

namespace engine {

Ticks::Ticks(std::vector<Minute> moments) : moments_(std::move(moments)) {
  std::sort(moments_.begin(), moments_.end());
  moments_.erase(std::unique(moments_.begin(), moments_.end()), moments_.end());
  if (moments_.empty()) return;
  unit_ = 0;
  for (const Minute m : moments_) unit_ = std::gcd(unit_, m - moments_.front());
  unit_ = std::max(unit_, 1);
  for (std::uint32_t row = 0; row < moments_.size(); ++row)
    first_from_.resize(static_cast<std::size_t>((moments_[row] - moments_.front()) / unit_) + 1,
                       row);
}

}  // namespace engine
