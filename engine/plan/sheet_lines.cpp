#include "engine/plan/sheet_lines.h"

#include <algorithm>

namespace engine {
namespace {

/// Calls `f(line, team, participants)` for every session and station; the line has no role.
template <class F>
void each_placement(const Plan& plan, F f) {
  for (const auto& s : plan.sessions) {
    SheetLine line;
    line.start = s.start;
    line.end = s.end;
    line.item = s.id;
    line.room = s.room;
    f(line, s.team, s.participants);
  }
  for (const auto& r : plan.rotations)
    for (std::size_t n = 0; n < r.rounds.size(); ++n)
      for (const auto& s : r.rounds[n].stations)
        f(SheetLine{.start = r.rounds[n].start,
                    .end = r.rounds[n].end,
                    .item = r.id,
                    .round = static_cast<int>(n),
                    .station = s.id,
                    .room = s.room,
                    .role = {}},
          s.team,
          s.participants);
}

void sort_each(SheetLines& lists) {
  for (auto& [id, lines] : lists) {
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  }
}

}  // namespace

SheetLines lines_by_person(const Plan& plan) {
  SheetLines lists;
  each_placement(plan, [&](SheetLine line, const auto& team, const auto& participants) {
    for (const auto& person : participants) lists[person].push_back(line);
    for (const auto& holders : team) {
      line.role = holders.role;
      for (const auto& person : holders.people) lists[person].push_back(line);
    }
  });
  sort_each(lists);
  return lists;
}

SheetLines lines_by_room(const Plan& plan) {
  SheetLines lists;
  each_placement(plan, [&](const SheetLine& line, const auto&, const auto&) {
    if (!line.room.empty()) lists[line.room].push_back(line);
  });
  sort_each(lists);
  return lists;
}

}  // namespace engine
