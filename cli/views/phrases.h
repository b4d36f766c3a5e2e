/// Short turns of phrase the views share: counts, spans of time, lists of people.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/views/agenda.h"
#include "engine/rules/catalogue.h"

namespace cli {

/// "12 personnes"
[[nodiscard]] std::string people_counted(const Screen& screen, std::size_t number);

/// "09:15–10:15"
[[nodiscard]] std::string span(engine::Interval time);
/// "Mardi 11 février 2025"
[[nodiscard]] std::string day_title(const Screen& screen, engine::Day day);

/// The name of a person on one line: its spaces do not break.
[[nodiscard]] std::string unbroken(std::string name);
/// Names in the order of the alphabet (accents and case do not count), separated by commas.
[[nodiscard]] std::string names(const Showing& showing, const std::vector<std::string>& people);
/// "modération : Léa Martin", one line per role; empty without a team.
[[nodiscard]] std::string team_text(const Showing& showing,
                                    const Screen& screen,
                                    const std::vector<engine::RoleHolders>& team);
/// "modération" for "moderator"; a role the organiser made up stays as it is.
[[nodiscard]] std::string role_name(const Screen& screen, const std::string& role);

/// The rule of the catalogue with this id; nullptr for one that a later version may know.
[[nodiscard]] const engine::RuleInfo* find_rule(std::string_view id);
/// "12 × rencontre répétée"
[[nodiscard]] std::string units_text(const Screen& screen,
                                     std::string_view rule,
                                     std::int64_t count);

/// "12 personnes", or the names when they are few.
[[nodiscard]] std::string audience_text(const Showing& showing,
                                        const Screen& screen,
                                        const std::vector<std::string>& people);

/// Team and audience, one below the other; "tout le monde (45)" when that is everybody.
[[nodiscard]] std::string who(const Showing& showing, const Screen& screen, const Entry& entry);

/// "groupes de 15", "groupes de 14 à 16"; of what is in `rounds`.
[[nodiscard]] std::string group_sizes(const Screen& screen,
                                      std::span<const engine::PlannedRound> rounds);

}  // namespace cli
