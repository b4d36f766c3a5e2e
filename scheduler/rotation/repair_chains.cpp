#include "scheduler/rotation/repair_chains.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "scheduler/rotation/closing.h"

namespace scheduler {
namespace {

// Rules before people, people before cards; who is as good as another is drawn by lot.
constexpr std::int64_t kConflict = 1'000'000;
constexpr std::int64_t kPerson = 1'000;
constexpr std::int64_t kCard = 10;
constexpr std::size_t kLot = 8;
constexpr std::int64_t kNoWay = INT64_MAX / 4;
constexpr int kPasses = 2;
constexpr std::size_t kKeepsAllOneIn = 3;

}  // namespace

RepairChains::RepairChains(const BrokenSeating& broken,
                           const std::vector<std::vector<std::int32_t>>& ways,
                           const std::vector<People>& units,
                           RepairTable& table,
                           Random& random)
    : broken_(broken),
      ways_(ways),
      units_(units),
      table_(table),
      random_(random),
      nodes_(ways.empty() ? static_cast<std::size_t>(broken.before.groups) : ways.size()),
      may_open_(nodes_),
      taken_(nodes_) {}

void RepairChains::mend() {
  std::vector<std::int32_t> rounds(
      static_cast<std::size_t>(broken_.before.count - broken_.frozen_rounds));
  std::iota(rounds.begin(), rounds.end(), broken_.frozen_rounds);
  if (rounds.empty()) return;
  if (broken_.whole_groups) return mend(rounds);
  for (int pass = 0; pass < kPasses; ++pass) {
    random_.shuffle(rounds);
    for (const auto r : rounds) mend({r});
  }
}

void RepairChains::mend(const std::vector<std::int32_t>& rounds) {
  rounds_ = rounds;
  closed_.assign(nodes_, false);
  close_some();
  auto left = broken_.before.people;
  while (left > 0 && hand_on()) --left;
}

bool RepairChains::is_used(std::size_t node) const {
  return std::any_of(rounds_.begin(), rounds_.end(), [&](auto r) {
    return !table_.at(r, group(node, r)).empty();
  });
}

/// Those whose card would change, hosts too.
std::int64_t RepairChains::cost_of_closing(std::size_t node) const {
  People there;
  std::int64_t hosts = 0;
  for (const auto r : rounds_) {
    const auto& here = table_.at(r, group(node, r));
    there.insert(there.end(), here.begin(), here.end());
    hosts += broken_.hosts[static_cast<std::size_t>(group(node, r))];
  }
  std::sort(there.begin(), there.end());
  there.erase(std::unique(there.begin(), there.end()), there.end());
  return hosts + std::count_if(there.begin(), there.end(), [&](auto p) {
           return table_.counts(p) && !table_.is_disturbed(p);
         });
}

void RepairChains::close_some() {
  if (random_.below(kKeepsAllOneIn) == 0) return;
  std::vector<GroupState> states;
  for (std::size_t n = 0; n < nodes_; ++n) {
    GroupState state{.used = is_used(n)};
    if (state.used)
      state = {.used = true,
               .missing = missing(n),
               .too_many = std::max(0, too_many(n)),
               .spare = std::max(0, spare(n)),
               .free = std::max(0, free_seats(n)),
               .people = most_at(n),
               .price = cost_of_closing(n)};
    states.push_back(state);
  }
  closed_ = Closing(std::move(states), 0).choose(random_);
}

std::int32_t RepairChains::group(std::size_t node, std::int32_t round) const {
  if (ways_.empty()) return static_cast<std::int32_t>(node);
  return ways_[node][static_cast<std::size_t>(round - broken_.frozen_rounds)];
}

SeatLimits RepairChains::limits(std::size_t node, std::int32_t round) const {
  if (closed_[node]) return {0, 0};
  auto own = broken_.limits[static_cast<std::size_t>(round) *
                                static_cast<std::size_t>(broken_.before.groups) +
                            static_cast<std::size_t>(group(node, round))];
  if (may_open_[node]) own.min = 0;
  return own;
}

std::int32_t RepairChains::people_at(std::size_t node, std::int32_t round) const {
  return static_cast<std::int32_t>(table_.at(round, group(node, round)).size()) + taken_[node];
}

std::int32_t RepairChains::most_at(std::size_t node) const {
  std::int32_t most = 0;
  for (const auto r : rounds_) most = std::max(most, people_at(node, r));
  return most;
}

std::int32_t RepairChains::missing(std::size_t node) const {
  std::int32_t most = 0;
  for (const auto r : rounds_) {
    const auto here = people_at(node, r);
    if (here > 0) most = std::max(most, limits(node, r).min - here);
  }
  return most;
}

/// Of whom a group of its least size has none left; below 0: too few already.
std::int32_t RepairChains::spare(std::size_t node) const {
  std::int32_t least = INT32_MAX;
  for (const auto r : rounds_) {
    const auto here = people_at(node, r);
    const bool may_be_empty = closed_[node] || may_open_[node];
    least = std::min(least, here - (may_be_empty ? 0 : std::max(1, limits(node, r).min)));
  }
  return least;
}

std::int32_t RepairChains::too_many(std::size_t node) const {
  std::int32_t most = 0;
  for (const auto r : rounds_) {
    const auto here = people_at(node, r);
    const auto in_hall = -table_.seats_left(r, group(node, r), 0);
    most = std::max({most, here - limits(node, r).max, std::min(in_hall, spare(node))});
  }
  return most;
}

/// None where nobody is: that would open it.
std::int32_t RepairChains::free_seats(std::size_t node) const {
  std::int32_t least = INT32_MAX;
  for (const auto r : rounds_) {
    const auto here = people_at(node, r);
    const auto free = limits(node, r).max - here;
    const bool opens = here == 0 && !may_open_[node];
    least = std::min(least, opens ? 0 : table_.seats_left(r, group(node, r), free));
  }
  return least;
}

/// Of somebody whose seats are those of one node wherever they are there.
std::optional<std::size_t> RepairChains::node_of(std::int32_t person) const {
  const auto sits_at = [&](std::size_t node) {
    bool here = false;
    for (const auto r : rounds_) {
      if (!table_.is_present(r, person)) continue;
      if (table_.rounds().at(r, person) != group(node, r)) return false;
      here = true;
    }
    return here;
  };
  for (std::size_t n = 0; n < nodes_; ++n)
    if (sits_at(n)) return n;
  return {};
}

RepairChains::Edge RepairChains::edge(std::int32_t person, std::size_t to) const {
  Edge edge{.cost = static_cast<std::int64_t>(random_.below(kLot)), .person = person};
  std::int64_t cards = 0;
  for (const auto r : rounds_) {
    if (!table_.is_present(r, person)) continue;
    edge.cost += kConflict * table_.conflicts(r, person, group(to, r), rounds_);
    cards += table_.cards_changed(r, person, group(to, r));
  }
  edge.cost += kCard * cards;
  const auto before = table_.cards_changed(person);
  edge.cost += kPerson * ((before + cards > 0 ? 1 : 0) - (before > 0 ? 1 : 0));
  return edge;
}

RepairChains::Edges RepairChains::edges() const {
  Edges edges((nodes_ + 1) * (nodes_ + 1), {.cost = kNoWay, .person = -1});
  for (std::int32_t p = 0; p < broken_.before.people; ++p) {
    if (units_[static_cast<std::size_t>(p)].size() > 1) continue;
    const auto from = node_of(p);
    if (!from) continue;
    for (std::size_t to = 0; to < nodes_; ++to) {
      if (to == *from) continue;
      const auto one = edge(p, to);
      auto& least = edges[*from * (nodes_ + 1) + to];
      if (one.cost < least.cost) least = one;
    }
  }
  return edges;
}

void RepairChains::move(std::int32_t person, std::size_t to) {
  for (const auto r : rounds_)
    if (table_.is_present(r, person)) table_.move(r, person, group(to, r));
}

/// The cheapest path, last node first; empty where each one breaks another rule. Whoever comes
/// where there is a seat, and whoever can be spared elsewhere, are joined by one more node,
/// `nowhere`.
std::vector<std::size_t> RepairChains::shortest(const Edges& edges,
                                                const Marks& from,
                                                const Marks& to) const {
  std::vector<std::int64_t> cost(nodes_ + 1, kNoWay);
  std::vector<std::size_t> previous(nodes_ + 1, nodes_ + 1);
  for (std::size_t n = 0; n <= nodes_; ++n)
    if (from[n]) cost[n] = 0;
  for (std::size_t turn = 0; turn <= nodes_; ++turn)
    for (std::size_t a = 0; a <= nodes_; ++a)
      for (std::size_t b = 0; b <= nodes_ && cost[a] < kNoWay; ++b) {
        const auto step = edges[a * (nodes_ + 1) + b].cost;
        if (from[b] || step == kNoWay || cost[a] + step >= cost[b]) continue;
        cost[b] = cost[a] + step;
        previous[b] = a;
      }
  std::vector<std::size_t> path;
  for (std::size_t n = 0; n <= nodes_; ++n)
    if (to[n] && !from[n] && (path.empty() || cost[n] < cost[path.front()])) path.assign(1, n);
  if (path.empty() || cost[path.front()] >= kConflict / 2) return {};
  while (!from[path.back()]) {
    if (path.size() > nodes_ + 1) return {};  // round a cycle that pays
    path.push_back(previous[path.back()]);
  }
  return path;
}

/// One person more or less, and all whom that moves.
bool RepairChains::hand_on() {
  Marks too_large(nodes_ + 1);
  Marks too_small(nodes_ + 1);
  auto all = edges();
  const auto nowhere = nodes_;
  for (std::size_t n = 0; n < nodes_; ++n) {
    too_large[n] = too_many(n) > 0;
    too_small[n] = !closed_[n] && missing(n) > 0;
    if (!too_large[n] && !closed_[n] && free_seats(n) > 0) all[n * (nodes_ + 1) + nowhere].cost = 0;
    if ((!too_small[n] && spare(n) > 0) || idle_ > 0) all[nowhere * (nodes_ + 1) + n].cost = 0;
  }
  const auto any = [](const Marks& list) {
    return std::find(list.begin(), list.end(), true) != list.end();
  };
  if (!any(too_large) && !any(too_small)) return false;
  if (!any(too_large)) too_large[nowhere] = true;
  if (!any(too_small)) too_small[nowhere] = true;
  const auto path = shortest(all, too_large, too_small);
  for (std::size_t i = 0; i + 1 < path.size(); ++i) {
    const auto from = path[i + 1];
    if (const auto& one = all[from * (nodes_ + 1) + path[i]]; one.person >= 0)
      move(one.person, path[i]);
    if (from == nowhere && idle_ > 0) {
      --idle_;
      ++taken_[path[i]];
    }
  }
  return !path.empty();
}

std::int64_t RepairChains::fewest_changed() {
  rounds_ = {broken_.before.count - 1};
  const auto round = rounds_.front();
  closed_.assign(nodes_, false);
  auto by_closing = kNoWay;
  for (std::size_t n = 0; n < nodes_; ++n) {
    may_open_[n] = !is_used(n);
    if (!may_open_[n]) by_closing = std::min(by_closing, cost_of_closing(n));
  }
  for (std::int32_t p = 0; p < broken_.before.people; ++p)
    if (table_.is_present(round, p) && table_.rounds().at(round, p) == kNoGroup) ++idle_;
  auto left = 2 * broken_.before.people;
  while (left > 0 && hand_on()) --left;
  for (std::size_t n = 0; n < nodes_; ++n)
    if (too_many(n) > 0 || missing(n) > 0) return by_closing == kNoWay ? 0 : by_closing;
  std::int64_t changed = 0;
  for (std::int32_t p = 0; p < broken_.before.people; ++p)
    changed += table_.is_disturbed(p) ? 1 : 0;
  return std::min(changed, by_closing);
}

}  // namespace scheduler
