#include "engine/plan/costs.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "engine/plan/remarks.h"
#include "engine/rules/all.h"

namespace engine {
namespace {

struct Line {
  std::int64_t amount = 0;
  Text text;
};

/// The findings of one person or item, by rule.
struct Account {
  std::int64_t unplaced = 0;
  std::map<RuleId, std::vector<Line>> lines;
};

class Ledger {
 public:
  Ledger(const Gathering& gathering, const Board& board)
      : gathering_(gathering), board_(board), problem_(board.problem()) {}

  Costs write() {
    const PlanEvaluator evaluator(board_);
    evaluator.inspect([&](const Finding& f) { enter(f); });
    problem_.blocks.each([&](BlockId b) {
      if (!board_.placed(b)) items_[item_of(b)].unplaced += loss_of(problem_.blocks[b]);
    });
    Costs costs;
    for (auto& [row, account] : people_)
      costs.people.push_back(summed(gathering_.people[row].id.value, account));
    for (auto& [row, account] : items_) costs.items.push_back(summed(id_of_item(row), account));
    for (auto* list : {&costs.people, &costs.items})
      std::stable_sort(list->begin(), list->end(), [](const CostOf& a, const CostOf& b) {
        return a.cost > b.cost;
      });
    return costs;
  }

 private:
  void enter(const Finding& finding) {
    const auto weight = problem_.weights[static_cast<std::size_t>(finding.rule)];
    if (weight.hard == 0 && weight.soft == 0) return;
    const Line line{finding.amount, words_of(gathering_, board_, finding)};
    if (finding.person.exists())
      people_[finding.person.index()].lines[finding.rule].push_back(line);
    if (!finding.part.exists()) return;
    const auto item = item_of(problem_.parts[finding.part].block);
    items_[item].lines[finding.rule].push_back(line);
    if (!finding.other.exists()) return;
    const auto other = item_of(problem_.parts[finding.other].block);
    if (other != item) items_[other].lines[finding.rule].push_back(line);
  }

  [[nodiscard]] CostOf summed(const std::string& id, Account& account) const {
    CostOf sum{.id = id, .cost = {.hard = 0, .unplaced = account.unplaced, .soft = 0}, .rules = {}};
    for (auto& [rule, lines] : account.lines) {
      const auto weight = problem_.weights[static_cast<std::size_t>(rule)];
      RuleCost cost{.id = std::string(info(rule).key), .hard = weight.hard > 0, .texts = {}};
      std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
        return a.amount > b.amount;
      });
      for (auto& line : lines) {
        cost.count += line.amount;
        cost.texts.push_back(std::move(line.text));
      }
      cost.penalty = cost.count * (weight.hard + weight.soft);
      (cost.hard ? sum.cost.hard : sum.cost.soft) += cost.penalty;
      sum.rules.push_back(std::move(cost));
    }
    std::stable_sort(sum.rules.begin(), sum.rules.end(), [](const RuleCost& a, const RuleCost& b) {
      return std::tuple(a.hard, a.penalty) > std::tuple(b.hard, b.penalty);
    });
    return sum;
  }

  /// Items count the sessions first, then the rotations.
  [[nodiscard]] std::size_t item_of(BlockId block) const {
    const auto& row = problem_.blocks[block];
    return row.session >= 0 ? static_cast<std::size_t>(row.session)
                            : gathering_.sessions.size() + row.rotation.index();
  }
  [[nodiscard]] const std::string& id_of_item(std::size_t row) const {
    const auto sessions = gathering_.sessions.size();
    return row < sessions ? gathering_.sessions[row].id.value
                          : gathering_.rotations[row - sessions].id.value;
  }

  const Gathering& gathering_;
  const Board& board_;
  const Problem& problem_;
  std::map<std::size_t, Account> people_;
  std::map<std::size_t, Account> items_;
};

}  // namespace

Costs costs_of(const Gathering& gathering, const Board& board) {
  return Ledger(gathering, board).write();
}

}  // namespace engine
