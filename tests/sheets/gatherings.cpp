#include "tests/sheets/gatherings.h"

#include <array>
#include <string>
#include <utility>

namespace tests {
namespace {

using engine::At;
using engine::Key;
using engine::Minute;
using engine::Pattern;
using engine::Person;
using engine::PlannedRotation;
using engine::PlannedRound;
using engine::PlannedSession;
using engine::PlannedStation;
using engine::RoleHolders;
using engine::Rotation;
using engine::Session;
using engine::Station;

constexpr std::array kNames{
    "Awa Diallo",        "Bruno Petit",       "Chloé Lambert",     "Denis Roche",
    "Élodie Marchand",   "Farid Haddad",      "Gaëlle Le Goff",    "Hugo Perrin",
    "Inès Fontaine",     "Jean-Pierre Aubry", "Karim Belkacem",    "Lucie Chevalier",
    "Marie Dubois",      "Marie Durand",      "Marie Lopez",       "Nadia Benali",
    "Olivier Garnier",   "Pauline Renaud",    "Quentin Faure",     "Rachida Mansouri",
    "Samuel Brunet",     "Théo Gauthier",     "Ursule Masson",     "Valérie Noël",
    "William Clément",   "Xavier Morel",      "Yasmine Cherif",    "Zoé Guérin",
    "Adèle Moulin",      "Benoît Caron",      "Camille Picard",    "Damien Leroux",
    "Estelle Vidal",     "Fanny Arnaud",      "Grégoire Barbier",  "Hélène Rolland",
    "Ismaël Traoré",     "Jeanne Poirier",    "Kévin Mercier",     "Léa Dupuis",
    "Mathilde Colin",    "Nicolas Besson",    "Odile Charpentier", "Paul Tessier",
    "Rose-Marie Vasseur"};

constexpr std::array kOrganisations{"Réseau des tiers-lieux ruraux",
                                    "Communauté de communes du Val",
                                    "Préfecture",
                                    "La Fabrique du Moulin",
                                    "Département",
                                    "Ville de Grandrive"};

Key key(std::string value) {
  return {std::move(value), {}};
}

std::vector<Person> people() {
  std::vector<Person> list;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    Person person;
    person.id = key("p" + std::to_string(i));
    person.name = kNames[i];
    person.organisation = kOrganisations[i % kOrganisations.size()];
    person.profile = i % 2 == 0 ? "local" : "state";
    person.email = "p" + std::to_string(i) + "@exemple.org";
    person.phone = "06 99 00 00 " + std::to_string(10 + i);
    person.needs = {"accès en fauteuil"};
    person.diet = "sans gluten";
    list.push_back(std::move(person));
  }
  list[15].tags = {"organisation"};
  list[15].phone = kContactPhone;
  return list;
}

std::vector<std::string> everyone(std::size_t from = 0, std::size_t step = 1) {
  std::vector<std::string> keys;
  for (std::size_t i = from; i < kNames.size(); i += step) keys.push_back("p" + std::to_string(i));
  return keys;
}

engine::Room room(std::string id, std::string name, std::string site, int capacity) {
  engine::Room row;
  row.id = key(std::move(id));
  row.name = std::move(name);
  row.site = key(std::move(site));
  row.capacity.value = capacity;
  return row;
}

engine::Site site(std::string id, std::string name, std::string address) {
  engine::Site row;
  row.id = key(std::move(id));
  row.name = std::move(name);
  row.address = std::move(address);
  return row;
}

/// Writes a session of the gathering and where the plan has it in one go.
class Writer {
 public:
  Writer(Planned& into, engine::Day day) : into_(into), day_(day) {}

  Session& session(std::string id,
                   std::string title,
                   std::string format,
                   std::pair<const char*, const char*> hours,
                   std::string where,
                   std::vector<RoleHolders> team = {},
                   std::vector<std::string> participants = {}) {
    Session row;
    row.id = key(id);
    row.title = std::move(title);
    row.format.value = std::move(format);
    into_.gathering.sessions.push_back(std::move(row));
    into_.plan.sessions.push_back({std::move(id),
                                   at(hours.first),
                                   at(hours.second),
                                   std::move(where),
                                   std::move(team),
                                   std::move(participants)});
    return into_.gathering.sessions.back();
  }

  [[nodiscard]] Minute at(const char* clock) const {
    return engine::moment_at(day_, *engine::parse_clock(clock));
  }

 private:
  Planned& into_;
  engine::Day day_;
};

Rotation rotation(std::string id, std::string title, Pattern pattern, int rounds, Minute minutes) {
  Rotation row;
  row.id = key(std::move(id));
  row.title = std::move(title);
  row.format.value = "workshop";
  row.pattern.value = pattern;
  row.rounds.value = rounds;
  row.minutes.value = minutes;
  row.participants.kind = engine::Who::Kind::All;
  return row;
}

Station station(std::string id, std::string title) {
  Station row;
  row.id = key(std::move(id));
  row.title = std::move(title);
  return row;
}

struct StationSeed {
  std::string id;
  std::string title;
  std::string room;
  std::vector<RoleHolders> team;
};

/// Adds stations to the rotation and rounds to its plan; `seat` says at which station the n-th
/// participant sits in a round, or -1.
template <class Seat>
PlannedRotation plan_rotation(Rotation& row,
                              const std::vector<StationSeed>& seeds,
                              Minute start,
                              const std::vector<std::string>& participants,
                              Seat seat) {
  PlannedRotation planned;
  planned.id = row.id.value;
  for (const auto& seed : seeds) row.stations.push_back(station(seed.id, seed.title));
  for (int r = 0; r < row.rounds.value; ++r) {
    PlannedRound round{start, start + row.minutes.value, {}};
    for (const auto& seed : seeds) round.stations.push_back({seed.id, seed.room, seed.team, {}});
    for (std::size_t n = 0; n < participants.size(); ++n) {
      const int s = seat(static_cast<int>(n), r);
      if (s >= 0)
        round.stations[static_cast<std::size_t>(s)].participants.push_back(participants[n]);
    }
    planned.rounds.push_back(std::move(round));
    start += row.minutes.value + row.changeover;
  }
  return planned;
}

void add_market(Planned& day, const Writer& clock) {
  auto market = rotation("marche", "Place du marché des tiers-lieux", Pattern::Free, 4, 12);
  market.changeover = 3;
  const std::vector<StationSeed> tables{
      {"t1", "Table 1 : la Fabrique du Moulin", "hall", {{"host", {"p3"}}}},
      {"t2", "Table 2 : financer les murs et l’activité", "hall", {{"host", {"p0"}}}},
      {"t3", "Table 3 : l’accueil au quotidien", "hall", {{"host", {"p9", "p20"}}}},
      {"t4", "Table 4 : le réseau et ses outils", "hall", {{"host", {"p6"}}}},
      {"t5", "Table 5 : mobilités et services publics", "hall", {{"host", {"p7"}}}}};
  day.plan.rotations.push_back(
      plan_rotation(market, tables, clock.at("9:18"), {}, [](int, int) { return -1; }));
  day.gathering.rotations.push_back(std::move(market));
}

void add_cafe(Planned& day, const Writer& clock) {
  auto cafe = rotation("cafe", "Café des questions", Pattern::Remix, 3, 15);
  cafe.changeover = 5;
  std::vector<StationSeed> tables;
  for (int t = 1; t <= 6; ++t)
    tables.push_back({"c" + std::to_string(t),
                      "Table " + std::to_string(t),
                      t < 4 ? "hall" : "grande",
                      {{"host", {"p" + std::to_string(t + 20)}}}});
  std::vector<std::string> guests = everyone();
  guests.erase(guests.begin() + 21, guests.begin() + 27);
  day.plan.rotations.push_back(
      plan_rotation(cafe, tables, clock.at("11:00"), guests, [](int n, int r) {
        return (n + r * (1 + n / 6)) % 6;
      }));
  day.gathering.rotations.push_back(std::move(cafe));
}

void add_hats(Planned& day, const Writer& clock) {
  auto hats = rotation("chapeaux", "Atelier des six chapeaux", Pattern::Split, 1, 75);
  const std::vector<StationSeed> groups{
      {"g1", "Groupe bleu", "eole", {{"facilitator", {"p10"}}, {"scribe", {"p11"}}}},
      {"g2", "Groupe vert", "moulin", {{"facilitator", {"p17"}}, {"scribe", {"p18"}}}},
      {"g3", "Groupe jaune", "grande", {{"facilitator", {"p30"}}, {"scribe", {"p31"}}}}};
  day.plan.rotations.push_back(
      plan_rotation(hats, groups, clock.at("13:45"), everyone(), [](int n, int) { return n % 3; }));
  day.gathering.rotations.push_back(std::move(hats));
}

void add_visit(Planned& day, const Writer& clock) {
  auto visit = rotation("visite", "Visite du lieu en trois vagues", Pattern::Carousel, 3, 15);
  visit.format.value = "visit";
  const std::vector<StationSeed> stops{
      {"v1", "L’atelier bois", "", {{"guide", {"p33"}}}},
      {"v2", "La cuisine partagée", "", {{"guide", {"p34"}}}},
      {"v3", "Le jardin et les bureaux", "", {{"guide", {"p35"}}}}};
  day.plan.rotations.push_back(plan_rotation(
      visit, stops, clock.at("15:15"), everyone(), [](int n, int r) { return (n % 3 + r) % 3; }));
  day.gathering.rotations.push_back(std::move(visit));
}

}  // namespace

Planned topical_day() {
  Planned day;
  auto& gathering = day.gathering;
  gathering.name = "Tiers-lieux et territoires : une journée pour apprendre les uns des autres";
  gathering.sites = {site("moulin", "La Fabrique du Moulin", "12 rue du Port, 26110 Grandrive")};
  gathering.rooms = {room("hall", "Hall", "moulin", 80),
                     room("grande", "Grande salle", "moulin", 60),
                     room("eole", "Salle Éole", "moulin", 18),
                     room("moulin", "Salle du Moulin", "moulin", 18),
                     room("cafe", "Café du Port", "moulin", 60)};
  gathering.people = people();
  day.plan.version = 3;
  Writer write(day, *engine::day_from_civil({2025, 2, 11}));
  write.session("accueil",
                "Accueil café",
                "welcome",
                {"8:45", "9:15"},
                "hall",
                {{"host", {"p15"}}},
                everyone());
  add_market(day, write);
  write.session(
      "table",
      "Table ronde : un tiers-lieu, pour quoi faire et avec qui ?",
      "round-table",
      {"9:45", "11:00"},
      "grande",
      {{"moderator", {"p1"}}, {"speaker", {"p0", "p3", "p6"}}, {"keynote-listener", {"p7"}}},
      everyone());
  day.plan.sessions.back().start = write.at("10:20");
  add_cafe(day, write);
  write.session("repas",
                "Repas préparé par le Café du Port",
                "meal",
                {"12:00", "13:15"},
                "cafe",
                {},
                everyone());
  write.session("retour",
                "Restitution éclair",
                "plenary",
                {"13:15", "13:40"},
                "grande",
                {{"facilitator", {"p1"}}},
                everyone());
  add_hats(day, write);
  write.session("pause", "Pause", "break", {"15:00", "15:15"}, "", {}, everyone());
  add_visit(day, write);
  auto& closing = write.session("bilan",
                                "Bilan et questionnaire de satisfaction",
                                "plenary",
                                {"16:00", "16:15"},
                                "grande",
                                {{"facilitator", {"p15"}}},
                                everyone());
  closing.phases = {{"Ce que nous retenons", 8, {}}, {"Questionnaire", 7, {}}};
  return day;
}

Planned two_days() {
  Planned days;
  auto& gathering = days.gathering;
  gathering.name = "Rencontres de la coopération rurale";
  gathering.sites = {site("lac", "Maison du Lac", "4 quai des Arts, 73310 Belleval"),
                     site("gare", "Halle de la Gare", "1 place de la Gare, 73310 Belleval")};
  gathering.rooms = {room("plenum", "Auditorium", "lac", 200),
                     room("a", "Salle Ardoise", "lac", 30),
                     room("b", "Salle Bruyère", "lac", 30),
                     room("c", "Salle Cèdre", "lac", 24),
                     room("d", "Quai nord", "gare", 40),
                     room("e", "Quai sud", "gare", 40)};
  engine::Travel walk;
  walk.from = key("lac");
  walk.to = key("gare");
  walk.minutes = 8;
  walk.mode = "walk";
  gathering.travels = {walk};
  gathering.people = people();
  days.plan.version = 1;
  const auto first = *engine::day_from_civil({2025, 6, 5});
  Writer one(days, first);
  one.session("o", "Accueil", "welcome", {"9:00", "9:30"}, "plenum", {}, everyone());
  one.session("p1",
              "Ouverture : dix ans de coopération",
              "plenary",
              {"9:30", "10:30"},
              "plenum",
              {{"speaker", {"p4", "p12"}}, {"moderator", {"p2"}}},
              everyone());
  one.session("b1", "Pause", "break", {"10:30", "10:45"}, "", {}, everyone());
  one.session("w1",
              "Écrire un pacte local",
              "workshop",
              {"10:45", "12:15"},
              "a",
              {{"facilitator", {"p5"}}},
              everyone(0, 3))
      .audience.kind = engine::Who::Kind::Registered;
  one.session("w2",
              "Partager une comptabilité entre plusieurs associations sans se perdre",
              "workshop",
              {"10:45", "12:15"},
              "b",
              {{"facilitator", {"p8"}}, {"scribe", {"p9"}}},
              everyone(1, 3))
      .audience.kind = engine::Who::Kind::Registered;
  one.session("w3",
              "Le foncier en commun",
              "round-table",
              {"10:45", "12:00"},
              "d",
              {{"moderator", {"p14"}}, {"speaker", {"p19", "p21", "p22"}}},
              everyone(2, 3));
  one.session("m1", "Déjeuner", "meal", {"12:30", "14:00"}, "d", {}, everyone());
  auto choice = rotation("ateliers", "Ateliers au choix", Pattern::Choice, 3, 45);
  choice.changeover = 5;
  const std::vector<StationSeed> themes{{"ent", "Entreprendre", "a", {{"facilitator", {"p23"}}}},
                                        {"coo", "Coopérer", "b", {{"facilitator", {"p24"}}}},
                                        {"ani", "Animer", "c", {{"facilitator", {"p25"}}}},
                                        {"all", "Faire alliance", "e", {{"facilitator", {"p26"}}}}};
  days.plan.rotations.push_back(plan_rotation(
      choice, themes, one.at("14:15"), everyone(), [](int n, int r) { return (n + r) % 4; }));
  days.gathering.rotations.push_back(std::move(choice));
  one.session(
      "f1", "Fête au bord du lac", "celebration", {"18:30", "21:00"}, "plenum", {}, everyone());
  Writer two(days, first + 1);
  two.session("p2", "Café des réveils", "welcome", {"8:45", "9:15"}, "plenum", {}, everyone());
  for (int n = 0; n < 5; ++n)
    two.session("x" + std::to_string(n),
                std::array{"Mobilités du quotidien",
                           "Accueillir de jeunes enfants",
                           "Une radio dans le tiers-lieu",
                           "Réparer plutôt que jeter",
                           "Jardins nourriciers"}
                    .at(static_cast<std::size_t>(n)),
                "workshop",
                {"9:15", n == 2 ? "10:30" : "10:45"},
                std::array{"a", "b", "c", "d", "e"}.at(static_cast<std::size_t>(n)),
                {{"facilitator", {"p" + std::to_string(27 + n)}}},
                everyone(static_cast<std::size_t>(n), 5));
  two.session("b2", "Pause", "break", {"10:45", "11:00"}, "", {}, everyone());
  two.session("p3",
              "Et maintenant ? Engagements croisés",
              "plenary",
              {"11:00", "12:15"},
              "plenum",
              {{"moderator", {"p2"}}, {"rapporteur", {"p27", "p28", "p29", "p30", "p31"}}},
              everyone());
  two.session("m2", "Déjeuner à emporter", "meal", {"12:15", "13:00"}, "d", {}, everyone());
  return days;
}

}  // namespace tests
