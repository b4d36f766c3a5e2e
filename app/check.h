/// Reads and checks a gathering: ready to plan, or everything that is wrong with it at once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/model/diagnostic.h"
#include "engine/model/gathering.h"
#include "engine/problem/problem.h"

namespace app {

struct Checked {
  engine::Gathering gathering;  ///< as far as it could be read; its `files` name the files
  std::optional<engine::Problem> problem;       ///< none: the diagnostics hold an error
  std::vector<engine::Diagnostic> diagnostics;  ///< in file order

  [[nodiscard]] bool ok() const { return problem.has_value(); }
  /// Whether all that is wrong is that it asks for what cannot be had: no plan can hold it whole.
  [[nodiscard]] bool asks_the_impossible() const;
};

/// A file that cannot be read at all is a diagnostic too.
[[nodiscard]] Checked check(const std::string& file);

[[nodiscard]] std::string json(const Checked& checked);

}  // namespace app
