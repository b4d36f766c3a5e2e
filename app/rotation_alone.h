/// The gathering behind a rotation asked for on the command line. For use cases only.
#pragma once

#include <vector>

#include "app/rotate.h"

namespace app {

struct Asked {
  engine::Gathering gathering;               ///< complete when nothing is wrong
  std::vector<engine::Text> wrong;           ///< with the options, in their order
  std::vector<engine::Diagnostic> findings;  ///< about the file of names
};

/// The people of the file, or "1" to "n", in one remix of plain tables that have the same number of
/// people, give or take one.
[[nodiscard]] Asked rotation_asked(const RotateRequest& request);

}  // namespace app
