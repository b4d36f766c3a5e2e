/// People to keep together sit together in every round. One point per station too many for the set.
#pragma once

#include "engine/rules/company.h"

namespace engine {

class Together : public Company<Together> {
 public:
  static constexpr RuleId kId = RuleId::Together;
  using Company::Company;

  static const auto& sets(const RotationRow& rotation) { return rotation.together; }
  static std::int64_t excess(std::int64_t people, std::int64_t stations) {
    return people == 0 ? 0 : stations - 1;
  }
};

}  // namespace engine
