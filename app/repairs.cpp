#include "app/repairs.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "app/repair_search.h"
#include "scheduler/explain/obstruction.h"

namespace app {
namespace {

using scheduler::Items;
using scheduler::Oracle;

constexpr std::size_t kMostConflicts = 3;

/// A conflict about items that no other of `known` is about; none when they have a plan, as far as
/// can be told.
std::optional<Found> another_conflict(const engine::Gathering& gathering,
                                      const std::vector<Found>& known,
                                      Oracle& oracle) {
  Items left;
  for (std::size_t i = 0; i < scheduler::item_count(gathering); ++i)
    if (std::none_of(known.begin(), known.end(), [&](const Found& found) {
          const auto& items = found.core.items;
          return std::find(items.begin(), items.end(), i) != items.end();
        }))
      left.push_back(i);
  if (left.empty() || oracle.over()) return {};
  auto core = core_among(scheduler::part_of(gathering, left), oracle);
  if (!core) return {};
  for (auto& item : core->items) item = left[item];
  Found found{*core, scheduler::obstruction_of(gathering, *core, oracle)};
  found.conflict.proved = found.conflict.proved || core->proved;
  return found;
}

}  // namespace

Diagnosis diagnose(const Hopeless& hopeless,
                   const scheduler::Effort& effort,
                   std::size_t most_repairs) {
  const auto begin = scheduler::Effort::Clock::now();
  Diagnosis diagnosis;
  Oracle oracle(effort);
  oracle.end_at(begin + (effort.until - begin) * 9 / 10);
  std::vector<Found> conflicts;
  for (std::optional<Found> found; conflicts.size() < kMostConflicts;) {
    found = another_conflict(hopeless.gathering, conflicts, oracle);
    if (!found) break;
    conflicts.push_back(std::move(*found));
    if (conflicts.size() > 1) continue;
    diagnosis.repairs = RepairSearch(hopeless, oracle).run(conflicts.front(), most_repairs);
    oracle.end_at(effort.until);
  }
  for (auto& found : conflicts) diagnosis.conflicts.push_back(std::move(found.conflict));
  return diagnosis;
}

}  // namespace app
