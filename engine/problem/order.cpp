#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "engine/problem/cycles.h"
#include "engine/problem/sorted.h"
#include "engine/problem/steps.h"

namespace engine {
namespace {

/// Complains about a wait that is longer than the longest allowed.
void check_gaps(Compiling& c, const After& after) {
  if (after.max_gap && *after.max_gap < after.gap)
    c.diagnostics.error(after.item.where,
                        say({"gap ({0} min) dépasse max_gap ({1} min)",
                             "gap ({0} min) is more than max_gap ({1} min)"},
                            after.gap,
                            *after.max_gap));
  if (after.max_gap_days && *after.max_gap_days < after.gap_days.value_or(0))
    c.diagnostics.error(after.item.where,
                        say({"gap_days ({0}) dépasse max_gap_days ({1})",
                             "gap_days ({0}) is more than max_gap_days ({1})"},
                            after.gap_days.value_or(0),
                            *after.max_gap_days));
}

void add_after(Compiling& c, std::size_t item, const After& after, std::vector<Where>& written_at) {
  check_gaps(c, after);
  const auto other = c.names.row(Named::Item, after.item);
  if (other == kUnknown) return;
  Precedence row{.earlier = c.items[static_cast<std::size_t>(other)].last(),
                 .later = c.items[item].first,
                 .gap = after.gap};
  if (after.max_gap) row.max_gap = *after.max_gap;
  if (after.gap_days) row.gap_days = *after.gap_days;
  if (after.max_gap_days) row.max_gap_days = *after.max_gap_days;
  if (after.max_term_days) row.max_term_days = *after.max_term_days;
  c.problem.precedences.push_back(row);
  written_at.push_back(after.item.where);
}

/// Rounds placed one by one keep their order.
void add_rounds(Compiling& c, std::size_t item, std::vector<Where>& written_at) {
  const auto& blocks = c.items[item];
  if (blocks.count < 2) return;
  const auto& rotation = c.gathering.rotations[item - c.gathering.sessions.size()];
  for (std::int32_t round = 1; round < blocks.count; ++round) {
    c.problem.precedences.push_back({.earlier = {blocks.first.value + round - 1},
                                     .later = {blocks.first.value + round},
                                     .gap = rotation.changeover});
    written_at.emplace_back();
  }
}

std::pair<BlockId, BlockId> ordered(BlockId a, BlockId b) {
  return {std::min(a, b), std::max(a, b)};
}

/// The other item a key names, or kUnknown after a complaint, also when it is the item itself.
std::int32_t other_item(Compiling& c, std::size_t item, const Key& key) {
  const auto other = c.names.row(Named::Item, key);
  if (other != static_cast<std::int32_t>(item)) return other;
  c.diagnostics.error(key.where,
                      say({"«\u202f{0}\u202f» se désigne elle-même\u00a0: nommez une autre séance",
                           "\"{0}\" names itself: name another session"},
                          key.value));
  return kUnknown;
}

/// Complains about two blocks that must start together and never can.
void check_common_start(Compiling& c, const Key& key, BlockId mine, BlockId theirs) {
  const auto a = c.problem.starts[mine];
  const auto b = c.problem.starts[theirs];
  std::vector<Minute> common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  if (!common.empty() || a.empty() || b.empty() || !c.is_hard(RuleId::SameStart)) return;
  c.diagnostics.impossible(
      key.where,
      {RuleId::SameStart},
      state({"«\u202f{0}\u202f» et «\u202f{1}\u202f» n’ont aucune heure de début en commun",
             "\"{0}\" and \"{1}\" have no possible start in common"},
            c.named_item(c.item_of(mine)),
            c.named_item(c.item_of(theirs))));
}

void add_pairs(Compiling& c, std::size_t item) {
  const auto& timing = c.timing_of(item);
  const auto mine = c.items[item];
  for (const auto& key : timing.same_start) {
    const auto other = other_item(c, item, key);
    if (other == kUnknown) continue;
    const auto theirs = c.items[static_cast<std::size_t>(other)].first;
    check_common_start(c, key, mine.first, theirs);
    c.problem.same_start.push_back(ordered(mine.first, theirs));
  }
  for (const auto& row : timing.not_with) {
    const auto other = other_item(c, item, row.item);
    if (other == kUnknown) continue;
    const auto [first, second] =
        ordered(mine.first, c.items[static_cast<std::size_t>(other)].first);
    c.problem.not_with.push_back({first, second, row.gap});
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

/// Per block, the rows of `not_with` about its item: all rounds of a rotation share their rows.
Lists<BlockId, std::int32_t> not_with_rows(const Problem& p) {
  std::vector<std::vector<std::int32_t>> rows(p.blocks.size());
  const auto add = [&](BlockId first, std::int32_t row) {
    const auto [from, to] = blocks_of_item(p, first);
    for (auto b = from.index(); b <= to.index(); ++b) rows[b].push_back(row);
  };
  for (std::size_t i = 0; i < p.not_with.size(); ++i) {
    add(p.not_with[i].first, static_cast<std::int32_t>(i));
    add(p.not_with[i].second, static_cast<std::int32_t>(i));
  }
  return Lists<BlockId, std::int32_t>(rows);
}

}  // namespace

void read_order(Compiling& c) {
  auto& p = c.problem;
  std::vector<Where> written_at;  // of each row of `precedences`
  for (std::size_t item = 0; item < c.items.size(); ++item) {
    for (const auto& after : c.timing_of(item).after) add_after(c, item, after, written_at);
    add_rounds(c, item, written_at);
    add_pairs(c, item);
  }
  sort_unique(p.same_start);
  sort_unique(p.not_with);
  const auto both = [](const std::pair<BlockId, BlockId>& pair) { return pair; };
  p.precedences_of = rows_of(p.blocks.size(), p.precedences, [](const Precedence& row) {
    return std::pair(row.earlier, row.later);
  });
  p.same_start_of = rows_of(p.blocks.size(), p.same_start, both);
  p.not_with_of = not_with_rows(p);
  complain_of_cycles(c, written_at);
}

}  // namespace engine
