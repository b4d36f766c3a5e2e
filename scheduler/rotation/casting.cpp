#include "scheduler/rotation/casting.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "scheduler/rotation/seat_task.h"
#include "scheduler/search/cooling.h"

namespace scheduler {
namespace {

using engine::RotationRow;
using engine::RuleId;
using engine::RuleWeight;

constexpr std::int64_t kStepsPerPerson = 4'000;
constexpr std::int64_t kMostSteps = 4'000'000;
constexpr double kHardWeight = 20;  // a broken rule beside one person too many, while annealing
// Of the weight of one unit; the first keeps most of a good start.
constexpr Cooling kCold{.first = 0.3, .last = 0.1};
constexpr Cooling kHot{.first = 1.5, .last = 0.1};
// Few casts are without cost at small tables: they are found at the heat where most of a cast
// lasts, not by cooling (measured on 35 to 64 people in groups of 5 to 8).
constexpr Cooling kPatient{.first = 0.55, .last = 0.45};

/// The people of each table of a schedule counted by what is to be mixed, and those to keep apart.
class Casting {
 public:
  Casting(const engine::Problem& problem, engine::RotationId id, const Rounds& schedule)
      : rotation_(problem.rotations[id]),
        schedule_(schedule),
        people_(schedule.people),
        mix_weight_(problem.weights[static_cast<std::size_t>(RuleId::ProfileMix)]),
        apart_weight_(problem.weights[static_cast<std::size_t>(RuleId::Apart)]),
        apart_(static_cast<std::size_t>(people_)) {
    mix_weight_.soft *= kMixFirst;
    measure_tables();
    for (const auto& values : rotation_.mix) add_attribute(values);
    for (const auto& set : rotation_.apart)
      for (const auto a : set)
        for (const auto b : set)
          if (a != b) apart_[at(a)].push_back(b);
  }

  /// `players` become the cast; everything is counted anew.
  void start(std::vector<std::int32_t> players) {
    player_ = std::move(players);
    part_.resize(player_.size());
    for (std::size_t i = 0; i < player_.size(); ++i)
      part_[at(player_[i])] = static_cast<std::int32_t>(i);
    for (auto& attribute : attributes_) {
      std::fill(attribute.here.begin(), attribute.here.end(), 0);
      for (std::int32_t r = 0; r < schedule_.count; ++r)
        for (std::int32_t p = 0; p < people_; ++p)
          ++attribute.here[cell(attribute, r, p, attribute.value[at(player_[at(p)])])];
    }
    units_ = count();
    keep_best();
  }

  void anneal(const Cooling& cooling, std::int64_t steps, Random& random, Budget& budget) {
    const double step = std::pow(cooling.last / cooling.first, 1.0 / static_cast<double>(steps));
    double temperature = cooling.first * scale();
    for (std::int64_t i = 0; i < steps && cost(units_) > 0 && !budget.spend_crumb(); ++i) {
      const auto x = static_cast<std::int32_t>(random.below(player_.size()));
      const auto y = static_cast<std::int32_t>(random.below(player_.size()));
      attempt(x, y, temperature, random);
      temperature *= step;
    }
  }

  [[nodiscard]] Cast best() const {
    Cast cast{best_, {}};
    cast.cost.hard = mix_weight_.hard * best_units_.mix + apart_weight_.hard * best_units_.apart;
    cast.cost.soft = mix_weight_.soft * best_units_.mix + apart_weight_.soft * best_units_.apart;
    return cast;
  }
  [[nodiscard]] bool perfect() const { return cost(best_units_) <= 0; }

  /// Cliques first, the largest ahead, then everybody by what is mixed, the most frequent value of
  /// the first attribute ahead.
  [[nodiscard]] std::vector<std::int32_t> by_kind() const {
    std::vector<std::int32_t> order(at(people_));
    std::iota(order.begin(), order.end(), 0);
    std::vector<std::size_t> clique(order.size());
    for (const auto& set : rotation_.apart)
      for (const auto p : set) clique[at(p)] = std::max(clique[at(p)], set.size());
    const auto rank = [&](std::int32_t p) {
      std::vector<std::int64_t> key{clique[at(p)] > 2 ? -static_cast<std::int64_t>(clique[at(p)])
                                                      : 0};
      for (const auto& attribute : attributes_) {
        key.push_back(-attribute.total[at(attribute.value[at(p)])]);
        key.push_back(attribute.value[at(p)]);
      }
      return key;
    };
    std::vector<std::vector<std::int64_t>> keys;
    for (const auto p : order) keys.push_back(rank(p));
    std::stable_sort(
        order.begin(), order.end(), [&](auto a, auto b) { return keys[at(a)] < keys[at(b)]; });
    return order;
  }

 private:
  struct Attribute {
    std::vector<std::int32_t> value;  ///< [participant]
    std::vector<std::int64_t> total;  ///< [value]: participants who have it
    std::vector<std::int32_t> here;   ///< [(round × groups + group) × values + value]
  };

  struct Units {
    std::int64_t mix = 0;    ///< whole persons away from a share
    std::int64_t apart = 0;  ///< pairs together, over all rounds
  };

  static std::size_t at(std::int64_t i) { return static_cast<std::size_t>(i); }

  void measure_tables() {
    size_.resize(at(schedule_.count) * at(schedule_.groups));
    for (std::int32_t r = 0; r < schedule_.count; ++r)
      for (std::int32_t p = 0; p < people_; ++p) ++size_[table(r, p)];
  }

  void add_attribute(const std::vector<std::int32_t>& values) {
    Attribute attribute;
    attribute.value = values;
    attribute.total.resize(at(*std::max_element(values.begin(), values.end()) + 1));
    for (const auto value : values) ++attribute.total[at(value)];
    attribute.here.resize(size_.size() * attribute.total.size());
    attributes_.push_back(std::move(attribute));
  }

  [[nodiscard]] std::size_t table(std::int32_t round, std::int32_t part) const {
    return at(round) * at(schedule_.groups) + at(schedule_.at(round, part));
  }
  [[nodiscard]] std::size_t cell(const Attribute& attribute,
                                 std::int32_t round,
                                 std::int32_t part,
                                 std::int32_t value) const {
    return table(round, part) * attribute.total.size() + at(value);
  }

  /// Whole persons by which `here` of a table of `size` are away from the share, as the rule
  /// profile-mix counts them.
  [[nodiscard]] std::int64_t away(std::int64_t here, std::int64_t size, std::int64_t total) const {
    return std::abs(here * people_ - size * total) / people_;
  }

  [[nodiscard]] Units count() const {
    Units units;
    for (const auto& attribute : attributes_)
      for (std::size_t t = 0; t < size_.size(); ++t)
        for (std::size_t v = 0; v < attribute.total.size(); ++v)
          units.mix +=
              away(attribute.here[t * attribute.total.size() + v], size_[t], attribute.total[v]);
    for (std::int32_t p = 0; p < people_; ++p) units.apart += together(p, part_[at(p)], -1);
    units.apart /= 2;
    return units;
  }

  /// Rounds in which `player` in `part` sits with people to keep apart, without `other`.
  [[nodiscard]] std::int64_t together(std::int32_t player,
                                      std::int32_t part,
                                      std::int32_t other) const {
    std::int64_t sum = 0;
    for (const auto partner : apart_[at(player)]) {
      if (partner == other) continue;
      const auto there = part_[at(partner)];
      for (std::int32_t r = 0; r < schedule_.count; ++r)
        sum += schedule_.at(r, part) == schedule_.at(r, there) ? 1 : 0;
    }
    return sum;
  }

  [[nodiscard]] double cost(const Units& units) const {
    const auto soft = static_cast<double>(std::max<std::int64_t>(1, mix_weight_.soft));
    const auto weighed = [soft](RuleWeight weight, std::int64_t n) {
      return (kHardWeight * soft * static_cast<double>(weight.hard) +
              static_cast<double>(weight.soft)) *
             static_cast<double>(n);
    };
    return weighed(mix_weight_, units.mix) + weighed(apart_weight_, units.apart);
  }

  /// What one unit costs that temperatures are measured by.
  [[nodiscard]] double scale() const {
    const auto one = cost({attributes_.empty() ? 0 : 1, attributes_.empty() ? 1 : 0});
    return one > 0 ? one : cost({0, 1});
  }

  void attempt(std::int32_t x, std::int32_t y, double temperature, Random& random) {
    const auto a = player_[at(x)];
    const auto b = player_[at(y)];
    if (a == b) return;
    Units change;
    change.apart = together(a, y, b) + together(b, x, a) - together(a, x, b) - together(b, y, a);
    for (auto& attribute : attributes_) change.mix += exchange(attribute, x, y);
    const double worse = cost(change);
    if (worse > 0 && random.unit() >= std::exp(-worse / temperature)) {
      std::swap(player_[at(x)], player_[at(y)]);  // as exchange() reads who plays what
      for (auto& attribute : attributes_) exchange(attribute, x, y);
      std::swap(player_[at(x)], player_[at(y)]);
      return;
    }
    std::swap(player_[at(x)], player_[at(y)]);
    std::swap(part_[at(a)], part_[at(b)]);
    units_.mix += change.mix;
    units_.apart += change.apart;
    if (cost(units_) < cost(best_units_)) keep_best();
  }

  /// Counts the values of the players of `x` and `y` at each other's tables; what that costs more.
  std::int64_t exchange(Attribute& attribute, std::int32_t x, std::int32_t y) const {
    const auto u = attribute.value[at(player_[at(x)])];
    const auto v = attribute.value[at(player_[at(y)])];
    if (u == v) return 0;
    std::int64_t sum = 0;
    const auto step = [&](std::size_t t, std::int32_t value, std::int32_t by) {
      auto& here = attribute.here[t * attribute.total.size() + at(value)];
      sum -= away(here, size_[t], attribute.total[at(value)]);
      here += by;
      sum += away(here, size_[t], attribute.total[at(value)]);
    };
    for (std::int32_t r = 0; r < schedule_.count; ++r) {
      const auto s = table(r, x);
      const auto t = table(r, y);
      if (s == t) continue;
      step(s, u, -1);
      step(s, v, +1);
      step(t, v, -1);
      step(t, u, +1);
    }
    return sum;
  }

  void keep_best() {
    best_ = player_;
    best_units_ = units_;
  }

  const RotationRow& rotation_;
  const Rounds& schedule_;
  std::int32_t people_;
  RuleWeight mix_weight_;
  RuleWeight apart_weight_;
  std::vector<std::vector<std::int32_t>> apart_;  ///< [participant]: whom not to meet
  std::vector<std::int32_t> size_;                ///< [round × groups + group]
  std::vector<Attribute> attributes_;
  std::vector<std::int32_t> player_;  ///< [part]: participant
  std::vector<std::int32_t> part_;    ///< [participant]: part
  Units units_;
  std::vector<std::int32_t> best_;
  Units best_units_;
};

std::vector<std::int32_t> anybody(std::int32_t people, Random& random) {
  std::vector<std::int32_t> players(static_cast<std::size_t>(people));
  std::iota(players.begin(), players.end(), 0);
  random.shuffle(players);
  return players;
}

}  // namespace

bool needs_casting(const engine::Problem& problem, engine::RotationId rotation) {
  return !problem.rotations[rotation].mix.empty() || !problem.rotations[rotation].apart.empty();
}

Cast cast_people(const engine::Problem& problem,
                 engine::RotationId rotation,
                 const Rounds& schedule,
                 Random& random,
                 Budget& budget) {
  Casting casting(problem, rotation, schedule);
  const auto steps = std::min(kMostSteps, kStepsPerPerson * schedule.people);
  casting.start(casting.by_kind());
  casting.anneal(kCold, steps / 2, random, budget);
  auto cold = casting.best();
  if (casting.perfect()) return cold;
  casting.start(anybody(schedule.people, random));
  casting.anneal(kHot, steps, random, budget);
  auto hot = casting.best();
  return hot.cost < cold.cost ? std::move(hot) : std::move(cold);
}

Cast cast_patiently(const engine::Problem& problem,
                    engine::RotationId rotation,
                    const Rounds& schedule,
                    std::int64_t steps,
                    Random& random,
                    Budget& budget) {
  Casting casting(problem, rotation, schedule);
  casting.start(anybody(schedule.people, random));
  casting.anneal(kPatient, steps, random, budget);
  return casting.best();
}

}  // namespace scheduler
