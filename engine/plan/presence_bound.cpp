#include <algorithm>
#include <bit>
#include <map>
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

/// The two arguments of least_repeat_cost() where people come and go and stations rest.
class PresenceBound {
 public:
  PresenceBound(const Problem& problem, const RotationRow& rotation)
      : problem_(problem), rotation_(rotation), rounds_(std::min(rotation.rounds, kMostRounds)) {
    for (std::size_t p = 0; p < rotation.participants.size(); ++p) {
      Presence here = 0;
      for (std::int32_t r = 0; r < rounds_; ++r)
        if (rotation.present(r, static_cast<std::int32_t>(p))) here |= Presence{1} << r;
      presence_.push_back(here);
      ++people_[here];
    }
    if (is_hard(RuleId::Together)) together_ = pairs_in(rotation.together);
    if (is_hard(RuleId::Apart)) apart_ = pairs_in(rotation.apart);
    for (std::int32_t r = 0; r < rounds_; ++r) open_.push_back(open_stations(r));
  }

  [[nodiscard]] std::int64_t least_cost() const { return std::max(by_counting(), by_two_rounds()); }

 private:
  [[nodiscard]] bool is_hard(RuleId rule) const {
    return problem_.weights[row(static_cast<std::int64_t>(rule))].hard > 0;
  }

  /// [station]: does it take place in the round?
  [[nodiscard]] std::vector<bool> open_stations(std::int32_t round) const {
    std::vector<bool> open;
    each_activity(problem_, rotation_.parts[row(round)], [&](ActivityId a) {
      open.push_back(problem_.activities[a].max_people > 0);
    });
    return open;
  }

  [[nodiscard]] std::int64_t people_in(Presence rounds) const {
    std::int64_t sum = 0;
    for (const auto& [here, count] : people_) sum += (here & rounds) == rounds ? count : 0;
    return sum;
  }

  [[nodiscard]] std::int64_t rounds_of(const PairSet::value_type& pair) const {
    return std::popcount(presence_[row(pair.first)] & presence_[row(pair.second)]);
  }

  /// Meetings fill first encounters, then second ones, and so on: the m-th of a pair costs m − 1,
  /// and there is one only for pairs that share m rounds.
  [[nodiscard]] std::int64_t by_counting() const {
    std::int64_t meetings = 0;
    for (std::int32_t r = 0; r < rounds_; ++r) {
      const auto tables = std::count(open_[row(r)].begin(), open_[row(r)].end(), true);
      meetings += fewest_pairs(people_in(Presence{1} << r), tables);
    }
    auto sharing = pairs_by_rounds();
    std::int64_t cost = 0;
    for (const auto& pair : together_) {
      const auto rounds = rounds_of(pair);
      --sharing[row(rounds)];
      meetings -= rounds;
      cost += pairs(rounds);
    }
    for (const auto& pair : apart_)
      if (!together_.contains(pair)) --sharing[row(rounds_of(pair))];
    std::vector<std::int64_t> at_least(sharing.size() + 1);
    for (auto m = sharing.size(); m-- > 0;) at_least[m] = at_least[m + 1] + sharing[m];
    for (std::size_t m = 1; m < sharing.size() && meetings > 0; ++m) {
      const auto taken = std::min(meetings, at_least[m]);
      cost += static_cast<std::int64_t>(m - 1) * taken;
      meetings -= taken;
    }
    return cost;
  }

  /// [rounds]: pairs of people who share so many.
  [[nodiscard]] std::vector<std::int64_t> pairs_by_rounds() const {
    std::vector<std::int64_t> sharing(row(rounds_) + 1);
    for (auto a = people_.begin(); a != people_.end(); ++a) {
      sharing[row(std::popcount(a->first))] += pairs(a->second);
      for (auto b = std::next(a); b != people_.end(); ++b)
        sharing[row(std::popcount(a->first & b->first))] += a->second * b->second;
    }
    return sharing;
  }

  /// Those who are there in both of two rounds spread over pairs of stations.
  [[nodiscard]] std::int64_t by_two_rounds() const {
    const bool revisit = rotation_.revisit || !rotation_.hosting.empty();
    std::int64_t cost = 0;
    for (std::int32_t u = 1; u < rounds_; ++u)
      for (std::int32_t t = 0; t < u; ++t) {
        const auto both = Presence{1} << t | Presence{1} << u;
        const auto joined =
            std::count_if(together_.begin(), together_.end(), [&](const auto& pair) {
              return (presence_[row(pair.first)] & presence_[row(pair.second)] & both) == both;
            });
        std::int64_t ways = 0;
        for (std::size_t a = 0; a < open_[row(t)].size(); ++a)
          for (std::size_t b = 0; b < open_[row(u)].size(); ++b)
            ways += open_[row(t)][a] && open_[row(u)][b] && (revisit || a != b) ? 1 : 0;
        cost += std::max<std::int64_t>(fewest_pairs(people_in(both), ways), joined);
      }
    return cost;
  }

  const Problem& problem_;
  const RotationRow& rotation_;
  std::int32_t rounds_;
  std::vector<Presence> presence_;           ///< [participant]
  std::map<Presence, std::int64_t> people_;  ///< how many are there in just these rounds
  PairSet together_;
  PairSet apart_;
  std::vector<std::vector<bool>> open_;  ///< [round][station]
};

bool all_rounds_alike(const Problem& problem, const RotationRow& rotation) {
  bool any_closed = false;
  for (const auto part : rotation.parts)
    each_activity(problem, part, [&](ActivityId a) {
      any_closed = any_closed || problem.activities[a].max_people == 0;
    });
  return rotation.absent.empty() && !any_closed;
}

}  // namespace

std::int64_t least_repeat_cost(const Problem& problem, RotationId rotation) {
  const auto& of = problem.rotations[rotation];
  if (all_rounds_alike(problem, of)) return least_repeat_cost(size_of(problem, rotation));
  return PresenceBound(problem, of).least_cost();
}

}  // namespace engine
