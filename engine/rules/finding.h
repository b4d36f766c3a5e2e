/// One violation of one rule: what a person reads, and what the score adds up.
#pragma once

#include <cstdint>

#include "engine/problem/problem.h"
#include "engine/rules/catalogue.h"

namespace engine {

struct Finding {
  RuleId rule{};
  std::int64_t amount = 0;  ///< unweighted, in the rule's unit; always > 0
  PartId part;              ///< the item concerned; with `activity`, that station of it
  PartId other;             ///< a second item, or none
  ActivityId activity;      ///< or none
  PersonId person;          ///< or none
};

}  // namespace engine
