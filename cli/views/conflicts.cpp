#include "cli/views/conflicts.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include <fmt/format.h>

#include "cli/views/phrases.h"

namespace cli {
namespace {

enum class About : std::uint8_t { People, Places, Hours };

About about(const engine::Obstruction& conflict) {
  using engine::RuleId;
  constexpr std::array kPeople{RuleId::PersonUnavailable,
                               RuleId::PersonOverlap,
                               RuleId::TravelTime,
                               RuleId::TeamComplete,
                               RuleId::ShuttleSeats};
  constexpr std::array kPlaces{RuleId::RoomCapacity,
                               RuleId::RoomFeatures,
                               RuleId::RoomUnavailable,
                               RuleId::RoomOverlap,
                               RuleId::EquipmentStock,
                               RuleId::StationCapacity};
  const auto names = [&](const auto& rules) {
    return std::any_of(rules.begin(), rules.end(), [&](RuleId id) {
      const auto key = engine::info(id).key;
      return std::find(conflict.rules.begin(), conflict.rules.end(), key) != conflict.rules.end();
    });
  };
  return names(kPeople) ? About::People : names(kPlaces) ? About::Places : About::Hours;
}

void write_group(const std::vector<engine::Obstruction>& conflicts,
                 About group,
                 const engine::Words& title,
                 const Screen& screen) {
  bool first = true;
  for (const auto& conflict : conflicts) {
    if (about(conflict) != group) continue;
    if (first) heading(screen, said(screen, title));
    first = false;
    auto text = conflict.text.in(screen.language) + ".";
    if (!conflict.proved)
      text += said(screen,
                   {" (Ce n’est pas prouvé\u00a0: aucun programme n’a été trouvé.)",
                    " (Not proved: no plan was found.)"});
    paragraph(screen, text, "  - ");
    std::string rules;
    for (const auto& rule : conflict.rules) {
      const auto* info = find_rule(rule);
      rules += (rules.empty() ? "" : " · ") +
               (info == nullptr ? rule : std::string(info->title.in(screen.language)));
    }
    if (!rules.empty())
      paragraph(screen,
                said(screen, {"Règles en jeu\u00a0: {0}", "Rules at play: {0}"}, rules),
                "    ",
                Tone::Faint);
  }
}

}  // namespace

void show_conflicts(const std::vector<engine::Obstruction>& conflicts, const Screen& screen) {
  screen.out << '\n';
  if (conflicts.empty())
    return paragraph(screen,
                     said(screen,
                          {"Ce qui empêche le programme n’a pas été trouvé dans le temps donné.",
                           "What is in the way was not found in the time given."}),
                     "",
                     Tone::Notice);
  const bool proved = std::any_of(
      conflicts.begin(), conflicts.end(), [](const auto& conflict) { return conflict.proved; });
  paragraph(screen,
            proved
                ? said(screen,
                       {"Aucun programme n’est possible\u00a0: c’est prouvé. Voici ce qui ne peut "
                        "pas aller ensemble.",
                        "No plan is possible: proved. This is what cannot be had together."})
                : said(screen,
                       {"Aucun programme complet n’a été trouvé. Voici ce qui semble ne pas "
                        "pouvoir aller ensemble.",
                        "No complete plan was found. This is what seems not to go together."}),
            "",
            Tone::Bad);
  write_group(conflicts, About::People, {"Les personnes", "People"}, screen);
  write_group(conflicts, About::Places, {"Les lieux", "Places"}, screen);
  write_group(conflicts, About::Hours, {"Les horaires", "Hours"}, screen);
}

void show_repairs(const std::vector<engine::Repair>& repairs, const Screen& screen) {
  if (repairs.empty())
    return paragraph(screen,
                     said(screen,
                          {"Aucune réparation simple n’a été trouvée dans le temps donné.",
                           "No simple repair was found in the time given."}),
                     "",
                     Tone::Notice);
  heading(screen,
          said(screen,
               {"Ce qui suffirait, du plus léger au plus lourd (chaque réparation a été essayée)",
                "What would do, the lightest first (each repair was tried)"}));
  int number = 0;
  for (const auto& repair : repairs) {
    paragraph(
        screen,
        said(screen, {"{0} (coût\u00a0{1})", "{0} (cost\u00a0{1})"}, repair.text, repair.cost),
        fmt::format("  {}. ", ++number));
    for (const auto& change : repair.changes)
      paragraph(screen,
                fmt::format("{}{}\u00a0: {}",
                            change.table,
                            change.id.empty() ? "" : "\u00a0" + change.id,
                            change.value.empty()
                                ? said(screen, {"retirer {0}", "take {0} out"}, change.key)
                                : change.key + " = " + change.value),
                "     ",
                Tone::Faint);
  }
}

}  // namespace cli
