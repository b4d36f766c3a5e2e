/// Where a session could move at once if its room were lost.
#pragma once

#include <vector>

#include "engine/model/gathering.h"
#include "sheets/lookup/uses.h"

namespace sheets {

class SpareRooms {
 public:
  /// Both must outlive it.
  SpareRooms(const engine::Gathering& gathering, const std::vector<Use>& uses);

  /// The smallest room on the same site that has the seats and features the session needs, is open
  /// and holds nothing from its setup to its teardown; nullptr when there is none.
  [[nodiscard]] const engine::Room* spare(const Use& use) const;

 private:
  [[nodiscard]] bool fits(const engine::Room& room, const Use& use) const;
  [[nodiscard]] bool is_free(const engine::Room& room, engine::Interval time) const;

  const engine::Gathering& gathering_;
  const std::vector<Use>& uses_;
};

}  // namespace sheets
