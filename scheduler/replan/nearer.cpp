#include "scheduler/replan/nearer.h"

#include <algorithm>

namespace scheduler {
namespace {

class Mover {
 public:
  Mover(const RepairModel& model, const RepairTerms& terms, const Repair& repair, Budget& budget)
      : model_(model), terms_(terms), budget_(budget), best_(repair), evaluator_(repair.board) {}

  Repair run() {
    const auto& variables = model_.variables();
    for (bool any = true; any && !budget_.over();) {
      any = false;
      for (std::size_t i = 0; i < variables.size(); ++i) {
        const auto block = variables[i].block;
        if (variables[i].kind != Variable::Kind::Block || !evaluator_.board().placed(block) ||
            model_.at_home(block, evaluator_.board()))
          continue;
        any = move(i) || any;
      }
    }
    return best_;
  }

 private:
  /// To the nearest place that makes the repair cheaper.
  bool move(std::size_t item) {
    const auto block = model_.variables()[item].block;
    const auto& board = evaluator_.board();
    const auto now = model_.taste_of(block, board.start(block), model_.room_of(block, board));
    auto options = model_.options(item, board);
    std::erase_if(options, [&](const Option& o) { return o.loss > 0 || o.taste >= now; });
    std::stable_sort(options.begin(), options.end(), [](const Option& a, const Option& b) {
      return a.taste < b.taste;
    });
    for (const auto& option : options) {
      if (budget_.spend()) return false;
      const auto& change = option.changes.front();
      if (evaluator_.hard_delta(change) > 0) continue;
      const auto back = board.inverse(change);
      evaluator_.apply(change);
      if (is_better()) return true;
      evaluator_.apply(back);
    }
    return false;
  }

  bool is_better() {
    auto [price, gaps] = toll_of(model_, evaluator_.board(), terms_);
    price.hard = best_.price.hard;
    price.soft = evaluator_.score().soft;
    if (price >= best_.price || !model_.misheld(evaluator_.board()).empty()) return false;
    best_ = {evaluator_.board(), price, gaps};
    return true;
  }

  const RepairModel& model_;
  const RepairTerms& terms_;
  Budget& budget_;
  Repair best_;
  engine::PlanEvaluator evaluator_;
};

}  // namespace

Repair brought_nearer(const RepairModel& model,
                      const RepairTerms& terms,
                      const Repair& repair,
                      Budget& budget) {
  return Mover(model, terms, repair, budget).run();
}

}  // namespace scheduler
