/// The base of rules about trips with seats to count. It remembers how many people are on each, so
/// that a change recounts only the days of the people it touches.
#pragma once

#include <vector>

#include "engine/rules/rides.h"

namespace engine {

/// `R::each_fault(problem, trips, found)` calls `found(amount, row of trips)`, each amount above 0;
/// `R::matters(problem)` says whether there can be any.
template <class R>
class TripRule {
 public:
  TripRule(const Problem& problem, const Board& board)
      : on_(R::matters(problem) && is_on(problem, R::kId)) {
    if (!on_) return;
    ways_ = SeatedWays(problem);
    for (const auto& ride : rides_on(board, ways_)) add_people(trips_, ride.trip, 1);
    now_ = amount(problem, trips_);
  }

  [[nodiscard]] std::int64_t delta(const Board& board, const Change& change) const {
    if (!on_) return 0;
    list_changes(board, change);
    return changes_.empty() ? 0 : amount(board.problem(), changed()) - now_;
  }

  void apply(const Board& board, const Change& change) {
    if (!on_) return;
    list_changes(board, change);
    if (changes_.empty()) return;
    now_ = amount(board.problem(), changed());
    trips_.swap(after_);
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    const auto& problem = board.problem();
    if (!R::matters(problem)) return;
    std::vector<TripCount> trips;
    std::vector<PartId> towards;  // of the first on board
    for (const auto& ride : rides_on(board, SeatedWays(problem))) {
      if (trips.empty() || trips.back().trip != ride.trip) {
        trips.push_back({ride.trip, 0});
        towards.push_back(ride.towards);
      }
      ++trips.back().people;
    }
    R::each_fault(problem, trips, [&](std::int64_t amount, std::size_t row) {
      sink(Finding{R::kId, amount, towards[row], {}, {}, {}});
    });
  }

 private:
  static std::int64_t amount(const Problem& problem, std::span<const TripCount> trips) {
    std::int64_t sum = 0;
    R::each_fault(problem, trips, [&](std::int64_t amount, std::size_t) { sum += amount; });
    return sum;
  }

  /// Fills `changes_` with the trips that more or fewer people take.
  void list_changes(const Board& board, const Change& change) const {
    const auto now = view_of(board);
    const View<Moment::Then> then(board, change);
    changes_.clear();
    each_touched_day(board, change, true, [&](PersonId person, Day day) {
      if (is_driver(board.problem(), person)) return;
      add_rides(now, person, day, -1);
      add_rides(then, person, day, 1);
    });
    std::erase_if(changes_, [](const TripCount& row) { return row.people == 0; });
  }

  template <class V>
  void add_rides(const V& view, PersonId person, Day day, std::int32_t people) const {
    list_day<false>(view, person, day, items_);
    each_ride(view, ways_, person, items_, [&](const RideTaken& ride) {
      add_people(changes_, ride.trip, people);
    });
  }

  /// The trips as `changes_` make them; trips that nobody takes are left out.
  const std::vector<TripCount>& changed() const {
    after_.clear();
    auto change = changes_.begin();
    for (const auto& trip : trips_) {
      for (; change != changes_.end() && change->trip < trip.trip; ++change)
        after_.push_back(*change);
      after_.push_back(trip);
      if (change == changes_.end() || change->trip != trip.trip) continue;
      after_.back().people += change++->people;
      if (after_.back().people == 0) after_.pop_back();
    }
    after_.insert(after_.end(), change, changes_.end());
    return after_;
  }

  bool on_ = false;
  SeatedWays ways_;
  std::vector<TripCount> trips_;  ///< on the board as it is, in order
  std::int64_t now_ = 0;          ///< what they cost
  mutable std::vector<DayItem> items_;
  mutable std::vector<TripCount> changes_;
  mutable std::vector<TripCount> after_;
};

}  // namespace engine
