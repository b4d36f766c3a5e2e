#include "scheduler/rotation/design/round_robin.h"

namespace scheduler {

Rounds round_robin(std::int32_t pairs) {
  const auto n = 2 * pairs - 1;
  Rounds rounds(2 * pairs, pairs, n);
  for (std::int32_t r = 0; r < n; ++r) {
    rounds.at(r, n) = 0;
    rounds.at(r, r) = 0;
    for (std::int32_t i = 1; i < pairs; ++i) {
      rounds.at(r, (r + i) % n) = i;
      rounds.at(r, (r + n - i) % n) = i;
    }
  }
  return rounds;
}

}  // namespace scheduler
