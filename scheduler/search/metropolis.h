/// Simulated annealing's test for whole-number costs: exponentials looked up, no logarithm drawn.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "scheduler/search/cooling.h"
#include "scheduler/search/random.h"

namespace scheduler {

/// Metropolis test for changes to a flat table, tried one after another: about as cheap as a draw.
/// The temperature goes down in stages over `steps` tests and stays at the last one.
class Metropolis {
 public:
  /// Temperatures lie well below kLargest.
  Metropolis(Cooling cooling, std::int64_t steps) : cooling_(cooling), stage_(steps / kStages + 1) {
    next_stage();
  }

  /// Is a change that makes things worse by `worse` taken? One step of the cooling.
  bool accepts(std::int64_t worse, Random& random) {
    if (--left_ == 0) next_stage();
    if (worse <= 0) return true;
    return worse < kLargest && (random.next() >> 32) < chance_[static_cast<std::size_t>(worse)];
  }

 private:
  static constexpr int kStages = 400;
  static constexpr std::int64_t kLargest = 48;  ///< worse than that is never taken

  void next_stage() {
    left_ = stage_;
    if (stages_ > kStages) return;
    const double temperature = cooling_.at(static_cast<double>(stages_++) / kStages);
    for (std::size_t d = 0; d < chance_.size(); ++d)
      chance_[d] =
          static_cast<std::uint64_t>(std::exp(-static_cast<double>(d) / temperature) * 0x1.0p32);
  }

  Cooling cooling_;
  std::int64_t stage_;
  std::int64_t left_ = 0;
  int stages_ = 0;
  std::array<std::uint64_t, kLargest> chance_{};  ///< [worse]: of 2³²
};

}  // namespace scheduler
