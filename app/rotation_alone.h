/// The gathering behind a rotation asked for on the command line. For use cases only.
#pragma once

#include <vector>

#include "app/rotate.h"

namespace app {

/// Everything that is wrong with the request, in the order of its options.
[[nodiscard]] std::vector<engine::Text> wrong_with(const RotateRequest& request);

/// People "1" to "n" (ids and names) in one remix of plain tables, which have the same number of
/// people, give or take one. The request must be right.
[[nodiscard]] engine::Gathering rotation_alone(const RotateRequest& request);

}  // namespace app
