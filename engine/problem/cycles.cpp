#include "engine/problem/cycles.h"

#include <algorithm>
#include <string>

namespace engine {
namespace {

/// What is left of the blocks once those that can be put in order are peeled off (Kahn 1962).
class Tangle {
 public:
  explicit Tangle(const Problem& p)
      : p_(p), earlier_(p.blocks.size()), left_(p.blocks.size(), true) {
    for (const auto& row : p.precedences) ++earlier_[row.later.index()];
    for (std::size_t block = 0; block < left_.size(); ++block)
      if (earlier_[block] == 0) peel(block);
  }

  /// Rows of `precedences` that close a circle, in order of time; empty when none is left. The
  /// blocks of the circle are then taken out.
  std::vector<std::size_t> next_cycle() {
    const auto start = std::find(left_.begin(), left_.end(), true);
    if (start == left_.end()) return {};
    auto block = static_cast<std::size_t>(start - left_.begin());
    std::vector<std::size_t> came_from(left_.size(), kNone);  // the row walked back along
    while (came_from[block] == kNone) {
      came_from[block] = row_into(block);
      block = p_.precedences[came_from[block]].earlier.index();
    }
    std::vector<std::size_t> cycle;
    const auto closing = block;
    do {
      cycle.push_back(came_from[block]);
      block = p_.precedences[came_from[block]].earlier.index();
    } while (block != closing);
    std::reverse(cycle.begin(), cycle.end());
    for (const auto row : cycle)
      if (left_[p_.precedences[row].later.index()]) peel(p_.precedences[row].later.index());
    return cycle;
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  /// Takes a block out, and all those that had only it before them.
  void peel(std::size_t block) {
    std::vector<std::size_t> ready{block};
    left_[block] = false;
    while (!ready.empty()) {
      const BlockId out{static_cast<std::int32_t>(ready.back())};
      ready.pop_back();
      for (const auto row : p_.precedences_of[out]) {
        const auto& order = p_.precedences[static_cast<std::size_t>(row)];
        const auto later = order.later.index();
        if (order.earlier != out || !left_[later] || --earlier_[later] > 0) continue;
        left_[later] = false;
        ready.push_back(later);
      }
    }
  }

  /// A block that is left has one before it that is left too.
  [[nodiscard]] std::size_t row_into(std::size_t block) const {
    for (const auto row : p_.precedences_of[BlockId{static_cast<std::int32_t>(block)}]) {
      const auto& order = p_.precedences[static_cast<std::size_t>(row)];
      if (order.later.index() == block && left_[order.earlier.index()])
        return static_cast<std::size_t>(row);
    }
    return kNone;
  }

  const Problem& p_;
  std::vector<std::int32_t> earlier_;  ///< per block, rows from blocks that are left
  std::vector<bool> left_;
};

/// "a → b → c → a"; the rounds of one rotation count once.
Statement shown(const Compiling& c, const std::vector<std::size_t>& cycle) {
  std::vector<std::size_t> items;
  for (const auto row : cycle) {
    const auto item = c.item_of(c.problem.precedences[row].earlier);
    if (items.empty() || items.back() != item) items.push_back(item);
  }
  if (items.size() > 1 && items.back() == items.front()) items.pop_back();
  items.push_back(items.front());
  auto text = c.named_item(items.front());
  for (std::size_t i = 1; i < items.size(); ++i)
    text = state({"{0} → {1}", "{0} → {1}"}, text, c.named_item(items[i]));
  return text;
}

}  // namespace

void complain_of_cycles(Compiling& c, const std::vector<Where>& written_at) {
  Tangle tangle(c.problem);
  for (auto cycle = tangle.next_cycle(); !cycle.empty(); cycle = tangle.next_cycle()) {
    Where where;
    for (const auto row : cycle) where = std::max(where, written_at[row]);
    c.diagnostics.impossible(
        where,
        {RuleId::Precedence},
        state({"cet ordre tourne en rond\u00a0: {0}", "this order goes round in a circle: {0}"},
              shown(c, cycle)));
  }
}

}  // namespace engine
