/// Plans a gathering and keeps the plan as a new version of its document.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/diagnostic.h"
#include "engine/model/gathering.h"
#include "engine/plan/history.h"
#include "engine/plan/plan.h"
#include "engine/plan/progress.h"

namespace app {

using engine::Progress;

struct PlanRequest {
  std::string file;
  std::string document;  ///< empty: `file` with the ending .farandole
  double seconds = 10;
  std::optional<std::int64_t> iterations;  ///< per thread; with it the clock plays no part
  std::uint64_t seed = 1;
  int threads = 0;  ///< 0: all cores
  engine::Instant now;
  std::function<void(const Progress&)> on_progress;  ///< a few times a second; may be empty
  const std::atomic<bool>* stop = nullptr;           ///< set it to end early with the best so far
};

struct Planned {
  engine::Gathering gathering;
  std::vector<engine::Diagnostic> diagnostics;  ///< in file order
  std::optional<engine::Plan> plan;             ///< none: the input is wrong, nothing is written
  std::string document;                         ///< where the plan is kept
};

/// Throws engine::Failure when the document cannot be written (it is looked at before the search
/// begins), and engine::BadRequest for a document name that cannot be one ("-").
[[nodiscard]] Planned plan(const PlanRequest& request);

/// One line for machines that watch a search: {"phase", "seconds", "left", "hard", "unplaced",
/// "soft"}; phase is "proving", "seating", "placing" or "improving", left the seconds at most.
[[nodiscard]] std::string json(const Progress& progress);

/// The plan of FORMAT §3, or the diagnostics as `check --json` gives them.
[[nodiscard]] std::string json(const Planned& planned);

/// "day.toml" gives "day.farandole".
[[nodiscard]] std::string document_beside(const std::string& file);

}  // namespace app
