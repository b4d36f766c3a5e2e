/// Plans a gathering and keeps the plan as a new version of its document.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/search_request.h"
#include "engine/model/diagnostic.h"
#include "engine/model/gathering.h"
#include "engine/plan/history.h"
#include "engine/plan/plan.h"
#include "engine/plan/progress.h"
#include "engine/plan/series.h"

namespace app {

struct PlanRequest : SearchRequest {
  std::string file;
  std::string document;  ///< empty: `file` with the ending .farandole
  engine::Instant now;
};

struct Planned {
  engine::Gathering gathering;
  std::vector<engine::Diagnostic> diagnostics;  ///< in file order
  std::optional<engine::Plan> plan;             ///< none: the input is wrong, nothing is written
  engine::Series series;                        ///< of the plan, where it has several dates
  std::string document;                         ///< where the plan is kept
  std::optional<int>
      better;  ///< the version before this one, when it is better and of the same files
};

/// Throws engine::Failure when the document cannot be written (it is looked at before the search
/// begins), and engine::BadRequest for a document name that cannot be one ("-").
[[nodiscard]] Planned plan(const PlanRequest& request);

/// The plan of FORMAT §3, or the diagnostics as `check --json` gives them.
[[nodiscard]] std::string json(const Planned& planned);

/// "day.toml" gives "day.farandole".
[[nodiscard]] std::string document_beside(const std::string& file);

}  // namespace app
