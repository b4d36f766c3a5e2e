/// Whether the rooms have time for all items that must go into them: what no two of them alone say.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/problem/problem.h"
#include "scheduler/exact/network.h"
#include "scheduler/replan/place_table.h"

namespace scheduler {

/// Energetic reasoning on one machine per room (Baptiste, Le Pape & Nuijten 2001), each stretch of
/// time that is left in a room filled as well as the lengths allow (subset sums).
class RoomTime {
 public:
  /// Keeps the reference.
  explicit RoomTime(const engine::Problem& problem);

  /// Tells where an item may be: values of its network variable are rows of `places`.
  void add(int variable, engine::BlockId block, const std::vector<PlaceTable::Place>& places);

  /// False: these items, at the places that `state` leaves them, are too long for the rooms. Items
  /// that were not added take no room's time.
  [[nodiscard]] bool suffices(const Network& network,
                              const Network::State& state,
                              const std::vector<std::size_t>& variables);

 private:
  struct Use {
    std::uint32_t room = 0;
    engine::Minute from = 0;
    int value = 0;
  };
  struct Item {
    engine::Minute minutes = 0;  ///< that it takes in a room; 0: nothing is known
    std::vector<Use> uses;       ///< by room, then by time
  };
  /// Time in a room that one item may take part of, from its first possible start to its last end.
  struct Run {
    std::uint32_t room = 0;
    engine::Minute from = 0;
    engine::Minute to = 0;
    std::size_t item = 0;
  };
  /// Time in a room: every item that may be there is there as a whole or not at all.
  struct Stretch {
    std::uint64_t room = 0;   ///< a bit
    engine::Minute most = 0;  ///< minutes of items that go into it
    std::size_t first_item = 0;
    std::size_t last_item = 0;  ///< excluded; of `eligible_`
  };

  void list_runs(const Network& network,
                 const Network::State& state,
                 const std::vector<std::size_t>& variables);
  void list_stretches();
  [[nodiscard]] engine::Minute most_in(const Stretch& stretch,
                                       engine::Minute length,
                                       engine::Minute setup);
  [[nodiscard]] bool suffices_within(std::uint64_t rooms) const;

  const engine::Problem& problem_;
  bool applies_ = false;
  std::vector<Item> items_;
  std::vector<Run> runs_;
  std::vector<Stretch> stretches_;
  std::vector<std::size_t> asked_;       ///< items with a length
  std::vector<std::uint64_t> rooms_of_;  ///< of each of these: where it may be
  std::vector<std::size_t> eligible_;    ///< positions in `asked_`, stretch after stretch
  std::vector<std::size_t> seen_;
  std::vector<std::uint64_t> masks_;
  std::vector<std::int32_t> fewest_;  ///< items that take so many minutes
};

}  // namespace scheduler
