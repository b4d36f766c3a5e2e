#include "engine/problem/teams.h"

#include <cstddef>

#include "engine/problem/sorted.h"
#include "engine/problem/who.h"

namespace engine {
namespace {

/// `row` is that of the role in its team.
void add_open(
    Compiling& c, const std::vector<Role>& roles, std::int32_t row, std::size_t item, Team& team) {
  const auto& role = roles[static_cast<std::size_t>(row)];
  const auto count = role.open->value;
  const auto complaints = c.diagnostics.all().size();
  const auto pool = people_of(c, role.from, item);
  const bool sound =
      c.diagnostics.all().size() == complaints || role.from.kind == Who::Kind::Registered;
  if (count < 1)
    c.diagnostics.error(role.open->where,
                        say({"«\u202f{0}\u202f»\u00a0: count doit valoir au moins 1",
                             "\"{0}\": count must be at least 1"},
                            role.name.value));
  if (sound && count > static_cast<std::int64_t>(pool.size()))
    c.diagnostics.impossible(
        role.open->where,
        {},
        state_plainly(
            {"personne pour tenir le rôle «\u202f{0}\u202f»\u00a0: il faut {1} "
             "{1:personne|personnes}, "
             "from en désigne {2}",
             "nobody to hold the role \"{0}\": it takes {1} {1:person|people}, from names {2}"},
            {"le rôle «\u202f{0}\u202f» de «\u202f{3}\u202f» demande {1} "
             "{1:personne|personnes}\u202f; il n’y en a que {2} à qui le confier",
             "the role \"{0}\" of \"{3}\" takes {1} {1:person|people}; there {2:is|are} only {2} "
             "to "
             "choose from"},
            role.name.value,
            count,
            pool.size(),
            c.named_item(item)));
  if (count > static_cast<std::int64_t>(pool.size()) && !c.in_spite) return;
  for (int i = 0; i < count; ++i)
    team.open.push_back({.role = row, .spare = i >= count - role.spare, .pool = pool});
}

}  // namespace

Team read_team(Compiling& c, const std::vector<Role>& roles, std::size_t item) {
  Team team;
  for (std::size_t row = 0; row < roles.size(); ++row) {
    const auto& role = roles[row];
    if (role.open) add_open(c, roles, static_cast<std::int32_t>(row), item, team);
    for (const auto& key : role.people) {
      const auto person = c.names.row(Named::Person, key);
      if (person != kUnknown) team.named.push_back({person});
    }
  }
  sort_unique(team.named);
  return team;
}

}  // namespace engine
