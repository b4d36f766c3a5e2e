/// Whether items that have to change find a place beside those that stay.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <utility>
#include <vector>

#include "scheduler/exact/backtracking.h"
#include "scheduler/replan/hitting_set.h"
#include "scheduler/replan/place_table.h"
#include "scheduler/replan/room_time.h"

namespace scheduler {

/// An item and where it goes: a row of PlaceTable::places.
struct Placed {
  std::size_t item = 0;
  std::size_t row = 0;
};

/// Items are the variables of a repair model.
class PlaceSearch {
 public:
  /// Keeps the reference. `must_go[i]`: item i cannot be where it is.
  PlaceSearch(const RepairModel& model, std::vector<bool> must_go);

  using Accept = std::function<Leaf(const std::vector<Placed>&)>;

  /// Found: `accept` likes places of all items that change (perhaps where they are now); items that
  /// are left out are nowhere. None: they have no place together beside those that stay. Ends
  /// GivenUp after `most_work` (Network::work) or when `budget` is over.
  [[nodiscard]] Outcome run(const std::vector<Fate>& fates,
                            const Accept& accept,
                            std::int64_t most_work,
                            Budget& budget);

  [[nodiscard]] const PlaceTable::Place& place(std::size_t item, std::size_t row) {
    return table_.places(item)[row];
  }

 private:
  [[nodiscard]] bool is_block(std::size_t item) const {
    return model_.variables()[item].kind == Variable::Kind::Block;
  }
  [[nodiscard]] PlaceTable::Fits places_left(std::size_t item, const std::vector<Fate>& fates);
  [[nodiscard]] bool relate(const std::vector<std::size_t>& items, Budget& budget);

  const RepairModel& model_;
  std::vector<bool> must_go_;
  PlaceTable table_;
  Network network_;  ///< values: places, then nowhere
  RoomTime room_time_;
  std::set<std::pair<std::size_t, std::size_t>> related_;  ///< items the network has pairs of
  std::size_t words_ = 0;                                  ///< of these pairs
};

}  // namespace scheduler
