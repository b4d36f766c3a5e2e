#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "data/read/lists.h"
#include "data/read/parts.h"
#include "data/read/people_table.h"
#include "data/read/plain_values.h"
#include "data/read/table.h"
#include "data/read/time_values.h"
#include "engine/model/fold.h"

namespace data {
namespace {

using engine::Diagnostics;
using engine::Gathering;
using engine::Person;
using engine::say;
using engine::Where;
using engine::Window;
using engine::Words;

namespace column = people_columns;

constexpr auto kColumns = std::to_array<std::string_view>({"id",
                                                           "name",
                                                           "organisation",
                                                           "profile",
                                                           "tags",
                                                           "email",
                                                           "phone",
                                                           "needs",
                                                           "diet",
                                                           "available",
                                                           "site",
                                                           "end site",
                                                           "first name"});

constexpr auto kHeadings = std::to_array<Heading>({
    {"identifiant", column::Id},
    {"ref", column::Id},
    {"reference", column::Id},
    {"nom", column::Name},
    {"nom de famille", column::Name},
    {"nom complet", column::Name},
    {"nom et prenom", column::Name},
    {"prenom et nom", column::Name},
    {"nom prenom", column::Name},
    {"prenom nom", column::Name},
    {"full name", column::Name},
    {"last name", column::Name},
    {"surname", column::Name},
    {"family name", column::Name},
    {"prenom", column::FirstName},
    {"prenoms", column::FirstName},
    {"given name", column::FirstName},
    {"firstname", column::FirstName},
    {"organisme", column::Organisation},
    {"organization", column::Organisation},
    {"structure", column::Organisation},
    {"association", column::Organisation},
    {"collectivite", column::Organisation},
    {"profil", column::Profile},
    {"etiquettes", column::Tags},
    {"etiquette", column::Tags},
    {"tag", column::Tags},
    {"mots cles", column::Tags},
    {"courriel", column::Email},
    {"e mail", column::Email},
    {"mel", column::Email},
    {"mail", column::Email},
    {"adresse e mail", column::Email},
    {"adresse mail", column::Email},
    {"adresse electronique", column::Email},
    {"telephone", column::Phone},
    {"tel", column::Phone},
    {"portable", column::Phone},
    {"mobile", column::Phone},
    {"besoins", column::Needs},
    {"besoin", column::Needs},
    {"besoins particuliers", column::Needs},
    {"besoins specifiques", column::Needs},
    {"regime", column::Diet},
    {"regime alimentaire", column::Diet},
    {"disponible", column::Available},
    {"disponibles", column::Available},
    {"disponible s", column::Available},
    {"disponibilite", column::Available},
    {"disponibilites", column::Available},
    {"availability", column::Available},
    {"site de depart", column::Site},
    {"depart", column::Site},
    {"site d arrivee", column::EndSite},
    {"site de retour", column::EndSite},
    {"site de fin", column::EndSite},
});

/// Of a list of names, where a table might mean something else by them.
constexpr auto kListHeadings = std::to_array<std::string_view>(
    {"noms",           "names",     "noms et prenoms", "prenoms et noms", "liste",
     "liste des noms", "eleve",     "eleves",          "nom de l eleve",  "etudiant",
     "etudiants",      "etudiante", "etudiantes",      "student",         "students",
     "pupil",          "pupils",    "participant",     "participants",    "participante",
     "participantes",  "stagiaire", "stagiaires",      "personne",        "personnes",
     "person",         "people",    "attendee",        "attendees",       "guest",
     "guests",         "agent",     "agents",          "membre",          "membres",
     "member",         "members",   "joueur",          "joueurs",         "player",
     "players",        "invite",    "invites"});

constexpr auto kRequired = std::to_array<std::size_t>({column::Name});
constexpr TableKind kPeople{kColumns, kHeadings, kRequired};
constexpr TableKind kPeopleOrNames{
    kColumns, kHeadings, kRequired, column::FirstName, PlainList{column::Name, kListHeadings}};

constexpr Words kNoName{"cette personne n’a pas de nom", "this person has no name"};
constexpr Words kNoId{"« {0} » n’a pas d’identifiant", "\"{0}\" has no id"};
constexpr Words kWindow{
    "« {0} » n’est pas un créneau ; attendu : 09:00/12:30 ou 2025-02-11 09:00/2025-02-11 12:30, "
    "séparés par |",
    "\"{0}\" is not a window; expected: 09:00/12:30 or 2025-02-11 09:00/2025-02-11 12:30, "
    "separated "
    "by |"};

std::vector<std::string> pieces(std::string_view text) {
  std::vector<std::string> list;
  while (!text.empty()) {
    const auto end = std::min(text.find('|'), text.size());
    auto piece = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const auto first = piece.find_first_not_of(" \n");
    if (first == piece.npos) continue;
    piece = piece.substr(first, piece.find_last_not_of(" \n") - first + 1);
    list.emplace_back(piece);
  }
  return list;
}

/// FROM/TO. A date may hold slashes too, so every slash is tried.
std::optional<Window> parse_window(std::string_view text, Where where) {
  for (auto slash = text.find('/'); slash != text.npos; slash = text.find('/', slash + 1)) {
    const auto from = parse_when(text.substr(0, slash));
    const auto to = parse_when(text.substr(slash + 1));
    if (from && to) return Window{*from, *to, where};
  }
  return {};
}

std::vector<Window> read_available(const Table& table, Diagnostics& diagnostics) {
  std::vector<Window> windows;
  const auto where = table.where(column::Available);
  for (const auto& piece : pieces(table.text(column::Available))) {
    const auto window = parse_window(piece, where);
    if (!window)
      diagnostics.error(where, say(kWindow, piece));
    else if (window_is_right(diagnostics, *window))
      windows.push_back(*window);
  }
  return windows;
}

engine::Key read_id(const Table& table,
                    const Person& person,
                    Diagnostics& diagnostics,
                    std::set<std::string>& taken) {
  if (!table.has(column::Id)) {
    engine::Key made{id_of_name(person.name, taken), table.where(column::Name)};
    taken.insert(made.value);
    return made;
  }
  engine::Key id{table.text(column::Id), table.where(column::Id)};
  if (id.value.empty())
    diagnostics.error(id.where, say(kNoId, person.name));
  else
    check_id(diagnostics, id);
  return id;
}

Person read_row(const Table& table, Diagnostics& diagnostics, std::set<std::string>& taken) {
  Person person;
  person.name = table.text(column::Name);
  const auto& first = table.text(column::FirstName);
  if (!first.empty()) person.name = person.name.empty() ? first : first + " " + person.name;
  if (person.name.empty() && table.row_fits())
    diagnostics.error(table.where(column::Name), say(kNoName));
  person.id = read_id(table, person, diagnostics, taken);
  if (!table.row_fits()) return person;  // its cells may stand in the wrong columns
  person.organisation = table.text(column::Organisation);
  person.profile = table.text(column::Profile);
  person.tags = pieces(table.text(column::Tags));
  person.email = table.text(column::Email);
  person.phone = table.text(column::Phone);
  person.needs = pieces(table.text(column::Needs));
  person.diet = table.text(column::Diet);
  person.available = read_available(table, diagnostics);
  if (!table.text(column::Site).empty())
    person.site = {table.text(column::Site), table.where(column::Site)};
  if (!table.text(column::EndSite).empty())
    person.end_site = {table.text(column::EndSite), table.where(column::EndSite)};
  return person;
}

Person read_person(Section& section) {
  Person person;
  person.id = section.id();
  person.name = section.key("name", Need::Required).value;
  person.organisation = section.text("organisation");
  person.profile = section.text("profile");
  person.tags = section.texts("tags");
  person.email = section.text("email");
  person.phone = section.text("phone");
  person.needs = section.texts("needs");
  person.diet = section.text("diet");
  if (const auto* available = section.find("available"))
    person.available = to_windows(section.context(), *available, "available");
  person.site = section.optional_key("site");
  person.end_site = section.optional_key("end_site");
  section.finish();
  return person;
}

void read_rows(std::string_view text,
               std::uint16_t file,
               const TableKind& kind,
               Diagnostics& diagnostics,
               Gathering& out) {
  Table table(text, file, kind, diagnostics);
  std::set<std::string> taken;
  for (const auto& person : out.people) taken.insert(person.id.value);
  while (table.next()) {
    auto person = read_row(table, diagnostics, taken);
    if (!person.id.value.empty()) out.people.push_back(std::move(person));
  }
}

}  // namespace

std::optional<std::size_t> people_column(std::string_view heading) {
  return column_of(heading, kPeople);
}

std::string id_of_name(const std::string& name, const std::set<std::string>& taken) {
  auto base = plain_heading(name);
  std::replace(base.begin(), base.end(), ' ', '-');
  if (base.empty()) base = "p";
  auto id = base;
  for (int number = 2; taken.contains(id); ++number) id = fmt::format("{}-{}", base, number);
  return id;
}

std::string name_key(const std::string& name) {
  std::multiset<std::string> words;
  const auto plain = plain_heading(name);
  for (std::size_t from = 0; from < plain.size();) {
    const auto end = std::min(plain.find(' ', from), plain.size());
    words.insert(plain.substr(from, end - from));
    from = end + 1;
  }
  return words.empty() ? engine::fold(name) : fmt::format("{}", fmt::join(words, " "));
}

void read_people(Context& context, const Tables& tables, Gathering& out) {
  for (const auto* table : tables) {
    Section section(context, *table, "[[person]]");
    auto person = read_person(section);
    if (!person.id.value.empty()) out.people.push_back(std::move(person));
  }
}

void read_people_table(std::string_view text,
                       std::uint16_t file,
                       Diagnostics& diagnostics,
                       Gathering& out) {
  read_rows(text, file, kPeople, diagnostics, out);
}

void read_people_or_names(std::string_view text,
                          std::uint16_t file,
                          Diagnostics& diagnostics,
                          Gathering& out) {
  read_rows(text, file, kPeopleOrNames, diagnostics, out);
}

}  // namespace data
