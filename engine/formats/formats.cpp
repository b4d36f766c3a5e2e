#include "engine/formats/formats.h"

#include <algorithm>

namespace engine {
namespace {

using L = SheetLayout;

// Where a row gives two figures for one thing, the source is named; "choice" marks a default of our
// own where practice gives no number.
constexpr auto kFormats = std::to_array<Format>({
    // At most 40 minutes in one stretch (placedesreseaux.com); 20 to 500 people is a choice.
    {"plenary",
     {"plénière", "plenary"},
     {"facilitator", "speaker"},
     40,
     0,
     {20, 100, 500},
     true,
     L::Panel,
     {"rangées face à la scène, micro, vidéoprojecteur",
      "rows facing the stage, microphone, projector"}},
    // 3 to 5 speakers, at most 90 minutes with questions (ribbon.co, modernisation.gouv.fr).
    {"round-table",
     {"table ronde", "round table"},
     {"moderator", "speaker", "keynote-listener", "scribe"},
     75,
     0,
     {20, 60, 300},
     true,
     L::Panel,
     {"chaises sur scène, un micro par personne, un micro qui circule",
      "chairs on stage, one microphone each, one roaming"}},
    // 5 to 40 people (schaefer-shop.ch); one facilitator for 8 to 12 and 90-minute blocks
    // (dooni.co).
    {"workshop",
     {"atelier", "workshop"},
     {"facilitator", "scribe", "timekeeper"},
     90,
     0,
     {5, 12, 40},
     true,
     L::Phases,
     {"îlots, un tableau par groupe", "table clusters, one board per group"}},
    // Stand talks of 5 to 15 minutes (icem34.fr); 6 to 8 people per table is a choice.
    {"marketplace",
     {"place du marché", "marketplace"},
     {"host", "timekeeper", "facilitator"},
     60,
     12,
     {1, 6, 8},
     true,
     L::Tables,
     {"une table et un panneau par stand, place pour circuler debout",
      "one table and panel per stand, standing space"}},
    // Tables of 4 or 5, rounds of 20 to 30 minutes, 60 to 120 in all (interpole.xyz, itcilo.org).
    {"world-cafe",
     {"world café", "world café"},
     {"facilitator", "host", "scribe"},
     90,
     20,
     {3, 4, 6},
     true,
     L::Tables,
     {"petites tables, nappe en papier, feutres", "small tables, paper cloth, markers"}},
    // 3 to 10 people (ux-republic.com), 6 to 15 (flexjob.fr); 120 minutes (wipple.fr).
    {"six-hats",
     {"chapeaux de Bono", "six thinking hats"},
     {"facilitator", "scribe", "timekeeper"},
     120,
     0,
     {3, 10, 15},
     true,
     L::Phases,
     {"tableau, papillons de couleur, feutres, gommettes",
      "board, coloured sticky notes, markers, dots"}},
    // 15 to 300 people (insuffle.com), 30 to 500 in 3 h 30 (smart-retail-city-lab.com).
    {"open-space",
     {"forum ouvert", "open space"},
     {"facilitator", "topic-lead", "secretary"},
     210,
     60,
     {15, 100, 500},
     true,
     L::Tables,
     {"cercle de chaises, grille murale vide, plusieurs coins de discussion",
      "circle of chairs, blank wall grid, several spots to talk"}},
    // 10 to 75 people, 60 to 120 minutes (communagir.org).
    {"fishbowl",
     {"bocal à poissons", "fishbowl"},
     {"facilitator", "observer"},
     90,
     0,
     {10, 40, 75},
     true,
     L::Panel,
     {"deux cercles de chaises, une chaise vide au centre",
      "two circles of chairs, one empty in the middle"}},
    // 3 to 7 minutes per meeting (fr.wikipedia); 20 to 49 people in all (kunveni.fr).
    {"speed-meeting",
     {"rencontres express", "speed meeting"},
     {"facilitator", "timekeeper"},
     45,
     6,
     {2, 2, 6},
     true,
     L::Tables,
     {"tables numérotées ou mange-debout, une cloche", "numbered or standing tables, a bell"}},
    // 6 to 8 people (resonence.fr), 120 to 150 minutes (solutions-coaching.fr).
    {"co-development",
     {"co-développement", "peer consultation"},
     {"client", "facilitator", "scribe"},
     120,
     0,
     {5, 7, 8},
     true,
     L::Phases,
     {"salle calme et fermée, cercle, tableau", "quiet closed room, circle, flip chart"}},
    // 45 to 60 minutes and 8, 15, 20 people per guide are choices.
    {"visit",
     {"visite", "visit"},
     {"guide", "sweep", "scribe"},
     60,
     45,
     {8, 15, 20},
     true,
     L::Visit,
     {"point de départ, parcours de plain-pied", "meeting point, step-free way"}},
    // About 8 people (HES-SO), 7 to 12 (infonet.fr); 90 to 120 minutes is a choice.
    {"focus-group",
     {"groupe de discussion", "focus group"},
     {"facilitator", "scribe", "observer"},
     90,
     0,
     {5, 8, 12},
     true,
     L::Phases,
     {"salle fermée, table ronde", "closed room, round table"}},
    // 8, 15, 30 people and 120 to 180 minutes are choices; real ones had 25 and 33 members.
    {"committee",
     {"comité", "committee"},
     {"chair", "secretary", "rapporteur"},
     150,
     0,
     {8, 15, 30},
     true,
     L::Panel,
     {"tables en U", "tables in a U"}},
    // 60 to 120 minutes, 20 to 150 people: choices.
    {"celebration",
     {"célébration", "celebration"},
     {"facilitator"},
     90,
     0,
     {20, 60, 150},
     true,
     L::Simple,
     {"buffet, musique, mur du chemin parcouru", "buffet, music, wall of the path travelled"}},
    // 10 minutes at most (lab-eille.com); 5 to 10 people, 15 in one circle (kactus.com).
    {"icebreaker",
     {"brise-glace", "icebreaker"},
     {"facilitator"},
     10,
     0,
     {5, 8, 15},
     true,
     L::Simple,
     {"espace libre", "free floor"}},
    // 45 minutes (phosphoriales.com, « vernissage »).
    {"report-back",
     {"restitution", "report-back"},
     {"facilitator", "rapporteur"},
     45,
     0,
     {10, 60, 500},
     true,
     L::Panel,
     {"affiches au mur, micro", "posters on the wall, microphone"}},
    // Two thirds arrive in the last 30 minutes (checkinhub.co.uk); one desk per 40 to 50 is a
    // choice.
    {"welcome",
     {"accueil", "welcome"},
     {"host"},
     30,
     0,
     {1, 45, 0},
     true,
     L::Pause,
     {"table d’accueil, badges, café", "welcome desk, badges, coffee"}},
    // 45 to 60 minutes seated (dolcehotels.fr), one buffet for 50 people (eventplanner.be).
    {"meal",
     {"repas", "meal"},
     {"host"},
     60,
     0,
     {1, 50, 0},
     true,
     L::Pause,
     {"tables, un buffet pour 50 personnes", "tables, one buffet per 50 people"}},
    // 15 minutes up to 100 people, 30 beyond (dolcehotels.fr).
    {"break",
     {"pause", "break"},
     {},
     15,
     0,
     {1, 100, 0},
     false,
     L::Pause,
     {"boissons, de quoi s’asseoir", "drinks, places to sit"}},
    // A coach holds 50 to 55 people; 30 minutes is a choice.
    {"travel",
     {"trajet", "journey"},
     {"driver", "contact"},
     30,
     0,
     {1, 50, 55},
     false,
     L::Pause,
     {"point de rendez-vous", "meeting point"}},
    {"other",
     {"autre temps", "other"},
     {"facilitator"},
     60,
     0,
     {0, 0, 0},
     true,
     L::Simple,
     {"selon la séance", "as the session asks"}},
});

constexpr auto kRoles = std::to_array<RoleName>({
    {"chair", {"présidence", "chair"}},
    {"client", {"apport du sujet", "client"}},
    {"consultant", {"consultation", "consultant"}},
    {"contact", {"contact sur place", "contact"}},
    {"driver", {"conduite", "driver"}},
    {"facilitator", {"animation", "facilitator"}},
    {"guide", {"guide", "guide"}},
    {"host", {"accueil", "host"}},
    {"interpreter", {"interprétation", "interpreter"}},
    {"keynote-listener", {"grand témoin", "keynote listener"}},
    {"moderator", {"modération", "moderator"}},
    {"observer", {"observation", "observer"}},
    {"rapporteur", {"restitution", "rapporteur"}},
    {"scribe", {"prise de notes", "scribe"}},
    {"secretary", {"secrétariat", "secretary"}},
    {"speaker", {"intervention", "speaker"}},
    {"sweep", {"serre-file", "sweep"}},
    {"technician", {"régie", "technician"}},
    {"timekeeper", {"garde du temps", "timekeeper"}},
    {"topic-lead", {"portage du sujet", "topic lead"}},
});

}  // namespace

std::span<const Format> formats() {
  return kFormats;
}

const Format* find_format(std::string_view key) {
  const auto* row = std::find_if(
      kFormats.begin(), kFormats.end(), [&](const Format& format) { return format.key == key; });
  return row == kFormats.end() ? nullptr : row;
}

int least_holders(std::string_view format, std::string_view role, int held) {
  // Without these there is no such session; a talk needs its speaker, a visit its guide.
  constexpr auto kLeading = std::to_array<std::string_view>(
      {"chair", "client", "driver", "guide", "interpreter", "speaker", "topic-lead"});
  // Formats that live from being led; a meal or a closing goes on without its host.
  constexpr auto kLed = std::to_array<std::string_view>(
      {"workshop", "six-hats", "fishbowl", "co-development", "visit", "focus-group", "committee"});
  constexpr auto kLeaders = std::to_array<std::string_view>({"facilitator", "host"});
  const auto has = [](const auto& list, std::string_view key) {
    return std::find(list.begin(), list.end(), key) != list.end();
  };
  if (role == "moderator") return held;
  if (format == "round-table" && role == "speaker") return std::min(held, 2);
  if (has(kLeading, role)) return std::min(held, 1);
  return has(kLed, format) && has(kLeaders, role) ? std::min(held, 1) : 0;
}

std::vector<std::string_view> format_keys() {
  std::vector<std::string_view> keys;
  for (const auto& format : kFormats) keys.push_back(format.key);
  return keys;
}

const RoleName* find_role(std::string_view key) {
  const auto* row = std::find_if(
      kRoles.begin(), kRoles.end(), [&](const RoleName& role) { return role.key == key; });
  return row == kRoles.end() ? nullptr : row;
}

}  // namespace engine
