/// Where everybody goes next: each person's plan as a list of stops.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "engine/plan/plan.h"
#include "sheets/lookup/directory.h"

namespace sheets {

struct Stop {
  engine::Minute start = 0;
  std::string title;     ///< of the session or station
  std::string room;      ///< key; may be empty
  std::string rotation;  ///< key; empty: a session
  std::string station;   ///< key
  std::size_t round = 0;
};

class Itineraries {
 public:
  Itineraries(const Directory& directory, const engine::Plan& plan);

  /// The first stop of this person that starts at or after `moment`, on the same day; nullptr when
  /// there is none.
  [[nodiscard]] const Stop* next(const std::string& person, engine::Minute moment) const;

 private:
  void add(const std::vector<std::string>& people, const Stop& stop);
  std::map<std::string, std::vector<Stop>> stops_;  ///< by person, in time order
};

}  // namespace sheets
