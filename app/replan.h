/// Repairs a document's plan after something has happened, and keeps it as a new version.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/changes.h"
#include "app/search_request.h"
#include "engine/model/gathering.h"
#include "engine/plan/diff.h"
#include "engine/plan/history.h"
#include "engine/plan/notice.h"
#include "engine/plan/plan.h"
#include "scheduler/replan/replan.h"

namespace app {

struct ReplanRequest : SearchRequest {
  ReplanRequest() { seconds = 2; }

  std::string document;
  std::optional<std::string> at;  ///< as typed; none: nothing has begun
  std::vector<TypedChange> changes;
  bool dry_run = false;  ///< nothing is written, and repairs of other kinds are compared
  engine::Instant now;
};

/// Another way to repair the plan, and what it would cost.
struct OtherRepair {
  scheduler::RepairKinds kinds;
  engine::Score score;
  std::int64_t disturbed = 0;
  std::vector<engine::Difference> changes;
};

struct Replanned {
  engine::Language language = engine::Language::Fr;
  std::vector<engine::Text> wrong;  ///< some: nothing was done
  std::vector<engine::Text> notes;  ///< what the organiser should know of how it was understood
  engine::Gathering gathering;      ///< as it is after the changes
  engine::Plan plan;
  std::vector<engine::Text> causes;         ///< the changes, said to people
  std::vector<engine::Difference> changes;  ///< in the order in which to act
  scheduler::Disturbance disturbed;
  std::int64_t disturbed_items = 0;
  scheduler::RepairKinds kinds;
  std::vector<engine::Notice> notices;  ///< by urgency; whoever the change is about comes first
  engine::VoidPages pages;
  std::vector<OtherRepair> others;  ///< of a dry run
  std::string document;
  bool written = false;
};

/// Throws engine::Failure when the document cannot be read or written, engine::BadRequest when
/// there is none to repair.
[[nodiscard]] Replanned replan(const ReplanRequest& request);

/// The plan of FORMAT §3 with its changes, disturbed and notify.
[[nodiscard]] std::string json(const Replanned& replanned);

}  // namespace app
