/// Who plays which part of a finished schedule: mixes people, keeps them apart, and leaves who
/// meets how often as it is.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/plan/score.h"
#include "engine/problem/problem.h"
#include "scheduler/rotation/rounds.h"
#include "scheduler/search/budget.h"
#include "scheduler/search/random.h"

namespace scheduler {

struct Cast {
  std::vector<std::int32_t> players;  ///< [person of the schedule]: position among participants
  engine::Score cost;                 ///< of mixing (kMixFirst times) and keeping apart
};

/// Are there attributes to mix or people to keep apart?
[[nodiscard]] bool needs_casting(const engine::Problem& problem, engine::RotationId rotation);

/// A cast for `schedule`, which has as many people as the rotation has participants. Two people who
/// exchange their parts in all rounds leave every number of meetings as it was, so that a schedule
/// without repeats stays one (simulated annealing on such exchanges). Where the schedule is made of
/// columns, people of one number after the other who never meet, a clique to keep apart or the
/// people of one profile fill a column: then they are one at each table in every round.
[[nodiscard]] Cast cast_people(const engine::Problem& problem,
                               engine::RotationId rotation,
                               const Rounds& schedule,
                               Random& random,
                               Budget& budget);

/// The same from anybody anywhere, by up to `steps` exchanges that keep their heat: for small
/// tables, where few casts are without cost.
[[nodiscard]] Cast cast_patiently(const engine::Problem& problem,
                                  engine::RotationId rotation,
                                  const Rounds& schedule,
                                  std::int64_t steps,
                                  Random& random,
                                  Budget& budget);

}  // namespace scheduler
