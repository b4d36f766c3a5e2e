/// An item lies within the opening hours of its site. One point per item; setup and teardown may
/// lie outside (the team has the keys).
#pragma once

#include "engine/rules/rule.h"

namespace engine {

class SiteClosed : public RoomedRule<SiteClosed> {
 public:
  static constexpr RuleId kId = RuleId::SiteClosed;
  using RoomedRule::RoomedRule;

  template <class V>
  static std::int64_t amount(const V& view, ActivityId a) {
    const auto& problem = view.problem();
    const auto& site = problem.sites[problem.rooms[view.room(a)].site];
    const auto time = view.time(problem.activities[a].part);
    const Minute midnight = moment_at(day_of(time.from), 0);
    return Interval{midnight + site.opens, midnight + site.closes}.contains(time) ? 0 : 1;
  }
};

}  // namespace engine
