#include "scheduler/timetable/spots.h"

#include <algorithm>
#include <map>
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

/// Whether the hour matters to how a room fits an activity: the room or its site is closed at
/// times, or people have a way to go before and after.
bool depends_on_time(const engine::Problem& problem, engine::ActivityId a, RoomId room) {
  const auto& site = problem.sites[problem.rooms[room].site];
  return site.opens > 0 || site.closes < engine::kMinutesPerDay ||
         !problem.room_closed[room].empty() || !problem.room_windows[a].empty() ||
         !problem.day_ends.empty();
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

  /// Per row of the block's starts: the rooms it may have then.
  [[nodiscard]] std::vector<std::vector<RoomId>> rooms_by_start() const {
    std::vector<std::vector<RoomId>> rooms_at(starts_.size());
    const auto a = problem_.parts[problem_.blocks[block_].first_part].first_activity;
    const auto rooms = rooms_to_try(problem_, block_);
    // A locked room breaks its rule while there is no room: then the starts are tried room by room.
    const bool one_by_one = rooms.size() == 1 || problem_.locked_room[a].exists();
    const auto starts =
        one_by_one ? starts_in_window() : starts_where(RoomId{}, starts_in_window());
    for (const auto room : rooms) {
      if (starts.empty()) break;
      const bool each = one_by_one || depends_on_time(problem_, a, room);
      if (!each && !fits(starts.front(), room)) continue;
      for (const auto row : each ? starts_where(room, starts) : starts)
        rooms_at[row].push_back(room);
    }
    return rooms_at;
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

  const engine::PlanEvaluator& evaluator_;
  const engine::Problem& problem_;
  BlockId block_;
  std::span<const engine::Minute> starts_;
  StartWindow window_;
  std::int64_t allowed_;
};

/// Per room: the minutes of all the sessions it could serve.
std::vector<std::int64_t> minutes_wanted(const engine::Problem& problem) {
  std::vector<std::int64_t> minutes(problem.rooms.size());
  problem.activities.each([&](engine::ActivityId a) {
    for (const RoomId room : problem.room_choices[a])
      minutes[room.index()] += problem.parts[problem.activities[a].part].minutes;
  });
  return minutes;
}

void least_wanted_first(std::vector<RoomId>& rooms, const std::vector<std::int64_t>& wanted) {
  std::stable_sort(rooms.begin(), rooms.end(), [&](RoomId a, RoomId b) {
    return a.exists() && b.exists() && wanted[a.index()] < wanted[b.index()];
  });
}

}  // namespace

Spots spots_of(const engine::PlanEvaluator& evaluator) {
  Spots spots;
  std::map<std::vector<RoomId>, std::uint32_t> known;
  const auto& problem = evaluator.problem();
  const auto windows = start_windows(problem);
  const auto wanted = minutes_wanted(problem);
  problem.blocks.each([&](BlockId block) {
    auto rooms_at = Search(evaluator, block, windows[block.index()]).rooms_by_start();
    for (auto& rooms : rooms_at) least_wanted_first(rooms, wanted);
    std::vector<Spot> row;
    std::size_t last = 0;
    for (std::size_t i = 0; i < rooms_at.size(); ++i) {
      if (rooms_at[i].empty()) continue;
      const bool as_before = !row.empty() && rooms_at[i] == rooms_at[last];
      last = i;
      if (!as_before && known.emplace(rooms_at[i], spots.room_lists_.size()).second)
        spots.room_lists_.add(rooms_at[i]);
      const auto start = problem.starts[block][i];
      row.push_back({start,
                     static_cast<std::uint32_t>(problem.ticks.row_of(start)),
                     as_before ? row.back().room_list : known.at(rooms_at[i])});
    }
    spots.spots_.add(row);
  });
  return spots;
}

const Spot* Spots::at(BlockId block, engine::Minute start) const {
  const auto spots = spots_[block];
  const auto found = std::partition_point(
      spots.begin(), spots.end(), [&](const Spot& s) { return s.start < start; });
  return found != spots.end() && found->start == start ? &*found : nullptr;
}

std::size_t Spots::count(BlockId block) const {
  std::size_t sum = 0;
  for (const auto& spot : spots_[block]) sum += rooms(spot).size();
  return sum;
}

}  // namespace scheduler
