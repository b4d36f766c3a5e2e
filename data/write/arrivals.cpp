#include "data/write/arrivals.h"

#include <algorithm>
#include <map>
#include <set>

#include "data/read/people_table.h"
#include "data/write/csv_table.h"
#include "data/write/toml_rows.h"

namespace data {
namespace {

constexpr engine::Words kIdIsThere{"l’identifiant «\u202f{0}\u202f» existe déjà",
                                   "the id \"{0}\" exists already"};
constexpr engine::Words kNameIsThere{
    "{0} est déjà de la rencontre («\u202f{1}\u202f»). Si c’est quelqu’un d’autre du même nom, "
    "donnez-lui un identifiant dans une colonne «\u202fid\u202f»",
    "{0} is in the gathering already (\"{1}\"). If this is somebody else of that name, give them "
    "an id in a column \"id\""};

bool has_ids(const Reading& table) {
  if (table.sources.empty()) return false;
  const CsvTable csv(table.sources.front().bytes);
  return std::any_of(csv.headings().begin(), csv.headings().end(), [](const auto& heading) {
    return people_column(heading) == people_columns::Id;
  });
}

}  // namespace

Arrivals arrivals_of(const Reading& table, const engine::Gathering& gathering) {
  Arrivals arrivals;
  std::set<std::string> ids;
  std::map<std::string, std::string> names;
  for (const auto& person : gathering.people) {
    ids.insert(person.id.value);
    names.emplace(name_key(person.name), person.id.value);
  }
  const bool given = has_ids(table);
  for (auto person : table.gathering.people) {
    auto& id = person.id.value;
    const auto known = names.find(name_key(person.name));
    if (given && ids.contains(id))
      arrivals.wrong.push_back(say(kIdIsThere, id));
    else if (!given && known != names.end())
      arrivals.wrong.push_back(say(kNameIsThere, person.name, known->second));
    else if (!given)
      id = id_of_name(person.name, ids);
    ids.insert(id);
    arrivals.people.push_back(std::move(person));
  }
  return arrivals;
}

std::string with_people(std::string_view toml, const std::vector<engine::Person>& people) {
  std::string text(toml);
  if (!text.empty() && text.back() != '\n') text += '\n';
  for (const auto& person : people) text += "\n" + toml_block("person", toml_row(person));
  return text;
}

}  // namespace data
