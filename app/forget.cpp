#include "app/forget.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "app/find_row.h"
#include "data/read/reader.h"
#include "data/sqlite/document.h"
#include "data/write/forgotten.h"
#include "data/write/report_json.h"

namespace app {
namespace {

using engine::Gathering;

/// Everyone of any revision, the newest first.
std::vector<engine::Person> everyone(const std::map<int, Gathering>& revisions) {
  std::vector<engine::Person> people;
  std::set<std::string> known;
  for (auto revision = revisions.rbegin(); revision != revisions.rend(); ++revision)
    for (const auto& person : revision->second.people)
      if (known.insert(person.id.value).second) people.push_back(person);
  return people;
}

/// "personne-effacee", "personne-effacee-2" …: an id that nobody ever had.
std::string free_id(const std::vector<engine::Person>& people, engine::Language language) {
  const std::string base = language == engine::Language::Fr ? "personne-effacee" : "removed-person";
  auto id = base;
  const auto taken = [&] {
    return std::any_of(
        people.begin(), people.end(), [&](const auto& p) { return p.id.value == id; });
  };
  for (int number = 2; taken(); ++number) id = base + "-" + std::to_string(number);
  return id;
}

/// An older revision may have had another id for the person: the name tells.
data::Forgotten known_as(const Gathering& gathering,
                         const engine::Person& person,
                         data::Forgotten whom) {
  const auto& people = gathering.people;
  const auto has_id = [&](const auto& p) { return p.id.value == whom.id; };
  if (std::any_of(people.begin(), people.end(), has_id)) return whom;
  for (const auto& other : people)
    if (other.name == person.name) whom.id = other.id.value;
  return whom;
}

}  // namespace

Forgot forget(const std::string& document, const std::string& word) {
  const data::Document kept(document);
  const auto past = kept.load_past({}, true);
  std::map<int, Gathering> revisions;
  for (const auto& version : past.versions)
    if (const int revision = version.record.gathering; revisions.count(revision) == 0)
      revisions[revision] = data::read_gathering(version.sources).gathering;
  const auto people = everyone(revisions);
  const auto& person = find_row(people, word);
  Forgot forgot{.language = revisions.rbegin()->second.language, .stand_in = {}, .versions = 0};
  forgot.stand_in = free_id(people, forgot.language);
  const auto name = engine::say({"Personne effacée", "Removed person"}).in(forgot.language);
  const data::Forgotten whom{person.id.value, forgot.stand_in, name};

  data::Erasure erasure{
      .newest = past.versions.back().record.number, .sources = {}, .ids = {}, .sentence = {}};
  std::vector<std::pair<std::string, std::string>> words;
  for (const auto& version : past.versions) {
    const int revision = version.record.gathering;
    if (erasure.sources.count(revision) == 0) {
      auto without =
          data::without_person(version.sources, known_as(revisions[revision], person, whom));
      if (!without) continue;
      erasure.sources[revision] = std::move(without->sources);
      erasure.ids[revision] = std::move(without->ids);
      words.insert(words.end(), without->words.begin(), without->words.end());
    }
    ++forgot.versions;
  }
  erasure.sentence = [&](const std::string& text) {
    for (const auto& [revision, ids] : erasure.ids)
      if (const auto found = ids.find(text); found != ids.end()) return found->second;
    return data::replaced(text, words);
  };
  kept.erase(erasure);
  return forgot;
}

std::string json(const Forgot& forgot) {
  return data::forgot_json(forgot.stand_in, forgot.versions);
}

}  // namespace app
