#include "scheduler/rotation/repair.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

#include "scheduler/rotation/repair_chains.h"
#include "scheduler/rotation/repair_table.h"
#include "scheduler/search/cooling.h"

namespace scheduler {
namespace {

constexpr int kMostTries = 24;   // sets of people who may be moved
constexpr int kFewestTries = 3;  // of them also when the bound is met: who else, with less repeats
constexpr std::int64_t kStepsPerSeat = 400;  // per person who may move and round to come
constexpr std::int64_t kMostSteps = 60'000;
constexpr int kTriesInVain = 8;       // in a row
constexpr std::int32_t kHelps = 100;  // more than being somewhere in all rounds
constexpr double kHot = 60;           // below one person
constexpr double kCold = 0.7;

using People = std::vector<std::int32_t>;

/// What all tries share: who goes together, and the ways round of a carousel.
struct Frame {
  const BrokenSeating& broken;
  std::vector<People> unit_of;                  ///< [person]: with whom they move
  std::vector<std::vector<std::int32_t>> ways;  ///< groups round by round, from the first to come

  explicit Frame(const BrokenSeating& seating);
  [[nodiscard]] bool may_move(std::int32_t person) const {
    for (auto r = broken.frozen_rounds; r < broken.before.count; ++r)
      if (broken.is_present(r, person)) return true;
    return false;
  }
  [[nodiscard]] std::int32_t rounds_to_come() const {
    return broken.before.count - broken.frozen_rounds;
  }
};

Frame::Frame(const BrokenSeating& seating)
    : broken(seating), unit_of(static_cast<std::size_t>(seating.before.people)) {
  std::vector<std::int32_t> lead(unit_of.size());
  std::iota(lead.begin(), lead.end(), 0);
  for (const auto& set : broken.together)
    for (const auto one : set)
      std::replace(lead.begin(),
                   lead.end(),
                   lead[static_cast<std::size_t>(one)],
                   lead[static_cast<std::size_t>(set.front())]);
  std::map<std::int32_t, People> units;
  for (std::size_t p = 0; p < lead.size(); ++p)
    units[lead[p]].push_back(static_cast<std::int32_t>(p));
  for (std::size_t p = 0; p < lead.size(); ++p) unit_of[p] = units[lead[p]];
  if (!broken.whole_groups) return;
  for (std::int32_t p = 0; p < broken.before.people; ++p) {
    std::vector<std::int32_t> way;
    for (auto r = broken.frozen_rounds; r < broken.before.count; ++r)
      way.push_back(broken.before.at(r, p));
    const bool whole = std::find(way.begin(), way.end(), kNoGroup) == way.end();
    if (whole && std::find(ways.begin(), ways.end(), way) == ways.end()) ways.push_back(way);
  }
}

/// One try: the people who may be moved grow in number until nothing is broken.
class Try {
 public:
  Try(const Frame& frame, Random& random, Budget& budget)
      : frame_(frame), random_(random), budget_(budget), table_(frame.broken) {}

  /// `chains`: people are handed on from group to group first.
  void run(bool chains) {
    const auto& before = frame_.broken.before;
    for (std::int32_t p = 0; p < before.people; ++p)
      for (auto r = frame_.broken.frozen_rounds; r < before.count; ++r)
        if (table_.is_present(r, p) && table_.rounds().at(r, p) == kNoGroup) {
          set_free(p);
          break;
        }
    for (const auto& unit : free_) seat(unit);
    if (chains) hand_on();
    anneal();
    while (table_.cost().broken > 0 && !budget_.over() && set_more_free()) anneal();
    send_home();
  }

  [[nodiscard]] const RepairTable& table() const { return table_; }

 private:
  struct Step {
    std::int32_t round = 0;
    std::int32_t person = 0;
    std::int32_t group = 0;
  };

  void hand_on() {
    RepairChains(frame_.broken, frame_.ways, frame_.unit_of, table_, random_).mend();
    const auto& before = frame_.broken.before;
    for (auto r = frame_.broken.frozen_rounds; r < before.count; ++r)
      for (std::int32_t p = 0; p < before.people; ++p)
        if (table_.is_present(r, p) && table_.rounds().at(r, p) != before.at(r, p)) set_free(p);
  }

  void set_free(std::int32_t person) {
    const auto& unit = frame_.unit_of[static_cast<std::size_t>(person)];
    if (is_free(person)) return;
    free_.push_back(unit);
    is_free_.insert(is_free_.end(), unit.begin(), unit.end());
  }
  [[nodiscard]] bool is_free(std::int32_t person) const {
    return std::find(is_free_.begin(), is_free_.end(), person) != is_free_.end();
  }

  /// Where somebody without a seat costs least; a carousel's groups stay whole.
  void seat(const People& unit) {
    const auto& broken = frame_.broken;
    if (broken.whole_groups && !frame_.ways.empty()) return take_way(unit, cheapest_way(unit));
    for (auto r = broken.frozen_rounds; r < broken.before.count; ++r) {
      double least = INFINITY;
      std::int32_t best = 0;
      for (std::int32_t g = 0; g < broken.before.groups; ++g) {
        const double cost = weighed(go(unit, r, g));
        undo();
        if (cost >= least) continue;
        least = cost;
        best = g;
      }
      go(unit, r, best);
      undo_.clear();
    }
  }

  std::size_t cheapest_way(const People& unit) {
    double least = INFINITY;
    std::size_t best = 0;
    for (std::size_t w = 0; w < frame_.ways.size(); ++w) {
      const double cost = weighed(follow(unit, w));
      undo();
      if (cost >= least) continue;
      least = cost;
      best = w;
    }
    return best;
  }
  void take_way(const People& unit, std::size_t way) {
    follow(unit, way);
    undo_.clear();
  }

  RepairCost follow(const People& unit, std::size_t way) {
    RepairCost sum;
    for (std::int32_t i = 0; i < frame_.rounds_to_come(); ++i)
      sum +=
          go(unit, frame_.broken.frozen_rounds + i, frame_.ways[way][static_cast<std::size_t>(i)]);
    return sum;
  }
  RepairCost go(const People& unit, std::int32_t round, std::int32_t group) {
    RepairCost sum;
    for (const auto p : unit) {
      if (!table_.is_present(round, p)) continue;
      undo_.push_back({round, p, table_.rounds().at(round, p)});
      sum += table_.move(round, p, group);
    }
    return sum;
  }
  void undo() {
    for (; !undo_.empty(); undo_.pop_back())
      table_.move(undo_.back().round, undo_.back().person, undo_.back().group);
  }

  RepairCost draw() {
    const auto& broken = frame_.broken;
    const auto& unit = free_[random_.below(free_.size())];
    if (broken.whole_groups && !frame_.ways.empty())
      return follow(unit, random_.below(frame_.ways.size()));
    const auto round =
        broken.frozen_rounds +
        static_cast<std::int32_t>(random_.below(static_cast<std::size_t>(frame_.rounds_to_come())));
    const auto home = broken.before.at(round, unit.front());
    if (home != kNoGroup && random_.below(3) == 0) return go(unit, round, home);
    const auto groups = static_cast<std::size_t>(broken.before.groups);
    const auto to = static_cast<std::int32_t>(random_.below(groups));
    auto sum = go(unit, round, to);
    const auto kind = undo_.empty() ? 0 : random_.below(4);
    if (kind < 2) return sum;
    // And another one goes where they were, or comes along: nobody sits alone on the way.
    const auto& other = free_[random_.below(free_.size())];
    sum += go(other, round, kind == 2 ? undo_.front().group : to);
    return sum;
  }

  void anneal() {
    if (free_.empty() || frame_.rounds_to_come() == 0) return;
    const auto steps =
        std::min(kMostSteps,
                 kStepsPerSeat * static_cast<std::int64_t>(free_.size()) * frame_.rounds_to_come());
    const Cooling cooling{.first = kHot, .last = kCold};
    auto best = table_.cost();
    auto best_rounds = table_.rounds();
    double temperature = kHot;
    for (std::int64_t i = 0; i < steps && !budget_.spend(); ++i) {
      if (i % 64 == 0)
        temperature = cooling.at(static_cast<double>(i) / static_cast<double>(steps));
      undo_.clear();
      if (weighed(draw()) > tolerance(temperature, random_)) undo();
      if (table_.cost() < best) {
        best = table_.cost();
        best_rounds = table_.rounds();
      }
    }
    undo_.clear();
    restore(best_rounds);
  }

  void restore(const Rounds& rounds) {
    for (std::int32_t r = frame_.broken.frozen_rounds; r < rounds.count; ++r)
      for (const auto p : is_free_)
        if (table_.is_present(r, p)) table_.move(r, p, rounds.at(r, p));
  }

  /// One person more may move: whoever sits, in most rounds, in a group that is too large, or that
  /// can spare somebody while another one is too small.
  bool set_more_free() {
    std::vector<std::int32_t> merit(frame_.unit_of.size());
    for (auto r = frame_.broken.frozen_rounds; r < frame_.broken.before.count; ++r)
      note_merit(r, merit);
    std::int32_t most = 0;
    People best;
    for (std::int32_t p = 0; p < frame_.broken.before.people; ++p) {
      const auto n = merit[static_cast<std::size_t>(p)];
      if (n < std::max(1, most) || is_free(p) || !frame_.may_move(p)) continue;
      if (n > most) best.clear();
      most = n;
      best.push_back(p);
    }
    if (best.empty()) return false;
    set_free(best[random_.below(best.size())]);
    return true;
  }

  void note_merit(std::int32_t round, std::vector<std::int32_t>& merit) const {
    const auto groups = frame_.broken.before.groups;
    bool missing = false;
    for (std::int32_t g = 0; g < groups; ++g) missing = missing || table_.misfit(round, g) < 0;
    for (std::int32_t g = 0; g < groups; ++g) {
      const auto misfit = table_.misfit(round, g);
      const auto& here = table_.at(round, g);
      const bool better_closed = misfit < 0 && static_cast<std::int32_t>(here.size()) <= -misfit;
      const bool helps = misfit > 0 || better_closed || (missing && table_.may_spare_one(round, g));
      for (const auto p : here) merit[static_cast<std::size_t>(p)] += helps ? kHelps : 1;
    }
  }

  /// Those who need not have been moved go back to what their cards say.
  void send_home() {
    for (const auto& unit : free_) {
      const auto before = table_.cost();
      undo_.clear();
      for (auto r = frame_.broken.frozen_rounds; r < frame_.broken.before.count; ++r)
        for (const auto p : unit)
          if (const auto card = frame_.broken.before.at(r, p);
              card != kNoGroup && table_.is_present(r, p)) {
            undo_.push_back({r, p, table_.rounds().at(r, p)});
            table_.move(r, p, card);
          }
      if (before < table_.cost()) undo();
    }
    undo_.clear();
  }

  const Frame& frame_;
  Random& random_;
  Budget& budget_;
  RepairTable table_;
  std::vector<People> free_;  ///< units that may be moved
  People is_free_;
  std::vector<Step> undo_;
};

RepairedSeating result_of(const BrokenSeating& broken, const RepairTable& table) {
  RepairedSeating result{.after = table.rounds(), .moves = {}, .disturbed = {}};
  result.broken = table.judged().broken;
  result.disturbed_hosts = table.disturbed_hosts();
  for (auto r = broken.frozen_rounds; r < broken.before.count; ++r)
    for (std::int32_t p = 0; p < broken.before.people; ++p)
      if (const SeatMove move{r, p, broken.before.at(r, p), table.rounds().at(r, p)};
          move.from != move.to)
        result.moves.push_back(move);
  for (std::int32_t p = 0; p < broken.before.people; ++p)
    if (table.is_disturbed(p)) result.disturbed.push_back(p);
  return result;
}

}  // namespace

RepairedSeating repair_seats(const BrokenSeating& broken, Random& random, Budget& budget) {
  const Frame frame(broken);
  const auto bound = fewest_disturbed(broken);
  std::optional<RepairTable> best;
  for (int i = 0, in_vain = 0; i < kMostTries && in_vain < kTriesInVain; ++i) {
    if (i > 0 && budget.over()) break;
    Try one(frame, random, budget);
    one.run(i % 2 == 1);
    const bool better = !best || one.table().judged() < best->judged();
    in_vain = better ? 0 : in_vain + 1;
    if (better) best.emplace(one.table());
    const auto& cost = best->cost();
    if (i + 1 >= kFewestTries && cost.broken == 0 && cost.disturbed <= bound) break;
  }
  auto result = result_of(broken, *best);
  result.bound = bound;
  if (result.broken == 0 && result.people() > bound)
    result.bound = std::max(bound, fewest_by_chains(broken, random));
  return result;
}

BrokenSeating broken_seating(const engine::Problem& problem,
                             engine::RotationId rotation,
                             const std::vector<std::int32_t>& before) {
  const auto& row = problem.rotations[rotation];
  BrokenSeating broken;
  broken.before =
      Rounds(static_cast<std::int32_t>(row.participants.size()), row.stations, row.rounds);
  broken.before.group = before;
  for (std::int32_t r = 0; r < row.rounds; ++r)
    for (std::int32_t p = 0; p < broken.before.people; ++p)
      broken.present.push_back(row.present(r, p) ? 1 : 0);
  broken.limits = seat_limits(problem, rotation);
  broken.runs = row.runs;
  const auto first = problem.parts[row.parts.front()].first_activity.value;
  for (std::int32_t s = 0; s < row.stations; ++s) {
    const engine::ActivityId a{first + s};
    broken.hosts.push_back(
        static_cast<std::int32_t>(problem.team[a].size() + problem.slots_of[a].size()));
  }
  broken.out_of_reach = row.out_of_reach;
  broken.once = !row.revisit;
  broken.whole_groups = row.pattern == engine::Pattern::Carousel;
  broken.meet_new = row.pattern == engine::Pattern::Remix;
  broken.together = row.together;
  broken.apart = row.apart;
  return broken;
}

}  // namespace scheduler
