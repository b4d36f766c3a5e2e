/// What every JSON writer here shares: the ordered object and how it becomes text.
#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "engine/plan/plan.h"

namespace data {

using Json = nlohmann::ordered_json;

/// Indented by two; letters of all languages as they are; bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] inline std::string text_of(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

[[nodiscard]] inline const char* status_word(bool feasible) {
  return feasible ? "feasible" : "infeasible";
}

[[nodiscard]] inline const char* level_word(bool hard) {
  return hard ? "hard" : "soft";
}

/// To the millisecond: more digits say nothing.
[[nodiscard]] inline double seconds_json(double seconds) {
  return std::round(seconds * 1000) / 1000;
}

/// `proved`: the comfort reached is the best there is, and everything has its place.
[[nodiscard]] inline Json score_json(const engine::Score& score,
                                     std::optional<std::int64_t> bound) {
  const bool complete = score.hard == 0 && score.unplaced == 0;
  return {{"hard", score.hard},
          {"unplaced", score.unplaced},
          {"soft", score.soft},
          {"bound", bound ? Json(*bound) : Json()},
          {"proved", complete && bound == score.soft}};
}

/// The rules of a score; their penalties add up to its hard and soft parts.
[[nodiscard]] inline Json rules_json(const engine::Plan& plan) {
  auto list = Json::array();
  for (const auto& rule : plan.rules)
    list.push_back({{"id", rule.id},
                    {"level", level_word(rule.hard)},
                    {"weight", rule.weight},
                    {"count", rule.count},
                    {"penalty", rule.penalty}});
  return list;
}

}  // namespace data
