/// A rotation for the wall: who sits at which table in each round. First names only; no needs, no
/// diets.
#pragma once

#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"
#include "sheets/print_options.h"

namespace sheets {

struct WallRound {
  std::string name;   ///< "Tour 2"; empty when there is only one
  std::string hours;  ///< "09:33–09:45"; empty when no clock is known
};

struct WallCell {
  std::vector<std::string> names;  ///< sorted; empty when people are not to be named
  std::string count;               ///< "8 personnes"; "—" where the station rests
};

struct WallRow {
  std::string station;
  std::string place;            ///< only where all its rounds are in one room; may be empty
  std::vector<WallCell> cells;  ///< one per round
};

struct WallSheet {
  std::string rotation_key;
  std::string rotation;
  std::string date;  ///< empty when no clock is known, or each round says its own
  std::vector<WallRound> rounds;
  std::vector<WallRow> rows;
};

/// One per rotation in which people are seated; where they stroll at will there is none.
[[nodiscard]] std::vector<WallSheet> wall_sheets_of(const engine::Gathering& gathering,
                                                    const engine::Plan& plan,
                                                    const PrintOptions& options);

}  // namespace sheets
