/// Finds what keeps a gathering from having a plan, and the cheapest changes that give it one.
#pragma once

#include <string>
#include <vector>

#include "data/read/reader.h"
#include "engine/model/gathering.h"
#include "engine/plan/repair.h"
#include "scheduler/explain/core.h"

namespace app {

/// A gathering without a plan, as far as is known.
struct Hopeless {
  const engine::Gathering& gathering;
  const std::vector<data::SourceFile>& sources;
};

struct Diagnosis {
  std::vector<engine::Obstruction> conflicts;
  std::vector<engine::Repair> repairs;  ///< cheapest first; each was planned
};

inline constexpr std::size_t kMostRepairs = 3;

/// The first conflict and the repairs come first; other conflicts are looked for in what is left of
/// the effort. Given more of it the repairs begin with the same.
[[nodiscard]] Diagnosis diagnose(const Hopeless& hopeless,
                                 const scheduler::Effort& effort,
                                 std::size_t most_repairs = kMostRepairs);

}  // namespace app
