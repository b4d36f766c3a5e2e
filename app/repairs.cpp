#include "app/repairs.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "app/repair_search.h"
#include "scheduler/explain/obstruction.h"

namespace app {
namespace {

using scheduler::Answer;
using scheduler::Items;
using scheduler::Oracle;

constexpr std::size_t kMostConflicts = 3;
constexpr double kSeconds = 0.5;  // one question

/// A conflict about items that no other of `known` is about; none when they have a plan, as far as
/// can be told.
std::optional<Found> another_conflict(const Hopeless& hopeless,
                                      const std::vector<Found>& known,
                                      Oracle& oracle) {
  Items left;
  for (std::size_t i = 0; i < scheduler::item_count(hopeless.gathering); ++i)
    if (std::none_of(known.begin(), known.end(), [&](const Found& found) {
          const auto& items = found.core.items;
          return std::find(items.begin(), items.end(), i) != items.end();
        }))
      left.push_back(i);
  if (left.empty() || oracle.over()) return {};
  const auto rest = scheduler::part_of(hopeless.gathering, left);
  if (!known.empty() && oracle.ask(rest, kSeconds) == Answer::Plan) return {};
  Items among;  // the suspects, as rows of the rest
  for (const auto item : hopeless.left_out) {
    const auto row = std::lower_bound(left.begin(), left.end(), item);
    if (row != left.end() && *row == item)
      among.push_back(static_cast<std::size_t>(row - left.begin()));
  }
  auto core = core_among(rest, among, oracle);
  if (!core) return {};
  for (auto& item : core->items) item = left[item];
  Found found{*core, scheduler::obstruction_of(hopeless.gathering, *core, oracle)};
  found.conflict.proved = found.conflict.proved || core->proved;
  return found;
}

}  // namespace

Diagnosis diagnose(const Hopeless& hopeless, const scheduler::Effort& effort) {
  const auto now = std::chrono::steady_clock::now();
  const auto part = [&](int percent) {
    auto some = effort;
    some.until = now + (effort.until - now) * percent / 100;
    return some;
  };
  Diagnosis diagnosis;
  Oracle first(part(40));
  std::vector<Found> conflicts;
  if (auto found = another_conflict(hopeless, conflicts, first))
    conflicts.push_back(std::move(*found));
  if (conflicts.empty()) return diagnosis;
  Oracle second(part(90));
  diagnosis.repairs = RepairSearch(hopeless, second).run(conflicts.front());
  Oracle third(effort);
  while (conflicts.size() < kMostConflicts) {
    auto found = another_conflict(hopeless, conflicts, third);
    if (!found) break;
    conflicts.push_back(std::move(*found));
  }
  for (auto& found : conflicts) diagnosis.conflicts.push_back(std::move(found.conflict));
  return diagnosis;
}

}  // namespace app
