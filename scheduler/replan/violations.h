/// What is wrong with a board, each time with the decisions of which at least one has to change.
#pragma once

#include <cstdint>
#include <vector>

#include "scheduler/replan/repair_model.h"

namespace scheduler {

struct Violation {
  engine::Finding finding;  ///< rule of the catalogue; of a place that is misheld: team-complete
  std::vector<std::size_t> variables;  ///< ascending; one of them must change, or more
  bool needs_team = false;             ///< only a change of its places, or leaving it out, helps
  bool complete = true;                ///< nothing else could help (a seat, say)
};

/// Cost: one inspection of the hard rules when some is broken, else a look at each open place.
[[nodiscard]] std::vector<Violation> violations(const engine::PlanEvaluator& evaluator,
                                                const RepairModel& model);

/// Whether both say that the same thing is wrong, more or less of it.
[[nodiscard]] bool same(const engine::Finding& a, const engine::Finding& b);

/// About who sits with whom in a rotation. Seats have been repaired before anything else is looked
/// at: a group that stays too small takes place, and no round is left out for its sake.
[[nodiscard]] bool is_about_seats(engine::RuleId rule);

/// Whether one of its decisions may end it. What keeps its hour and its place in the programme may
/// change its room alone: that is tried, and `evaluator` left as it was.
[[nodiscard]] bool may_be_mended(const Violation& violation,
                                 engine::PlanEvaluator& evaluator,
                                 const RepairModel& model);

}  // namespace scheduler
