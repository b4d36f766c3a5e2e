/// Changes of a repair that can be taken back: people who move together, in one round or several.
#pragma once

#include <cstdint>
#include <vector>

#include "scheduler/rotation/repair_table.h"

namespace scheduler {

class RepairMoves {
 public:
  using People = std::vector<std::int32_t>;

  RepairMoves(const BrokenSeating& broken, RepairTable& table) : broken_(broken), table_(table) {}

  /// All of the unit who are there.
  RepairCost go(const People& unit, std::int32_t round, std::int32_t group) {
    RepairCost sum;
    for (const auto p : unit) {
      if (!table_.is_present(round, p)) continue;
      undo_.push_back({round, p, table_.rounds().at(round, p)});
      sum += table_.move(round, p, group);
    }
    return sum;
  }
  /// One group per round to come.
  RepairCost follow(const People& unit, const std::vector<std::int32_t>& way) {
    RepairCost sum;
    for (std::size_t i = 0; i < way.size(); ++i)
      sum += go(unit, broken_.frozen_rounds + static_cast<std::int32_t>(i), way[i]);
    return sum;
  }
  /// What they see in one round and in another, the other way round: nobody sees anything twice.
  RepairCost swap_rounds(const People& unit, std::int32_t round, std::int32_t other) {
    const auto here = table_.rounds().at(round, unit.front());
    const auto there = table_.rounds().at(other, unit.front());
    if (here == there || here == kNoGroup || there == kNoGroup) return {};
    auto sum = go(unit, round, there);
    sum += go(unit, other, here);
    return sum;
  }
  /// Whatever their cards say for the rounds to come.
  RepairCost go_home(const People& unit) {
    RepairCost sum;
    for (const auto p : unit)
      for (auto r = broken_.frozen_rounds; r < broken_.before.count; ++r)
        if (const auto card = broken_.before.at(r, p); card != kNoGroup) sum += go({p}, r, card);
    return sum;
  }

  void undo() {
    for (; !undo_.empty(); undo_.pop_back())
      table_.move(undo_.back().round, undo_.back().person, undo_.back().group);
  }
  /// From here on nothing before can be taken back.
  void keep() { undo_.clear(); }
  [[nodiscard]] bool any() const { return !undo_.empty(); }
  /// Where the first one moved came from.
  [[nodiscard]] std::int32_t first_left() const { return undo_.front().group; }

 private:
  struct Step {
    std::int32_t round = 0;
    std::int32_t person = 0;
    std::int32_t group = 0;
  };

  const BrokenSeating& broken_;
  RepairTable& table_;
  std::vector<Step> undo_;
};

}  // namespace scheduler
