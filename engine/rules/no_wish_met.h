/// Everyone who made wishes gets at least one. One point per person who gets none.
#pragma once

#include "engine/rules/wishes.h"

namespace engine {

class NoWishMet : public WishRule<NoWishMet> {
 public:
  static constexpr RuleId kId = RuleId::NoWishMet;
  using WishRule::WishRule;
  static std::int64_t amount(const WishOutcome& outcome) { return outcome.none_met ? 1 : 0; }
};

}  // namespace engine
