/// People to keep apart never sit together. One point per person too many at a station.
#pragma once

#include "engine/rules/company.h"

namespace engine {

class Apart : public Company<Apart> {
 public:
  static constexpr RuleId kId = RuleId::Apart;
  using Company::Company;

  static const auto& sets(const RotationRow& rotation) { return rotation.apart; }
  static std::int64_t excess(std::int64_t people, std::int64_t stations) {
    return people - stations;
  }
};

}  // namespace engine
