/// Checks a gathering as a whole and compiles it: a Problem, or every error at once.
#pragma once

#include <optional>

#include "engine/model/diagnostic.h"
#include "engine/model/gathering.h"
#include "engine/problem/problem.h"

namespace engine {

/// Adds every error and warning to `diagnostics` (which may hold those of the reading already).
/// Returns a Problem when this call found no error. Cost: about linear in the size of the
/// gathering, plus the pairs of sessions that share people.
[[nodiscard]] std::optional<Problem> compile(const Gathering& gathering, Diagnostics& diagnostics);

/// The problem of a gathering that compiled before something happened: an item that can no longer
/// take place is compiled all the same, and breaks rules wherever it is.
[[nodiscard]] Problem compile_in_spite(const Gathering& gathering);

}  // namespace engine
