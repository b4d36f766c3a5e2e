/// A room has every feature its item needs. One point per item.
#pragma once

#include <algorithm>

#include "engine/rules/rule.h"

namespace engine {

class RoomFeatures : public RoomedRule<RoomFeatures> {
 public:
  static constexpr RuleId kId = RuleId::RoomFeatures;
  using RoomedRule::RoomedRule;

  template <class V>
  static std::int64_t amount(const V& view, ActivityId a) {
    const auto lacking = view.problem().rooms_lacking_features[a];
    return std::find(lacking.begin(), lacking.end(), view.room(a)) == lacking.end() ? 0 : 1;
  }
};

}  // namespace engine
