/// Whether the rooms have time for all items that must go into them: what no two of them alone say.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/problem/problem.h"
#include "scheduler/exact/network.h"
#include "scheduler/replan/place_table.h"

namespace scheduler {

inline constexpr std::int64_t kTooLong = INT64_MAX / 2;

/// Energetic reasoning on one machine per room (Baptiste, Le Pape & Nuijten 2001), each stretch of
/// time that is left in a room filled as well as the lengths allow (subset sums).
class RoomTime {
 public:
  /// Keeps the reference.
  explicit RoomTime(const engine::Problem& problem);

  /// Tells where an item may be: values of its network variable are rows of `places`, and after
  /// them being nowhere, which costs `loss`.
  void add(int variable,
           engine::BlockId block,
           const std::vector<PlaceTable::Place>& places,
           std::int64_t loss);

  /// These items, at the places that `state` leaves them, have time in the rooms only when what is
  /// nowhere costs so much; kTooLong: not even then. Items that were not added take no room's time.
  [[nodiscard]] std::int64_t least_loss(const Network& network,
                                        const Network::State& state,
                                        const std::vector<std::size_t>& variables);

 private:
  struct Use {
    std::uint32_t room = 0;
    engine::Minute from = 0;
  };
  struct Item {
    engine::Minute minutes = 0;  ///< that it takes in a room; 0: nothing is known
    std::vector<Use> uses;       ///< by room, then by time
    std::vector<int> use_of;     ///< per value, its row of `uses`
    int nowhere = -1;            ///< value
    std::int64_t loss = 0;       ///< of being there
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
  [[nodiscard]] engine::Minute minutes_lacking(std::uint64_t rooms) const;
  [[nodiscard]] std::int64_t loss_within(std::uint64_t rooms);

  const engine::Problem& problem_;
  bool applies_ = false;
  std::vector<Item> items_;
  std::vector<Run> runs_;
  std::vector<Stretch> stretches_;
  std::vector<std::size_t> asked_;       ///< items with a length
  std::vector<std::uint64_t> rooms_of_;  ///< of each of these: where it may be
  std::vector<bool> optional_;           ///< of each of these: it may be nowhere
  std::int64_t lost_ = 0;                ///< what can be nowhere else
  std::vector<std::size_t> eligible_;    ///< positions in `asked_`, stretch after stretch
  std::vector<std::size_t> seen_;
  std::vector<int> left_;  ///< uses of one item
  std::vector<std::uint64_t> masks_;
  std::vector<std::int32_t> fewest_;  ///< items that take so many minutes
  std::vector<std::int64_t> cover_;   ///< the least loss that frees so many minutes
};

}  // namespace scheduler
