#include "engine/problem/round_starts.h"

#include <algorithm>

namespace engine {
namespace {

/// Items with one start that hold somebody of `people` whom nothing keeps away.
std::vector<Interval> settled_hours(const Compiling& c, const std::vector<PersonId>& people) {
  const auto& p = c.problem;
  std::vector<Interval> hours;
  if (!c.is_hard(RuleId::PersonOverlap)) return hours;
  std::vector<std::uint8_t> always(p.available.size());
  for (const auto person : people) always[person.index()] = p.available[person].empty() ? 1 : 0;
  for (const auto& part : p.parts) {
    const auto starts = p.starts[part.block];
    if (starts.size() != 1) continue;
    const PartId id{static_cast<std::int32_t>(&part - &*p.parts.begin())};
    const auto attendees = p.attendees[id];
    const bool held = std::any_of(attendees.begin(), attendees.end(), [&](PersonId person) {
      return always[person.index()] != 0;
    });
    const auto begins = starts.front() + part.offset;
    if (held) hours.push_back({begins, begins + part.minutes});
  }
  return hours;
}

}  // namespace

std::vector<std::vector<Minute>> starts_of_rounds(const Compiling& c,
                                                  const RoundsApart& rounds,
                                                  const std::vector<PersonId>& people) {
  const auto settled = settled_hours(c, people);
  const auto count = static_cast<std::size_t>(rounds.rounds);
  const auto minutes = c.problem.blocks[rounds.first].minutes;
  std::vector<std::vector<Minute>> lists(count);
  for (std::size_t r = 0; r < count; ++r)
    for (const auto start : c.problem.starts[{rounds.first.value + static_cast<std::int32_t>(r)}]) {
      const Interval held{start, start + minutes};
      const bool after =
          r == 0 || (!lists[r - 1].empty() && start >= lists[r - 1].front() + minutes + rounds.gap);
      if (after && std::none_of(settled.begin(), settled.end(), [&](Interval hours) {
            return hours.overlaps(held);
          }))
        lists[r].push_back(start);
    }
  for (auto r = count; r-- > 0;) {
    if (r + 1 < count)
      std::erase_if(lists[r], [&](Minute start) {
        return start + minutes + rounds.gap > lists[r + 1].back();
      });
    if (lists[r].empty()) return std::vector<std::vector<Minute>>(count);
  }
  return lists;
}

}  // namespace engine
