#include "scheduler/exact/small.h"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/rules/all.h"
#include "scheduler/exact/component.h"
#include "scheduler/graph/components.h"
#include "scheduler/search/random.h"
#include "scheduler/timetable/teams.h"

namespace scheduler {
namespace {

using engine::BlockId;
using engine::Change;
using engine::Problem;
using engine::RoomId;

constexpr int kMostUnsure = 20;  // full assignments that the other rules refuse

/// Blocks joined by a rule or by a room that both may use.
Graph dependencies(const Problem& problem,
                   const std::vector<Domain>& domains,
                   const PairRules& rules) {
  Graph graph{static_cast<int>(problem.blocks.size()), {}};
  for (const auto& [a, b] : rules.pairs()) graph.edges.emplace_back(a.value, b.value);
  std::map<RoomId, BlockId> user;
  problem.blocks.each([&](BlockId block) {
    if (problem.blocks[block].optional) return;
    const auto use = [&](RoomId room) {
      const auto [first, is_new] = user.emplace(room, block);
      if (!is_new && first->second != block)
        graph.edges.emplace_back(first->second.value, block.value);
    };
    for (const auto& room : domains[block.index()].rooms) use(room.room);
    if (!problem.blocks[block].rotation.exists()) return;
    engine::each_part(problem, block, [&](engine::PartId part) {
      engine::each_activity(problem, part, [&](engine::ActivityId a) {
        for (const RoomId room : problem.room_choices[a]) use(room);
      });
    });
  });
  return graph;
}

class Search {
 public:
  Search(const Problem& problem,
         const std::vector<Domain>& domains,
         Budget& budget,
         std::int64_t most_work)
      : problem_(problem),
        domains_(domains),
        budget_(budget),
        most_work_(most_work),
        work_left_(most_work),
        rules_(problem, domains),
        evaluator_(engine::Board(problem)) {
    // With open places in teams another choice of people might do; an item that may be left out
    // might do someone good when it is there (a journey less, a day that is not for one item).
    decided_ = problem.slots.empty();
    problem.blocks.each(
        [&](BlockId block) { decided_ = decided_ && !problem.blocks[block].optional; });
  }

  SmallSearch run() {
    bool whole = true;
    for (const auto& blocks : independent()) {
      const auto outcome = search(blocks);
      if (outcome == Outcome::None) return {Outcome::None, named(blocks), {}};
      whole = whole && outcome == Outcome::Found;
    }
    if (!whole || !place_all()) return {};
    return {Outcome::Found, {}, evaluator_.board()};
  }

 private:
  std::vector<std::vector<BlockId>> independent() const {
    std::vector<std::vector<BlockId>> list;
    for (const auto& component : components(dependencies(problem_, domains_, rules_))) {
      std::vector<BlockId> blocks;
      for (const int v : component)
        if (const BlockId block{v}; !problem_.blocks[block].optional) blocks.push_back(block);
      if (!blocks.empty()) list.push_back(std::move(blocks));
    }
    std::stable_sort(
        list.begin(), list.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
    return list;
  }

  Outcome search(const std::vector<BlockId>& blocks) {
    if (work_left_ <= 0 || !Component::is_small(domains_, blocks)) return Outcome::GivenUp;
    Component component(problem_, domains_, rules_, blocks);
    unsure_ = 0;
    const auto outcome = component.search(
        [&](const std::vector<Placement>& places) { return judge(places); }, work_left_, budget_);
    work_left_ -= component.work();
    if (outcome == Outcome::Found)
      found_.insert(found_.end(), component.solution().begin(), component.solution().end());
    return outcome;
  }

  /// Whether the rules about more than two blocks agree. Rotations are not laid out here: that a
  /// place is left for them is all that is found.
  Leaf judge(const std::vector<Placement>& places) {
    const auto rotation = std::any_of(places.begin(), places.end(), [&](const Placement& p) {
      return problem_.blocks[p.block].rotation.exists();
    });
    if (rotation) return Leaf::Accept;
    for (const auto& place : places) put(place);
    const bool kept = evaluator_.score().hard == 0;
    for (const auto& place : places) {
      clear_teams(evaluator_, place.block);
      evaluator_.apply(Change::place(place.block, engine::kNever));
    }
    if (kept) return Leaf::Accept;
    if (decided_) return Leaf::Reject;
    return ++unsure_ < kMostUnsure ? Leaf::Unsure : Leaf::Accept;
  }

  void put(const Placement& place) {
    evaluator_.apply(Change::place(place.block, place.start, place.room));
    fill_teams(evaluator_, place.block, random_);
  }

  bool place_all() {
    if (!problem_.rotations.empty()) return false;
    for (const auto& place : found_) put(place);
    return evaluator_.score().hard == 0;
  }

  /// As few of the blocks as could be proved in the time left to be without a common place.
  std::vector<BlockId> named(std::vector<BlockId> blocks) {
    work_left_ = most_work_;
    for (auto chunk = blocks.size() / 2; chunk > 0 && work_left_ > 0; chunk /= 2)
      for (std::size_t end = blocks.size(); end >= chunk && work_left_ > 0; end -= chunk) {
        auto fewer = blocks;
        const auto from = fewer.begin() + static_cast<std::ptrdiff_t>(end - chunk);
        fewer.erase(from, from + static_cast<std::ptrdiff_t>(chunk));
        if (search(fewer) != Outcome::None) continue;
        blocks = std::move(fewer);
      }
    return blocks;
  }

  const Problem& problem_;
  const std::vector<Domain>& domains_;
  Budget& budget_;
  std::int64_t most_work_;
  std::int64_t work_left_;
  PairRules rules_;
  engine::PlanEvaluator evaluator_;
  Random random_{1};
  int unsure_ = 0;
  bool decided_ = false;  ///< starts and rooms are all there is to choose
  std::vector<Placement> found_;
};

}  // namespace

SmallSearch search_small(const Problem& problem,
                         const std::vector<Domain>& domains,
                         Budget& budget,
                         std::int64_t most_work) {
  return Search(problem, domains, budget, most_work).run();
}

}  // namespace scheduler
