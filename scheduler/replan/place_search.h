/// Whether items that may change find a place beside those that stay, without losing too many.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "scheduler/exact/backtracking.h"
#include "scheduler/replan/place_table.h"
#include "scheduler/replan/room_time.h"

namespace scheduler {

/// What becomes of an item; who asks has reckoned what leaving it out costs.
enum class Fate : std::uint8_t { Stays, Changes, IsLeftOut };

/// An item and where it goes: a row of PlaceTable::places, or after them nowhere.
struct Placed {
  std::size_t item = 0;
  std::size_t row = 0;
};

/// Items are the variables of a repair model.
class PlaceSearch {
 public:
  /// What leaving out an item costs; none: it cannot be left out.
  using Loss = std::optional<std::int64_t>;

  /// Keeps the reference. `must_go[i]`: item i cannot be where it is.
  PlaceSearch(const RepairModel& model, std::vector<bool> must_go, std::vector<Loss> losses);

  using Accept = std::function<Leaf(const std::vector<Placed>&)>;

  /// Found: `accept` likes places of all items that change (perhaps where they are now), and those
  /// that are nowhere cost no more than `most_loss` together. None: they have no such places beside
  /// those that stay. Ends GivenUp after `most_work` (Network::work) or when `budget` is over.
  /// What stays is where `base` has it.
  [[nodiscard]] Outcome run(const std::vector<Fate>& fates,
                            const engine::Board& base,
                            std::int64_t most_loss,
                            const Accept& accept,
                            std::int64_t most_work,
                            Budget& budget);

  /// Of all runs so far (Network::work).
  [[nodiscard]] std::int64_t work() const { return network_.work(); }

  /// None: nowhere.
  [[nodiscard]] std::optional<PlaceTable::Place> place(const Placed& placed) {
    const auto& rows = table_.places(placed.item);
    if (placed.row == rows.size()) return {};
    return rows[placed.row];
  }

 private:
  [[nodiscard]] bool is_block(std::size_t item) const {
    return model_.variables()[item].kind == Variable::Kind::Block;
  }
  [[nodiscard]] PlaceTable::Fits places_left(std::size_t item,
                                             const std::vector<Fate>& fates,
                                             const engine::Board& base,
                                             std::int64_t most_loss);
  [[nodiscard]] bool relate(const std::vector<std::size_t>& items, Budget& budget);

  const RepairModel& model_;
  std::vector<bool> must_go_;
  std::vector<Loss> losses_;
  PlaceTable table_;
  Network network_;  ///< values: places, then nowhere
  RoomTime room_time_;
  std::set<std::pair<std::size_t, std::size_t>> related_;  ///< items the network has pairs of
  std::size_t words_ = 0;                                  ///< of these pairs
};

}  // namespace scheduler
