/// How long it takes from one place to another, as the gathering file says it, by keys.
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/model/gathering.h"

namespace engine {

/// A careful guess where coordinates are all we have (a choice): roads are 1.3 times the straight
/// line, 50 km/h, 5 minutes to get going, rounded up to 5. Nothing without coordinates.
[[nodiscard]] std::optional<Minute> estimated_minutes(const Site& a, const Site& b);

/// Points into the gathering, which must outlive it.
class Journeys {
 public:
  explicit Journeys(const Gathering& gathering);

  struct Way {
    Minute minutes = 0;
    const Travel* row = nullptr;  ///< nullptr: guessed from coordinates
  };

  /// From one site to another, which may differ by no more than the rooms one goes between; `room`
  /// keys may be empty. Nothing when the file does not say how long it takes.
  struct Place {
    std::string_view site;
    std::string_view room{};
  };
  [[nodiscard]] std::optional<Way> between(Place from, Place to) const;

 private:
  [[nodiscard]] const Travel* row(std::string_view from, std::string_view to) const;

  std::map<std::pair<std::string_view, std::string_view>, const Travel*> rows_;
  std::map<std::string_view, const Site*> sites_;
};

}  // namespace engine
