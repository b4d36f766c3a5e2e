#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "scheduler/graph/flow.h"
#include "scheduler/rotation/seat_start.h"

namespace scheduler {
namespace {

/// Flows take about the square of this, some tenths of a second; beyond, the search starts from
/// anywhere.
constexpr std::size_t kMostUnits = 20'000;
constexpr std::int64_t kBrokenRule = 1'000;  // soft points, where a wish is a hard rule
constexpr std::int64_t kOutOfReach = 1'000'000;

std::size_t row(std::int64_t i) {
  return static_cast<std::size_t>(i);
}

std::int64_t plain(engine::RuleWeight weight) {
  return kBrokenRule * weight.hard + weight.soft;
}

using OpenStations = std::vector<std::vector<bool>>;  ///< [round][station]: it takes place

/// Whoever takes part and hosts a station is there whenever it takes place.
bool hosts(const SeatTask& task, const OpenStations& open, std::int32_t round, int unit) {
  const auto own = task.own[row(unit)];
  return own >= 0 && !open.empty() && open[row(round)][row(own)];
}

/// Has a seat to choose in the round.
bool chooses(const SeatTask& task, const OpenStations& open, std::int32_t round, int unit) {
  return task.present[row(round) * task.units.size() + row(unit)] != 0 &&
         !hosts(task, open, round, unit);
}

/// Those that are in every round of the same stations, with their seats of all rounds.
std::vector<Hall> halls_of_all_rounds(const SeatTask& task) {
  std::map<std::vector<std::int32_t>, std::pair<std::int32_t, std::int32_t>> seats;
  for (const auto& hall : task.halls) {
    auto& [rounds, sum] = seats[hall.stations];
    ++rounds;
    sum += hall.seats;
  }
  std::vector<Hall> halls;
  for (const auto& [stations, of] : seats)
    if (of.first == task.rounds) halls.push_back({0, stations, of.second});
  return halls;
}

/// People and the stations they get over all rounds: who − what.
class Wanted {
 public:
  /// `open` empty: hosts choose like all others. `within_reach`: stations out of somebody's reach
  /// come last.
  Wanted(const SeatTask& task, OpenStations open, bool within_reach)
      : task_(task),
        open_(std::move(open)),
        units_(static_cast<int>(task.units.size())),
        stations_(task.stations),
        within_reach_(within_reach && !task.barred.empty()),
        halls_(halls_of_all_rounds(task)) {}

  /// [unit × stations + station]: is to go there once.
  std::vector<std::uint8_t> choose(std::int64_t& least) {
    for (int u = 0; u < units_; ++u) add_unit(u);
    std::vector<int> exit(row(stations_), sink());
    for (int h = 0; h < static_cast<int>(halls_.size()); ++h) {
      for (const auto s : halls_[row(h)].stations) exit[row(s)] = hall(h);
      add({hall(h), sink(), halls_[row(h)].seats, 0}, -1);
    }
    for (int s = 0; s < stations_; ++s) add({station(s), exit[row(s)], places(s), 0}, -1);
    const auto nodes = sink() + 1 + static_cast<int>(halls_.size());
    const auto flow = cheapest_flow(nodes, arcs_, source(), sink());
    least = flow.cost;
    std::vector<std::uint8_t> wanted(row(units_) * row(stations_));
    for (std::size_t i = 0; i < arcs_.size(); ++i)
      if (spot_[i] >= 0 && flow.on[i] > 0) wanted[row(spot_[i])] = 1;
    return wanted;
  }

 private:
  [[nodiscard]] int source() const { return 0; }
  [[nodiscard]] int unit(int u) const { return 1 + u; }
  [[nodiscard]] int unwished(int u) const { return 1 + units_ + u; }
  [[nodiscard]] int station(int s) const { return 1 + 2 * units_ + s; }
  [[nodiscard]] int sink() const { return 1 + 2 * units_ + stations_; }
  [[nodiscard]] int hall(int h) const { return sink() + 1 + h; }

  void add(const Arc& arc, std::int64_t spot) {
    arcs_.push_back(arc);
    spot_.push_back(spot);
  }

  /// The last of a person's rounds without a wish is the one that leaves them with none.
  void add_unit(int u) {
    const auto p = task_.units[row(u)].front();
    std::int64_t rounds = 0;
    for (std::int32_t r = 0; r < task_.rounds; ++r) rounds += chooses(task_, open_, r, u) ? 1 : 0;
    if (rounds == 0) return;
    bool wishes = false;
    for (int s = 0; s < stations_; ++s) {
      const auto spot = row(u) * row(stations_) + row(s);
      const bool wished = task_.wished[row(p) * row(stations_) + row(s)] != 0;
      wishes = wishes || wished;
      add({wished ? unit(u) : unwished(u),
           station(s),
           !open_.empty() && s == task_.own[row(u)] ? 0 : 1,
           plain(task_.rank_weight) * task_.rank[spot] +
               (within_reach_ && task_.barred[spot] != 0 ? kOutOfReach : 0)},
          static_cast<std::int64_t>(spot));
    }
    const auto alone = wishes ? plain(task_.none_met_weight) : 0;
    add({source(), unit(u), rounds, 0}, -1);
    add({unit(u), unwished(u), rounds - 1, 0}, -1);
    add({unit(u), unwished(u), 1, alone}, -1);
  }

  /// Over the rounds it may run in, the largest.
  [[nodiscard]] std::int64_t places(int s) const {
    std::vector<std::int64_t> rounds;
    for (std::int32_t r = 0; r < task_.rounds; ++r)
      rounds.push_back(task_.limits[row(r) * row(stations_) + row(s)].max);
    std::sort(rounds.rbegin(), rounds.rend());
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < rounds.size() && i < row(task_.runs[row(s)]); ++i) sum += rounds[i];
    return sum;
  }

  const SeatTask& task_;
  const OpenStations open_;
  int units_;
  int stations_;
  bool within_reach_;
  const std::vector<Hall> halls_;
  std::vector<Arc> arcs_;
  std::vector<std::int64_t> spot_;  ///< per arc: unit × stations + station, or −1
};

/// One round out of what people are still to get; −1 for whoever gets nothing of it.
std::vector<std::int32_t> one_round(const SeatTask& task,
                                    const std::vector<std::uint8_t>& wanted,
                                    const OpenStations& open,
                                    const std::vector<std::int64_t>& rounds_left,
                                    std::int32_t round) {
  const auto units = static_cast<int>(task.units.size());
  const int stations = task.stations;
  const int sink = 1 + units + stations;
  const std::int64_t last_resort = std::int64_t{2} * units;
  std::vector<Arc> arcs;
  std::vector<std::int64_t> demand(row(stations));
  std::vector<std::int64_t> hosting(row(stations));
  std::vector<int> exit(row(stations), sink);
  int nodes = sink + 1;
  for (int u = 0; u < units; ++u) {
    if (hosts(task, open, round, u)) ++hosting[row(task.own[row(u)])];
    const bool there = chooses(task, open, round, u);
    for (int s = 0; s < stations; ++s) {
      const bool wants = wanted[row(u) * row(stations) + row(s)] != 0;
      demand[row(s)] += wants ? 1 : 0;
      arcs.push_back({1 + u, 1 + units + s, wants && there && open[row(round)][row(s)] ? 1 : 0, 0});
    }
  }
  for (int u = 0; u < units; ++u) arcs.push_back({0, 1 + u, 1, 0});
  for (const auto& hall : task.halls) {
    if (hall.round != round) continue;
    std::int64_t seats = hall.seats;
    for (const auto s : hall.stations) {
      exit[row(s)] = nodes;
      seats -= hosting[row(s)];
    }
    arcs.push_back({nodes++, sink, std::max<std::int64_t>(0, seats), 0});
  }
  for (int s = 0; s < stations; ++s) {
    const auto left = std::max<std::int64_t>(1, rounds_left[row(s)]);
    const auto limits = task.limits[row(round) * row(stations) + row(s)];
    const auto most = std::max<std::int64_t>(0, limits.max - hosting[row(s)]);
    // An even share first, then one more, then whoever finds no seat elsewhere.
    const auto share = std::min(most, demand[row(s)] / left);
    const auto more = std::min<std::int64_t>(most - share, demand[row(s)] % left > 0 ? 1 : 0);
    arcs.push_back({1 + units + s, exit[row(s)], share, 0});
    arcs.push_back({1 + units + s, exit[row(s)], more, 1});
    arcs.push_back({1 + units + s, exit[row(s)], most - share - more, last_resort});
  }
  const auto flow = cheapest_flow(nodes, arcs, 0, sink);
  std::vector<std::int32_t> at(row(units), -1);
  for (int u = 0; u < units; ++u)
    for (int s = 0; s < stations; ++s)
      if (flow.on[row(u) * row(stations) + row(s)] > 0) at[row(u)] = s;
  return at;
}

}  // namespace

Rounds wished_seats(const SeatTask& task, Random& random, std::int64_t& least) {
  least = 0;
  auto rounds = first_seats(task, random);
  const bool alone = std::all_of(
      task.units.begin(), task.units.end(), [](const auto& unit) { return unit.size() == 1; });
  if (task.rank.empty() || !alone || !task.once || task.units.size() > kMostUnits) return rounds;
  const auto stations = row(task.stations);
  auto wanted = Wanted(task, {}, false).choose(least);  // the rules count the seats of hosts too
  const auto open = open_stations(task);
  const bool some_host =
      std::any_of(task.own.begin(), task.own.end(), [](auto own) { return own >= 0; });
  if (std::int64_t other = 0; some_host || !task.barred.empty())
    wanted = Wanted(task, open, true).choose(other);
  for (std::int32_t r = 0; r < task.rounds; ++r) {
    std::vector<std::int64_t> rounds_left(stations);
    for (auto later = row(r); later < open.size(); ++later)
      for (std::size_t s = 0; s < stations; ++s) rounds_left[s] += open[later][s] ? 1 : 0;
    const auto at = one_round(task, wanted, open, rounds_left, r);
    for (std::size_t u = 0; u < at.size(); ++u) {
      if (at[u] < 0 || rounds.at(r, static_cast<std::int32_t>(u)) < 0) continue;
      rounds.at(r, static_cast<std::int32_t>(u)) = at[u];
      wanted[u * stations + row(at[u])] = 0;
    }
  }
  return rounds;
}

std::int64_t least_wish_points(const SeatTask& task, std::int64_t least) {
  const bool soft = task.rank_weight.hard == 0 && task.none_met_weight.hard == 0;
  if (least == 0 || !soft || task.once_weight.hard == 0 || task.capacity_weight.hard == 0) return 0;
  const auto stations = row(task.stations);
  for (std::size_t u = 0; u < task.units.size(); ++u) {
    std::vector<std::int32_t> ranks(
        task.rank.begin() + static_cast<std::ptrdiff_t>(u * stations),
        task.rank.begin() + static_cast<std::ptrdiff_t>((u + 1) * stations));
    std::sort(ranks.begin(), ranks.end());
    std::size_t rounds = 0;
    for (std::int32_t r = 0; r < task.rounds; ++r)
      rounds += task.present[row(r) * task.units.size() + u];
    for (std::size_t k = 0; k < std::min(rounds, stations); ++k)
      least -= task.rank_weight.soft * ranks[k];
  }
  return std::max<std::int64_t>(0, least);
}

}  // namespace scheduler
