#include "sheets/lookup/credits.h"

#include <utility>

namespace sheets {

std::vector<Credit> credits_of(const Directory& directory,
                               const std::vector<engine::RoleHolders>& team,
                               const PrintOptions& options) {
  std::vector<Credit> credits;
  if (options.no_personal_data) return credits;
  for (const auto& holders : team) {
    if (holders.people.empty()) continue;
    Credit credit{role_title(holders.role, options.language), {}};
    for (const auto& key : holders.people) {
      const auto* person = directory.person(key);
      credit.holders.push_back(
          {directory.person_name(key), person == nullptr ? std::string() : person->organisation});
    }
    credits.push_back(std::move(credit));
  }
  return credits;
}

std::string credit_line(const Credit& credit, engine::Language language) {
  std::string line = credit.role + (language == engine::Language::Fr ? "\u00a0: " : ": ");
  for (std::size_t i = 0; i < credit.holders.size(); ++i)
    line += (i > 0 ? ", " : "") + credit.holders[i].name;
  return line;
}

}  // namespace sheets
