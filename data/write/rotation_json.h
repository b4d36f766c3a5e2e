/// Writes a rotation made without a gathering as JSON for machines (docs/json.md).
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/plan/meetings.h"

namespace data {

struct RotationReport {
  std::int64_t people = 0;
  std::int64_t groups = 0;
  const engine::SeatingTable& rounds;
  engine::Meetings meetings;
  std::int64_t bound = 0;  ///< proved lower bound of meetings.repeat_cost
  std::string method;
  double seconds = 0;
  std::vector<std::string> names;                   ///< by person number; empty: they have none
  std::vector<std::pair<std::string, double>> mix;  ///< attribute, largest distance from a share
};

[[nodiscard]] std::string rotation_json(const RotationReport& report);

}  // namespace data
