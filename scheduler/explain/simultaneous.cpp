#include "scheduler/explain/simultaneous.h"

#include <algorithm>

#include "scheduler/explain/at_once.h"
#include "scheduler/graph/components.h"

namespace scheduler {
namespace {

using engine::BlockId;
using engine::Interval;
using engine::Minute;
using engine::Problem;
using engine::RuleId;

/// What a block certainly takes: its people, and its room and equipment. Empty: nothing is certain.
struct Certain {
  BlockId block;
  Interval held;
  Interval used;
};

std::vector<Certain> certain_times(const Problem& problem, const std::vector<Domain>& domains) {
  std::vector<Certain> list;
  problem.blocks.each([&](BlockId block) {
    const auto& row = problem.blocks[block];
    const auto& starts = domains[block.index()].starts;
    if (row.optional || row.rotation.exists() || starts.empty()) return;
    const auto& part = problem.parts[row.first_part];
    const Interval held{starts.back(), starts.front() + part.minutes};
    const Interval used{held.from - part.setup, held.to + part.teardown};
    if (used.from < used.to) list.push_back({block, held, used});
  });
  std::sort(
      list.begin(), list.end(), [](const Certain& a, const Certain& b) { return a.used < b.used; });
  return list;
}

/// Everything that is certain to be there as one of them begins.
void look_at_moments(const Problem& problem,
                     const std::vector<Domain>& domains,
                     std::vector<Conflict>& found) {
  const auto certain = certain_times(problem, domains);
  std::vector<Minute> moments;
  for (const auto& one : certain) {
    moments.push_back(one.used.from);
    if (one.held.from < one.held.to) moments.push_back(one.held.from);
  }
  std::sort(moments.begin(), moments.end());
  moments.erase(std::unique(moments.begin(), moments.end()), moments.end());
  std::vector<Certain> open;
  std::size_t next = 0;
  for (const Minute moment : moments) {
    std::erase_if(open, [&](const Certain& one) { return one.used.to <= moment; });
    for (; next < certain.size() && certain[next].used.from <= moment; ++next)
      open.push_back(certain[next]);
    std::vector<Running> running;
    Interval during{moment, INT32_MAX};
    for (const auto& one : open) {
      const bool people = one.held.from <= moment && moment < one.held.to;
      running.push_back({one.block, engine::kNever, people});
      during.to = std::min(during.to, people ? one.held.to : one.used.to);
    }
    if (auto conflict = short_of(problem, domains, running, during))
      found.push_back(std::move(*conflict));
  }
}

/// The starts that all of the blocks may have.
std::vector<Minute> common_starts(const std::vector<Domain>& domains,
                                  const std::vector<BlockId>& blocks) {
  auto common = domains[blocks.front().index()].starts;
  for (const BlockId block : blocks) {
    const auto& starts = domains[block.index()].starts;
    std::erase_if(common, [&](Minute start) {
      return !std::binary_search(starts.begin(), starts.end(), start);
    });
  }
  return common;
}

/// Blocks that must start together, when none of the starts that they share suits them. The last
/// start's trouble stands for all; with no start in common there is nothing to look at.
std::optional<Conflict> look_at_starts(const Problem& problem,
                                       const std::vector<Domain>& domains,
                                       const std::vector<BlockId>& blocks) {
  Minute length = INT32_MAX;
  for (const BlockId block : blocks) length = std::min(length, problem.blocks[block].minutes);
  std::optional<Conflict> trouble;
  for (const Minute start : common_starts(domains, blocks)) {
    std::vector<Running> running;
    for (const BlockId block : blocks) running.push_back({block, start, true});
    trouble = short_of(problem, domains, running, {start, start + length});
    if (!trouble) return {};
  }
  if (!trouble) return {};
  // Each start may have its own reason: all of the blocks are in it then.
  trouble->blocks = blocks;
  trouble->rules.push_back(RuleId::SameStart);
  std::sort(trouble->rules.begin(), trouble->rules.end());
  return trouble;
}

void look_at_common_starts(const Problem& problem,
                           const std::vector<Domain>& domains,
                           std::vector<Conflict>& found) {
  if (!is_hard(problem, RuleId::SameStart)) return;
  Graph graph{static_cast<int>(problem.blocks.size()), {}};
  for (const auto& [a, b] : problem.same_start)
    if (!problem.blocks[a].optional && !problem.blocks[b].optional)
      graph.edges.emplace_back(a.value, b.value);
  for (const auto& members : components(graph)) {
    if (members.size() < 2) continue;
    std::vector<BlockId> blocks;
    for (const int v : members) blocks.push_back({v});
    if (auto conflict = look_at_starts(problem, domains, blocks))
      found.push_back(std::move(*conflict));
  }
}

}  // namespace

std::vector<Conflict> simultaneous(const Problem& problem, const std::vector<Domain>& domains) {
  std::vector<Conflict> found;
  look_at_moments(problem, domains, found);
  look_at_common_starts(problem, domains, found);
  return found;
}

}  // namespace scheduler
