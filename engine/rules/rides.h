/// Who needs which trips between sites with seats to count: shuttles and vehicles.
///
/// A person rides when two of their items that follow each other on one day lie at the two ends, or
/// where they start the day and their first item do. They take the last trip that arrives in time;
/// where trips leave every so many minutes (counted from midnight), those who must be there for the
/// same trip share its seats, else those who must be there at the same minute do. Who ends the day
/// at a site rides there after their last item, by the first trip. A journey that is an item of its
/// own has its own seats.
#pragma once

#include <algorithm>
#include <compare>
#include <span>
#include <vector>

#include "engine/rules/day_ends.h"
#include "engine/rules/day_rule.h"
#include "engine/rules/fleet.h"

namespace engine {

/// Of one shuttle, by when it leaves; in order of departure.
struct TripKey {
  Minute leaves = 0;
  std::int32_t shuttle = 0;
  friend constexpr auto operator<=>(const TripKey&, const TripKey&) = default;
};

/// Somebody on a trip.
struct RideTaken {
  TripKey trip;
  PartId towards;  ///< the item they go to, or come from at the end of the day
  friend constexpr auto operator<=>(const RideTaken&, const RideTaken&) = default;
};

struct TripCount {
  TripKey trip;
  std::int32_t people = 0;
};

/// The shuttles from one place to another.
class SeatedWays {
 public:
  SeatedWays() = default;
  explicit SeatedWays(const Problem& problem) : places_(problem.places) {
    std::vector<std::vector<std::int32_t>> rows(places_ * places_);
    for (std::size_t i = 0; i < problem.shuttles.size(); ++i) {
      const auto& shuttle = problem.shuttles[i];
      rows[shuttle.from.index() * places_ + shuttle.to.index()].push_back(
          static_cast<std::int32_t>(i));
    }
    rows_ = Lists<Way, std::int32_t>(rows);
  }

  /// Rows of Problem::shuttles. Either place may be none.
  [[nodiscard]] std::span<const std::int32_t> between(PlaceId from, PlaceId to) const {
    if (!from.exists() || !to.exists() || from == to) return {};
    return rows_[Way{static_cast<std::int32_t>(from.index() * places_ + to.index())}];
  }

 private:
  using Way = Id<struct WayTag>;  ///< from × places + to
  std::size_t places_ = 0;
  Lists<Way, std::int32_t> rows_;
};

[[nodiscard]] inline bool is_driver(const Problem& problem, PersonId person) {
  return !problem.drives.empty() && problem.drives[person.index()];
}

/// Calls `f(RideTaken)` for the trips of one day of a person, from its items in order of time.
template <class V, class F>
void each_ride(
    const V& view, const SeatedWays& ways, PersonId person, std::span<const DayItem> items, F f) {
  const auto& problem = view.problem();
  const auto ends = day_ends_of(problem, person);
  PlaceId last = ends.start;
  const DayItem* latest = nullptr;
  for (const DayItem& item : items) {
    const RoomId room = item.activity.exists() ? view.room(item.activity) : RoomId{};
    const bool here = room.exists() && !problem.sites[problem.rooms[room].site].online;
    if (!here && problem.blocks[view.block_of(item.part)].kind != ItemKind::Journey) continue;
    const PlaceId place = here ? problem.rooms[room].place : PlaceId{};
    for (const auto row : ways.between(last, place)) {
      const auto& shuttle = problem.shuttles[static_cast<std::size_t>(row)];
      const Minute leave_by = item.time.from - shuttle.minutes;
      f(RideTaken{{leave_by - clock_of(leave_by) % std::max(1, shuttle.every), row}, item.part});
    }
    last = place;
    latest = &item;
  }
  if (latest == nullptr) return;
  for (const auto row : ways.between(last, ends.end)) {
    const Minute every = std::max(1, problem.shuttles[static_cast<std::size_t>(row)].every);
    const Minute free = latest->time.to;
    f(RideTaken{{free + (every - clock_of(free) % every) % every, row}, latest->part});
  }
}

/// Everybody's, in order.
[[nodiscard]] std::vector<RideTaken> rides_on(const Board& board, const SeatedWays& ways);

/// Adds people to a trip, or takes them off; `trips` stay in order.
void add_people(std::vector<TripCount>& trips, TripKey trip, std::int32_t people);

/// The trips that vehicles make, and who they are for: per ride a row of `trips`.
struct FleetTrips {
  Dispatch sent;
  std::vector<std::int32_t> of_ride;
};
[[nodiscard]] FleetTrips send_fleet(const Problem& problem, std::span<const TripCount> trips);

}  // namespace engine
