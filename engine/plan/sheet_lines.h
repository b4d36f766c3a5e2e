/// A plan turned round: the lines on each person's own sheet, and on each room's door.
#pragma once

#include <compare>
#include <map>
#include <string>
#include <vector>

#include "engine/model/time.h"
#include "engine/plan/plan.h"

namespace engine {

/// Where somebody is, or what a room holds. Lines sort by time.
struct SheetLine {
  Minute start = 0;
  Minute end = 0;
  std::string item;     ///< session or rotation id
  int round = -1;       ///< of a rotation, from 0; -1 for a session
  std::string station;  ///< empty for a session
  std::string room;     ///< empty: none
  std::string role;     ///< empty: takes part; always empty for rooms

  friend auto operator<=>(const SheetLine&, const SheetLine&) = default;
};

/// By id; each list is sorted and holds no line twice.
using SheetLines = std::map<std::string, std::vector<SheetLine>>;

[[nodiscard]] SheetLines lines_by_person(const Plan& plan);
[[nodiscard]] SheetLines lines_by_room(const Plan& plan);

}  // namespace engine
