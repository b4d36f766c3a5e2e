/// Checks a gathering as a whole and compiles it: a Problem, or every error at once.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/model/diagnostic.h"
#include "engine/model/gathering.h"
#include "engine/problem/problem.h"

namespace engine {

/// Adds every error and warning to `diagnostics` (which may hold those of the reading already).
/// Returns a Problem when this call found no error. Cost: about linear in the size of the
/// gathering, plus the pairs of sessions that share people.
[[nodiscard]] std::optional<Problem> compile(const Gathering& gathering, Diagnostics& diagnostics);

/// What becomes of an item that fits nowhere.
enum class FitsNowhere : std::uint8_t {
  BreaksRules,  ///< it has a place before the change that is being made: it may lie anywhere
  LeftOut,      ///< it has no start at all
};

/// The problem of a gathering that asks for more than can be had, or can no longer be had.
[[nodiscard]] Problem compile_in_spite(const Gathering& gathering,
                                       FitsNowhere fits_nowhere = FitsNowhere::BreaksRules);

}  // namespace engine
