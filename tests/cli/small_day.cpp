#include "tests/cli/small_day.h"

#include <utility>

namespace tests {
namespace {

constexpr engine::Minute kDay = 20130 * engine::kMinutesPerDay;  // 2025-02-11

constexpr engine::Minute at(int hour, int minute) {
  return kDay + hour * 60 + minute;
}

engine::Person person(const char* id, const char* name, const char* organisation) {
  engine::Person row;
  row.id.value = id;
  row.name = name;
  row.organisation = organisation;
  return row;
}

engine::Room room(const char* id, const char* name, int capacity) {
  engine::Room row;
  row.id.value = id;
  row.name = name;
  row.site.value = "maison";
  row.capacity.value = capacity;
  return row;
}

engine::Session session(const char* id, const char* title) {
  engine::Session row;
  row.id.value = id;
  row.title = title;
  return row;
}

engine::Rotation rotation(const char* id,
                          const char* title,
                          engine::Pattern pattern,
                          const std::vector<std::pair<const char*, const char*>>& stations) {
  engine::Rotation row;
  row.id.value = id;
  row.title = title;
  row.pattern.value = pattern;
  for (const auto& [key, name] : stations) {
    engine::Station station;
    station.id.value = key;
    station.title = name;
    row.stations.push_back(station);
  }
  return row;
}

engine::Wish wish(const char* who, const char* station, int rank) {
  engine::Wish row;
  row.person.value = who;
  row.rotation.value = "themes";
  row.station.value = station;
  row.rank.value = rank;
  return row;
}

engine::PlannedRound round(engine::Minute start, std::vector<engine::PlannedStation> stations) {
  return {start, start + 20, std::move(stations)};
}

engine::PlannedRotation hats() {
  const std::vector<std::string> one{"elo", "ann", "zoe"};
  const std::vector<std::string> two{"bao", "eli", "leo"};
  const auto stations = [](auto first, auto second) {
    return std::vector<engine::PlannedStation>{
        {"blanc", "verte", {{"facilitator", {"leo"}}}, first}, {"noir", "bleue", {}, second}};
  };
  return {.id = "chapeaux",
          .rounds = {round(at(10, 30), stations(one, two)), round(at(10, 55), stations(two, one))}};
}

engine::PlannedRotation pairs() {
  return {.id = "duos",
          .repeat_meetings = 1,
          .repeat_cost = 1,
          .bound = 0,
          .rounds = {
              round(at(14, 0),
                    {{"t1", "verte", {}, {"elo", "eli"}}, {"t2", "verte", {}, {"ann", "bao"}}}),
              round(at(14, 20),
                    {{"t1", "verte", {}, {"elo", "eli"}}, {"t2", "verte", {}, {"ann", "zoe"}}})}};
}

engine::PlannedRotation themes() {
  return {.id = "themes",
          .proved = true,
          .rounds = {round(at(15, 0),
                           {{"agir", "verte", {}, {"elo", "ann", "zoe"}},
                            {"lier", "bleue", {}, {"bao", "eli"}}})}};
}

}  // namespace

engine::Gathering small_day(engine::Language language) {
  engine::Gathering day;
  day.name = "Petite journée";
  day.language = language;
  day.people = {
      person("zoe", "Zoé Quillet", "Commune d’Aubrac"),
      person("eli", "Elise Marchand", ""),
      person("elo", "Élodie Auclair-Fontanel", "Réseau des tiers-lieux du Massif central"),
      person("bao", "阮宝 Bao", ""),
      person("ann", "Anaïs Lebrun", ""),
      person("leo", "Léo Perrin", ""),
      person("seul", "Noé Sauvage", "")};
  engine::Site site;
  site.id.value = "maison";
  day.sites = {site};
  day.rooms = {
      room("verte", "Salle verte", 40), room("bleue", "Salle bleue", 12), room("cave", "Cave", 8)};
  day.sessions = {session("accueil", "Accueil café"),
                  session("table", "Table ronde : ce que le terrain nous apprend"),
                  session("garde", "Garde d’enfants"),
                  session("film", "Film")};
  day.rotations = {rotation("chapeaux",
                            "Deux chapeaux",
                            engine::Pattern::Carousel,
                            {{"blanc", "Chapeau blanc"}, {"noir", "Chapeau noir"}}),
                   rotation("duos",
                            "Rencontres à deux",
                            engine::Pattern::Remix,
                            {{"t1", "Table 1"}, {"t2", "Table 2"}}),
                   rotation("themes",
                            "Thèmes au choix",
                            engine::Pattern::Choice,
                            {{"agir", "Agir"}, {"lier", "Tisser des liens"}})};
  day.wishes = {wish("elo", "agir", 1),
                wish("ann", "agir", 1),
                wish("zoe", "lier", 1),
                wish("zoe", "agir", 2)};
  return day;
}

engine::Plan small_plan() {
  engine::Plan plan;
  plan.version = 1;
  const std::vector<std::string> all{"zoe", "eli", "elo", "bao", "ann", "leo", "seul"};
  plan.sessions = {{"accueil",
                    at(8, 45),
                    at(9, 15),
                    "",
                    {{"host", {"ann"}}},
                    {"zoe", "eli", "elo", "bao", "leo"}},
                   {"table",
                    at(9, 15),
                    at(10, 15),
                    "verte",
                    {{"moderator", {"elo"}}, {"speaker", {"leo", "zoe"}}},
                    {"eli", "bao", "ann", "seul"}},
                   {"garde", at(9, 15), at(10, 15), "bleue", {{"veilleuse", {"seul"}}}, {}}};
  plan.sessions[1].participants = {"eli", "bao", "ann"};
  plan.rotations = {hats(), pairs(), themes()};
  plan.rules = {{"room-capacity", true, 1, 0, 0},
                {"repeat-meeting", false, 2, 1, 2},
                {"wish-rank", false, 1, 1, 1},
                {"idle-gap", false, 1, 4, 4}};
  plan.score = {.hard = 0, .unplaced = 3, .soft = 7};
  plan.unplaced = {
      {"film", {"aucune salle n’est libre assez longtemps", "no room is free for long enough"}}};
  plan.remarks = {{"wish-rank",
                   false,
                   {"Zoé Quillet n’a pas obtenu « Tisser des liens », vœu n° 1",
                    "Zoé Quillet did not get Tisser des liens, wish no. 1"}}};
  plan.bound = 2;
  return plan;
}

}  // namespace tests
