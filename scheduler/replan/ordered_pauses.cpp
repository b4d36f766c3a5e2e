#include "scheduler/replan/ordered_pauses.h"

#include <algorithm>
#include <optional>

#include "engine/model/rows.h"

namespace scheduler {
namespace {

using engine::find_row;

/// When an item of the plan begins and ends; none: it has no place.
std::optional<engine::Interval> span_of(const engine::Plan& plan, const std::string& id) {
  if (const auto* session = find_row(plan.sessions, id)) return {{session->start, session->end}};
  const auto* rotation = find_row(plan.rotations, id);
  if (rotation == nullptr || rotation->rounds.empty()) return {};
  return {{rotation->rounds.front().start, rotation->rounds.back().end}};
}

void allow(const engine::Plan& plan, const std::string& id, engine::After& after) {
  const auto own = span_of(plan, id);
  const auto other = span_of(plan, after.item.value);
  if (!own || !other || own->from < other->to) return;
  const auto days = engine::day_of(own->from) - engine::day_of(other->to);
  if (after.max_gap) after.max_gap = std::max(*after.max_gap, own->from - other->to);
  for (auto* most : {&after.max_gap_days, &after.max_term_days})
    if (*most) *most = std::max(**most, static_cast<int>(days));
}

}  // namespace

void allow_pauses_of(Adapted& to, const std::string& moved) {
  const auto look = [&](auto& items) {
    for (auto& item : items)
      for (auto& after : item.timing.after)
        if (item.id.value == moved || after.item.value == moved)
          allow(to.plan, item.id.value, after);
  };
  look(to.gathering.sessions);
  look(to.gathering.rotations);
}

}  // namespace scheduler
