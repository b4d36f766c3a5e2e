/// Where the items of a plan may go in a repair, and which places of two items go together.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "scheduler/exact/network.h"
#include "scheduler/explain/differences.h"
#include "scheduler/replan/repair_model.h"

namespace scheduler {

/// Of the blocks of a repair model, by its variables. What two items do to each other is all it
/// tells, and people whose places may change hands are left aside: two places that do not go
/// together never do, those that do may still be refused.
class PlaceTable {
 public:
  struct Place {
    engine::Minute start = 0;
    engine::RoomId room;  ///< of a session
    friend bool operator==(const Place&, const Place&) = default;
  };
  /// A bit per row of `places`, and after them one for being nowhere.
  using Fits = std::vector<Network::Word>;

  struct Places {
    std::vector<Place> list;
    /// Numbers in `list` by room and start, and where each room begins; at last where all end.
    std::vector<std::size_t> by_room;
    std::vector<std::size_t> room_begins;
  };

  /// Keeps the reference.
  explicit PlaceTable(const RepairModel& model);

  /// Where the block of a variable is now, then its other places, the nearest first; none where
  /// what never changes is in the way. Reckoned when first asked for.
  [[nodiscard]] const std::vector<Place>& places(std::size_t variable);

  /// Which of them are possible while `other` stays where it is. `rooms_too`: the stations of a
  /// rotation stay in their rooms as well.
  [[nodiscard]] const Fits& beside(std::size_t variable, std::size_t other, bool rooms_too);

  /// Which of them are possible while `other` is there.
  [[nodiscard]] Fits beside(std::size_t variable, std::size_t other, const Place& there);

  /// Which places of two variables go together: of each place of one (and its being nowhere) a bit
  /// per place of the other (and its being nowhere), Fits after Fits. Empty: all do.
  struct Pairs {
    Fits of_a;
    Fits of_b;
  };
  [[nodiscard]] Pairs together(std::size_t a, std::size_t b);

 private:
  struct Row {
    Places all;
    std::int64_t harm = 0;  ///< done wherever the block is: places of its team that nobody holds
  };

  [[nodiscard]] Row& row(std::size_t variable);
  [[nodiscard]] std::int64_t harm(engine::BlockId block, const Place& place) const;
  template <class F>
  void each_misfit(
      engine::BlockId a, const Places& of_a, engine::BlockId b, const Places& of_b, const F& f);
  template <class F>
  void each_in_order(
      engine::BlockId a, const Places& of_a, engine::BlockId b, const Places& of_b, const F& f);
  [[nodiscard]] const Relation& relation(engine::BlockId a,
                                         engine::RoomId room_a,
                                         engine::BlockId b,
                                         engine::RoomId room_b);
  [[nodiscard]] Fits beside_rotation(std::size_t variable, engine::BlockId rotation);
  [[nodiscard]] engine::BlockId block_of(std::size_t variable) const {
    return model_.variables()[variable].block;
  }
  [[nodiscard]] bool is_rotation(engine::BlockId block) const {
    return model_.standing().problem().blocks[block].rotation.exists();
  }

  const RepairModel& model_;
  std::vector<Domain> no_domains_;  ///< rooms are always named here
  PairRules rules_;
  engine::PlanEvaluator fixed_;  ///< what never changes, and nobody in a place that may
  std::map<std::size_t, Row> rows_;
  std::map<std::tuple<std::size_t, std::size_t, bool>, Fits> beside_;
  /// By pair of blocks, the first the lower, then by pair of rooms, none coming first.
  std::map<std::pair<engine::BlockId, engine::BlockId>, std::vector<std::optional<Relation>>>
      relations_;
};

}  // namespace scheduler
