/// When a search on a flat table has gained nothing for so long that more no longer pays.
#pragma once

#include <algorithm>
#include <cstdint>

namespace scheduler {

/// Counted in steps, so that the machine plays no part: over when as many steps as led to the last
/// gain, and no fewer than `least`, have brought nothing.
class Settling {
 public:
  /// One that never is over.
  Settling() = default;
  explicit Settling(std::int64_t least) : least_(least) {}

  void after(std::int64_t steps, bool gained) {
    spent_ += steps;
    if (gained) at_gain_ = spent_;
  }
  [[nodiscard]] bool over() const { return spent_ - at_gain_ >= std::max(least_, at_gain_); }

 private:
  std::int64_t least_ = INT64_MAX;
  std::int64_t spent_ = 0;
  std::int64_t at_gain_ = 0;
};

}  // namespace scheduler
