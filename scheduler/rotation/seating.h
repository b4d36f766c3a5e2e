/// A first seating of a rotation: everybody at a station in each round, in groups of even size.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/model/text.h"
#include "engine/plan/change.h"
#include "engine/problem/problem.h"
#include "scheduler/search/budget.h"
#include "scheduler/search/random.h"

namespace scheduler {

struct FirstSeating {
  std::vector<engine::Change> changes;
  engine::Text method;           ///< of a remix made by best_rounds(); else empty
  std::int64_t wish_points = 0;  ///< proved: soft points that wishes cost in any seating
};

/// Station changes that seat every participant in every round. Group sizes respect the stations'
/// limits and `runs` where the numbers allow it. A carousel's groups stay whole and go their
/// ways(); a remix whose groups may be even gets the best_rounds() found in `steps` tried changes;
/// all else is a search for the best_seats(), from a flow where people have wishes.
[[nodiscard]] FirstSeating first_seating(const engine::Problem& problem,
                                         engine::RotationId rotation,
                                         std::int64_t steps,
                                         Random& random,
                                         Budget& budget);

}  // namespace scheduler
