/// What a plan costs to whom: every finding told to the person and to the items it is about.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/model/text.h"
#include "engine/plan/board.h"
#include "engine/plan/score.h"

namespace engine {

/// One rule's part of what something costs.
struct RuleCost {
  std::string id;  ///< of the catalogue
  bool hard = false;
  std::int64_t count = 0;  ///< units of the rule
  std::int64_t penalty = 0;
  std::vector<Text> texts;  ///< every finding in words, the dearest first
  friend bool operator==(const RuleCost&, const RuleCost&) = default;
};

/// What a person bears, or what an item is part of.
struct CostOf {
  std::string id;               ///< of a person, a session or a rotation
  Score cost;                   ///< `unplaced`: of an item left out
  std::vector<RuleCost> rules;  ///< hard ones first, then by penalty, the highest first
  friend bool operator==(const CostOf&, const CostOf&) = default;
};

/// A finding about a person counts for that person, and for the one or two items it is about; what
/// is about no person (a room too small) counts for its items alone. So neither list adds up to the
/// score of the plan.
struct Costs {
  std::vector<CostOf> people;  ///< those who bear something, the worst first
  std::vector<CostOf> items;   ///< likewise; those left out included
};

/// Rules that are off count for nothing. Cost: one inspection of every rule, and a sentence for
/// every finding.
[[nodiscard]] Costs costs_of(const Gathering& gathering, const Board& board);

}  // namespace engine
