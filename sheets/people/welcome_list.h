/// The list at the reception: people by family name with their group, where they go first, and what
/// they are given. For the desk only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"
#include "sheets/lookup/groups.h"
#include "sheets/print_options.h"

namespace sheets {

struct WelcomeRow {
  std::string family_name;  ///< may be empty
  std::string given_name;
  std::string organisation;
  std::optional<Group> group;
  std::string first;     ///< "09:30 Grande salle", with its date when days differ; may be empty
  std::string hand_out;  ///< "badge, 2 cartes, feuille de rotation"
};

struct WelcomeLetter {
  std::string letter;  ///< "A"; "#" for names without one
  std::vector<WelcomeRow> rows;
};

/// None when people are not to be named.
[[nodiscard]] std::vector<WelcomeLetter> welcome_list_of(const engine::Gathering& gathering,
                                                         const engine::Plan& plan,
                                                         const PrintOptions& options);

}  // namespace sheets
