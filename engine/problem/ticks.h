/// All candidate starts of a problem in one row, for tables by start.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "engine/model/time.h"

namespace engine {

/// Ascending moments with their row numbers. Looking one up costs no search.
class Ticks {
 public:
  Ticks() = default;
  /// Any order, repeated or not.
  explicit Ticks(std::vector<Minute> moments);

  [[nodiscard]] std::size_t size() const { return moments_.size(); }
  [[nodiscard]] Minute operator[](std::size_t row) const { return moments_[row]; }

  /// Its row, or −1 when no candidate start is at that moment.
  [[nodiscard]] std::int32_t row_of(Minute moment) const {
    const auto row = first_from(moment);
    return row < moments_.size() && moments_[row] == moment ? static_cast<std::int32_t>(row) : -1;
  }

  /// Rows [first, second) of the moments strictly between two others.
  [[nodiscard]] std::pair<std::size_t, std::size_t> between(Minute after, Minute before) const {
    const auto first = first_from(after + 1);
    return {first, std::max(first, first_from(before))};
  }

 private:
  /// The first row at or after `moment`.
  [[nodiscard]] std::size_t first_from(Minute moment) const {
    if (moments_.empty() || moment <= moments_.front()) return 0;
    if (moment > moments_.back()) return moments_.size();
    return first_from_[static_cast<std::size_t>((moment - moments_.front() + unit_ - 1) / unit_)];
  }

  std::vector<Minute> moments_;
  Minute unit_ = 1;                        ///< divides every distance between two moments
  std::vector<std::uint32_t> first_from_;  ///< per unit after the first moment
};

}  // namespace engine
