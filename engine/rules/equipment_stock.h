/// Equipment is there in the number needed. One point per missing piece whenever a use begins.
#pragma once

#include <vector>

#include "engine/rules/peaks.h"
#include "engine/rules/rule.h"

namespace engine {

class EquipmentStock : public LocalRule<EquipmentStock> {
 public:
  static constexpr RuleId kId = RuleId::EquipmentStock;

  EquipmentStock(const Problem& problem, const Board& board)
      : LocalRule(problem, board), users_(users(problem)) {}

  [[nodiscard]] bool concerns(const Board& board, const Change& change) const {
    if (change.kind != Change::Kind::Place) return false;
    const auto& problem = board.problem();
    const auto& part = problem.parts[problem.blocks[BlockId{change.row}].first_part];
    return !problem.equipment[part.first_activity].empty();
  }

  template <class V>
  [[nodiscard]] std::int64_t around(const V& view, const Change& change) const {
    const auto& problem = view.problem();
    const auto& part = problem.parts[problem.blocks[BlockId{change.row}].first_part];
    std::int64_t sum = 0;
    for (const auto& need : problem.equipment[part.first_activity]) {
      uses_.clear();
      for (const ActivityId a : users_[need.equipment]) add_use(view, need.equipment, a, uses_);
      sum += lacking(uses_, problem.stock[need.equipment]);
    }
    return sum;
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    const auto view = view_of(board);
    const auto& problem = board.problem();
    problem.stock.each([&](EquipmentId item) {
      std::vector<Use> uses;
      each_placed_activity(board, [&](ActivityId a) { add_use(view, item, a, uses); });
      each_placed_activity(board, [&](ActivityId a) {
        std::vector<Use> own;
        add_use(view, item, a, own);
        if (own.empty()) return;
        if (const auto n = lacking_at(own[0], uses, problem.stock[item]); n > 0)
          sink(Finding{kId, n, problem.activities[a].part, {}, a, {}});
      });
    });
  }

 private:
  /// Only sessions, which are blocks of one activity, ask for equipment.
  static Lists<EquipmentId, ActivityId> users(const Problem& problem) {
    std::vector<std::vector<ActivityId>> rows(problem.stock.size());
    problem.activities.each([&](ActivityId a) {
      for (const auto& need : problem.equipment[a]) rows[need.equipment.index()].push_back(a);
    });
    return Lists<EquipmentId, ActivityId>(rows);
  }

  template <class V>
  static void add_use(const V& view, EquipmentId item, ActivityId a, std::vector<Use>& uses) {
    if (!view.placed(view.block_of(a))) return;
    for (const auto& need : view.problem().equipment[a])
      if (need.equipment == item) uses.push_back({view.use(a), need.count});
  }

  Lists<EquipmentId, ActivityId> users_;
  mutable std::vector<Use> uses_;
};

}  // namespace engine
