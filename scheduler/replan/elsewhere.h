/// Where a session that cannot stay may go, and which sessions have to make room for it there.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "scheduler/replan/repair_model.h"
#include "scheduler/search/budget.h"

namespace scheduler {

/// A place and what is in the way there: sessions that would have to change as well, for they
/// share people who are not replaced, or the room.
struct WayOut {
  std::vector<std::size_t> others;  ///< variables
  PeopleSet people;                 ///< disturbed when all of them change
};

/// Two sessions that cannot be where they are whatever else changes are told pair by pair, so each
/// pair is looked at once, on a board with nothing else on it. What several sessions do together,
/// and what rotations do, is left aside: the list says whom a place disturbs at least.
class Elsewhere {
 public:
  using Place = std::pair<engine::Minute, engine::RoomId>;
  using WaysOut = std::map<Place, WayOut>;

  /// Keeps the reference. Costs nothing before something is asked.
  explicit Elsewhere(const RepairModel& model) : model_(model) {}

  /// Of a block of a session, by place, those where somebody is in the way who cannot go left out;
  /// null when the budget ended first. Reckoned once: about one evaluation per place and session
  /// near it.
  [[nodiscard]] const WaysOut* of(std::size_t variable, Budget& budget);

 private:
  /// What the pairs are told by.
  struct Pairs {
    explicit Pairs(const RepairModel& model);
    /// Harm done by a session where it stands.
    [[nodiscard]] std::int64_t harm_of(engine::BlockId block) const;

    const RepairModel& model;
    engine::Board home;           ///< as it stands
    engine::PlanEvaluator alone;  ///< nothing placed, and nobody in a place that may change hands
    engine::Minute reach;
    std::vector<std::int64_t> harm_alone;  ///< per block, whatever else there is
  };

  [[nodiscard]] std::optional<WayOut> way_to(engine::BlockId block, Place place);
  [[nodiscard]] bool is_in_the_way(engine::BlockId other) const;

  const RepairModel& model_;
  std::optional<Pairs> pairs_;
  std::map<std::size_t, WaysOut> known_;  ///< by variable
};

}  // namespace scheduler
