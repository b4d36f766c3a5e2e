#include "scheduler/replan/only_these.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "scheduler/replan/violations.h"

namespace scheduler {
namespace {

using engine::Change;

class Placer {
 public:
  Placer(const RepairModel& model, Budget& budget) : budget_(budget), evaluator_(model.standing()) {
    std::vector<std::size_t> items;
    for (const auto& violation : violations(evaluator_, model))
      if (violation.variables.size() == 1 && moves(model, violation.variables.front()))
        items.push_back(violation.variables.front());
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
    for (const auto item : items)
      evaluator_.apply(Change::place(model.variables()[item].block, engine::kNever));
    for (const auto item : items) {
      auto options = model.options(item, model.standing());
      std::erase_if(options, [](const Option& option) { return option.loss > 0; });
      std::stable_sort(options.begin(), options.end(), [](const Option& a, const Option& b) {
        return a.taste < b.taste;
      });
      std::vector<Change> free;
      for (const auto& option : options)
        if (is_free(option.changes.front())) free.push_back(option.changes.front());
      if (!free.empty()) open_.push_back(std::move(free));
    }
  }

  [[nodiscard]] bool place_all() {
    if (open_.empty()) return true;
    const auto narrowest =
        std::min_element(open_.begin(), open_.end(), [](const auto& a, const auto& b) {
          return a.size() < b.size();
        });
    std::swap(*narrowest, open_.back());
    const auto mine = std::move(open_.back());
    open_.pop_back();
    for (const auto& change : mine) {
      if (budget_.over()) break;
      const auto back = evaluator_.board().inverse(change);
      evaluator_.apply(change);
      auto others = open_;
      if (still_free() && place_all()) return true;
      open_ = std::move(others);
      evaluator_.apply(back);
    }
    open_.push_back(mine);
    return false;
  }

  [[nodiscard]] const engine::PlanEvaluator& evaluator() const { return evaluator_; }

 private:
  static bool moves(const RepairModel& model, std::size_t item) {
    const auto& variable = model.variables()[item];
    return variable.kind == Variable::Kind::Block && variable.droppable &&
           model.standing().problem().blocks[variable.block].session >= 0;
  }
  [[nodiscard]] bool is_free(const Change& change) {
    return !budget_.spend() && evaluator_.hard_delta(change) == 0;
  }
  /// Takes away what is not; false when somebody has nothing left.
  [[nodiscard]] bool still_free() {
    for (auto& list : open_) {
      std::erase_if(list, [&](const Change& change) { return !is_free(change); });
      if (list.empty()) return false;
    }
    return true;
  }

  Budget& budget_;
  engine::PlanEvaluator evaluator_;
  std::vector<std::vector<Change>> open_;  ///< per session without a place: those it may have
};

}  // namespace

std::optional<Repair> only_these_elsewhere(const RepairModel& model,
                                           const RepairTerms& terms,
                                           Budget& budget) {
  Placer placer(model, budget);
  if (budget.over() || !placer.place_all()) return {};
  const auto& found = placer.evaluator();
  if (found.score().hard > 0 || !model.misheld(found.board()).empty()) return {};
  auto [price, gaps] = toll_of(model, found.board(), terms);
  price.soft = found.score().soft;
  return Repair{found.board(), price, gaps};
}

}  // namespace scheduler
