#include "scheduler/explain/propagation.h"

#include <algorithm>
#include <deque>
#include <iterator>

namespace scheduler {

using engine::BlockId;
using engine::Minute;

Propagation::Propagation(const engine::Problem& problem, const std::vector<Domain>& domains)
    : problem_(problem),
      domains_(domains),
      rules_(problem, domains),
      of_block_(domains.size()),
      included_(domains.size()),
      starts_(domains.size()),
      reduced_by_(domains.size()) {
  for (const auto& [a, b] : rules_.pairs()) {
    auto relation = rules_.between(a, b);
    if (relation.rules == 0 && !relation.in_days) continue;
    of_block_[a.index()].push_back(relations_.size());
    of_block_[b.index()].push_back(relations_.size());
    relations_.push_back(std::move(relation));
  }
}

std::vector<Emptied> Propagation::find(std::size_t most) {
  std::vector<Emptied> found;
  std::vector<BlockId> blocks;
  problem_.blocks.each([&](BlockId b) {
    if (!problem_.blocks[b].optional && !domains_[b.index()].starts.empty()) blocks.push_back(b);
  });
  include(blocks);
  for (auto emptied = run(); emptied && found.size() < most; emptied = run()) {
    const auto& set = found.emplace_back(Emptied{minimized(origin_of(*emptied)), 0});
    for (const auto& relation : relations_)
      if (std::binary_search(set.blocks.begin(), set.blocks.end(), relation.a) &&
          std::binary_search(set.blocks.begin(), set.blocks.end(), relation.b))
        found.back().rules |= relation.rules;
    std::vector<BlockId> left;
    std::set_difference(blocks.begin(),
                        blocks.end(),
                        set.blocks.begin(),
                        set.blocks.end(),
                        std::back_inserter(left));
    blocks = std::move(left);
    include(blocks);
  }
  return found;
}

void Propagation::include(const std::vector<BlockId>& blocks) {
  included_.assign(included_.size(), false);
  for (const auto b : blocks) included_[b.index()] = true;
}

/// The first block that has no start left, or none.
std::optional<BlockId> Propagation::run() {
  std::deque<BlockId> changed;
  std::vector<bool> waiting = included_;
  problem_.blocks.each([&](BlockId b) {
    reduced_by_[b.index()].clear();
    starts_[b.index()] = domains_[b.index()].starts;
    if (included_[b.index()]) changed.push_back(b);
  });
  while (!changed.empty()) {
    const BlockId block = changed.front();
    changed.pop_front();
    waiting[block.index()] = false;
    for (const auto i : of_block_[block.index()]) {
      const auto& relation = relations_[i];
      const BlockId other = relation.a == block ? relation.b : relation.a;
      if (!included_[other.index()] || !revise(relation, other)) continue;
      reduced_by_[other.index()].push_back(block);
      if (starts_[other.index()].empty()) return other;
      if (!waiting[other.index()]) changed.push_back(other);
      waiting[other.index()] = true;
    }
  }
  return {};
}

/// Takes away the starts of `block` that no start of the other block goes with. Whether any went.
bool Propagation::revise(const Relation& relation, BlockId block) {
  const bool is_b = relation.b == block;
  auto& mine = starts_[block.index()];
  const auto& theirs = starts_[(is_b ? relation.a : relation.b).index()];
  auto first = mine.begin();
  auto last = mine.end();
  const auto& allowed = relation.allowed;
  if (!relation.in_days && !allowed.empty() && allowed.front().from == -kFar &&
      allowed.back().to == kFar) {
    // Far enough from the other's first or last start: only what lies between is in doubt.
    const Minute from =
        is_b ? theirs.back() + allowed.front().to : theirs.back() - allowed.back().from;
    const Minute to =
        is_b ? theirs.front() + allowed.back().from : theirs.front() - allowed.front().to;
    if (to - from < 2) return false;
    first = std::upper_bound(mine.begin(), mine.end(), from);
    last = std::lower_bound(first, mine.end(), to);
  }
  const auto gone =
      std::remove_if(first, last, [&](Minute start) { return !supported(relation, is_b, start); });
  if (gone == last) return false;
  mine.erase(gone, last);
  return true;
}

bool Propagation::supported(const Relation& relation, bool is_b, Minute start) const {
  const auto& theirs = starts_[(is_b ? relation.a : relation.b).index()];
  return std::any_of(
      relation.allowed.begin(), relation.allowed.end(), [&](const engine::Interval& one) {
        const Minute from = is_b ? start - one.to : start + one.from;
        const Minute to = is_b ? start - one.from : start + one.to;
        auto found = std::lower_bound(theirs.begin(), theirs.end(), from);
        if (!relation.in_days) return found != theirs.end() && *found <= to;
        for (; found != theirs.end() && *found <= to; ++found)
          if (rules_.days_fit(relation, is_b ? *found : start, is_b ? start : *found)) return true;
        return false;
      });
}

/// The blocks whose starts led to the loss, directly or through others. Ascending.
std::vector<BlockId> Propagation::origin_of(BlockId emptied) const {
  std::vector<BlockId> found{emptied};
  std::vector<bool> met(domains_.size());
  met[emptied.index()] = true;
  for (std::size_t i = 0; i < found.size(); ++i)
    for (const auto other : reduced_by_[found[i].index()]) {
      if (met[other.index()]) continue;
      met[other.index()] = true;
      found.push_back(other);
    }
  std::sort(found.begin(), found.end());
  return found;
}

/// Leaves out each block without which the others still have no place (deletion filter, Chinneck
/// & Dravnieks 1991).
std::vector<BlockId> Propagation::minimized(std::vector<BlockId> blocks) {
  for (std::size_t i = blocks.size(); i-- > 0;) {
    auto fewer = blocks;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    include(fewer);
    if (run()) blocks = std::move(fewer);
  }
  return blocks;
}

}  // namespace scheduler
