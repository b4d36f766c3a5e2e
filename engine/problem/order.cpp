#include <algorithm>
#include <utility>
#include <vector>

#include "engine/problem/sorted.h"
#include "engine/problem/steps.h"

namespace engine {
namespace {

const Timing& timing_of(const Gathering& g, std::size_t item) {
  return item < g.sessions.size() ? g.sessions[item].timing
                                  : g.rotations[item - g.sessions.size()].timing;
}

void add_after(Compiling& c, std::size_t item, const After& after) {
  const auto other = c.names.row(Named::Item, after.item);
  if (other == kUnknown) return;
  Precedence row{.earlier = c.items[static_cast<std::size_t>(other)].last(),
                 .later = c.items[item].first,
                 .gap = after.gap};
  if (after.max_gap) row.max_gap = *after.max_gap;
  if (after.gap_days) row.gap_days = *after.gap_days;
  if (after.max_gap_days) row.max_gap_days = *after.max_gap_days;
  c.problem.precedences.push_back(row);
}

/// Rounds placed one by one keep their order.
void add_rounds(Compiling& c, std::size_t item) {
  const auto& blocks = c.items[item];
  if (blocks.count < 2) return;
  const auto& rotation = c.gathering.rotations[item - c.gathering.sessions.size()];
  for (std::int32_t round = 1; round < blocks.count; ++round)
    c.problem.precedences.push_back({.earlier = {blocks.first.value + round - 1},
                                     .later = {blocks.first.value + round},
                                     .gap = rotation.changeover});
}

std::pair<BlockId, BlockId> ordered(BlockId a, BlockId b) {
  return {std::min(a, b), std::max(a, b)};
}

/// The other item a key names, or kUnknown after a complaint, also when it is the item itself.
std::int32_t other_item(Compiling& c, std::size_t item, const Key& key) {
  const auto other = c.names.row(Named::Item, key);
  if (other != static_cast<std::int32_t>(item)) return other;
  c.diagnostics.error(key.where,
                      say({"« {0} » se désigne elle-même : nommez une autre séance",
                           "\"{0}\" names itself: name another session"},
                          key.value));
  return kUnknown;
}

void add_pairs(Compiling& c, std::size_t item) {
  const auto& timing = timing_of(c.gathering, item);
  const auto mine = c.items[item];
  for (const auto& key : timing.same_start) {
    const auto other = other_item(c, item, key);
    if (other == kUnknown) continue;
    c.problem.same_start.push_back(
        ordered(mine.first, c.items[static_cast<std::size_t>(other)].first));
  }
  for (const auto& key : timing.not_with) {
    const auto other = other_item(c, item, key);
    if (other == kUnknown) continue;
    const auto theirs = c.items[static_cast<std::size_t>(other)];
    for (std::int32_t a = 0; a < mine.count; ++a)
      for (std::int32_t b = 0; b < theirs.count; ++b)
        c.problem.not_with.push_back(ordered({mine.first.value + a}, {theirs.first.value + b}));
  }
}

/// Per block, the rows of `pairs` that name it.
template <class Row, class Ends>
Lists<BlockId, std::int32_t> rows_of(std::size_t blocks, const std::vector<Row>& pairs, Ends ends) {
  std::vector<std::vector<std::int32_t>> rows(blocks);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto [a, b] = ends(pairs[i]);
    rows[a.index()].push_back(static_cast<std::int32_t>(i));
    if (a != b) rows[b.index()].push_back(static_cast<std::int32_t>(i));
  }
  return Lists<BlockId, std::int32_t>(rows);
}

}  // namespace

void read_order(Compiling& c) {
  auto& p = c.problem;
  for (std::size_t item = 0; item < c.items.size(); ++item) {
    for (const auto& after : timing_of(c.gathering, item).after) add_after(c, item, after);
    add_rounds(c, item);
    add_pairs(c, item);
  }
  sort_unique(p.same_start);
  sort_unique(p.not_with);
  const auto both = [](const std::pair<BlockId, BlockId>& pair) { return pair; };
  p.precedences_of = rows_of(p.blocks.size(), p.precedences, [](const Precedence& row) {
    return std::pair(row.earlier, row.later);
  });
  p.same_start_of = rows_of(p.blocks.size(), p.same_start, both);
  p.not_with_of = rows_of(p.blocks.size(), p.not_with, both);
}

}  // namespace engine
