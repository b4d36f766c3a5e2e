#include "scheduler/replan/violations.h"

#include <algorithm>
#include <tuple>

#include "engine/problem/travel.h"

namespace scheduler {
namespace {

using engine::ActivityId;
using engine::BlockId;
using engine::Finding;
using engine::PartId;
using engine::PersonId;
using engine::RuleId;

/// Rules about one or two items that their findings name; the others may be helped by any item
/// whose absence helps.
bool names_all_it_is_about(RuleId rule) {
  switch (rule) {
    case RuleId::PersonOverlap:
    case RuleId::PersonUnavailable:
    case RuleId::TravelTime:
    case RuleId::RoomOverlap:
    case RuleId::RoomUnavailable:
    case RuleId::RoomFeatures:
    case RuleId::SiteClosed:
    case RuleId::DayBounds:
    case RuleId::Precedence:
    case RuleId::SameStart:
    case RuleId::NotWith:
    case RuleId::TeamComplete:
    case RuleId::Locked:
      return true;
    default:
      return false;
  }
}

class Lister {
 public:
  Lister(const engine::PlanEvaluator& evaluator, const RepairModel& model)
      : evaluator_(evaluator), model_(model), problem_(evaluator.problem()) {}

  std::vector<Violation> list() {
    for (const auto& place : model_.misheld(evaluator_.board())) {
      Violation v{
          .finding = {RuleId::TeamComplete, 1, problem_.blocks[place.block].first_part, {}, {}, {}},
          .variables = {place.variable},
          .needs_team = place.hopeless};
      add(v, model_.of_block(place.block));
      finish(std::move(v));
    }
    for (std::size_t i = 0; i < model_.variables().size(); ++i)
      if (model_.misplaced(model_.variables()[i], evaluator_.board()))
        list_.push_back({.finding = {RuleId::RoomUnavailable,
                                     1,
                                     problem_.blocks[model_.variables()[i].block].first_part,
                                     {},
                                     {},
                                     {}},
                         .variables = {i}});
    evaluator_.inspect_hard([&](const Finding& f) { finish(of(f)); });
    return std::move(list_);
  }

 private:
  [[nodiscard]] Violation of(const Finding& f) {
    Violation v{.finding = f, .variables = {}};
    if (f.rule == RuleId::TeamComplete && f.activity.exists()) {
      for (const auto slot : problem_.slots_of[f.activity]) add(v, model_.of_slot(slot));
      add(v, model_.of_block(problem_.parts[f.part].block));
      return v;
    }
    if (names_all_it_is_about(f.rule) && f.activity.exists() && !f.person.exists()) {
      // One station of a rotation, say.
      add(v, model_.of_block(problem_.parts[f.part].block));
      add(v, model_.of_activity(f.activity));
    } else {
      add_part(v, f.part, f.person);
    }
    if (f.other.exists()) add_part(v, f.other, f.person);
    if (!names_all_it_is_about(f.rule)) add_whatever_helps(v);
    v.complete = !(f.rule == RuleId::TravelTime && another_seat_may_help(f));
    return v;
  }

  /// Somebody who cannot get from one part to the other in time might from another station.
  [[nodiscard]] bool another_seat_may_help(const Finding& f) const {
    if (!f.person.exists() || !f.other.exists() || (!seated(f.part) && !seated(f.other)))
      return false;
    const auto view = engine::view_of(evaluator_.board());
    const bool in_order = view.time(f.part).from < view.time(f.other).from;
    const auto first = in_order ? f.part : f.other;
    const auto second = in_order ? f.other : f.part;
    const auto pause = view.time(second).from - view.time(first).to;
    bool near = false;
    engine::each_activity(problem_, first, [&](ActivityId a) {
      engine::each_activity(problem_, second, [&](ActivityId b) {
        near = near || (!never_both(a, b) &&
                        engine::minutes_between(problem_, view.room(a), view.room(b)) <= pause);
      });
    });
    return near;
  }

  /// One station in two rounds, of which nobody sees any twice.
  [[nodiscard]] bool never_both(ActivityId a, ActivityId b) const {
    const auto& one = problem_.parts[problem_.activities[a].part];
    const auto& two = problem_.parts[problem_.activities[b].part];
    if (!one.rotation.exists() || one.rotation != two.rotation) return false;
    const auto& rotation = problem_.rotations[one.rotation];
    return !rotation.revisit && rotation.hosting.empty() &&
           problem_.weights[static_cast<std::size_t>(RuleId::StationOnce)].hard > 0 &&
           a.value - one.first_activity.value == b.value - two.first_activity.value;
  }

  void add_part(Violation& v, PartId part, PersonId person) {
    add(v, model_.of_block(problem_.parts[part].block));
    engine::each_activity(problem_, part, [&](ActivityId a) {
      add(v, model_.of_activity(a));
      for (const auto slot : problem_.slots_of[a])
        if (person.exists() && evaluator_.board().holder(slot) == person)
          add(v, model_.of_slot(slot));
    });
  }

  void add_whatever_helps(Violation& v) {
    for (std::size_t i = 0; i < model_.variables().size(); ++i) {
      const auto& variable = model_.variables()[i];
      if (variable.kind != Variable::Kind::Block) continue;
      if (!evaluator_.board().placed(variable.block)) continue;
      const auto out = engine::Change::place(variable.block, engine::kNever);
      if (evaluator_.hard_delta(out) < 0) v.variables.push_back(i);
    }
  }

  [[nodiscard]] bool seated(PartId part) const {
    const auto rotation = problem_.parts[part].rotation;
    return rotation.exists() && problem_.parts[part].activity_count > 1;
  }

  static void add(Violation& v, int variable) {
    if (variable >= 0) v.variables.push_back(static_cast<std::size_t>(variable));
  }

  void finish(Violation v) {
    std::sort(v.variables.begin(), v.variables.end());
    v.variables.erase(std::unique(v.variables.begin(), v.variables.end()), v.variables.end());
    list_.push_back(std::move(v));
  }

  const engine::PlanEvaluator& evaluator_;
  const RepairModel& model_;
  const engine::Problem& problem_;
  std::vector<Violation> list_;
};

}  // namespace

std::vector<Violation> violations(const engine::PlanEvaluator& evaluator,
                                  const RepairModel& model) {
  return Lister(evaluator, model).list();
}

bool same(const engine::Finding& a, const engine::Finding& b) {
  return std::tie(a.rule, a.part, a.other, a.activity, a.person) ==
         std::tie(b.rule, b.part, b.other, b.activity, b.person);
}

bool is_about_seats(RuleId rule) {
  return rule == RuleId::StationCapacity || rule == RuleId::StationOnce ||
         rule == RuleId::Together || rule == RuleId::Apart;
}

bool may_be_mended(const Violation& violation,
                   engine::PlanEvaluator& evaluator,
                   const RepairModel& model) {
  if (is_about_seats(violation.finding.rule)) return false;
  const auto ends_it = [&](const Option& option) {
    std::vector<engine::Change> back;
    for (const auto& change : option.changes) {
      back.push_back(evaluator.board().inverse(change));
      evaluator.apply(change);
    }
    const auto list = violations(evaluator, model);
    for (; !back.empty(); back.pop_back()) evaluator.apply(back.back());
    return std::none_of(list.begin(), list.end(), [&](const Violation& v) {
      return same(v.finding, violation.finding);
    });
  };
  return std::any_of(violation.variables.begin(), violation.variables.end(), [&](std::size_t i) {
    const auto& variable = model.variables()[i];
    const auto options = model.options(i, evaluator.board());
    if (variable.kind != Variable::Kind::Block || variable.movable || variable.droppable)
      return !options.empty();
    return std::any_of(options.begin(), options.end(), ends_it);
  });
}

}  // namespace scheduler
