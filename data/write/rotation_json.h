/// Writes a rotation made without a gathering as JSON for machines (docs/json.md).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/plan/meetings.h"

namespace data {

/// How well one attribute is mixed.
struct MixReport {
  std::string attribute;
  double largest = 0;  ///< distance of a table from its share, in people
  double bound = 0;    ///< proved lower bound of it
};

struct RotationReport {
  std::int64_t people = 0;
  std::int64_t groups = 0;
  const engine::SeatingTable& rounds;
  engine::Meetings meetings;
  std::int64_t bound = 0;  ///< proved lower bound of meetings.repeat_cost
  std::string method;
  double seconds = 0;
  std::vector<std::string> names;  ///< by person number; empty: they have none
  std::vector<MixReport> mix;
};

[[nodiscard]] std::string rotation_json(const RotationReport& report);

}  // namespace data
