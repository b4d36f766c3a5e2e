#include "scheduler/rotation/seating.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include "engine/rules/seat_rule.h"
#include "scheduler/rotation/best_rounds.h"
#include "scheduler/rotation/casting.h"
#include "scheduler/rotation/columns.h"
#include "scheduler/rotation/seat_limits.h"

namespace scheduler {
namespace {

using engine::Change;
using engine::Pattern;
using engine::Problem;
using engine::RotationRow;

std::vector<SeatLimits> of_round(const std::vector<SeatLimits>& limits,
                                 std::int32_t stations,
                                 std::int32_t round) {
  const auto first = limits.begin() + static_cast<std::ptrdiff_t>(stations) * round;
  return {first, first + stations};
}

/// Sizes of the groups at the `open` stations, as even as the limits allow; others get 0.
std::vector<std::int32_t> even_sizes(std::int32_t people,
                                     const std::vector<SeatLimits>& limits,
                                     const std::vector<std::size_t>& open) {
  std::vector<std::int32_t> sizes(limits.size(), 0);
  auto left = people;
  for (const auto s : open) {
    sizes[s] = std::min(limits[s].min, limits[s].max);
    left -= sizes[s];
  }
  const auto smallest_with_room = [&]() {
    std::size_t best = limits.size();
    for (const auto s : open)
      if (sizes[s] < limits[s].max && (best == limits.size() || sizes[s] < sizes[best])) best = s;
    return best;
  };
  const auto largest = [&]() {
    return *std::max_element(
        open.begin(), open.end(), [&](auto a, auto b) { return sizes[a] < sizes[b]; });
  };
  for (; left > 0; --left) {
    auto s = smallest_with_room();
    if (s == limits.size())
      s = *std::min_element(
          open.begin(), open.end(), [&](auto a, auto b) { return sizes[a] < sizes[b]; });
    ++sizes[s];
  }
  for (; left < 0; ++left) --sizes[largest()];
  return sizes;
}

/// The stations that take place in each round: those with the most runs left first, as many as the
/// minimum sizes allow, and enough for everybody.
std::vector<std::vector<std::size_t>> open_stations(const RotationRow& rotation,
                                                    const std::vector<SeatLimits>& all) {
  const auto people = static_cast<std::int32_t>(rotation.participants.size());
  auto runs = rotation.runs;
  std::vector<std::vector<std::size_t>> rounds;
  for (std::int32_t r = 0; r < rotation.rounds; ++r) {
    const auto limits = of_round(all, rotation.stations, r);
    std::vector<std::size_t> order(limits.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return runs[a] > runs[b]; });
    const auto rounds_left = rotation.rounds - r;
    std::vector<std::size_t> open;
    std::int64_t seats = 0;
    std::int64_t least = 0;
    for (const auto s : order) {
      const bool needed = seats < people;
      const bool due = runs[s] >= rounds_left;
      const bool fits = runs[s] > 0 && least + std::max(1, limits[s].min) <= people;
      if (!(fits && (needed || due)) && !open.empty()) continue;
      open.push_back(s);
      seats += limits[s].max;
      least += limits[s].min;
      --runs[s];
    }
    std::sort(open.begin(), open.end());
    rounds.push_back(std::move(open));
  }
  return rounds;
}

/// Carousel: how many groups can go round so that each fits every station.
std::int32_t group_count(const std::vector<SeatLimits>& limits, std::int32_t people) {
  const auto stations = static_cast<std::int32_t>(limits.size());
  std::int32_t min = 1;
  for (const auto& l : limits) min = std::max(min, l.min);
  return std::clamp(people / min, 1, stations);
}

class Seating {
 public:
  Seating(const Problem& problem, engine::RotationId id, Random& random)
      : problem_(problem),
        id_(id),
        rotation_(problem.rotations[id]),
        limits_(seat_limits(problem, id)),
        order_(rotation_.participants.size()) {
    std::iota(order_.begin(), order_.end(), 0);
    random.shuffle(order_);
  }

  std::vector<Change> carousel() {
    const auto limits = of_round(limits_, rotation_.stations, 0);
    const auto people = static_cast<std::int32_t>(order_.size());
    const auto groups = group_count(limits, people);
    for (std::size_t i = 0; i < order_.size(); ++i)
      for (std::int32_t r = 0; r < rotation_.rounds; ++r)
        sit(order_[i], r, (static_cast<std::int32_t>(i) % groups + r) % rotation_.stations);
    return std::move(changes_);
  }

  /// As few repeats as can be found, in groups of even size; people to mix or to keep apart get the
  /// parts in it that suit them.
  FirstSeating fewest_repeats(std::int64_t steps, Random& random, Budget& budget) {
    const engine::RotationSize size{.people = static_cast<std::int64_t>(order_.size()),
                                    .stations = rotation_.stations,
                                    .rounds = rotation_.rounds,
                                    .revisit = rotation_.revisit};
    if (!needs_casting(problem_, id_)) {
      const auto best = best_rounds(size, steps, random, budget);
      return {seated(best.rounds, order_), best.method};
    }
    std::optional<Cast> cast;
    auto columns = in_columns(size, steps / kShareForColumns, random, budget);
    if (columns) cast = cast_people(problem_, id_, columns->rounds, random, budget);
    if (cast && cast->cost == engine::Score{})
      return {seated(columns->rounds, cast->players), columns->method};
    const auto best = best_rounds(size, steps, random, budget);
    const auto other = cast_people(problem_, id_, best.rounds, random, budget);
    if (cast && cast->cost <= with_repeats(other.cost, best.cost))
      return {seated(columns->rounds, cast->players), columns->method};
    return {seated(best.rounds, other.players), best.method};
  }

  /// People in a fixed order along the stations, one station further on in each round.
  std::vector<Change> in_turn() {
    const auto open = open_stations(rotation_, limits_);
    for (std::int32_t r = 0; r < rotation_.rounds; ++r) {
      const auto& here = open[static_cast<std::size_t>(r)];
      const auto limits = of_round(limits_, rotation_.stations, r);
      const auto sizes = even_sizes(static_cast<std::int32_t>(order_.size()), limits, here);
      auto person = order_.begin();
      for (std::size_t k = 0; k < here.size(); ++k) {
        const auto s = here[(k + static_cast<std::size_t>(r)) % here.size()];
        for (std::int32_t n = 0; n < sizes[s]; ++n) sit(*person++, r, static_cast<std::int32_t>(s));
      }
    }
    return std::move(changes_);
  }

  /// May groups be even, and does every station take place in every round?
  [[nodiscard]] bool even_groups_fit() const {
    const auto people = static_cast<std::int32_t>(order_.size());
    const auto fits = [&](SeatLimits l) {
      return l.min <= people / rotation_.stations &&
             (people + rotation_.stations - 1) / rotation_.stations <= l.max;
    };
    return std::all_of(limits_.begin(), limits_.end(), fits) &&
           std::all_of(rotation_.runs.begin(), rotation_.runs.end(), [&](auto n) {
             return n >= rotation_.rounds;
           });
  }

 private:
  static constexpr std::int64_t kShareForColumns = 10;  ///< of the steps, where no formula helps

  [[nodiscard]] engine::Score with_repeats(engine::Score cost, std::int64_t repeats) const {
    const auto weight = problem_.weights[static_cast<std::size_t>(engine::RuleId::RepeatMeeting)];
    cost.hard += weight.hard * repeats;
    cost.soft += weight.soft * repeats;
    return cost;
  }

  /// `players[i]` sits where person i of the schedule does.
  std::vector<Change> seated(const Rounds& schedule, const std::vector<std::int32_t>& players) {
    for (std::int32_t r = 0; r < rotation_.rounds; ++r)
      for (std::int32_t i = 0; i < schedule.people; ++i)
        sit(players[static_cast<std::size_t>(i)], r, schedule.at(r, i));
    return std::move(changes_);
  }

  void sit(std::int32_t participant, std::int32_t round, std::int32_t station) {
    changes_.push_back(Change::station(engine::seat_at(rotation_, participant, round), station));
  }

  const Problem& problem_;
  engine::RotationId id_;
  const RotationRow& rotation_;
  std::vector<SeatLimits> limits_;
  std::vector<std::int32_t> order_;
  std::vector<Change> changes_;
};

}  // namespace

FirstSeating first_seating(const Problem& problem,
                           engine::RotationId rotation,
                           std::int64_t steps,
                           Random& random,
                           Budget& budget) {
  const auto& row = problem.rotations[rotation];
  if (row.participants.empty()) return {};
  Seating seating(problem, rotation, random);
  if (row.pattern == Pattern::Carousel) return {seating.carousel(), {}};
  const bool stations_last = row.revisit || row.rounds <= row.stations;
  // Where nobody meets twice nobody is kept together: no schedule to start from.
  const bool strangers = row.pattern == Pattern::Remix && row.together.empty();
  if (strangers && stations_last && seating.even_groups_fit())
    return seating.fewest_repeats(steps, random, budget);
  return {seating.in_turn(), {}};
}

}  // namespace scheduler
