/// What a document remembers of each plan version beside the plan: when, why, how and how good.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/text.h"
#include "engine/plan/score.h"

namespace engine {

using Instant = std::chrono::sys_seconds;  ///< UTC, to the second

/// One change an organiser asked for, as it is kept.
struct RecordedChange {
  Instant made;
  std::string kind;   ///< "gathering", "restore", later the name of a replan option: "person-late"
  std::string item;   ///< id of what it is about; may be empty
  std::string value;  ///< what comes after the "=" of the option; may be empty
  Text text;          ///< the same, said to people
  friend bool operator==(const RecordedChange&, const RecordedChange&) = default;
};

/// How a plan was searched for.
struct SearchRecord {
  std::uint64_t seed = 1;
  std::optional<std::int64_t> iterations;  ///< none: the clock was the limit
  double seconds = 0;                      ///< spent; 0 when iterations were the limit
  friend bool operator==(const SearchRecord&, const SearchRecord&) = default;
};

struct PlanVersion {
  int number = 0;  ///< from 1
  Instant made;
  Text cause;         ///< why there is a new version
  int gathering = 0;  ///< which revision of the gathering's files it was made from, from 1
  SearchRecord search;
  bool feasible = true;
  bool proved = false;  ///< when infeasible: no plan exists
  Score score;
  std::optional<std::int64_t> bound;
  std::vector<RecordedChange> changes;
  friend bool operator==(const PlanVersion&, const PlanVersion&) = default;
};

}  // namespace engine
