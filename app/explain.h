/// Says why a plan is as good as it is, where a session could go in it, and why there is no plan.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/search_request.h"
#include "engine/model/diagnostic.h"
#include "engine/model/gathering.h"
#include "engine/plan/costs.h"
#include "engine/plan/placement.h"
#include "engine/plan/plan.h"
#include "engine/plan/repair.h"
#include "engine/plan/series.h"

namespace app {

struct ExplainRequest : SearchRequest {
  std::string input;          ///< a gathering file, planned on the fly, or a document
  std::optional<int> repair;  ///< from 1: write the gathering with this repair made …
  std::string output;         ///< … to this file
  std::string session;  ///< id of a session or rotation: where it could go; empty: the whole plan
};

struct Explained {
  engine::Gathering gathering;
  std::vector<engine::Diagnostic> diagnostics;  ///< of a gathering file, in file order
  std::optional<engine::Plan> plan;             ///< none: the input is wrong, or cannot be had
  bool wrong = false;                           ///< the diagnostics say what to correct first
  engine::Series series;                        ///< of the plan, where it has several dates
  engine::Costs costs;                          ///< unless a session was asked for
  std::vector<engine::Placements> placements;   ///< of the session asked for
  std::vector<engine::Obstruction> conflicts;   ///< where there is no plan
  std::vector<engine::Repair> repairs;          ///< at most three, the cheapest first
  std::vector<std::string> written;             ///< files of the repair asked for

  /// A plan keeps every hard rule and leaves nothing out.
  [[nodiscard]] bool has_plan() const { return plan && plan->feasible; }
};

/// A document's newest plan is scored by the rules of today. Throws engine::Failure when the
/// document cannot be read or the repair not written, engine::BadRequest when there is no such
/// session or repair.
[[nodiscard]] Explained explain(const ExplainRequest& request);

/// "farandole.explain/1" (docs/json.md), or the diagnostics as `check --json` gives them.
[[nodiscard]] std::string json(const Explained& explained);

}  // namespace app
