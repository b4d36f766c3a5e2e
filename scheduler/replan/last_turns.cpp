#include "scheduler/replan/last_turns.h"

#include <algorithm>

#include "engine/formats/formats.h"
#include "engine/model/rows.h"

namespace scheduler {
namespace {

using engine::Minute;
using engine::PlannedSession;
using engine::RoleHolders;

/// One holder more would not be needed from the start: not so of a moderator.
bool can_begin_without(const engine::Session& session, const RoleHolders& holders) {
  const auto held = static_cast<int>(holders.people.size());
  return held > 1 && engine::least_holders(session.format.value, holders.role, held + 1) <= held;
}

void add_turns(const Adapted& adapted,
               const PlannedSession& planned,
               const RoleHolders& holders,
               std::vector<LastTurn>& list) {
  std::vector<LastTurn> late;
  for (const auto& id : holders.people) {
    if (adapted.out.contains(id)) continue;
    const auto arrives = adapted.late.find(id);
    if (arrives != adapted.late.end() && planned.start < arrives->second)
      late.push_back({planned.id, id, arrives->second});
  }
  const auto there =
      std::count_if(holders.people.begin(), holders.people.end(), [&](const std::string& id) {
        const auto arrives = adapted.late.find(id);
        return !adapted.out.contains(id) &&
               (arrives == adapted.late.end() || arrives->second <= planned.start);
      });
  if (there == 0) return;
  const auto share = (planned.end - planned.start) / static_cast<Minute>(holders.people.size());
  const auto last = planned.end - share * static_cast<Minute>(late.size());
  for (auto& turn : late)
    if (turn.from <= last) list.push_back(std::move(turn));
}

}  // namespace

std::vector<LastTurn> last_turns(const Adapted& adapted, const Clock& clock) {
  std::vector<LastTurn> list;
  if (adapted.late.empty()) return list;
  for (const auto& planned : adapted.plan.sessions) {
    const auto* session = engine::find_row(adapted.gathering.sessions, planned.id);
    if (session == nullptr || clock.begun(planned.start)) continue;
    for (const auto& holders : planned.team)
      if (can_begin_without(*session, holders)) add_turns(adapted, planned, holders, list);
  }
  return list;
}

}  // namespace scheduler
