/// How long and how to search, and who watches: what every use case that plans is asked.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "engine/plan/progress.h"

namespace app {

struct SearchRequest {
  std::optional<double> seconds;           ///< at most; none: 10, and less when more no longer pays
  std::optional<std::int64_t> iterations;  ///< per thread; with it the clock plays no part
  std::uint64_t seed = 1;
  int threads = 0;                                           ///< 0: all cores
  std::function<void(const engine::Progress&)> on_progress;  ///< a few times a second; may be empty
  const std::atomic<bool>* stop = nullptr;  ///< set it to end early with the best so far
};

/// One line for machines that watch a search: {"phase", "seconds", "left", "hard", "unplaced",
/// "soft"}; phase is "proving", "seating", "placing", "improving" or "repairing", left the seconds
/// at most.
[[nodiscard]] std::string json(const engine::Progress& progress);

}  // namespace app
