/// Who sits where, with everything counted that a change of seats may alter.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "scheduler/rotation/halls.h"
#include "scheduler/rotation/rounds.h"
#include "scheduler/rotation/seat_task.h"

namespace scheduler {

/// Broken hard rules, people at stations out of their reach, the mix where that comes first
/// (SeatTask::mix_first), and all other soft points of one rotation, as the rules weigh them: less
/// of the former is better whatever the rest.
struct SeatCost {
  std::int64_t hard = 0;
  std::int64_t barred = 0;
  std::int64_t mix = 0;
  std::int64_t soft = 0;
  SeatCost& operator+=(const SeatCost& other) {
    hard += other.hard;
    barred += other.barred;
    mix += other.mix;
    soft += other.soft;
    return *this;
  }
  friend auto operator<=>(const SeatCost&, const SeatCost&) = default;
};

/// One unit goes to another station in a round, and perhaps another one takes its place.
struct SeatChange {
  std::int32_t round = 0;
  std::int32_t unit = 0;
  std::int32_t to = 0;
  std::int32_t other = -1;  ///< who is at `to` and goes where `unit` was; −1: nobody
};

/// Units are people here: Rounds::people is their number. A unit that is absent sits at −1.
class SeatTable {
 public:
  /// The task must outlive the table. `start` seats every present unit.
  SeatTable(const SeatTask& task, const Rounds& start);

  [[nodiscard]] SeatCost delta(const SeatChange& change) const;
  void apply(const SeatChange& change);

  [[nodiscard]] const Rounds& seats() const { return seats_; }
  [[nodiscard]] std::int32_t at(std::int32_t round, std::int32_t unit) const {
    return seats_.at(round, unit);
  }
  [[nodiscard]] std::size_t units_at(std::int32_t round, std::int32_t station) const {
    return here_[cell(round, station)].size();
  }
  /// In no order; until the next change.
  [[nodiscard]] const std::vector<std::int32_t>& units_in(std::int32_t round,
                                                          std::int32_t station) const {
    return here_[cell(round, station)];
  }
  /// Does the unit meet one at its station whom it meets in another round too?
  [[nodiscard]] bool meets_again(std::int32_t round, std::int32_t unit) const;
  /// All that the table costs, from scratch.
  [[nodiscard]] SeatCost count() const;

 private:
  struct Attribute {
    std::vector<std::int64_t> total;  ///< [value]: participants who have it
    std::vector<std::int32_t> here;   ///< [(round × stations + station) × values + value]
    std::vector<std::vector<std::pair<std::int32_t, std::int32_t>>> of;  ///< [unit]: value, people
  };

  /// `values` per participant; nobody is seated yet.
  [[nodiscard]] Attribute count_values(const std::vector<std::int32_t>& values) const;

  [[nodiscard]] std::size_t cell(std::int32_t round, std::int32_t station) const {
    return static_cast<std::size_t>(round) * stations_ + static_cast<std::size_t>(station);
  }
  [[nodiscard]] std::size_t spot(std::int32_t unit, std::int32_t station) const {
    return static_cast<std::size_t>(unit) * stations_ + static_cast<std::size_t>(station);
  }
  [[nodiscard]] std::size_t pair(std::int32_t a, std::int32_t b) const {
    return static_cast<std::size_t>(a) * units_ + static_cast<std::size_t>(b);
  }
  /// Counts the unit in at a station (+1) or out (−1), its company aside.
  void note(std::int32_t unit, std::size_t cell, std::int32_t sign);
  void enter(std::int32_t round, std::int32_t unit, std::int32_t station);
  void leave(std::int32_t round, std::int32_t unit);

  [[nodiscard]] std::int64_t misfit(std::size_t cell, std::int32_t people) const;
  /// Of the round, were `a` at the first station and `b` at the second.
  [[nodiscard]] std::int64_t uneven(std::int32_t round,
                                    std::pair<std::int32_t, std::int32_t> first,
                                    std::pair<std::int32_t, std::int32_t> second) const;
  [[nodiscard]] std::int64_t away(const Attribute& attribute, std::size_t cell) const;
  [[nodiscard]] std::int64_t extra_runs(std::int32_t station,
                                        std::int32_t round,
                                        std::int32_t people) const;
  void of_wishes(std::int32_t unit, std::int32_t from, std::int32_t to, SeatCost& sum) const;
  void of_sizes(const SeatChange& change, std::int32_t from, SeatCost& sum) const;
  void of_company(const SeatChange& change, std::int32_t from, SeatCost& sum) const;
  void of_path(const SeatChange& change, std::int32_t from, SeatCost& sum) const;
  void add_mix(SeatCost& sum, std::int64_t people) const;
  /// Of one station of the round, where `leaves` goes and `comes` arrives; −1 is nobody.
  [[nodiscard]] std::int64_t of_mix(const Attribute& attribute,
                                    std::size_t cell,
                                    std::int32_t leaves,
                                    std::int32_t comes) const;
  /// What `unit` would add to the pairs at a station, `without` not counted.
  void of_pairs(
      std::int32_t unit, std::size_t cell, std::int32_t without, int sign, SeatCost& sum) const;
  void count_round(std::int32_t round, SeatCost& sum) const;
  void count_unit(std::int32_t unit, SeatCost& sum) const;

  const SeatTask& task_;
  std::size_t stations_;
  std::size_t units_;
  std::int64_t everyone_ = 0;
  Rounds seats_;
  std::vector<std::vector<std::int32_t>> here_;  ///< [cell]: units
  std::vector<std::int32_t> people_;             ///< [cell]
  HallCount halls_;
  std::vector<std::int32_t> visits_;   ///< [unit × stations + station]
  std::vector<std::int32_t> granted_;  ///< [participant]: rounds at a wished station
  std::vector<std::uint16_t> met_;     ///< [unit × units + unit]
  std::vector<std::uint8_t> avoid_;    ///< [unit × units + unit]: sets that part them
  std::vector<Attribute> attributes_;
};

}  // namespace scheduler
