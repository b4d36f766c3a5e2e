#include "scheduler/explain/impossible.h"

#include <algorithm>
#include <utility>

#include "scheduler/explain/emptied.h"
#include "scheduler/explain/overbooked.h"
#include "scheduler/explain/simultaneous.h"

namespace scheduler {
namespace {

using engine::BlockId;
using engine::Problem;

/// More would not be read, and what comes first is often what has to change.
constexpr std::size_t kMostEmptied = 5;

/// Blocks that may be left out never stand in the way.
std::vector<Conflict> without_place(const Problem& problem, const std::vector<Domain>& domains) {
  std::vector<Conflict> found;
  problem.blocks.each([&](BlockId block) {
    if (problem.blocks[block].optional || !domains[block.index()].starts.empty()) return;
    Conflict conflict;
    conflict.kind = ConflictKind::NoPlace;
    conflict.blocks = {block};
    conflict.causes = causes_of_no_place(problem, block);
    for (const auto& cause : conflict.causes) conflict.rules.push_back(cause.rule);
    found.push_back(std::move(conflict));
  });
  return found;
}

/// Collects conflicts; one about items that an earlier one names already says nothing new.
class Collection {
 public:
  void add(Conflict conflict) {
    const auto named = [&](BlockId block) {
      return std::find(named_.begin(), named_.end(), block) != named_.end();
    };
    if (std::all_of(conflict.blocks.begin(), conflict.blocks.end(), named)) return;
    named_.insert(named_.end(), conflict.blocks.begin(), conflict.blocks.end());
    list_.push_back(std::move(conflict));
  }
  [[nodiscard]] std::size_t size() const { return list_.size(); }
  std::vector<Conflict> take() { return std::move(list_); }

 private:
  std::vector<Conflict> list_;
  std::vector<BlockId> named_;
};

}  // namespace

std::vector<Conflict> impossible(const Problem& problem,
                                 const std::vector<Domain>& domains,
                                 std::size_t most) {
  Collection found;
  const auto enough_with = [&](std::vector<Conflict> conflicts) {
    for (auto& conflict : conflicts) found.add(std::move(conflict));
    return found.size() >= most;
  };
  if (enough_with(without_place(problem, domains)) ||
      enough_with(busy_people(problem, domains, PairRules(problem, domains))) ||
      enough_with(simultaneous(problem, domains)) || enough_with(full_rooms(problem, domains)) ||
      enough_with(small_teams(problem, domains)))
    return found.take();
  Propagation propagation(problem, domains);
  for (const auto& emptied : propagation.find(std::min(kMostEmptied, most)))
    found.add(conflict_of(problem, domains, emptied));
  if (found.size() < most)
    (void)enough_with(never_together(problem, domains, propagation.relations()));
  return found.take();
}

std::vector<Conflict> impossible(const Problem& problem) {
  return impossible(problem, domains_of(problem));
}

}  // namespace scheduler
