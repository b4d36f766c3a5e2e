/// Equipment is there in the number needed: a piece is in use, or on the road from the site where
/// it was used before. One point per missing piece whenever a use begins.
#pragma once

#include <vector>

#include "engine/problem/travel.h"
#include "engine/rules/rule.h"

namespace engine {

class EquipmentStock : public LocalRule<EquipmentStock> {
 public:
  static constexpr RuleId kId = RuleId::EquipmentStock;

  EquipmentStock(const Problem& problem, const Board& board)
      : LocalRule(problem, board), users_(users(problem)) {}

  [[nodiscard]] bool concerns(const Board& board, const Change& change) const {
    const auto a = activity_of(board.problem(), change);
    return a.exists() && !board.problem().equipment[a].empty();
  }

  template <class V>
  [[nodiscard]] std::int64_t around(const V& view, const Change& change) const {
    const auto& problem = view.problem();
    std::int64_t sum = 0;
    for (const auto& need : problem.equipment[activity_of(problem, change)]) {
      uses_.clear();
      for (const ActivityId a : users_[need.equipment]) add_use(view, need.equipment, a, uses_);
      for (const Use& use : uses_)
        sum += lacking(problem, use, uses_, problem.stock[need.equipment]);
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
        if (const auto n = lacking(problem, own[0], uses, problem.stock[item]); n > 0)
          sink(Finding{kId, n, problem.activities[a].part, {}, a, {}});
      });
    });
  }

 private:
  struct Use {
    Interval time;
    PlaceId place;  ///< none: without a room
    std::int64_t count = 0;
  };

  /// What is lacking when `use` begins: all that is in use then or could not be there in time from
  /// where it was, beyond `stock`.
  static std::int64_t lacking(const Problem& problem,
                              const Use& use,
                              const std::vector<Use>& uses,
                              std::int64_t stock) {
    std::int64_t sum = 0;
    for (const Use& other : uses) {
      const Minute way = minutes_between(problem, other.place, use.place);
      if (other.time.from <= use.time.from && use.time.from < other.time.to + way)
        sum += other.count;
    }
    return std::max<std::int64_t>(0, sum - stock);
  }

  /// That a change places or gives a room to; none for other changes.
  static ActivityId activity_of(const Problem& problem, const Change& change) {
    if (change.kind == Change::Kind::Room) return {change.row};
    if (change.kind != Change::Kind::Place) return {};
    return first_activity(problem, BlockId{change.row});
  }

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
      if (need.equipment == item) uses.push_back({view.use(a), place_of(view, a), need.count});
  }

  template <class V>
  static PlaceId place_of(const V& view, ActivityId a) {
    return view.room(a).exists() ? view.problem().rooms[view.room(a)].place : PlaceId{};
  }

  Lists<EquipmentId, ActivityId> users_;
  mutable std::vector<Use> uses_;
};

}  // namespace engine
