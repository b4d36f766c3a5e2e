#include "scheduler/rotation/seating.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include "engine/rules/seat_rule.h"
#include "scheduler/rotation/best_rounds.h"
#include "scheduler/rotation/best_seats.h"
#include "scheduler/rotation/casting.h"
#include "scheduler/rotation/columns.h"
#include "scheduler/rotation/seat_start.h"
#include "scheduler/rotation/ways.h"
#include "scheduler/rotation/whole_groups.h"
#include "scheduler/search/settling.h"

namespace scheduler {
namespace {

using engine::Change;
using engine::Pattern;
using engine::Problem;
using engine::RotationRow;

class Seating {
 public:
  Seating(const Problem& problem, engine::RotationId id, Random& random)
      : problem_(problem),
        id_(id),
        rotation_(problem.rotations[id]),
        task_(seat_task(problem, id)),
        order_(rotation_.participants.size()) {
    std::iota(order_.begin(), order_.end(), 0);
    random.shuffle(order_);
  }

  /// Whole groups: which way round each goes, then who is in which. Where that keeps no limits,
  /// once more with the sizes that came out, then with other numbers of groups.
  std::vector<Change> carousel(std::int64_t steps, Random& random, Budget& budget) {
    std::optional<Tour> best;
    for (const auto groups : group_counts(problem_, id_)) {
      std::vector<std::int32_t> sizes;
      const auto people = static_cast<std::int32_t>(order_.size());
      for (std::int32_t g = 0; g < groups; ++g) sizes.push_back((people + groups - 1 - g) / groups);
      for (int again = 0; again < kToursOfOneNumber; ++again) {
        auto next = tour(sizes, steps, random, budget);
        sizes = next.sizes;
        if (!best || next.broken < best->broken) best = std::move(next);
        if (best->broken == 0 || budget.over()) break;
      }
      if (best->broken == 0 || budget.over()) break;
    }
    for (std::size_t u = 0; u < task_.units.size(); ++u)
      for (const auto p : task_.units[u])
        for (std::int32_t r = 0; r < rotation_.rounds; ++r)
          sit(p, r, best->ways.at(r, best->group[u]));
    return std::move(changes_);
  }

  /// Everything at once, where groups are not even or people are more than names: sets to keep
  /// together, wishes, stations that rest, people there for some rounds.
  FirstSeating by_search(std::int64_t steps, Random& random, Budget& budget) {
    settle_hosts(task_);
    std::int64_t least = 0;
    SearchStart start{wished_seats(task_, random, least)};
    start.keep = least > 0;
    const SearchEnd end{.enough = enough(least), .steps = steps_together(steps, budget)};
    auto most = sees_most() ? budget.part(kBeforeWhole) : budget;
    auto best = best_seats(task_, std::move(start), end, random, most);
    budget.take(most);
    if (sees_most()) best = from_whole_too(std::move(best), steps, random, budget);
    sit_units(steps > 0 ? with_rules(best) : best);
    return {std::move(changes_), {}, limits_are_sure() ? least_wish_points(task_, least) : 0};
  }

  /// As few repeats as can be found, in groups of even size; people to mix or to keep apart get the
  /// parts in it that suit them.
  FirstSeating fewest_repeats(std::int64_t steps, Random& random, Budget& budget) {
    const engine::RotationSize size{.people = static_cast<std::int64_t>(order_.size()),
                                    .stations = rotation_.stations,
                                    .rounds = rotation_.rounds,
                                    .revisit = rotation_.revisit};
    if (!needs_casting(problem_, id_)) {
      const auto best = best_rounds(size, until_over(steps, budget), random, budget);
      return {seated(best.rounds, order_), best.method};
    }
    auto most = sees_most() ? budget.part(kBeforeWhole) : budget;
    auto chosen = mixed(size, steps, random, most);
    budget.take(most);
    if (sees_most()) chosen.seats = from_whole_too(std::move(chosen.seats), steps, random, budget);
    if (steps > 0) chosen.seats = with_rules(chosen.seats);
    return seated(chosen);
  }

  /// May groups be even, and does every station take place in every round?
  [[nodiscard]] bool even_groups_fit() const {
    const auto people = static_cast<std::int32_t>(order_.size());
    if (!rotation_.absent.empty() || !task_.way.empty() || !task_.barred.empty()) return false;
    const auto fits = [&](SeatLimits l) {
      return l.min <= people / rotation_.stations &&
             (people + rotation_.stations - 1) / rotation_.stations <= l.max;
    };
    const auto holds = [&](const Hall& hall) {
      const auto here = static_cast<std::int32_t>(hall.stations.size());
      const auto larger = std::min(here, people % rotation_.stations);
      return here * (people / rotation_.stations) + larger <= hall.seats;
    };
    return std::all_of(task_.limits.begin(), task_.limits.end(), fits) &&
           std::all_of(task_.halls.begin(), task_.halls.end(), holds) &&
           std::all_of(rotation_.runs.begin(), rotation_.runs.end(), [&](auto n) {
             return n >= rotation_.rounds;
           });
  }

 private:
  static constexpr std::int64_t kStepsPerSeat = 3'000;
  static constexpr int kToursOfOneNumber = 3;           ///< of groups
  static constexpr std::int64_t kShareForColumns = 10;  ///< of the steps, where no formula helps
  static constexpr std::int64_t kShareForRounds = 20;   ///< a cast and a polish are still to come
  static constexpr std::int64_t kShareForPolish = 4;    ///< a step there costs more
  // However slow the machine and short the time, each has its part of it.
  static constexpr double kColumnsOfTime = 0.3;
  static constexpr double kRoundsOfTime = 0.4;
  static constexpr double kBeforeWhole = 0.5;  ///< groups that stay whole are a start
  static constexpr std::int64_t kFromWholePerSeat = 100'000;  ///< steps from there
  static constexpr std::int64_t kGrace = 20'000;   ///< steps to keep the rules when time is over
  static constexpr std::int64_t kFirstShare = 10;  ///< of a polish, at most
  static constexpr std::int64_t kMostPolish = kThoroughSearch / kShareForPolish;
  static constexpr std::int64_t kTurnPerSeat = 10'000;        ///< the first turn of a polish
  static constexpr std::int64_t kLeastStepsPerSeat = 20'000;  ///< before a mix has settled
  static constexpr int kPasses = 3;                           ///< of a polish
  static constexpr int kCasts = 3;                            ///< tried after each
  static constexpr std::int64_t kNear = 4;                    ///< repeats

  /// Of everything at once: so many for each seat; of a remix, all there are time for.
  [[nodiscard]] std::int64_t steps_together(std::int64_t steps, const Budget& budget) const {
    if (task_.meetings && until_over(steps, budget) == kNoEnd) return kNoEnd;
    const auto places = static_cast<std::int64_t>(task_.units.size()) * task_.rounds;
    return std::min(steps, places * (steps / 1'000));
  }
  [[nodiscard]] bool mixes() const { return task_.mix_first && !task_.mix.empty(); }

  /// Do people see so many of the stations that groups which stay whole are a start?
  [[nodiscard]] bool sees_most() const {
    return mixes() && task_.once && 2 * task_.rounds > task_.stations;
  }

  /// The better of `best` and what begins with groups that stay whole: as well mixed as can be, and
  /// then with other company wherever that keeps the mix.
  [[nodiscard]] Rounds from_whole_too(Rounds best,
                                      std::int64_t steps,
                                      Random& random,
                                      Budget& budget) const {
    const auto cost = SeatTable(task_, best).count();
    if (cost <= enough(0) || budget.over()) return best;
    auto whole = whole_groups(task_, kStepsPerSeat * seats(), random, budget);
    if (!whole) whole = best;
    auto other = best_seats(
        task_,
        {.seats = std::move(*whole), .keep = true},
        {.enough = enough(0),
         .steps = until_over(steps, budget) == kNoEnd ? kNoEnd : kFromWholePerSeat * seats()},
        random,
        budget);
    return SeatTable(task_, other).count() < cost ? other : best;
  }

  [[nodiscard]] std::int64_t seats() const {
    return static_cast<std::int64_t>(order_.size()) * rotation_.rounds;
  }

  /// Do all plans that keep the hard rules keep the limits of the task? When a host rests is a
  /// choice of settle_hosts().
  [[nodiscard]] bool limits_are_sure() const {
    const auto room = problem_.weights[static_cast<std::size_t>(engine::RuleId::RoomCapacity)];
    return room.hard > 0 && rotation_.hosting.empty();
  }

  /// A carousel: which way each group goes, and the group of each unit.
  struct Tour {
    Rounds ways;
    std::vector<std::int32_t> group;
    std::vector<std::int32_t> sizes;
    std::int64_t broken = 0;  ///< hard rules, and people out of reach of a station
  };

  Tour tour(const std::vector<std::int32_t>& sizes,
            std::int64_t steps,
            Random& random,
            Budget& budget) const {
    Tour tour;
    tour.ways = ways(problem_, id_, sizes, steps / 10, random, budget);
    const auto task = group_task(problem_, id_, tour.ways.people, tour.ways.group);
    const auto most = kStepsPerSeat * static_cast<std::int64_t>(task.units.size());
    const auto groups = best_seats(task,
                                   {first_seats(task, random)},
                                   {.enough = {}, .steps = std::min(steps, most)},
                                   random,
                                   budget);
    const auto broken = [](const SeatTask& of, const Rounds& seats) {
      const auto cost = SeatTable(of, seats).count();
      return cost.hard + cost.barred;
    };
    tour.sizes.resize(sizes.size());
    for (std::int32_t u = 0; u < groups.people; ++u) {
      tour.group.push_back(groups.at(0, u));
      tour.sizes[static_cast<std::size_t>(tour.group.back())] += task.size(u);
    }
    tour.broken = broken(task, groups) + broken(way_task(problem_, id_, tour.sizes), tour.ways);
    return tour;
  }

  /// A table of participants, what it costs in all, and how it came about.
  struct Offer {
    Rounds seats;
    SeatCost cost;
    engine::Text method;
  };

  /// People to mix or to keep apart: they get parts in a schedule of columns or with few repeats,
  /// then everything moves at once; where that does not mix everybody without a repeat, other parts
  /// are tried, and everything moves again, twice as long each time.
  Offer mixed(const engine::RotationSize& size,
              std::int64_t steps,
              Random& random,
              Budget& budget) {
    const auto end = enough(0);
    const auto cast = [&](const Schedule& schedule) {
      return offer(schedule, cast_people(problem_, id_, schedule.rounds, random, budget));
    };
    auto for_columns = budget.part(kColumnsOfTime);
    auto columns = in_columns(size, steps / kShareForColumns, random, for_columns);
    budget.take(for_columns);
    std::optional<Offer> best;
    if (columns) best = cast(*columns);
    if (best && best->cost <= end) return std::move(*best);
    auto for_rounds = budget.part(kRoundsOfTime);
    const auto found = best_rounds(size, steps / kShareForRounds, random, for_rounds);
    budget.take(for_rounds);
    const Schedule rounds{found.rounds, found.method};
    auto few = cast(rounds);
    if (!best || few.cost < best->cost) best = std::move(few);
    std::optional<Schedule> strangers;
    if (columns || found.cost == 0) strangers = columns ? *columns : rounds;
    const auto rest = until_over(steps, budget) / kShareForPolish;
    polish(strangers, {.enough = end, .steps = rest}, *best, random, budget);
    return std::move(*best);
  }

  /// By turns from the best, from other parts among `strangers`, and from scratch where that came
  /// near; each turn is twice as long as the one before.
  void polish(const std::optional<Schedule>& strangers,
              const SearchEnd& end,
              Offer& best,
              Random& random,
              Budget& budget) const {
    auto settling = budget.settles() ? Settling(kLeastStepsPerSeat * seats()) : Settling();
    auto share = std::max<std::int64_t>(
        1, std::min(std::min(end.steps, kMostPolish) / kFirstShare, kTurnPerSeat * seats()));
    bool scratch = true;
    for (auto left = end.steps;
         left > 0 && end.enough < best.cost && !settling.over() && !budget.over();
         share *= 2) {
      const auto before = best.cost;
      const SearchEnd turn{.enough = end.enough, .steps = share};
      const auto search = [&](const SearchStart& start, const engine::Text& method) {
        return offer(best_seats(task_, start, turn, random, budget), method);
      };
      better(best, search({.seats = best.seats, .keep = true, .passes = kPasses}, best.method));
      if (strangers) recast(*strangers, turn, best, random, budget);
      if (scratch && end.enough < best.cost) {
        auto found = search({.seats = first_seats(task_, random), .passes = kPasses}, {});
        scratch = found.cost.hard == 0 && found.cost.soft <= 2 * best.cost.soft + kNear;
        better(best, std::move(found));
      }
      left -= 6 * share;
      settling.after(share, best.cost < before);
    }
  }

  /// Other parts in a schedule without repeats.
  void recast(const Schedule& strangers,
              const SearchEnd& end,
              Offer& best,
              Random& random,
              Budget& budget) const {
    for (int i = 0; i < kCasts && end.enough < best.cost && !budget.over(); ++i) {
      const auto parts = cast_patiently(problem_, id_, strangers.rounds, end.steps, random, budget);
      better(best,
             offer(cooled_seats(task_,
                                offer(strangers, parts).seats,
                                {.enough = end.enough, .steps = end.steps / 2},
                                random,
                                budget),
                   strangers.method));
    }
  }

  /// `cast.players[i]` sits where person i of the schedule does.
  [[nodiscard]] Offer offer(const Schedule& schedule, const Cast& cast) const {
    auto seats = schedule.rounds;
    for (std::int32_t r = 0; r < seats.count; ++r)
      for (std::int32_t i = 0; i < seats.people; ++i)
        seats.at(r, cast.players[static_cast<std::size_t>(i)]) = schedule.rounds.at(r, i);
    return offer(std::move(seats), schedule.method);
  }
  [[nodiscard]] Offer offer(Rounds seats, const engine::Text& method) const {
    const auto cost = SeatTable(task_, seats).count();
    return {std::move(seats), cost, method};
  }
  static void better(Offer& best, Offer other) {
    if (other.cost < best.cost) best = std::move(other);
  }
  FirstSeating seated(const Offer& chosen) {
    sit_units(chosen.seats);
    return {std::move(changes_), chosen.method};
  }

  /// `players[i]` sits where person i of the schedule does.
  std::vector<Change> seated(const Rounds& schedule, const std::vector<std::int32_t>& players) {
    for (std::int32_t r = 0; r < rotation_.rounds; ++r)
      for (std::int32_t i = 0; i < schedule.people; ++i)
        sit(players[static_cast<std::size_t>(i)], r, schedule.at(r, i));
    return std::move(changes_);
  }

  /// Hard rules hold however short the time was.
  [[nodiscard]] Rounds with_rules(const Rounds& seats) const {
    if (SeatTable(task_, seats).count().hard == 0) return seats;
    Random random(1);
    Budget grace(kGrace, {}, nullptr);
    return best_seats(task_,
                      {.seats = seats, .keep = true},
                      {.enough = kRulesKept, .steps = kGrace * 32},
                      random,
                      grace);
  }

  /// No seating costs less.
  [[nodiscard]] SeatCost enough(std::int64_t wishes) const {
    SeatCost cost{.hard = 0, .soft = wishes};
    if (rotation_.pattern != Pattern::Remix) return cost;
    const auto known =
        engine::least_repeat_cost(problem_, rotation_) - cost_of_keeping_together(rotation_, task_);
    const auto repeats = std::max<std::int64_t>(0, known);
    cost.hard += task_.repeat_weight.hard * repeats;
    cost.soft += task_.repeat_weight.soft * repeats;
    return cost;
  }

  void sit_units(const Rounds& seats) {
    for (std::int32_t u = 0; u < seats.people; ++u)
      for (const auto p : task_.units[static_cast<std::size_t>(u)])
        for (std::int32_t r = 0; r < rotation_.rounds; ++r)
          if (seats.at(r, u) >= 0) sit(p, r, seats.at(r, u));
  }

  void sit(std::int32_t participant, std::int32_t round, std::int32_t station) {
    if (!rotation_.present(round, participant)) return;
    changes_.push_back(Change::station(engine::seat_at(rotation_, participant, round), station));
  }

  const Problem& problem_;
  engine::RotationId id_;
  const RotationRow& rotation_;
  SeatTask task_;
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
  if (row.pattern == Pattern::Carousel) return {seating.carousel(steps, random, budget), {}};
  const bool stations_last = row.revisit || row.rounds <= row.stations;
  // Where nobody meets twice nobody is kept together: no schedule to start from.
  const bool strangers = row.pattern == Pattern::Remix && row.together.empty();
  if (strangers && stations_last && seating.even_groups_fit())
    return seating.fewest_repeats(steps, random, budget);
  return seating.by_search(steps, random, budget);
}

}  // namespace scheduler
