#include "engine/plan/costs.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "engine/plan/remarks.h"
#include "engine/problem/items.h"
#include "engine/rules/all.h"

namespace engine {
namespace {

/// The findings of one person or item, by rule.
struct Account {
  std::int64_t unplaced = 0;
  std::map<RuleId, std::vector<Finding>> findings;
};

class Ledger {
 public:
  Ledger(const Gathering& gathering, const Board& board)
      : gathering_(gathering), board_(board), problem_(board.problem()) {}

  Costs write() {
    const PlanEvaluator evaluator(board_);
    evaluator.inspect([&](const Finding& f) { enter(f); });
    problem_.blocks.each([&](BlockId b) {
      if (!board_.placed(b)) items_[row_of(b)].unplaced += loss_of(problem_.blocks[b]);
    });
    Costs costs;
    for (const auto& [row, account] : people_)
      costs.people.push_back(summed(gathering_.people[row].id.value, account));
    for (const auto& [row, account] : items_)
      costs.items.push_back(summed(id_of_item(gathering_, row).value, account));
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
    if (finding.person.exists())
      people_[finding.person.index()].findings[finding.rule].push_back(finding);
    if (!finding.part.exists()) return;
    const auto item = row_of(problem_.parts[finding.part].block);
    items_[item].findings[finding.rule].push_back(finding);
    if (!finding.other.exists()) return;
    const auto other = row_of(problem_.parts[finding.other].block);
    if (other != item) items_[other].findings[finding.rule].push_back(finding);
  }

  [[nodiscard]] CostOf summed(const std::string& id, const Account& account) const {
    CostOf sum{.id = id, .cost = {.hard = 0, .unplaced = account.unplaced, .soft = 0}, .rules = {}};
    for (const auto& [rule, findings] : account.findings) {
      const auto weight = problem_.weights[static_cast<std::size_t>(rule)];
      RuleCost cost{.id = std::string(info(rule).key), .hard = weight.hard > 0, .texts = {}};
      auto lines = shared(findings);
      std::stable_sort(
          lines.begin(), lines.end(), [](const SharedFinding& a, const SharedFinding& b) {
            return a.finding.amount > b.finding.amount;
          });
      for (const auto& line : lines) {
        cost.count += line.finding.amount;
        cost.texts.push_back(words_of(gathering_, board_, line));
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

  [[nodiscard]] std::size_t row_of(BlockId block) const {
    return item_of(gathering_, problem_.blocks[block]);
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
