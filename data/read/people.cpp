#include <array>
#include <set>

#include <fmt/format.h>

#include "data/read/lists.h"
#include "data/read/parts.h"
#include "data/read/plain_values.h"
#include "data/read/table.h"
#include "data/read/time_values.h"

namespace data {
namespace {

using engine::Diagnostics;
using engine::Gathering;
using engine::Person;
using engine::say;
using engine::Where;
using engine::Window;
using engine::Words;

enum Column : std::size_t {
  kId,
  kName,
  kOrganisation,
  kProfile,
  kTags,
  kEmail,
  kPhone,
  kNeeds,
  kDiet,
  kAvailable,
  kSite,
  kFirstName,
};

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
                                                           "first name"});

constexpr auto kHeadings = std::to_array<Heading>({
    {"identifiant", kId},
    {"ref", kId},
    {"reference", kId},
    {"nom", kName},
    {"nom de famille", kName},
    {"nom complet", kName},
    {"nom et prenom", kName},
    {"prenom et nom", kName},
    {"nom prenom", kName},
    {"prenom nom", kName},
    {"full name", kName},
    {"last name", kName},
    {"surname", kName},
    {"family name", kName},
    {"prenom", kFirstName},
    {"prenoms", kFirstName},
    {"given name", kFirstName},
    {"firstname", kFirstName},
    {"organisme", kOrganisation},
    {"organization", kOrganisation},
    {"structure", kOrganisation},
    {"association", kOrganisation},
    {"collectivite", kOrganisation},
    {"profil", kProfile},
    {"etiquettes", kTags},
    {"etiquette", kTags},
    {"tag", kTags},
    {"mots cles", kTags},
    {"courriel", kEmail},
    {"e mail", kEmail},
    {"mel", kEmail},
    {"mail", kEmail},
    {"adresse e mail", kEmail},
    {"adresse mail", kEmail},
    {"adresse electronique", kEmail},
    {"telephone", kPhone},
    {"tel", kPhone},
    {"portable", kPhone},
    {"mobile", kPhone},
    {"besoins", kNeeds},
    {"besoin", kNeeds},
    {"besoins particuliers", kNeeds},
    {"besoins specifiques", kNeeds},
    {"regime", kDiet},
    {"regime alimentaire", kDiet},
    {"disponible", kAvailable},
    {"disponibles", kAvailable},
    {"disponible s", kAvailable},
    {"disponibilite", kAvailable},
    {"disponibilites", kAvailable},
    {"availability", kAvailable},
    {"site de depart", kSite},
    {"depart", kSite},
});

constexpr auto kRequired = std::to_array<std::size_t>({kName});
constexpr TableKind kPeople{kColumns, kHeadings, kRequired};

constexpr Words kNoName{"cette personne n’a pas de nom", "this person has no name"};
constexpr Words kNoId{"« {0} » n’a pas d’identifiant", "« {0} » has no id"};
constexpr Words kWindow{
    "« {0} » n’est pas un créneau ; attendu : 09:00/12:30 ou 2025-02-11 09:00/2025-02-11 12:30, "
    "séparés par |",
    "« {0} » is not a window; expected: 09:00/12:30 or 2025-02-11 09:00/2025-02-11 12:30, "
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
  const auto where = table.where(kAvailable);
  for (const auto& piece : pieces(table.text(kAvailable))) {
    const auto window = parse_window(piece, where);
    if (!window)
      diagnostics.error(where, say(kWindow, piece));
    else if (window_is_right(diagnostics, *window))
      windows.push_back(*window);
  }
  return windows;
}

/// Ids for people of a table that has none: from the name, so that a name keeps its id when rows
/// are added or sorted; the second person of a name gets a number.
class IdMaker {
 public:
  explicit IdMaker(const Gathering& gathering) {
    for (const auto& person : gathering.people) used_.insert(person.id.value);
  }

  std::string make(const std::string& name) {
    auto base = plain_heading(name);
    for (auto& c : base)
      if (c == ' ') c = '-';
    if (base.empty()) base = "p";
    auto id = base;
    for (int number = 2; !used_.insert(id).second; ++number)
      id = fmt::format("{}-{}", base, number);
    return id;
  }

 private:
  std::set<std::string> used_;
};

engine::Key read_id(const Table& table,
                    const Person& person,
                    Diagnostics& diagnostics,
                    IdMaker& maker) {
  if (!table.has(kId)) return {maker.make(person.name), table.where(kName)};
  engine::Key id{table.text(kId), table.where(kId)};
  if (id.value.empty())
    diagnostics.error(id.where, say(kNoId, person.name));
  else
    check_id(diagnostics, id);
  return id;
}

Person read_row(const Table& table, Diagnostics& diagnostics, IdMaker& maker) {
  Person person;
  person.name = table.text(kName);
  const auto& first = table.text(kFirstName);
  if (!first.empty()) person.name = person.name.empty() ? first : first + " " + person.name;
  if (person.name.empty() && table.row_fits()) diagnostics.error(table.where(kName), say(kNoName));
  person.id = read_id(table, person, diagnostics, maker);
  if (!table.row_fits()) return person;  // its cells may stand in the wrong columns
  person.organisation = table.text(kOrganisation);
  person.profile = table.text(kProfile);
  person.tags = pieces(table.text(kTags));
  person.email = table.text(kEmail);
  person.phone = table.text(kPhone);
  person.needs = pieces(table.text(kNeeds));
  person.diet = table.text(kDiet);
  person.available = read_available(table, diagnostics);
  if (!table.text(kSite).empty()) person.site = {table.text(kSite), table.where(kSite)};
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
  section.finish();
  return person;
}

}  // namespace

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
  Table table(text, file, kPeople, diagnostics);
  IdMaker maker(out);
  while (table.next()) {
    auto person = read_row(table, diagnostics, maker);
    if (!person.id.value.empty()) out.people.push_back(std::move(person));
  }
}

}  // namespace data
