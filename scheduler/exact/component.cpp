#include "scheduler/exact/component.h"

#include <algorithm>
#include <bit>
#include <map>
#include <tuple>

#include "scheduler/graph/cliques.h"

namespace scheduler {
namespace {

using engine::BlockId;
using engine::Minute;
using engine::RoomId;

constexpr std::size_t kMostBlocks = 80;
constexpr std::size_t kMostPairs = 20'000'000;  // of places, over all pairs of blocks
constexpr std::size_t kMostTuples = 6'000;      // of one table
constexpr std::size_t kMostTuplesInAll = 150'000;
constexpr std::int64_t kMostTrials = 300'000;  // while the tuples of one table are listed
constexpr std::int64_t kWordsPerPerson = 100;  // who is put somewhere and taken away again

std::size_t at(int i) {
  return static_cast<std::size_t>(i);
}

std::vector<int> sizes_of(const std::vector<Domain>& domains, const std::vector<BlockId>& blocks) {
  std::vector<int> sizes;
  for (const auto block : blocks)
    sizes.push_back(static_cast<int>(Places(domains[block.index()], block).list.size()));
  return sizes;
}

/// The first from `from` on that is set, or `end`.
int next_value(const std::vector<Network::Word>& values, int from, int end) {
  constexpr int kBits = 64;
  for (int value = from; value < end;) {
    const auto word = values[at(value / kBits)] >> (value % kBits);
    if (word != 0) return std::min(end, value + std::countr_zero(word));
    value += kBits - value % kBits;
  }
  return end;
}

}  // namespace

bool Component::is_small(const std::vector<Domain>& domains, const std::vector<BlockId>& blocks) {
  if (blocks.size() > kMostBlocks) return false;
  std::size_t sum = 0;
  std::size_t pairs = 0;
  for (const auto block : blocks) {
    const auto& domain = domains[block.index()];
    const auto size = domain.starts.size() * std::max<std::size_t>(1, domain.rooms.size());
    pairs += size * sum;
    sum += size;
  }
  return pairs <= kMostPairs;
}

Component::Component(const engine::Problem& problem,
                     const std::vector<Domain>& domains,
                     const PairRules& rules,
                     std::vector<BlockId> blocks)
    : problem_(problem),
      rules_(rules),
      blocks_(std::move(blocks)),
      network_(sizes_of(domains, blocks_)) {
  for (const auto block : blocks_) places_.emplace_back(domains[block.index()], block);
  for (std::size_t a = 0; a < blocks_.size(); ++a)
    for (std::size_t b = a + 1; b < blocks_.size(); ++b) relate(a, b);
  add_tables();
  room_class_ = interchangeable_rooms();
}

void Component::relate(std::size_t a, std::size_t b) {
  if (rules_.between(blocks_[a], blocks_[b]).rules != 0)
    apart_.emplace_back(static_cast<int>(a), static_cast<int>(b));
  auto bits = places_together(problem_, rules_, places_[a], places_[b]);
  if (bits)
    network_.add_pair(
        static_cast<int>(a), static_cast<int>(b), std::move(bits->of_a), std::move(bits->of_b));
}

/// Blocks that are all related to one another (a person's day, a room's day) with few ways to lay
/// them out: these ways are listed, which sees much further than pairs do.
void Component::add_tables() {
  std::vector<std::int64_t> minutes;
  for (const auto block : blocks_) minutes.push_back(problem_.blocks[block].minutes);
  auto cliques = heavy_cliques({static_cast<int>(blocks_.size()), apart_}, minutes);
  std::stable_sort(cliques.begin(), cliques.end(), [](const auto& a, const auto& b) {
    return a.size() > b.size();
  });
  std::size_t left = kMostTuplesInAll;
  for (const auto& clique : cliques) {
    std::vector<std::vector<int>> tuples;
    if (!list_tuples(clique, tuples) || tuples.size() > left) continue;
    left -= tuples.size();
    network_.add_table(clique, tuples);
  }
}

/// False when there are too many.
bool Component::list_tuples(const std::vector<int>& clique,
                            std::vector<std::vector<int>>& tuples) const {
  std::int64_t trials = kMostTrials;
  std::vector<int> tuple{-1};
  std::vector<Values> left{values_beside(clique, {})};  // per column, by the values before it
  while (!tuple.empty()) {
    const auto column = tuple.size() - 1;
    const int end = network_.values(clique[column]);
    const int next = next_value(left[column], tuple.back() + 1, end);
    trials -= std::min(next, end - 1) - tuple.back();
    if (trials < 0) return false;
    tuple.back() = next;
    if (next == end) {
      tuple.pop_back();
      left.pop_back();
    } else if (tuple.size() < clique.size()) {
      left.push_back(values_beside(clique, tuple));
      tuple.push_back(-1);
    } else {
      tuples.push_back(tuple);
      if (tuples.size() > kMostTuples) return false;
    }
  }
  return true;
}

/// Of the variable after those of `tuple`, what goes with all of them.
Component::Values Component::values_beside(const std::vector<int>& clique,
                                           const std::vector<int>& tuple) const {
  const int variable = clique[tuple.size()];
  Values values(network_.words(variable), ~Network::Word{0});
  for (std::size_t c = 0; c < tuple.size(); ++c) {
    const auto rows = network_.allowed(clique[c], variable);
    if (rows.empty()) continue;
    const auto row = rows.subspan(at(tuple[c]) * values.size(), values.size());
    for (std::size_t w = 0; w < values.size(); ++w) values[w] &= row[w];
  }
  return values;
}

/// Per room the first room that differs from it by name only: to every block it is as good, at
/// every hour.
std::vector<int> Component::interchangeable_rooms() const {
  using Key = std::tuple<std::int32_t,  // place
                         std::int32_t,  // capacity
                         Minute,        // setup
                         bool,          // shared
                         std::vector<std::pair<std::size_t, Minute>>>;
  std::vector<Key> keys(problem_.rooms.size());
  problem_.rooms.each([&](RoomId room) {
    const auto& row = problem_.rooms[room];
    keys[room.index()] = {row.place.value, row.capacity, row.setup, row.shared, {}};
  });
  std::vector<bool> settled(problem_.rooms.size());
  for (std::size_t b = 0; b < blocks_.size(); ++b) {
    for (const auto& place : places_[b].list)
      if (place.room.exists()) std::get<4>(keys[place.room.index()]).emplace_back(b, place.start);
    if (!problem_.blocks[blocks_[b]].rotation.exists()) continue;
    engine::each_part(problem_, blocks_[b], [&](engine::PartId part) {
      engine::each_activity(problem_, part, [&](engine::ActivityId a) {
        for (const RoomId room : problem_.room_choices[a]) settled[room.index()] = true;
      });
    });
  }
  std::map<Key, int> first;
  std::vector<int> classes;
  for (std::size_t r = 0; r < keys.size(); ++r)
    classes.push_back(settled[r] ? static_cast<int>(r)
                                 : first.emplace(keys[r], static_cast<int>(r)).first->second);
  return classes;
}

/// The same start in the other rooms of its class, when neither that room nor this one is in use:
/// what fails in one empty room fails in the next.
void Component::add_alike(const Network::State& state,
                          int variable,
                          int value,
                          std::vector<std::pair<int, int>>& values) const {
  const auto& tried = places_[at(variable)].list[at(value)];
  if (!tried.room.exists()) return;
  std::vector<bool> used(problem_.rooms.size());
  for (std::size_t v = 0; v < blocks_.size(); ++v) {
    if (state.left[v] != 1) continue;
    const int only = network_.first_value(state, static_cast<int>(v));
    const RoomId room = places_[v].list[at(only)].room;
    if (room.exists()) used[room.index()] = true;
  }
  if (used[tried.room.index()]) return;
  const auto& mine = places_[at(variable)].list;
  for (std::size_t i = 0; i < mine.size(); ++i)
    if (mine[i].start == tried.start && static_cast<int>(i) != value &&
        !used[mine[i].room.index()] &&
        room_class_[mine[i].room.index()] == room_class_[tried.room.index()])
      values.emplace_back(variable, static_cast<int>(i));
}

std::vector<Placement> Component::placements(const std::vector<int>& values) const {
  std::vector<Placement> list;
  for (std::size_t v = 0; v < values.size(); ++v) list.push_back(places_[v].list[at(values[v])]);
  return list;
}

std::int64_t Component::work_to_judge() const {
  std::int64_t people = 0;
  for (const BlockId block : blocks_)
    engine::each_part(problem_, block, [&](engine::PartId part) {
      people += static_cast<std::int64_t>(problem_.attendees[part].size());
    });
  return kWordsPerPerson * people;
}

Outcome Component::search(const Accept& accept, std::int64_t most_work, Budget& budget) {
  Backtracking search(
      network_,
      {.accept = [&](const std::vector<int>& values) { return accept(placements(values)); },
       .work_to_accept = work_to_judge(),
       .alike =
           [&](const Network::State& state,
               int variable,
               int value,
               std::vector<std::pair<int, int>>& values) {
             add_alike(state, variable, value, values);
           }});
  const auto outcome = search.run(most_work, budget);
  if (outcome == Outcome::Found) solution_ = placements(search.solution());
  return outcome;
}

}  // namespace scheduler
