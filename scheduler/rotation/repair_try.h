/// One try of a repair: the people who may be moved grow in number until nothing is broken.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "scheduler/rotation/repair_moves.h"
#include "scheduler/rotation/repair_table.h"
#include "scheduler/search/budget.h"
#include "scheduler/search/random.h"

namespace scheduler {

/// What all tries share: who goes together, and the ways round of a carousel.
struct RepairFrame {
  using People = RepairMoves::People;

  const BrokenSeating& broken;
  std::vector<People> unit_of;                  ///< [person]: with whom they move
  std::vector<std::vector<std::int32_t>> ways;  ///< groups round by round, from the first to come

  explicit RepairFrame(const BrokenSeating& seating);
  [[nodiscard]] bool may_move(std::int32_t person) const;
  [[nodiscard]] std::int32_t rounds_to_come() const {
    return broken.before.count - broken.frozen_rounds;
  }
};

class RepairTry {
 public:
  /// What comes first: nothing, one person after another gets the best card there is for them,
  /// people are handed on from group to group (RepairChains), or the same after a group that is too
  /// small has been closed.
  enum class Opening { Nothing, Cards, Chains, Closing };

  /// Whoever has no seat where it costs least; nobody else has moved.
  RepairTry(const RepairFrame& frame, Random& random, Budget& budget);

  void run(Opening opening);

  [[nodiscard]] const RepairTable& table() const { return table_; }

 private:
  using People = RepairMoves::People;

  void seat_newcomers();
  void seat(const People& unit);
  [[nodiscard]] std::size_t cheapest_way(const People& unit);
  void give_best_cards();
  bool give_best_card();
  void hand_on();
  void close_one();
  void evict(const People& unit, std::int32_t round);
  void anneal();
  RepairCost draw();
  [[nodiscard]] std::int32_t random_round();
  void restore(const Rounds& rounds);
  void set_free(std::int32_t person);
  [[nodiscard]] bool is_free(std::int32_t person) const;
  bool set_more_free();
  bool set_concerned_free();
  void note_merit(std::int32_t round, std::vector<std::int32_t>& merit) const;
  void send_home();

  const RepairFrame& frame_;
  Random& random_;
  Budget& budget_;
  RepairTable table_;
  RepairMoves moves_;
  std::vector<People> free_;  ///< units that may be moved
  People is_free_;
};

}  // namespace scheduler
