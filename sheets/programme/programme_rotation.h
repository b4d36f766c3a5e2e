/// The rotations of the programme: their rounds, stations and who hosts them, as one block.
#pragma once

#include <string>
#include <vector>

#include "engine/plan/plan.h"
#include "sheets/lookup/directory.h"
#include "sheets/programme/programme.h"

namespace sheets {

/// Rounds that follow one another; a rotation whose rounds are apart has several runs.
struct RoundRun {
  std::size_t first = 0;                            ///< number of its first round, 0-based
  std::vector<const engine::PlannedRound*> rounds;  ///< never empty
};

[[nodiscard]] std::vector<RoundRun> runs_of(const engine::Rotation& rotation,
                                            const engine::PlannedRotation& planned);

/// Keys of the rooms its stations use, each once, in order of appearance.
[[nodiscard]] std::vector<std::string> rooms_of(const RoundRun& run);

/// Without times: its caller knows them.
[[nodiscard]] ProgrammeItem rotation_item(const Directory& directory,
                                          const engine::Rotation& rotation,
                                          const RoundRun& run,
                                          const PrintOptions& options);

}  // namespace sheets
