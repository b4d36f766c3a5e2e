/// Fewer repeats in a finished schedule: simulated annealing on exchanges of two seats of a round.
#pragma once

#include <cstdint>
#include <vector>

#include "scheduler/rotation/rounds.h"
#include "scheduler/search/budget.h"
#include "scheduler/search/cooling.h"
#include "scheduler/search/random.h"

namespace scheduler {

/// Groups stay even: people exchange seats, or take an empty seat of a group that is one short and
/// leave theirs empty. The cost is Σ m (m − 1) / 2 over pairs that meet m times; with `once`, a
/// second visit of somebody to the group of one number costs extra, and only schedules without any
/// count as found. Memory: people² counters of 2 bytes.
class SeatSwaps {
 public:
  struct Rules {
    bool once = false;               ///< nobody may be in the group of one number twice
    std::int32_t frozen_rounds = 0;  ///< the first rounds stay as they are
  };

  /// Sizes of the groups of a round of `start` differ by at most one.
  SeatSwaps(Rounds start, Rules rules);

  /// Tries `steps` exchanges; ends early at `enough` or with the budget.
  void run(
      Cooling cooling, std::int64_t steps, std::int64_t enough, Random& random, Budget& budget);

  /// The best schedule so far; the start, when nothing better was found.
  [[nodiscard]] const Rounds& best() const { return best_; }
  /// Its Σ m (m − 1) / 2; INT64_MAX when the start broke `once` and nothing found keeps it.
  [[nodiscard]] std::int64_t best_cost() const { return best_cost_; }

 private:
  /// Two places of one round, and who is there.
  struct Move {
    std::size_t i = 0;
    std::size_t j = 0;
    std::int32_t p = 0;
    std::int32_t q = 0;
    std::size_t a = 0;  ///< group of i
    std::size_t b = 0;  ///< group of j
    std::size_t round = 0;
  };

  void seat(const Rounds& start);
  void seat_group(const std::vector<std::int32_t>& people, std::size_t group);
  [[nodiscard]] Move draw(std::size_t free_rounds, Random& random) const;
  [[nodiscard]] bool keeps_even(const Move& move) const;
  [[nodiscard]] std::int64_t meetings_change(const Move& move) const;
  [[nodiscard]] std::int64_t visits_change(const Move& move) const;
  void exchange(const Move& move);
  /// `p`, at `place` of a group from `first` on, meets the others there once more or less.
  void meet(std::int32_t p, std::size_t place, std::size_t first, int by);
  void keep_best();

  [[nodiscard]] std::uint16_t* met(std::int32_t p) {
    return &met_[static_cast<std::size_t>(p) * row_];
  }
  [[nodiscard]] const std::uint16_t* met(std::int32_t p) const {
    return &met_[static_cast<std::size_t>(p) * row_];
  }
  [[nodiscard]] std::int32_t visits(std::int32_t p, std::size_t group) const {
    return visits_[static_cast<std::size_t>(p) * groups_ + group];
  }

  Rules rules_;
  std::int32_t nobody_;  ///< number of an empty seat: that of the people and one more
  std::size_t row_;      ///< people and nobody
  std::size_t groups_;
  std::size_t size_;                   ///< seats of a group
  std::size_t places_;                 ///< seats of a round
  std::vector<std::int32_t> seats_;    ///< [round × places + place]: person, group by group
  std::vector<std::size_t> group_of_;  ///< [place]
  std::vector<std::uint8_t> short_;    ///< [round × groups + group]: does it have an empty seat?
  std::vector<std::uint16_t> met_;     ///< [person × row + other]; 0 with nobody
  std::vector<std::uint16_t> visits_;  ///< [person × groups + group]; meaningless for nobody
  std::int64_t cost_ = 0;              ///< Σ m (m − 1) / 2
  std::int64_t revisits_ = 0;          ///< Σ v (v − 1) / 2 over visits
  Rounds best_;
  std::int64_t best_cost_ = INT64_MAX;
};

}  // namespace scheduler
