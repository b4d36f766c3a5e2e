#include <algorithm>
#include <array>
#include <string_view>

#include "data/read/parts.h"
#include "data/read/plain_values.h"

namespace data {
namespace {

using engine::RepairMove;
using engine::say;
using engine::Words;

/// In the order of RepairMove.
constexpr auto kMoves =
    std::to_array<std::string_view>({"substitute", "fewer", "move", "shorten", "drop"});

constexpr Words kTwice{"« order » nomme deux fois « {0} »", "\"order\" names \"{0}\" twice"};

/// Right after the last of those that come before it in the usual order; without any, at the end.
void add_in_usual_place(std::vector<RepairMove>& order,
                        const std::vector<RepairMove>& usual,
                        RepairMove move) {
  const auto own = std::find(usual.begin(), usual.end(), move);
  const auto last = std::find_if(order.rbegin(), order.rend(), [&](RepairMove other) {
    return std::find(usual.begin(), own, other) != own;
  });
  order.insert(last == order.rend() ? order.end() : last.base(), move);
}

bool has(const std::vector<RepairMove>& order, RepairMove move) {
  return std::find(order.begin(), order.end(), move) != order.end();
}

}  // namespace

void read_replan(Context& context, const Value& table, engine::Gathering& out) {
  Section section(context, table, "[replan]");
  const auto* value = section.find("order");
  section.finish();
  const auto* list = value == nullptr ? nullptr : to_list(context, *value, "order");
  if (list == nullptr) return;
  std::vector<RepairMove> order;
  for (const auto& item : *list) {
    const auto choice = to_choice(context, item, "order", {kMoves.begin(), kMoves.end()});
    if (!choice) continue;
    const auto move = static_cast<RepairMove>(*choice);
    if (has(order, move))
      context.diagnostics.error(item.where, say(kTwice, kMoves[*choice]));
    else
      order.push_back(move);
  }
  for (const auto move : out.repair_order)
    if (!has(order, move)) add_in_usual_place(order, out.repair_order, move);
  out.repair_order = order;
}

}  // namespace data
