#include "scheduler/replan/right_shift.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace scheduler {
namespace {

using engine::BlockId;
using engine::Change;
using engine::Minute;

using Items = std::set<std::string>;

/// An item that may be left out.
struct Droppable {
  std::string item;
  std::int64_t loss = 0;
};

/// Larger sets of items left out are not tried: so much is better planned by hand.
constexpr std::size_t kMostLeftOut = 3;
/// Items that may be among them, those that the fewest people lose.
constexpr std::size_t kMostDroppable = 16;

class RightShift {
 public:
  RightShift(const RepairModel& model, const Adapted& adapted, Budget& budget)
      : model_(model), adapted_(adapted), budget_(budget), emptied_(model.standing()) {
    for (const auto& variable : model.variables())
      if (variable.kind == Variable::Kind::Block && variable.movable) order_.push_back(&variable);
    std::stable_sort(order_.begin(), order_.end(), [&](const auto* a, const auto* b) {
      return home(a->block) < home(b->block);
    });
    for (const auto* variable : order_)
      emptied_.apply(Change::place(variable->block, engine::kNever));
  }

  std::optional<engine::Board> find() {
    for (const auto& left_out : sets_to_leave_out()) {
      if (budget_.over()) break;
      if (auto board = without(left_out)) return board;
    }
    return {};
  }

 private:
  [[nodiscard]] Minute home(BlockId block) const { return model_.standing().start(block); }

  /// All that is movable put back but these.
  std::optional<engine::Board> without(const Items& left_out) {
    auto evaluator = emptied_;
    for (const auto* variable : order_)
      if (!left_out.contains(model_.item_of(variable->block)) && !put_back(*variable, evaluator))
        return {};
    return evaluator.board();
  }

  bool put_back(const Variable& variable, engine::PlanEvaluator& evaluator) {
    const auto block = variable.block;
    const auto starts = evaluator.problem().starts[block];
    const auto day = engine::day_of(home(block));
    for (auto start = std::lower_bound(starts.begin(), starts.end(), home(block));
         start != starts.end() && engine::day_of(*start) == day;
         ++start) {
      if (budget_.spend()) return false;
      const auto change = Change::place(block, *start);
      if (evaluator.hard_delta(change) > 0) continue;
      evaluator.apply(change);
      return true;
    }
    return false;
  }

  /// None first, then by what is lost.
  [[nodiscard]] std::vector<Items> sets_to_leave_out() const {
    std::vector<std::pair<std::int64_t, Items>> sets{{0, {}}};
    for (const auto& [item, loss] : droppable()) {
      const auto known = sets.size();
      for (std::size_t i = 0; i < known; ++i) {
        if (sets[i].second.size() >= kMostLeftOut) continue;
        auto more = sets[i];
        more.first += loss;
        more.second.insert(item);
        sets.push_back(std::move(more));
      }
    }
    std::stable_sort(
        sets.begin(), sets.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Items> list;
    for (auto& [loss, items] : sets) list.push_back(std::move(items));
    return list;
  }

  /// Items that wait and may be left out.
  [[nodiscard]] std::vector<Droppable> droppable() const {
    std::vector<Droppable> list;
    for (const auto* variable : order_) {
      const auto& item = model_.item_of(variable->block);
      if (!variable->droppable || !adapted_.pushed.contains(item)) continue;
      const auto loss = engine::loss_of(emptied_.problem().blocks[variable->block]);
      const auto known = std::find_if(
          list.begin(), list.end(), [&](const Droppable& one) { return one.item == item; });
      if (known == list.end())
        list.push_back({item, loss});
      else
        known->loss += loss;
    }
    std::stable_sort(list.begin(), list.end(), [](const Droppable& a, const Droppable& b) {
      return a.loss < b.loss;
    });
    if (list.size() > kMostDroppable) list.resize(kMostDroppable);
    return list;
  }

  const RepairModel& model_;
  const Adapted& adapted_;
  Budget& budget_;
  engine::PlanEvaluator emptied_;  ///< without all that may move
  std::vector<const Variable*> order_;
};

}  // namespace

std::optional<Repair> pushed_right(const RepairModel& model,
                                   const Adapted& adapted,
                                   const RepairTerms& terms,
                                   Budget& budget) {
  if (adapted.pushed.empty()) return {};
  auto board = RightShift(model, adapted, budget).find();
  if (!board || !model.misheld(*board).empty()) return {};
  const auto& variables = model.variables();
  const bool misplaced = std::any_of(variables.begin(), variables.end(), [&](const auto& variable) {
    return model.misplaced(variable, *board);
  });
  const auto score = engine::PlanEvaluator(*board).score();
  if (misplaced || score.hard > 0) return {};  // something else is to be mended as well
  auto [price, gaps] = toll_of(model, *board, terms);
  price.soft = score.soft;
  return Repair{std::move(*board), price, gaps};
}

}  // namespace scheduler
