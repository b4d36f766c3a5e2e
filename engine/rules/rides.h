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
#include <map>
#include <span>
#include <vector>

#include "engine/rules/day_ends.h"
#include "engine/rules/fleet.h"
#include "engine/rules/presence.h"

namespace engine {

/// Of one shuttle, by when it leaves; in order of departure.
struct TripKey {
  Minute leaves = 0;
  std::int32_t shuttle = 0;
  friend constexpr auto operator<=>(const TripKey&, const TripKey&) = default;
};

struct Riders {
  std::int32_t people = 0;
  PartId towards;  ///< an item that riders go to, or come from at the end of the day
};

using Trips = std::map<TripKey, Riders>;

/// Collects the trips of everyone; few gatherings have shuttles, so they are counted anew.
template <class V>
class RideCounter {
 public:
  explicit RideCounter(const V& view) : view_(view), problem_(view.problem()) {}

  Trips run() {
    for (std::size_t i = 0; i < problem_.people; ++i) {
      if (!problem_.drives.empty() && problem_.drives[i]) continue;
      const PersonId person{static_cast<std::int32_t>(i)};
      list_stops(person);
      for (auto from = path_.begin(); from != path_.end();) {
        const auto day = day_of(from->time.from);
        const auto to = std::find_if(
            from, path_.end(), [&](const Stop& s) { return day_of(s.time.from) != day; });
        go_through_day({from, to}, day_ends_of(problem_, person));
        from = to;
      }
    }
    return std::move(trips_);
  }

 private:
  /// Somewhere a person is, or an item of theirs that is a journey (then without a place).
  struct Stop {
    Interval time;
    PartId part;
    PlaceId place;
    friend constexpr auto operator<=>(const Stop&, const Stop&) = default;
  };

  void list_stops(PersonId person) {
    path_.clear();
    each_presence(view_, person, [&](Presence p) {
      const RoomId room = p.activity.exists() ? view_.room(p.activity) : RoomId{};
      const bool journey = problem_.blocks[view_.block_of(p.part)].kind == ItemKind::Journey;
      const bool here = room.exists() && !problem_.sites[problem_.rooms[room].site].online;
      if (here || journey)
        path_.push_back(
            {view_.time(p.part), p.part, here ? problem_.rooms[room].place : PlaceId{}});
    });
    std::sort(path_.begin(), path_.end());
  }

  void go_through_day(std::span<const Stop> path, DayEnds ends) {
    PlaceId last = ends.start;
    for (const Stop& stop : path) {
      if (last.exists() && stop.place.exists() && last != stop.place)
        ride(last, stop.place, stop.part, [&](const Shuttle& shuttle) {
          const Minute latest = stop.time.from - shuttle.minutes;
          return latest - clock_of(latest) % std::max(1, shuttle.every);
        });
      last = stop.place;
    }
    if (!last.exists() || !ends.end.exists() || last == ends.end) return;
    ride(last, ends.end, path.back().part, [&](const Shuttle& shuttle) {
      const Minute every = std::max(1, shuttle.every);
      const Minute free = path.back().time.to;
      return free + (every - clock_of(free) % every) % every;
    });
  }

  template <class F>
  void ride(PlaceId from, PlaceId to, PartId part, F leaves) {
    const auto& shuttles = problem_.shuttles;
    for (std::size_t i = 0; i < shuttles.size(); ++i) {
      if (shuttles[i].from != from || shuttles[i].to != to) continue;
      auto& riders = trips_[{leaves(shuttles[i]), static_cast<std::int32_t>(i)}];
      ++riders.people;
      if (!riders.towards.exists() || part < riders.towards) riders.towards = part;
    }
  }

  const V& view_;
  const Problem& problem_;
  std::vector<Stop> path_;
  Trips trips_;
};

template <class V>
Trips trips_on(const V& view) {
  return RideCounter<V>(view).run();
}

/// The trips that vehicles make, and who they are for: per ride a row of the second.
[[nodiscard]] inline Dispatch dispatch_trips(const Problem& problem,
                                             const Trips& trips,
                                             std::vector<PartId>& towards) {
  std::vector<Ride> rides;
  towards.clear();
  for (const auto& [key, riders] : trips) {
    const auto& shuttle = problem.shuttles[static_cast<std::size_t>(key.shuttle)];
    if (shuttle.vehicles.empty()) continue;
    rides.push_back({{key.leaves, key.leaves + shuttle.minutes},
                     shuttle.from,
                     shuttle.to,
                     riders.people,
                     shuttle.vehicles});
    towards.push_back(riders.towards);
  }
  return dispatch(rides, problem.vehicles, problem.travel, problem.places);
}

/// The base of rules about trips: everybody's trips are counted anew for a change, so what the
/// board costs now is remembered. `R::each_fault(view, found)` calls `found(amount, towards)`.
template <class R>
class TripRule {
 public:
  TripRule(const Problem& problem, const Board& board) : on_(R::matters(problem)) {
    if (on_) now_ = amount(view_of(board));
  }

  [[nodiscard]] std::int64_t delta(const Board& board, const Change& change) const {
    if (!on_) return 0;
    return after(board, change) - now_;
  }
  void apply(const Board& board, const Change& change) {
    if (!on_) return;
    now_ = looked_at_ && last_ == change ? last_amount_ : after(board, change);
    looked_at_ = false;
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    if (!R::matters(board.problem())) return;
    R::each_fault(view_of(board), [&](std::int64_t amount, PartId towards) {
      sink(Finding{R::kId, amount, towards, {}, {}, {}});
    });
  }

 private:
  template <class V>
  static std::int64_t amount(const V& view) {
    std::int64_t sum = 0;
    R::each_fault(view, [&](std::int64_t amount, PartId) { sum += amount; });
    return sum;
  }

  std::int64_t after(const Board& board, const Change& change) const {
    last_amount_ = amount(View<Moment::Then>(board, change));
    last_ = change;
    looked_at_ = true;
    return last_amount_;
  }

  bool on_ = false;
  std::int64_t now_ = 0;
  mutable bool looked_at_ = false;  ///< at `last_`, on the board as it is
  mutable Change last_;
  mutable std::int64_t last_amount_ = 0;
};

}  // namespace engine
