#include "scheduler/rotation/polish.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "engine/plan/meeting_bound.h"

namespace scheduler {
namespace {

using engine::Change;
using engine::Pattern;
using engine::PlanEvaluator;
using engine::RotationRow;
using engine::Score;

/// One broken hard rule weighs as much as this many soft points while seats are exchanged: enough
/// to be avoided, little enough to be passed through.
constexpr double kHardWeight = 20;
constexpr double kLastTemperature = 0.12;

/// How an annealing begins; Σ m(m−1)/2 moves in steps of 1.
struct Begin {
  double temperature = 0.9;
  std::int64_t steps_per_seat = 1000;
};
/// For a start that is worth keeping: hotter, a design is lost and never found again.
constexpr Begin kCold{.temperature = 0.25, .steps_per_seat = 300};
constexpr Begin kHot{};
constexpr double kFarBelowChance = 0.7;  // repeats beside those of people who sit down at random

double plain(Score score) {
  return kHardWeight * static_cast<double>(score.hard) + static_cast<double>(score.soft);
}

class Annealing {
 public:
  Annealing(PlanEvaluator& evaluator, engine::RotationId id, Random& random, Budget& budget)
      : evaluator_(evaluator),
        rotation_(evaluator.problem().rotations[id]),
        random_(random),
        budget_(budget) {
    cost_ = cost_of(id);
    least_ = least(id);
  }

  void run() {
    if (cost_ <= least_ || rotation_.participants.size() < 2 || rotation_.stations < 2) return;
    const auto begin = is_worth_keeping() ? kCold : kHot;
    const auto steps = begin.steps_per_seat *
                       static_cast<std::int64_t>(rotation_.participants.size()) * rotation_.rounds;
    const double cooling =
        std::pow(kLastTemperature / begin.temperature, 1.0 / static_cast<double>(steps));
    double temperature = begin.temperature;
    auto best = cost_;
    auto best_seats = seats();
    for (std::int64_t i = 0; i < steps && best > least_ && !budget_.spend(); ++i) {
      propose();
      attempt(temperature);
      temperature *= cooling;
      if (cost_ < best) {
        best = cost_;
        best_seats = seats();
      }
    }
    restore(best_seats);
  }

 private:
  /// What the rotation costs now, other items aside.
  [[nodiscard]] Score cost_of(engine::RotationId id) const {
    Score sum;
    const auto& problem = evaluator_.problem();
    evaluator_.inspect([&](const engine::Finding& f) {
      if (problem.parts[f.part].rotation != id) return;
      const auto weight = problem.weights[static_cast<std::size_t>(f.rule)];
      sum.hard += weight.hard * f.amount;
      sum.soft += weight.soft * f.amount;
    });
    return sum;
  }

  /// A remix that breaks nothing and repeats much less than chance would.
  [[nodiscard]] bool is_worth_keeping() const {
    if (rotation_.pattern != Pattern::Remix || cost_.hard > 0) return false;
    const auto weight =
        evaluator_.problem().weights[static_cast<std::size_t>(engine::RuleId::RepeatMeeting)];
    const double n = people();
    const double meetings = rotation_.rounds * (n / rotation_.stations - 1) / (n - 1);
    const double by_chance = n * (n - 1) / 2 * meetings * meetings / 2;
    return static_cast<double>(cost_.soft) <=
           kFarBelowChance * by_chance * static_cast<double>(weight.soft);
  }

  [[nodiscard]] Score least(engine::RotationId id) const {
    if (rotation_.pattern != Pattern::Remix) return {};
    const auto weight =
        evaluator_.problem().weights[static_cast<std::size_t>(engine::RuleId::RepeatMeeting)];
    const auto repeats = engine::least_repeat_cost(engine::size_of(evaluator_.problem(), id));
    return {.hard = weight.hard * repeats, .unplaced = 0, .soft = weight.soft * repeats};
  }

  [[nodiscard]] std::int32_t people() const {
    return static_cast<std::int32_t>(rotation_.participants.size());
  }
  std::int32_t any_person() {
    return static_cast<std::int32_t>(random_.below(rotation_.participants.size()));
  }
  std::int32_t any_round() {
    return static_cast<std::int32_t>(random_.below(static_cast<std::size_t>(rotation_.rounds)));
  }
  [[nodiscard]] std::int32_t station(std::int32_t person, std::int32_t round) const {
    return evaluator_.board().station(engine::seat_at(rotation_, person, round));
  }

  /// Fills `move_` with the changes of one exchange; empty when the draw changes nothing.
  void propose() {
    move_.clear();
    if (rotation_.pattern == Pattern::Carousel)
      exchange_paths(any_person(), any_person());
    else if (!rotation_.together.empty() && random_.below(4) == 0)
      gather(rotation_.together[random_.below(rotation_.together.size())], any_round());
    else if (random_.below(8) == 0)
      step_over(any_person(), any_round());
    else
      exchange_seats(any_person(), any_person(), any_round());
  }

  void exchange_paths(std::int32_t p, std::int32_t q) {
    if (random_.below(8) == 0) {  // p joins q's group
      for (std::int32_t r = 0; r < rotation_.rounds; ++r) sit(p, r, station(q, r));
      return;
    }
    for (std::int32_t r = 0; r < rotation_.rounds; ++r) exchange_seats(p, q, r);
  }

  void exchange_seats(std::int32_t p, std::int32_t q, std::int32_t round) {
    const auto a = station(p, round);
    const auto b = station(q, round);
    sit(p, round, b);
    sit(q, round, a);
  }

  /// People to keep together all go to one station, each in exchange with somebody there.
  void gather(const std::vector<std::int32_t>& set, std::int32_t round) {
    const auto to =
        static_cast<std::int32_t>(random_.below(static_cast<std::size_t>(rotation_.stations)));
    const auto& problem = evaluator_.problem();
    const auto seat = engine::seat_at(rotation_, set.front(), round);
    others_.clear();
    for (const auto there : evaluator_.board().seated(engine::activity_of(problem, seat, to))) {
      const auto p = problem.seats[there].participant;
      if (std::find(set.begin(), set.end(), p) == set.end()) others_.push_back(p);
    }
    for (const auto p : set) {
      if (station(p, round) == to || others_.empty()) continue;
      std::swap(others_[random_.below(others_.size())], others_.back());
      exchange_seats(p, others_.back(), round);
      others_.pop_back();
    }
  }

  /// One person goes to another station, and perhaps exchanges two of their rounds.
  void step_over(std::int32_t p, std::int32_t round) {
    const auto other = any_round();
    if (rotation_.pattern == Pattern::Remix && (is_alone(p, round) || is_alone(p, other))) return;
    if (other != round && random_.below(2) == 0) {
      const auto a = station(p, round);
      sit(p, round, station(p, other));
      sit(p, other, a);
      return;
    }
    sit(p,
        round,
        static_cast<std::int32_t>(random_.below(static_cast<std::size_t>(rotation_.stations))));
  }

  /// Whoever leaves then leaves a table empty, which no rule of a remix forbids.
  [[nodiscard]] bool is_alone(std::int32_t person, std::int32_t round) const {
    const auto seat = engine::seat_at(rotation_, person, round);
    const auto& board = evaluator_.board();
    return board.seated(engine::activity_of(board.problem(), seat, board.station(seat))).size() < 2;
  }

  void sit(std::int32_t person, std::int32_t round, std::int32_t to) {
    if (to != station(person, round))
      move_.push_back(Change::station(engine::seat_at(rotation_, person, round), to));
  }

  /// Makes the move and takes it back when the Metropolis test says no.
  void attempt(double temperature) {
    undo_.clear();
    Score sum;
    for (const auto& change : move_) {
      const auto delta = evaluator_.delta(change);
      undo_.push_back(evaluator_.board().inverse(change));
      evaluator_.apply(change, delta);
      deltas_.push_back(delta);
      sum += delta;
    }
    const double worse = plain(sum);
    if (worse <= 0 || random_.unit() < std::exp(-worse / temperature)) {
      cost_ += sum;
    } else {
      for (std::size_t i = undo_.size(); i > 0; --i)
        evaluator_.apply(undo_[i - 1], Score{} - deltas_[i - 1]);
    }
    deltas_.clear();
  }

  [[nodiscard]] std::vector<std::int32_t> seats() const {
    std::vector<std::int32_t> all;
    for (std::int32_t r = 0; r < rotation_.rounds; ++r)
      for (std::int32_t p = 0; p < people(); ++p) all.push_back(station(p, r));
    return all;
  }

  void restore(const std::vector<std::int32_t>& all) {
    std::size_t i = 0;
    for (std::int32_t r = 0; r < rotation_.rounds; ++r)
      for (std::int32_t p = 0; p < people(); ++p, ++i)
        if (station(p, r) != all[i])
          evaluator_.apply(Change::station(engine::seat_at(rotation_, p, r), all[i]));
  }

  PlanEvaluator& evaluator_;
  const RotationRow& rotation_;
  Random& random_;
  Budget& budget_;
  Score cost_;
  Score least_;
  std::vector<Change> move_;
  std::vector<Change> undo_;
  std::vector<std::int32_t> others_;
  std::vector<Score> deltas_;
};

}  // namespace

void polish(PlanEvaluator& evaluator, engine::RotationId rotation, Random& random, Budget& budget) {
  if (evaluator.problem().rotations[rotation].participants.empty()) return;
  Annealing(evaluator, rotation, random, budget).run();
}

}  // namespace scheduler
