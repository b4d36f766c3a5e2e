/// Badges: a first name read from afar, the organisation, the group; on the back one's own
/// rotation. No needs, no diets, no addresses.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"
#include "sheets/lookup/groups.h"
#include "sheets/print_options.h"

namespace sheets {

struct BadgeRound {
  std::string hours;    ///< "11:00–11:15"; empty when no clock is known
  std::string station;  ///< "Table 3"
};

struct BadgeRotation {
  std::string title;
  std::string date;                ///< "11/02" where the gathering has several days
  std::vector<BadgeRound> rounds;  ///< those the person is in
};

struct Badge {
  std::string person_key;
  std::string first_name;
  std::string family_name;
  std::string organisation;
  std::string part;  ///< the first role the person has in the plan: "Modération"; may be empty
  std::optional<Group> group;
  std::vector<BadgeRotation> rotations;  ///< on the back, by time; none: the back is the front
};

/// One per person of the gathering, by family name. None when people are not to be named.
[[nodiscard]] std::vector<Badge> badges_of(const engine::Gathering& gathering,
                                           const engine::Plan& plan,
                                           const PrintOptions& options);

}  // namespace sheets
