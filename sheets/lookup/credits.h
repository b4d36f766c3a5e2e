/// Who does what: the holders of roles with their names and organisations.
#pragma once

#include <string>
#include <vector>

#include "engine/plan/plan.h"
#include "sheets/lookup/directory.h"
#include "sheets/print_options.h"

namespace sheets {

struct Holder {
  std::string name;
  std::string organisation;  ///< may be empty
};

struct Credit {
  std::string role;  ///< "Modération"
  std::vector<Holder> holders;
};

/// Who does what, with names and organisations; nothing when people are not to be named.
[[nodiscard]] std::vector<Credit> credits_of(const Directory& directory,
                                             const std::vector<engine::RoleHolders>& team,
                                             const PrintOptions& options);

/// "Modération : Awa Diallo, Bruno Petit".
[[nodiscard]] std::string credit_line(const Credit& credit, engine::Language language);

}  // namespace sheets
