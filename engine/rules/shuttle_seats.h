/// Enough seats on the trips between two places. One point per person without a seat.
///
/// A person rides when two of their items that follow each other on one day lie at the two ends.
/// They take the last trip that arrives in time; where trips leave every so many minutes (counted
/// from midnight), those who must be there for the same trip share its seats, else those who must
/// be there at the same minute do. Counted anew for each change: few gatherings have shuttles.
#pragma once

#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

#include "engine/rules/presence.h"

namespace engine {

class ShuttleSeats : public LocalRule<ShuttleSeats> {
 public:
  static constexpr RuleId kId = RuleId::ShuttleSeats;
  using LocalRule::LocalRule;

  [[nodiscard]] bool concerns(const Board& board, const Change&) const {
    return !board.problem().shuttles.empty();
  }

  template <class V>
  [[nodiscard]] std::int64_t around(const V& view, const Change&) const {
    std::int64_t sum = 0;
    for (const auto& shuttle : view.problem().shuttles)
      for (const auto& [leaves, trip] : trips(view, shuttle))
        sum += std::max<std::int64_t>(0, trip.riders - shuttle.seats);
    return sum;
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    const auto view = view_of(board);
    for (const auto& shuttle : board.problem().shuttles)
      for (const auto& [leaves, trip] : trips(view, shuttle))
        if (trip.riders > shuttle.seats)
          sink(Finding{kId, trip.riders - shuttle.seats, trip.towards, {}, {}, {}});
  }

 private:
  struct Trip {
    std::int64_t riders = 0;
    PartId towards;  ///< an item that riders of the trip go to
  };

  template <class V>
  static std::map<Minute, Trip> trips(const V& view, const Shuttle& shuttle) {
    std::map<Minute, Trip> trips;
    std::vector<Presence> path;
    for (std::size_t i = 0; i < view.problem().people; ++i) {
      path.clear();
      each_presence(view, PersonId{static_cast<std::int32_t>(i)}, [&](Presence p) {
        if (p.activity.exists() && view.room(p.activity).exists()) path.push_back(p);
      });
      const auto order = [&](Presence p) {
        return std::tuple(view.time(p.part).from, p.part, p.activity);
      };
      std::sort(
          path.begin(), path.end(), [&](Presence a, Presence b) { return order(a) < order(b); });
      for (std::size_t k = 1; k < path.size(); ++k)
        if (rides(view, shuttle, path[k - 1], path[k])) {
          auto& trip = trips[leaves(shuttle, view.time(path[k].part).from)];
          ++trip.riders;
          if (!trip.towards.exists() || path[k].part < trip.towards) trip.towards = path[k].part;
        }
    }
    return trips;
  }

  template <class V>
  static bool rides(const V& view, const Shuttle& shuttle, Presence from, Presence to) {
    const auto place = [&](Presence p) {
      return view.problem().rooms[view.room(p.activity)].place;
    };
    return place(from) == shuttle.from && place(to) == shuttle.to &&
           day_of(view.time(from.part).from) == day_of(view.time(to.part).from);
  }

  static Minute leaves(const Shuttle& shuttle, Minute needed_at) {
    const Minute latest = needed_at - shuttle.minutes;
    return shuttle.every > 0 ? latest - clock_of(latest) % shuttle.every : latest;
  }
};

}  // namespace engine
