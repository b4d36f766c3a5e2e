#include "scheduler/timetable/spots.h"

#include <algorithm>
#include <map>
#include <utility>
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

/// Per room: the minutes of all the sessions it could serve.
std::vector<std::int64_t> minutes_wanted(const engine::Problem& problem) {
  std::vector<std::int64_t> minutes(problem.rooms.size());
  problem.activities.each([&](engine::ActivityId a) {
    for (const RoomId room : problem.room_choices[a])
      minutes[room.index()] += problem.parts[problem.activities[a].part].minutes;
  });
  return minutes;
}

/// The least wanted first.
std::vector<RoomId> rooms_to_try(const engine::Problem& problem,
                                 BlockId block,
                                 const std::vector<std::int64_t>& wanted) {
  const auto& row = problem.blocks[block];
  if (row.rotation.exists()) return {RoomId{}};
  const auto choices = problem.room_choices[engine::first_activity(problem, block)];
  if (choices.empty()) return {RoomId{}};
  std::vector<RoomId> rooms(choices.begin(), choices.end());
  std::stable_sort(rooms.begin(), rooms.end(), [&](RoomId a, RoomId b) {
    return wanted[a.index()] < wanted[b.index()];
  });
  return rooms;
}

/// Whether the hour matters to how a room fits an activity: the room or its site is closed at
/// times, or people have a way to go before and after.
bool depends_on_time(const engine::Problem& problem, engine::ActivityId a, RoomId room) {
  const auto& site = problem.sites[problem.rooms[room].site];
  return site.opens > 0 || site.closes < engine::kMinutesPerDay ||
         !problem.room_closed[room].empty() || !problem.room_windows[a].empty() ||
         !problem.day_ends.empty();
}

/// The starts a block may have, and the rooms of each.
struct RoomsByStart {
  struct Start {
    std::uint32_t row = 0;   ///< among the starts of the block
    std::uint32_t list = 0;  ///< of `lists`
  };
  std::vector<std::vector<RoomId>> lists;
  std::vector<Start> starts;
};

class Search {
 public:
  Search(const engine::PlanEvaluator& evaluator,
         BlockId block,
         StartWindow window,
         std::vector<RoomId> rooms)
      : evaluator_(evaluator),
        problem_(evaluator.problem()),
        block_(block),
        starts_(problem_.starts[block]),
        window_(window),
        rooms_(std::move(rooms)),
        allowed_(open_places(problem_, block)) {}

  [[nodiscard]] RoomsByStart rooms_by_start() const {
    // A locked room breaks its rule while there is no room: then the starts are tried room by room.
    const auto a = engine::first_activity(problem_, block_);
    const bool one_by_one = rooms_.size() == 1 || problem_.locked_room[a].exists();
    const auto starts =
        one_by_one ? starts_in_window() : starts_where(RoomId{}, starts_in_window());
    const auto by_hour = [&](RoomId room) {
      return one_by_one || depends_on_time(problem_, a, room);
    };
    if (starts.empty()) return {};
    if (std::none_of(rooms_.begin(), rooms_.end(), by_hour)) return the_same_all_day(starts);
    RoomsByStart found{std::vector<std::vector<RoomId>>(starts_.size()), {}};
    for (const auto room : rooms_) {
      if (!by_hour(room) && !fits(starts.front(), room)) continue;
      for (const auto row : by_hour(room) ? starts_where(room, starts) : starts)
        found.lists[row].push_back(room);
    }
    for (std::uint32_t row = 0; row < starts_.size(); ++row)
      if (!found.lists[row].empty()) found.starts.push_back({row, row});
    return found;
  }

 private:
  using Rows = std::vector<std::uint32_t>;

  [[nodiscard]] RoomsByStart the_same_all_day(const Rows& starts) const {
    RoomsByStart found{std::vector<std::vector<RoomId>>(1), {}};
    for (const auto room : rooms_)
      if (fits(starts.front(), room)) found.lists[0].push_back(room);
    if (found.lists[0].empty()) return {};
    for (const auto row : starts) found.starts.push_back({row, 0});
    return found;
  }
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
  std::vector<RoomId> rooms_;
  std::int64_t allowed_;
};

}  // namespace

Spots spots_of(const engine::PlanEvaluator& evaluator) {
  Spots spots;
  std::map<std::vector<RoomId>, std::uint32_t> known;
  const auto& problem = evaluator.problem();
  const auto windows = start_windows(problem);
  const auto wanted = minutes_wanted(problem);
  problem.blocks.each([&](BlockId block) {
    const auto found =
        Search(evaluator, block, windows[block.index()], rooms_to_try(problem, block, wanted))
            .rooms_by_start();
    std::vector<Spot> row;
    const std::vector<RoomId>* last = nullptr;
    for (const auto& [index, list] : found.starts) {
      const auto& rooms = found.lists[list];
      const bool as_before = last != nullptr && (last == &rooms || *last == rooms);
      last = &rooms;
      if (!as_before && known.emplace(rooms, spots.room_lists_.size()).second)
        spots.room_lists_.add(rooms);
      const auto start = problem.starts[block][index];
      row.push_back({start,
                     static_cast<std::uint32_t>(problem.ticks.row_of(start)),
                     as_before ? row.back().room_list : known.at(rooms)});
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
