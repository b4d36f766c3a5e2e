#include "scheduler/replan/replan.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

#include "engine/model/rows.h"
#include "engine/plan/sheet_lines.h"
#include "engine/rules/catalogue.h"
#include "scheduler/replan/repairing.h"
#include "scheduler/replan/shorten.h"
#include "scheduler/replan/violations.h"

namespace scheduler {
namespace {

using engine::RepairMove;

/// A repair, and the rounds left out before it.
struct Way {
  RepairedPlan repaired;
  std::int64_t rounds_lost = 0;  ///< Shortening::loss

  [[nodiscard]] const Replanned& result() const { return repaired.result; }
  [[nodiscard]] std::int64_t people() const {
    return static_cast<std::int64_t>(result().disturbed.people.size()) + result().kinds.fewer;
  }
};

/// Hard rules broken that leaving out rounds may mend.
std::int64_t broken_beside_seats(const engine::Plan& plan) {
  auto hard = plan.score.hard;
  for (const auto& rule : plan.rules)
    for (const auto& info : engine::kRules)
      if (rule.hard && rule.id == info.key && is_about_seats(info.id)) hard -= rule.penalty;
  return hard;
}

/// Looks for a repair, then for a better one with rotations shortened: where something would be
/// left out otherwise, or as the order of the gathering says.
class Repairs {
 public:
  Repairs(const Upset& upset, const Limits& limits, const Monitor& monitor)
      : upset_(upset), limits_(limits), monitor_(monitor), begin_(Budget::Clock::now()) {
    auto time = of_time(time_may_be_short() ? 0.5 : 1);
    whole_.emplace(upset_, upset_.plan, time, monitor_);
    best_.repaired = whole_->repair({});
    release_what_lost_its_room();
    if (may_shorten() || breaks_more())
      ways_ = shortenings(upset_, whole_->adapted(), best_.result().plan);
  }

  Replanned best() {
    auto least = least_of(best_);
    for (const auto& way : ways_) {
      if (is_settled()) break;
      auto next = shortened_by(way);
      least = std::min(least, least_of(next));
      if (price(next) < price(best_)) best_ = std::move(next);
    }
    if (!is_settled() && ways_.size() == kMostShortenings) least = 0;  // there may be more
    give_time_back();
    auto result = best_.result();
    result.disturbed.bound = std::min(result.disturbed.bound, least);
    result.disturbed.proved =
        result.disturbed.bound == static_cast<std::int64_t>(result.disturbed.people.size());
    return result;
  }

  /// As best(), which it calls, and then others of other kinds.
  std::vector<Replanned> compared() {
    std::vector<Replanned> list{best()};
    const auto add = [&](Replanned next) {
      const bool known = std::any_of(
          list.begin(), list.end(), [&](const Replanned& r) { return r.kinds == next.kinds; });
      if (!known && list.size() < 3) list.push_back(std::move(next));
    };
    if (list.front().kinds.rounds == 0 && !ways_.empty() && whole_->adapted().late_by > 0)
      add(shortened_by(ways_.front()).repaired.result);
    for (const auto allowed : {Allowed{},
                               Allowed{.substitute = false},
                               Allowed{.move = false},
                               Allowed{.substitute = false, .move = false}})
      add(whole_->repair(allowed).result);
    return list;
  }

 private:
  [[nodiscard]] bool before(RepairMove one, RepairMove other) const {
    const auto& order = upset_.gathering.repair_order;
    return std::find(order.begin(), order.end(), one) <
           std::find(order.begin(), order.end(), other);
  }
  [[nodiscard]] bool may_shorten() const { return before(RepairMove::Shorten, RepairMove::Drop); }
  [[nodiscard]] bool freely() const { return before(RepairMove::Shorten, RepairMove::Move); }

  /// Minutes by which sessions are shorter than they were.
  [[nodiscard]] std::int64_t minutes_lost(const Way& way) const {
    std::int64_t sum = 0;
    for (const auto& session : way.result().plan.sessions)
      if (const auto* before = engine::find_row(upset_.plan.sessions, session.id);
          before != nullptr)
        sum += std::max(0, (before->end - before->start) - (session.end - session.start));
    return sum;
  }

  /// In the order in which it counts.
  [[nodiscard]] std::array<std::int64_t, 6> price(const Way& way) const {
    const auto& plan = way.result().plan;
    const auto hard = broken_beside_seats(plan);
    const auto lost = plan.score.unplaced;
    const auto minutes = minutes_lost(way);
    if (!freely()) return {hard, lost, way.rounds_lost, way.people(), minutes, 0};
    return {hard, lost, way.people(), way.result().kinds.moves, minutes, way.rounds_lost};
  }

  [[nodiscard]] bool breaks_more() const {
    return broken_beside_seats(best_.result().plan) > broken_beside_seats(upset_.plan);
  }

  /// What has to keep its hour, and has no room at that hour, may go to another, or be left out.
  void release_what_lost_its_room() {
    if (!breaks_more()) return;
    const auto& lost = whole_->adapted().rooms_lost;
    for (const auto& session : best_.result().plan.sessions)
      if (lost.contains(session.room) && !upset_.clock.begun(session.start))
        upset_.released.insert(session.id);
    if (upset_.released.empty()) return;
    auto time = limits_;
    if (!time.iterations) time.seconds = seconds_left();
    whole_.emplace(upset_, upset_.plan, time, monitor_);
    best_.repaired = whole_->repair({});
  }

  /// What was shortened to make up for a delay needs no longer be where something that was to come
  /// before it is left out.
  void give_time_back() {
    if (whole_->adapted().late_by == 0 || best_.result().kinds.drops == 0) return;
    auto standing = upset_.plan;
    const auto& after = best_.result().plan;
    std::erase_if(standing.sessions, [&](const auto& session) {
      return engine::find_row(after.sessions, session.id) == nullptr;
    });
    std::erase_if(standing.rotations, [&](const auto& rotation) {
      return engine::find_row(after.rotations, rotation.id) == nullptr;
    });
    Way next{.repaired = Repairing(upset_, standing, of_time(0.2), monitor_).repair({}),
             .rounds_lost = best_.rounds_lost};
    next.repaired.result.kinds.drops += best_.result().kinds.drops;
    if (price(next) < price(best_)) best_ = std::move(next);
  }

  [[nodiscard]] bool leaves_out_more() const {
    return breaks_more() || best_.result().plan.score.unplaced > upset_.plan.score.unplaced;
  }
  /// What a way may still have that is better than the best: of what was looked at as a whole,
  /// nothing, but where rounds cost nothing.
  [[nodiscard]] std::int64_t least_of(const Way& way) const {
    return freely() || !way.repaired.complete ? way.result().disturbed.bound : INT64_MAX;
  }
  /// Whatever comes next in the list loses more rounds.
  [[nodiscard]] bool is_settled() const { return !freely() && !leaves_out_more(); }

  /// An equal share of the time that is left for the ways from this one on.
  Way shortened_by(const Shortening& way) {
    const auto left = static_cast<double>(&ways_.back() - &way + 1);
    auto limits = of_time(0.5 / left);
    if (!limits.iterations) limits.seconds = seconds_left() / left;
    const auto standing = shortened(upset_.plan, way);
    return {.repaired = Repairing(upset_, standing, limits, monitor_).repair({}),
            .rounds_lost = way.loss};
  }

  /// Something is late, and there are rounds that may have to make up for it.
  [[nodiscard]] bool time_may_be_short() const {
    const bool late = std::any_of(
        upset_.disruptions.begin(), upset_.disruptions.end(), [](const Disruption& one) {
          return one.now && one.kind == Disruption::Kind::Delay;
        });
    const auto& rotations = upset_.plan.rotations;
    const bool rounds = std::any_of(rotations.begin(), rotations.end(), [&](const auto& planned) {
      return planned.rounds.size() > 1 && !upset_.clock.begun(planned.rounds.back().start);
    });
    return may_shorten() && late && rounds;
  }

  [[nodiscard]] Limits of_time(double share) const {
    auto limits = limits_;
    if (!limits.iterations) limits.seconds = std::min(share * limits_.seconds, seconds_left());
    if (limits.iterations)
      *limits.iterations =
          std::max<std::int64_t>(1, std::llround(share * static_cast<double>(*limits.iterations)));
    return limits;
  }

  [[nodiscard]] double seconds_left() const {
    const std::chrono::duration<double> spent = Budget::Clock::now() - begin_;
    return std::max(0.0, limits_.seconds - spent.count());
  }

  Upset upset_;
  Limits limits_;
  const Monitor& monitor_;
  Budget::Clock::time_point begin_;
  std::optional<Repairing> whole_;  ///< with all rounds
  Way best_;
  std::vector<Shortening> ways_;
};

}  // namespace

std::vector<std::string> people_disturbed(const engine::Plan& before, const engine::Plan& after) {
  const auto was = engine::lines_by_person(before);
  const auto is = engine::lines_by_person(after);
  std::set<std::string> ids;
  for (const auto& [id, lines] : was)
    if (const auto found = is.find(id); found == is.end() || found->second != lines) ids.insert(id);
  for (const auto& [id, lines] : is)
    if (!was.contains(id)) ids.insert(id);
  return {ids.begin(), ids.end()};
}

Replanned replan(const Upset& upset, const Limits& limits, const Monitor& monitor) {
  return Repairs(upset, limits, monitor).best();
}

std::vector<Replanned> compare_repairs(const Upset& upset,
                                       const Limits& limits,
                                       const Monitor& monitor) {
  return Repairs(upset, limits, monitor).compared();
}

}  // namespace scheduler
