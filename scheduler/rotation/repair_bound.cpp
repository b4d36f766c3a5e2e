#include <algorithm>
#include <utility>
#include <vector>

#include "scheduler/rotation/closing.h"
#include "scheduler/rotation/repair.h"
#include "scheduler/rotation/repair_chains.h"

namespace scheduler {
namespace {

/// What one round needs, as its groups are when nobody has been moved yet.
struct Need {
  std::int64_t movers = 0;             ///< people who must change groups
  std::vector<std::int32_t> possible;  ///< people one of whom each of them is; ascending
  bool known = false;                  ///< `possible` says something
};

class Round {
 public:
  Round(const BrokenSeating& broken, std::int32_t round)
      : broken_(broken), round_(round), left_(static_cast<std::size_t>(broken.before.groups)) {
    for (std::int32_t p = 0; p < broken.before.people; ++p) {
      if (!present(p)) continue;
      const auto group = broken.before.at(round, p);
      if (group == kNoGroup || counts_for_nobody(p))
        ++newcomers_;
      else
        ++left_[static_cast<std::size_t>(group)];
    }
  }

  [[nodiscard]] Need need() const {
    Need need;
    need.movers = movers();
    need.known = need.movers > 0 && need.movers < smallest_group();
    if (const auto opening = movers_to_open(); opening > need.movers) {
      need.movers = opening;
      need.known = false;  // a newcomer may take the seat of somebody who can be spared nowhere
    }
    if (const auto leaving = movers_from_halls(); leaving > need.movers)
      need = {.movers = leaving, .possible = {}};
    if (need.known)
      for (std::int32_t p = 0; p < broken_.before.people; ++p)
        if (is_possible(p)) need.possible.push_back(p);
    return need;
  }

 private:
  [[nodiscard]] bool present(std::int32_t p) const { return broken_.is_present(round_, p); }
  [[nodiscard]] bool counts_for_nobody(std::int32_t p) const {
    return !broken_.concerned.empty() && broken_.concerned[static_cast<std::size_t>(p)] != 0;
  }
  [[nodiscard]] SeatLimits limits(std::size_t group) const {
    return broken_.limits[static_cast<std::size_t>(round_) * left_.size() + group];
  }
  [[nodiscard]] bool may_give(std::size_t group) const {
    return left_[group] > std::min(limits(group).min, limits(group).max);
  }
  [[nodiscard]] bool is_possible(std::int32_t p) const {
    const auto group = broken_.before.at(round_, p);
    return present(p) && !counts_for_nobody(p) && group != kNoGroup &&
           may_give(static_cast<std::size_t>(group));
  }

  /// No group is closed for lack of people when that alone moves more.
  [[nodiscard]] std::int64_t smallest_group() const {
    std::int64_t smallest = INT64_MAX;
    for (const auto people : left_)
      if (people > 0) smallest = std::min<std::int64_t>(smallest, people);
    return smallest;
  }

  /// Over all choices of groups that take place no more.
  [[nodiscard]] std::int64_t movers() const {
    std::vector<GroupState> states;
    for (std::size_t g = 0; g < left_.size(); ++g) {
      const std::int64_t people = left_[g];
      if (people == 0) continue;
      const auto [least, most] = limits(g);
      states.push_back({.used = true,
                        .missing = std::max<std::int64_t>(0, least - people),
                        .too_many = std::max<std::int64_t>(0, people - most),
                        .spare = std::max<std::int64_t>(0, people - std::min(least, most)),
                        .people = people,
                        .price = people + broken_.hosts[g]});
    }
    return std::max<std::int64_t>(0, Closing(std::move(states), newcomers_).fewest());
  }

  /// When everybody has no room in the groups that take place, another one opens, and whom
  /// newcomers leave to be missing there are movers.
  [[nodiscard]] std::int64_t movers_to_open() const {
    std::int64_t seats = 0;
    std::int64_t people = newcomers_;
    std::int64_t smallest = kNone;
    for (std::size_t g = 0; g < left_.size(); ++g) {
      people += left_[g];
      if (left_[g] > 0)
        seats += std::max(0, limits(g).max);
      else if (limits(g).max > 0)
        smallest = std::min<std::int64_t>(smallest, limits(g).min);
    }
    return people > seats && smallest != kNone ? smallest - newcomers_ : 0;
  }

  /// Those who have no seat in their hall go to another one.
  [[nodiscard]] std::int64_t movers_from_halls() const {
    std::int64_t movers = 0;
    for (const auto& hall : broken_.halls) {
      if (hall.round != round_) continue;
      std::int64_t people = 0;
      for (const auto g : hall.stations) people += left_[static_cast<std::size_t>(g)];
      movers += std::max<std::int64_t>(0, people - hall.seats);
    }
    return movers;
  }

  static constexpr std::int64_t kNone = INT64_MAX / 2;

  const BrokenSeating& broken_;
  std::int32_t round_;
  std::vector<std::int32_t> left_;
  std::int64_t newcomers_ = 0;
};

/// That round alone after those that are frozen, whoever is kept together or apart and whatever
/// rooms groups share. Hosts may see their own group again, and are not asked to: then nobody is
/// held to seeing it once.
BrokenSeating one_round(const BrokenSeating& broken, std::int32_t round) {
  BrokenSeating one = broken;
  one.halls.clear();
  one.together.clear();
  one.apart.clear();
  one.whole_groups = one.meet_new = false;
  one.once = one.once && one.hosting.empty();
  one.hosting.clear();
  const auto people = static_cast<std::ptrdiff_t>(broken.before.people);
  const auto groups = static_cast<std::ptrdiff_t>(broken.before.groups);
  const auto keep = [&](auto& list, std::ptrdiff_t width) {
    const auto last = list.begin() + broken.frozen_rounds * width;
    if (round > broken.frozen_rounds) std::copy_n(list.begin() + round * width, width, last);
    list.resize(static_cast<std::size_t>((broken.frozen_rounds + 1) * width));
  };
  keep(one.before.group, people);
  keep(one.present, people);
  keep(one.limits, groups);
  one.before.count = broken.frozen_rounds + 1;
  return one;
}

std::int64_t in_both(const std::vector<std::int32_t>& a, const std::vector<std::int32_t>& b) {
  std::vector<std::int32_t> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return static_cast<std::int64_t>(both.size());
}

}  // namespace

std::int64_t fewest_disturbed(const BrokenSeating& broken) {
  std::vector<Need> needs;
  std::int64_t bound = 0;
  for (auto r = broken.frozen_rounds; r < broken.before.count; ++r) {
    needs.push_back(Round(broken, r).need());
    const auto& last = needs.back();
    bound = std::max(bound, last.movers);
    for (std::size_t i = 0; i + 1 < needs.size(); ++i)
      if (last.known && needs[i].known)
        bound = std::max(bound,
                         needs[i].movers + last.movers - in_both(needs[i].possible, last.possible));
  }
  return bound;
}

std::int64_t fewest_by_chains(const BrokenSeating& broken, Random& random) {
  const std::vector<std::vector<std::int32_t>> no_ways;
  std::vector<std::vector<std::int32_t>> alone;
  for (std::int32_t p = 0; p < broken.before.people; ++p) alone.push_back({p});
  std::int64_t bound = 0;
  for (auto r = broken.frozen_rounds; r < broken.before.count; ++r) {
    const auto one = one_round(broken, r);
    RepairTable table(one);
    bound = std::max(bound, RepairChains(one, no_ways, alone, table, random).fewest_changed());
  }
  return bound;
}

}  // namespace scheduler
