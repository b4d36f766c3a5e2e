/// When a search that cools down takes a step for the worse.
#pragma once

#include <cmath>

#include "scheduler/search/random.h"

namespace scheduler {

/// Simulated annealing (Kirkpatrick, Gelatt & Vecchi 1983): geometric from the first temperature to
/// the last.
struct Cooling {
  double first = 1;
  double last = 0.1;

  /// `fraction` of the way, 0 to 1.
  [[nodiscard]] double at(double fraction) const {
    return first * std::pow(last / first, fraction);
  }
};

/// The most that a step may cost to be taken at this temperature (Metropolis et al. 1953), drawn
/// before the step is priced so that a search can give up early on what costs more.
[[nodiscard]] inline double tolerance(double temperature, Random& random) {
  return -temperature * std::log(1.0 - random.unit());
}

}  // namespace scheduler
