/// Better seats: simulated annealing on a flat table, everything that a seat can cost at once.
#pragma once

#include <cstdint>
#include <vector>

#include "scheduler/rotation/seat_table.h"
#include "scheduler/search/budget.h"
#include "scheduler/search/cooling.h"
#include "scheduler/search/random.h"

namespace scheduler {

/// Temperatures of a search, in units of one repeated meeting (of one soft point where none count),
/// and what a broken hard rule weighs beside it while annealing.
struct Heat {
  Cooling cooling;
  double hard_weight = 1;
  double mix_weight = 5;    ///< of one point of a mix that comes first
  double focus = 0;         ///< of the moves: of somebody who meets one of the table again
  bool insists = false;     ///< a mix that was better weighs more and more until it is found again
  bool only_paths = false;  ///< of the moves: no others than exchanges of two units' paths
  bool of_units = false;    ///< a meeting of two units of the mean size, else of two people
};

/// Any table that keeps the hard rules and everybody within reach.
inline constexpr SeatCost kRulesKept{.hard = 0, .barred = 0, .mix = INT64_MAX, .soft = INT64_MAX};

/// Where a search ends when the budget does not end it.
struct SearchEnd {
  SeatCost enough;         ///< a table that costs no more
  std::int64_t steps = 0;  ///< changes tried
};

/// Units exchange seats within a round, one large against several small ones too, or along their
/// whole paths; go to another station, or exchange two of their own rounds.
/// The best table breaks the fewest hard rules first. A host whose station takes place stays there.
class SeatSearch {
 public:
  /// The task must outlive the search. `start` seats every present unit, others are at −1.
  SeatSearch(const SeatTask& task, const Rounds& start);

  /// Cools down over the steps of `end`; stops early at what is enough or with the budget.
  void run(const Heat& heat, const SearchEnd& end, Random& random, Budget& budget);

  [[nodiscard]] const Rounds& best() const { return best_; }
  [[nodiscard]] const SeatCost& best_cost() const { return best_cost_; }

 private:
  void draw(const Heat& heat, Random& random);
  void weigh_mix(const Heat& heat);
  [[nodiscard]] std::int32_t draw_unit(std::int32_t round, double focus, Random& random) const;
  void exchange_several(std::int32_t round, std::int32_t unit, Random& random);
  void exchange_paths(std::int32_t round, std::int32_t unit, Random& random);
  void exchange_rounds(std::int32_t round, std::int32_t unit, Random& random);
  [[nodiscard]] bool sizes_are_fixed() const;
  [[nodiscard]] bool may_leave(std::int32_t round, std::int32_t unit) const;
  [[nodiscard]] bool is_open(std::int32_t round, std::int32_t station) const;
  /// Makes the drawn move when it costs no more than `worst`.
  void attempt(double worst);
  [[nodiscard]] double plain(const SeatCost& cost) const;

  const SeatTask& task_;
  SeatTable table_;
  SeatCost cost_;
  Rounds best_;
  SeatCost best_cost_;
  std::vector<std::vector<std::int32_t>> movable_;  ///< [round]: units
  bool only_exchanges_ = false;                     ///< no table may lose or gain anybody
  std::vector<std::int32_t> kind_;                  ///< [unit]: the same to every mix
  bool sizes_differ_ = false;                       ///< of units
  std::vector<SeatChange> move_;                    ///< made one after the other
  double hard_weight_ = 1;                          ///< in soft points
  double mix_weight_ = 1;
};

}  // namespace scheduler
