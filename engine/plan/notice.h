/// What people must be told after a change of plan, and which printed pages no longer hold.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/model/text.h"

namespace engine {

/// When somebody must be told.
enum class Urgency : std::uint8_t {
  Now,          ///< the change is theirs, they are asked for something, or it is about to begin
  Before,       ///< before what comes next for them
  Information,  ///< nothing on their own sheet changes
};

struct Notice {
  std::string person;  ///< id
  std::string name;
  Urgency urgency = Urgency::Information;
  Text text;
  friend bool operator==(const Notice&, const Notice&) = default;
};

/// Ids of what has to be printed again; the old page is void.
struct VoidPages {
  bool programme = false;
  std::vector<std::string> people;     ///< own sheets
  std::vector<std::string> rooms;      ///< posters on doors
  std::vector<std::string> rotations;  ///< wall sheets, and sheets of hosts

  [[nodiscard]] bool empty() const {
    return !programme && people.empty() && rooms.empty() && rotations.empty();
  }
  friend bool operator==(const VoidPages&, const VoidPages&) = default;
};

}  // namespace engine
