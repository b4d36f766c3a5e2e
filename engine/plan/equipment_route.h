/// Where equipment goes: which pieces are carried from one site to another, and by when.
///
/// Nothing of it is stored: it follows from where a plan uses the equipment. A use takes pieces
/// that stand on its site, then those that can be carried there in time, nearest first, then those
/// that are still at home. After the last use, what has a home is carried back.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"

namespace engine {

struct EquipmentMove {
  std::string equipment;  ///< key
  int count = 0;
  std::string from;              ///< site key
  std::string to;                ///< site key
  std::optional<Minute> free;    ///< since when it can be taken along; none: it is at home
  std::optional<Minute> needed;  ///< when it must be there; none: back home, in no hurry
  Minute minutes = 0;            ///< on the road; 0 when nobody says how long it takes
  std::string after;             ///< key of the session it comes from; empty: from home
  std::string before;            ///< key of the session it goes to; empty: home

  friend bool operator==(const EquipmentMove&, const EquipmentMove&) = default;
};

/// By equipment in the gathering's order, then in order of time.
[[nodiscard]] std::vector<EquipmentMove> equipment_moves(const Gathering& gathering,
                                                         const Plan& plan);

}  // namespace engine
