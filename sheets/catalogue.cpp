#include "sheets/catalogue.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "engine/plan/at_site.h"
#include "sheets/drawing/impose.h"
#include "sheets/drawing/pdf.h"
#include "sheets/drawing/typography.h"
#include "sheets/people/badge_page.h"
#include "sheets/people/sign_in_page.h"
#include "sheets/people/welcome_list_page.h"
#include "sheets/press.h"
#include "sheets/programme/poster_page.h"
#include "sheets/programme/programme_page.h"
#include "sheets/rooms/door_page.h"
#include "sheets/rooms/room_setup_page.h"
#include "sheets/rotation/rotation_host_page.h"
#include "sheets/rotation/rotation_participant_page.h"
#include "sheets/rotation/rotation_wall_page.h"
#include "sheets/services/meals_page.h"
#include "sheets/services/transport_page.h"
#include "sheets/team/decision_log_page.h"
#include "sheets/team/running_order_page.h"
#include "sheets/team/workshop_card_page.h"

namespace sheets {
namespace {

using engine::Gathering;
using engine::Plan;

/// A view of the plan, drawn.
template <auto view_of, auto draw_view>
Document drawn(const PlanToPrint& what, const Press& press) {
  return draw_view(view_of(what.gathering, what.plan, what.options), press);
}

struct Row {
  SheetKind kind;
  Document (*draw)(const PlanToPrint&, const Press&);
};

constexpr engine::Words kOneSide{"A4, recto", "A4, one side"};

constexpr std::array kRows{
    Row{{"programme",
         {"Programme à plier", "Programme to fold"},
         {"pour tout le monde", "for everyone"},
         {"A4 recto verso, retourné sur le petit côté, à plier au milieu",
          "A4, both sides, turned on the short edge, to fold in the middle"}},
        drawn<programme_of, draw_programme>},
    Row{{"programme-poster",
         {"Programme à afficher (A3)", "Programme for the wall (A3)"},
         {"pour tout le monde, les séances parallèles côte à côte",
          "for everyone, what runs in parallel side by side"},
         {"A3, recto", "A3, one side"}},
        drawn<poster_days_of, draw_poster>},
    Row{{"running-order",
         {"Conducteur", "Running order"},
         {"pour l’équipe, à garder entre soi", "for the team, to be kept to itself"},
         {"A4 en paysage, recto", "A4 landscape, one side"}},
        drawn<running_order_of, draw_running_order>},
    Row{{"rotation-host",
         {"Feuilles de rotation", "Rotation sheets"},
         {"pour les personnes qui accueillent une table ou un groupe",
          "for those who host a table or a group"},
         kOneSide},
        drawn<host_sheets_of, draw_host_sheets>},
    Row{{"rotation-participant",
         {"Cartes de rotation", "Rotation cards"},
         {"pour les personnes qui passent de table en table, à découper",
          "for those who go from table to table, to cut out"},
         {"A4 recto, la pile coupée en quatre d’un coup",
          "A4, one side, the pile cut in four at once"}},
        drawn<participant_cards_of, draw_participant_cards>},
    Row{{"rotation-wall",
         {"Rotation à afficher (A3)", "Rotation for the wall (A3)"},
         {"pour tout le monde, à lire de loin", "for everyone, to be read from afar"},
         {"A3 en paysage, recto", "A3 landscape, one side"}},
        drawn<wall_sheets_of, draw_wall_sheets>},
    Row{{"door",
         {"Affiches de salle", "Door sheets"},
         {"à la porte de chaque salle", "on the door of each room"},
         kOneSide},
        drawn<door_sheets_of, draw_door_sheets>},
    Row{{"sign-in",
         {"Feuilles d’émargement", "Attendance sheets"},
         {"à faire signer, par demi-journée et par salle", "to be signed, by half-day and room"},
         {"A4 en paysage, recto", "A4 landscape, one side"}},
        drawn<sign_in_sheets_of, draw_sign_in_sheets>},
    Row{{"badge",
         {"Badges", "Badges"},
         {"un par personne, avec sa rotation au dos", "one each, with one’s rotation on the back"},
         {"A4 recto, sur papier fort, à couper en quatre bandes puis à plier",
          "A4, one side, on card, to cut into four strips and fold"}},
        drawn<badges_of, draw_badges>},
    Row{{"workshop-card",
         {"Fiches atelier", "Workshop cards"},
         {"pour qui anime", "for those who facilitate"},
         kOneSide},
        drawn<workshop_cards_of, draw_workshop_cards>},
    Row{{"decision-log",
         {"Relevés de décisions", "Decision logs"},
         {"pour qui prend note de ce qui est décidé", "for whoever notes what is decided"},
         kOneSide},
        drawn<decision_logs_of, draw_decision_logs>},
    Row{{"room-setup",
         {"Préparation des salles", "Room setup"},
         {"pour la logistique", "for the room crew"},
         {"A4 en paysage, recto", "A4 landscape, one side"}},
        drawn<room_setups_of, draw_room_setups>},
    Row{{"meals", {"Repas", "Meals"}, {"pour le traiteur", "for the caterer"}, kOneSide},
        drawn<meals_of, draw_meals>},
    Row{{"transport",
         {"Transport", "Transport"},
         {"pour qui conduit et qui compte à la montée", "for those who drive and those who count"},
         kOneSide},
        drawn<transport_sheets_of, draw_transport>},
    Row{{"welcome-list",
         {"Liste d’accueil", "Welcome list"},
         {"pour la table d’accueil", "for the reception desk"},
         kOneSide},
        drawn<welcome_list_of, draw_welcome_list>},
};

const Row& row_of(std::string_view key) {
  for (const auto& row : kRows)
    if (row.kind.key == key) return row;
  throw std::invalid_argument("no kind of sheet is called " + std::string(key));
}

}  // namespace

std::vector<SheetKind> kinds() {
  std::vector<SheetKind> list;
  for (const auto& row : kRows) list.push_back(row.kind);
  return list;
}

Document draw(std::string_view kind, const PlanToPrint& what, Ruler& ruler) {
  const Press press{
      what.options, ruler, what.gathering.name, version_line(what.plan.version, what.options)};
  const auto& row = row_of(kind);
  // Trips to a site follow from where people are before.
  if (what.options.site.empty() || kind == "transport") return row.draw(what, press);
  const auto part = engine::at_site(what.gathering, what.plan, what.options.site);
  return row.draw({what.gathering, part, what.options}, press);
}

Document on_paper(Document document, const PrintOptions& options) {
  const auto paper = sheet_of(options.paper, 8);
  return impose(std::move(document), paper.width, paper.height);
}

Document drawn_on_paper(const std::vector<std::string_view>& kinds, const PlanToPrint& what) {
  const auto ruler = pdf_ruler(what.options.language);
  Document document;
  for (const auto kind : kinds) {
    auto one = on_paper(draw(kind, what, *ruler), what.options);
    for (auto& page : one.pages) {
      page.width = one.width;
      page.height = one.height;
    }
    if (document.pages.empty())
      document = std::move(one);
    else
      std::move(one.pages.begin(), one.pages.end(), std::back_inserter(document.pages));
  }
  return document;
}

}  // namespace sheets
