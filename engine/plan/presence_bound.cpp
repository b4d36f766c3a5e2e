#include <algorithm>
#include <bit>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "engine/plan/meeting_bound.h"
#include "engine/plan/pairs.h"
#include "engine/rules/rule.h"

namespace engine {
namespace {

/// Fewer rounds than there are make a bound all the same.
constexpr std::int32_t kMostRounds = 64;

/// The rounds in which somebody is there, one bit each.
using Presence = std::uint64_t;

std::size_t row(std::int64_t i) {
  return static_cast<std::size_t>(i);
}

/// Stations that some people are kept to by what they need; everybody else may be anywhere.
using Reach = std::vector<bool>;

/// How many pairs share so many rounds, [rounds].
using Sharing = std::vector<std::int64_t>;

/// Meetings fill first encounters, then second ones, and so on: the m-th of a pair costs m − 1, and
/// there is one only for pairs that share m rounds.
std::int64_t cheapest(const Sharing& sharing, std::int64_t meetings) {
  std::vector<std::int64_t> at_least(sharing.size() + 1);
  for (auto m = sharing.size(); m-- > 0;) at_least[m] = at_least[m + 1] + sharing[m];
  std::int64_t cost = 0;
  for (std::size_t m = 1; m < sharing.size() && meetings > 0; ++m) {
    const auto taken = std::min(meetings, at_least[m]);
    cost += static_cast<std::int64_t>(m - 1) * taken;
    meetings -= taken;
  }
  return cost;
}

Sharing sum_of(Sharing a, const Sharing& b) {
  std::transform(a.begin(), a.end(), b.begin(), a.begin(), std::plus<>());
  return a;
}

/// The two arguments of least_repeat_cost() where people come and go, stations rest, and some
/// people are kept to some stations.
class PresenceBound {
 public:
  /// `reach` may be that of everybody: all stations.
  PresenceBound(const Problem& problem, const RotationRow& rotation, const Reach& reach)
      : problem_(problem), rotation_(rotation), rounds_(std::min(rotation.rounds, kMostRounds)) {
    for (std::size_t p = 0; p < rotation.participants.size(); ++p) {
      Presence here = 0;
      for (std::int32_t r = 0; r < rounds_; ++r)
        if (rotation.present(r, static_cast<std::int32_t>(p))) here |= Presence{1} << r;
      presence_.push_back(here);
      kept_.push_back(is_kept_to(reach, p));
      ++people_[{kept_.back(), here}];
    }
    if (is_hard(RuleId::Together)) together_ = pairs_in(rotation.together);
    if (is_hard(RuleId::Apart)) apart_ = pairs_in(rotation.apart);
    for (std::int32_t r = 0; r < rounds_; ++r) {
      open_.push_back(open_stations(r));
      near_.push_back(open_.back());
      for (std::size_t s = 0; s < reach.size(); ++s) near_.back()[s] = open_.back()[s] && reach[s];
    }
  }

  [[nodiscard]] std::int64_t least_cost() const { return std::max(by_counting(), by_two_rounds()); }

 private:
  [[nodiscard]] bool is_hard(RuleId rule) const {
    return problem_.weights[row(static_cast<std::int64_t>(rule))].hard > 0;
  }

  /// Can they be nowhere else? A host who takes part is at the own station as well.
  [[nodiscard]] bool is_kept_to(const Reach& reach, std::size_t participant) const {
    if (rotation_.out_of_reach.empty()) return false;
    for (const auto& [host, station] : rotation_.hosting)
      if (row(host) == participant) return false;
    for (std::size_t s = 0; s < reach.size(); ++s)
      if (!reach[s] && rotation_.out_of_reach[participant * reach.size() + s] == 0) return false;
    return true;
  }

  /// [station]: does it take place in the round?
  [[nodiscard]] std::vector<bool> open_stations(std::int32_t round) const {
    std::vector<bool> open;
    each_activity(problem_, rotation_.parts[row(round)], [&](ActivityId a) {
      open.push_back(problem_.activities[a].max_people > 0);
    });
    return open;
  }

  [[nodiscard]] std::int64_t people_in(Presence rounds, bool only_kept) const {
    std::int64_t sum = 0;
    for (const auto& [kind, count] : people_)
      if ((kind.second & rounds) == rounds && (kind.first || !only_kept)) sum += count;
    return sum;
  }

  [[nodiscard]] std::int64_t rounds_of(const PairSet::value_type& pair) const {
    return std::popcount(presence_[row(pair.first)] & presence_[row(pair.second)]);
  }
  [[nodiscard]] bool both_kept(const PairSet::value_type& pair) const {
    return kept_[row(pair.first)] && kept_[row(pair.second)];
  }

  /// Pairs of people kept to the reach have a number of meetings that they cannot go below; all
  /// other meetings fall where they cost least.
  [[nodiscard]] std::int64_t by_counting() const {
    std::int64_t meetings = 0;
    std::int64_t kept_meetings = 0;
    const auto count = [](const std::vector<bool>& open) {
      return static_cast<std::int64_t>(std::count(open.begin(), open.end(), true));
    };
    for (std::int32_t r = 0; r < rounds_; ++r) {
      const auto now = Presence{1} << r;
      meetings += fewest_pairs(people_in(now, false), count(open_[row(r)]));
      kept_meetings += fewest_pairs(people_in(now, true), count(near_[row(r)]));
    }
    auto kept = pairs_by_rounds(true);
    auto others = pairs_by_rounds(false);
    std::int64_t cost = 0;
    for (const auto& pair : together_) {
      const auto rounds = rounds_of(pair);
      --(both_kept(pair) ? kept : others)[row(rounds)];
      meetings -= rounds;
      if (both_kept(pair)) kept_meetings -= rounds;
      cost += pairs(rounds);
    }
    for (const auto& pair : apart_)
      if (!together_.contains(pair)) --(both_kept(pair) ? kept : others)[row(rounds_of(pair))];
    kept_meetings = std::max<std::int64_t>(0, kept_meetings);
    const auto with_kept = [&](std::int64_t n) {
      return cheapest(kept, n) + cheapest(others, std::max<std::int64_t>(0, meetings - n));
    };
    // Convex in the meetings of those kept: more of them than needed pay only before the least.
    const bool even = with_kept(kept_meetings + 1) < with_kept(kept_meetings);
    return cost + (even ? cheapest(sum_of(kept, others), meetings) : with_kept(kept_meetings));
  }

  /// Of people who are both kept to the reach, or of all other pairs.
  [[nodiscard]] Sharing pairs_by_rounds(bool of_kept) const {
    Sharing sharing(row(rounds_) + 1);
    for (auto a = people_.begin(); a != people_.end(); ++a) {
      if (a->first.first == of_kept)
        sharing[row(std::popcount(a->first.second))] += pairs(a->second);
      for (auto b = std::next(a); b != people_.end(); ++b)
        if ((a->first.first && b->first.first) == of_kept)
          sharing[row(std::popcount(a->first.second & b->first.second))] += a->second * b->second;
    }
    return sharing;
  }

  /// Those who are there in both of two rounds spread over pairs of stations.
  [[nodiscard]] std::int64_t by_two_rounds() const {
    const bool revisit = rotation_.revisit || !rotation_.hosting.empty();
    const auto ways = [&](const std::vector<bool>& from, const std::vector<bool>& to) {
      std::int64_t count = 0;
      for (std::size_t a = 0; a < from.size(); ++a)
        for (std::size_t b = 0; b < to.size(); ++b)
          count += from[a] && to[b] && (revisit || a != b) ? 1 : 0;
      return count;
    };
    std::int64_t cost = 0;
    for (std::int32_t u = 1; u < rounds_; ++u)
      for (std::int32_t t = 0; t < u; ++t) {
        const auto both = Presence{1} << t | Presence{1} << u;
        const auto joined =
            std::count_if(together_.begin(), together_.end(), [&](const auto& pair) {
              return (presence_[row(pair.first)] & presence_[row(pair.second)] & both) == both;
            });
        const auto spread = fewest_pairs_with(people_in(both, false),
                                              ways(open_[row(t)], open_[row(u)]),
                                              people_in(both, true),
                                              ways(near_[row(t)], near_[row(u)]));
        cost += std::max<std::int64_t>(spread, joined);
      }
    return cost;
  }

  /// As fewest_pairs(), where `kept` of the people go to `near` of the tables and nowhere else.
  static std::int64_t fewest_pairs_with(std::int64_t people,
                                        std::int64_t tables,
                                        std::int64_t kept,
                                        std::int64_t near) {
    if (near >= tables) return fewest_pairs(people, tables);
    auto least = INT64_MAX;
    for (auto there = kept; there <= people; ++there) {  // convex
      const auto sum = fewest_pairs(there, near) + fewest_pairs(people - there, tables - near);
      if (sum > least) break;
      least = sum;
    }
    return least;
  }

  const Problem& problem_;
  const RotationRow& rotation_;
  std::int32_t rounds_;
  std::vector<Presence> presence_;  ///< [participant]
  std::vector<bool> kept_;          ///< [participant]: to the stations of the reach
  std::map<std::pair<bool, Presence>, std::int64_t> people_;  ///< kept or not, in just these rounds
  PairSet together_;
  PairSet apart_;
  std::vector<std::vector<bool>> open_;  ///< [round][station]
  std::vector<std::vector<bool>> near_;  ///< those of them within the reach
};

/// Every reach that somebody has who is kept to some of the stations.
std::set<Reach> reaches(const RotationRow& rotation) {
  const auto stations = row(rotation.stations);
  std::set<Reach> all;
  for (auto from = rotation.out_of_reach.begin(); from != rotation.out_of_reach.end();
       from += rotation.stations) {
    Reach reach(stations);
    std::transform(
        from, from + rotation.stations, reach.begin(), [](auto out) { return out == 0; });
    if (std::find(reach.begin(), reach.end(), false) != reach.end()) all.insert(std::move(reach));
  }
  return all;
}

bool all_rounds_alike(const Problem& problem, const RotationRow& rotation) {
  bool any_closed = false;
  for (const auto part : rotation.parts)
    each_activity(problem, part, [&](ActivityId a) {
      any_closed = any_closed || problem.activities[a].max_people == 0;
    });
  return rotation.absent.empty() && !any_closed;
}

}  // namespace

std::int64_t least_repeat_cost(const Problem& problem,
                               const RotationRow& rotation,
                               bool within_reach) {
  const Reach anywhere(row(rotation.stations), true);
  auto least = all_rounds_alike(problem, rotation)
                   ? least_repeat_cost(size_of(problem, rotation))
                   : PresenceBound(problem, rotation, anywhere).least_cost();
  if (!within_reach) return least;
  for (const auto& reach : reaches(rotation))
    least = std::max(least, PresenceBound(problem, rotation, reach).least_cost());
  return least;
}

}  // namespace engine
