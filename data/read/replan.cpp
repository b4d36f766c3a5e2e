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
constexpr auto kMoves = std::to_array<std::string_view>({"substitute", "fewer", "move", "drop"});

constexpr Words kTwice{"« order » nomme deux fois « {0} »", "\"order\" names \"{0}\" twice"};

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
  // Those not named come after, in the usual order.
  for (const auto move : out.repair_order)
    if (!has(order, move)) order.push_back(move);
  out.repair_order = order;
}

}  // namespace data
