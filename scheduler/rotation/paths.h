/// Ways through the stations without a design: nobody goes back to one, and who shares a table with
/// whom is left to chance, then to a search.
#pragma once

#include <cstdint>

#include "engine/plan/meeting_bound.h"
#include "scheduler/rotation/rounds.h"
#include "scheduler/search/budget.h"
#include "scheduler/search/random.h"

namespace scheduler {

/// Groups are even, and everybody is at another station in each round; there must be at least as
/// many stations as rounds. People of one number after the other make Latin rectangles drawn at
/// random, which share far fewer tables than groups going round whole.
[[nodiscard]] Rounds random_paths(const engine::RotationSize& size, Random& random);

/// `start` with fewer repeats, after up to `steps` exchanges of two people's paths from `heat`
/// repeats downwards; ends early at `enough` repeats. Where groups are large and rounds many,
/// exchanges of single seats never get back to a table where nobody sees a station twice.
[[nodiscard]] Rounds along_paths(const Rounds& start,
                                 double heat,
                                 std::int64_t steps,
                                 std::int64_t enough,
                                 Random& random,
                                 Budget& budget);

}  // namespace scheduler
