#include "scheduler/timetable/spots.h"

#include <algorithm>
#include <vector>

#include "scheduler/timetable/windows.h"

namespace scheduler {
namespace {

using engine::BlockId;
using engine::Change;
using engine::RoomId;

/// Open places of its team that nobody holds yet: they count against any start alike.
std::int64_t open_places(const engine::Problem& problem, BlockId block) {
  const auto weight = problem.weights[static_cast<std::size_t>(engine::RuleId::TeamComplete)].hard;
  std::int64_t n = 0;
  engine::each_moved_activity(problem, Change::place(block, 0), [&](engine::ActivityId a) {
    n += static_cast<std::int64_t>(problem.slots_of[a].size());
  });
  return n * weight;
}

std::vector<RoomId> rooms_to_try(const engine::Problem& problem, BlockId block) {
  const auto& row = problem.blocks[block];
  if (row.rotation.exists()) return {RoomId{}};
  const auto choices = problem.room_choices[problem.parts[row.first_part].first_activity];
  if (choices.empty()) return {RoomId{}};
  return {choices.begin(), choices.end()};
}

/// Whether the hour matters to how a room fits an activity.
bool depends_on_time(const engine::Problem& problem, engine::ActivityId a, RoomId room) {
  const auto& site = problem.sites[problem.rooms[room].site];
  return site.opens > 0 || site.closes < engine::kMinutesPerDay ||
         !problem.room_closed[room].empty() || !problem.room_windows[a].empty();
}

class Search {
 public:
  Search(const engine::PlanEvaluator& evaluator, BlockId block, StartWindow window)
      : evaluator_(evaluator),
        problem_(evaluator.problem()),
        block_(block),
        starts_(problem_.starts[block]),
        window_(window),
        allowed_(open_places(problem_, block)) {}

  void add_to(std::vector<Spot>& spots) {
    const auto a = problem_.parts[problem_.blocks[block_].first_part].first_activity;
    const auto rooms = rooms_to_try(problem_, block_);
    // A locked room breaks its rule while there is no room: then the starts are tried room by room.
    const bool one_by_one = rooms.size() == 1 || problem_.locked_room[a].exists();
    const auto starts =
        one_by_one ? starts_in_window() : starts_where(RoomId{}, starts_in_window());
    if (starts.empty()) return;
    for (const auto room : rooms)
      if (one_by_one || depends_on_time(problem_, a, room))
        add(spots, starts_where(room, starts), room);
      else if (fits(starts.front(), room))
        add(spots, starts, room);
    std::stable_sort(spots.begin(), spots.end(), [](const Spot& x, const Spot& y) {
      return x.start_row < y.start_row;
    });
  }

 private:
  using Rows = std::vector<std::uint32_t>;

  [[nodiscard]] Rows starts_in_window() const {
    Rows rows;
    for (std::uint32_t i = 0; i < starts_.size(); ++i)
      if (window_.earliest <= starts_[i] && starts_[i] <= window_.latest) rows.push_back(i);
    return rows;
  }
  [[nodiscard]] Rows starts_where(RoomId room, const Rows& among) const {
    Rows rows;
    for (const auto row : among)
      if (fits(row, room)) rows.push_back(row);
    return rows;
  }
  [[nodiscard]] bool fits(std::uint32_t row, RoomId room) const {
    const bool rotation = problem_.blocks[block_].rotation.exists();
    const auto change =
        rotation ? Change::place(block_, starts_[row]) : Change::place(block_, starts_[row], room);
    return evaluator_.hard_delta(change, allowed_) <= allowed_;
  }
  void add(std::vector<Spot>& spots, const Rows& rows, RoomId room) const {
    for (const auto row : rows) spots.push_back({starts_[row], row, room});
  }

  const engine::PlanEvaluator& evaluator_;
  const engine::Problem& problem_;
  BlockId block_;
  std::span<const engine::Minute> starts_;
  StartWindow window_;
  std::int64_t allowed_;
};

}  // namespace

engine::Lists<BlockId, Spot> spots_of(const engine::PlanEvaluator& evaluator) {
  engine::Lists<BlockId, Spot> spots;
  const auto windows = start_windows(evaluator.problem());
  evaluator.problem().blocks.each([&](BlockId block) {
    std::vector<Spot> row;
    Search(evaluator, block, windows[block.index()]).add_to(row);
    spots.add(row);
  });
  return spots;
}

std::span<const Spot> spots_at(std::span<const Spot> spots, engine::Minute start) {
  const auto first = std::partition_point(
      spots.begin(), spots.end(), [&](const Spot& s) { return s.start < start; });
  const auto last =
      std::partition_point(first, spots.end(), [&](const Spot& s) { return s.start == start; });
  return {first, last};
}

}  // namespace scheduler
