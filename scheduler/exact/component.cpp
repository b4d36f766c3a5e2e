#include "scheduler/exact/component.h"

#include <algorithm>
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

std::size_t at(int i) {
  return static_cast<std::size_t>(i);
}

std::vector<Placement> places_of(const Domain& domain, BlockId block) {
  std::vector<Placement> places;
  for (std::size_t i = 0; i < domain.starts.size(); ++i) {
    if (domain.rooms.empty()) places.push_back({block, domain.starts[i], {}});
    for (const auto& room : domain.rooms)
      if (room.at(i)) places.push_back({block, domain.starts[i], room.room});
  }
  return places;
}

std::vector<int> sizes_of(const std::vector<Domain>& domains, const std::vector<BlockId>& blocks) {
  std::vector<int> sizes;
  for (const auto block : blocks)
    sizes.push_back(static_cast<int>(places_of(domains[block.index()], block).size()));
  return sizes;
}

/// The rooms of some places, each once, and per place its row among them.
struct RoomRows {
  explicit RoomRows(const std::vector<Placement>& places) {
    for (const auto& place : places) {
      const auto found = std::find(rooms.begin(), rooms.end(), place.room);
      row.push_back(static_cast<std::size_t>(found - rooms.begin()));
      if (found == rooms.end()) rooms.push_back(place.room);
    }
  }
  std::vector<RoomId> rooms;
  std::vector<std::size_t> row;
};

bool contains(const Differences& allowed, Minute difference) {
  return std::any_of(allowed.begin(), allowed.end(), [&](const engine::Interval& one) {
    return one.from <= difference && difference <= one.to;
  });
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
      allowed_(blocks_.size() * blocks_.size()),
      network_(sizes_of(domains, blocks_)) {
  for (const auto block : blocks_) places_.push_back(places_of(domains[block.index()], block));
  for (std::size_t a = 0; a < blocks_.size(); ++a)
    for (std::size_t b = a + 1; b < blocks_.size(); ++b) relate(a, b);
  add_tables();
  room_class_ = interchangeable_rooms();
}

void Component::relate(std::size_t a, std::size_t b) {
  if (rules_.between(blocks_[a], blocks_[b]).rules != 0)
    apart_.emplace_back(static_cast<int>(a), static_cast<int>(b));
  const RoomRows rooms_a(places_[a]);
  const RoomRows rooms_b(places_[b]);
  std::vector<Relation> relations;
  for (const RoomId x : rooms_a.rooms)
    for (const RoomId y : rooms_b.rooms)
      relations.push_back(rules_.between(blocks_[a], blocks_[b], {x, y}));
  Matrix matrix(places_[a].size(), std::vector<bool>(places_[b].size(), true));
  bool all = true;
  for (std::size_t i = 0; i < places_[a].size(); ++i)
    for (std::size_t j = 0; j < places_[b].size(); ++j) {
      const auto& relation = relations[rooms_a.row[i] * rooms_b.rooms.size() + rooms_b.row[j]];
      if (relation.rules == 0 && !relation.in_days) continue;
      const auto from = places_[a][i].start;
      const auto to = places_[b][j].start;
      if (contains(relation.allowed, to - from) &&
          (!relation.in_days || rules_.days_fit(relation, from, to)))
        continue;
      matrix[i][j] = false;
      all = false;
    }
  if (all) return;
  network_.add_pair(static_cast<int>(a), static_cast<int>(b), matrix);
  allowed_[a * blocks_.size() + b] = std::move(matrix);
}

bool Component::fits(int a, int value_a, int b, int value_b) const {
  if (a > b) return fits(b, value_b, a, value_a);
  const auto& matrix = allowed_[at(a) * blocks_.size() + at(b)];
  return matrix.empty() || matrix[at(value_a)][at(value_b)];
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
  while (!tuple.empty()) {
    const auto column = tuple.size() - 1;
    if (++tuple.back() == network_.values(clique[column])) {
      tuple.pop_back();
      continue;
    }
    if (--trials < 0) return false;
    bool fit = true;
    for (std::size_t c = 0; c < column && fit; ++c)
      fit = fits(clique[c], tuple[c], clique[column], tuple.back());
    if (!fit) continue;
    if (tuple.size() < clique.size()) {
      tuple.push_back(-1);
      continue;
    }
    tuples.push_back(tuple);
    if (tuples.size() > kMostTuples) return false;
  }
  return true;
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
    for (const auto& place : places_[b])
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
  const auto& tried = places_[at(variable)][at(value)];
  if (!tried.room.exists()) return;
  std::vector<bool> used(problem_.rooms.size());
  for (std::size_t v = 0; v < blocks_.size(); ++v) {
    if (state.left[v] != 1) continue;
    const int only = network_.first_value(state, static_cast<int>(v));
    const RoomId room = places_[v][at(only)].room;
    if (room.exists()) used[room.index()] = true;
  }
  if (used[tried.room.index()]) return;
  const auto& mine = places_[at(variable)];
  for (std::size_t i = 0; i < mine.size(); ++i)
    if (mine[i].start == tried.start && static_cast<int>(i) != value &&
        !used[mine[i].room.index()] &&
        room_class_[mine[i].room.index()] == room_class_[tried.room.index()])
      values.emplace_back(variable, static_cast<int>(i));
}

std::vector<Placement> Component::placements(const std::vector<int>& values) const {
  std::vector<Placement> list;
  for (std::size_t v = 0; v < values.size(); ++v) list.push_back(places_[v][at(values[v])]);
  return list;
}

Outcome Component::search(const Accept& accept, std::int64_t most_work, Budget& budget) {
  Backtracking search(
      network_,
      {.accept = [&](const std::vector<int>& values) { return accept(placements(values)); },
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
