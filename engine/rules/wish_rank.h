/// Better-ranked wishes first. One point per rank lost against the best the person could have.
#pragma once

#include "engine/rules/wishes.h"

namespace engine {

class WishRank : public WishRule<WishRank> {
 public:
  static constexpr RuleId kId = RuleId::WishRank;
  using WishRule::WishRule;
  static std::int64_t amount(const WishOutcome& outcome) { return outcome.ranks_lost; }
};

}  // namespace engine
