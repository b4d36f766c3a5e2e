#include "app/rotation_people.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include <fmt/ranges.h>

#include "engine/model/fold.h"
#include "engine/model/nearest.h"

namespace app {
namespace {

using engine::Person;
using engine::say;
using engine::Text;
using engine::Words;

constexpr Words kNobody{"{0}\u00a0: personne ne s’appelle «\u202f{1}\u202f»",
                        "{0}: nobody is called \"{1}\""};
constexpr Words kNobodyNear{
    "{0}\u00a0: personne ne s’appelle «\u202f{1}\u202f»\u202f; peut-être «\u202f{2}\u202f»",
    "{0}: nobody is called \"{1}\"; maybe \"{2}\""};
constexpr Words kNamesakes{
    "{0}\u00a0: plusieurs personnes s’appellent «\u202f{1}\u202f»\u202f; donnez un identifiant "
    "({2}, {3}…)",
    "{0}: several people are called \"{1}\"; give an id ({2}, {3}…)"};
constexpr Words kAlone{"{0} {1}\u00a0: il faut au moins deux personnes, séparées par une virgule",
                       "{0} {1}: at least two people are needed, with a comma between"};
constexpr Words kTwice{"{0}\u00a0: «\u202f{1}\u202f» y est deux fois",
                       "{0}: \"{1}\" is in it twice"};

/// Is `word` one or more whole words of `name`? Both are folded.
bool part_of(const std::string& word, const std::string& name) {
  return (" " + name + " ").find(" " + word + " ") != std::string::npos;
}

std::string_view value_of(const Person& person, const std::string& attribute) {
  if (attribute == "profile") return person.profile;
  if (attribute == "organisation") return person.organisation;
  const auto tag = std::string_view(attribute).substr(std::string_view("tag:").size());
  return std::find(person.tags.begin(), person.tags.end(), tag) == person.tags.end() ? "" : tag;
}

}  // namespace

const Person* PeopleFinder::find(const std::string& option,
                                 const std::string& word,
                                 std::vector<Text>& wrong) const {
  std::vector<const Person*> named;
  std::vector<const Person*> partly;
  std::vector<std::string_view> known;
  const auto folded = engine::fold(word);
  for (const auto& person : people_) {
    if (person.id.value == word) return &person;
    const auto name = engine::fold(person.name);
    if (name == folded) named.push_back(&person);
    if (part_of(folded, name)) partly.push_back(&person);
    known.push_back(person.name);
  }
  if (named.empty()) named = std::move(partly);
  if (named.size() == 1) return named.front();
  if (named.size() > 1)
    wrong.push_back(say(kNamesakes, option, word, named[0]->id.value, named[1]->id.value));
  else if (const auto near = engine::nearest(word, known))
    wrong.push_back(say(kNobodyNear, option, word, *near));
  else
    wrong.push_back(say(kNobody, option, word));
  return nullptr;
}

std::vector<engine::Key> PeopleFinder::set(const std::string& option,
                                           const std::vector<std::string>& names,
                                           std::vector<Text>& wrong) const {
  std::vector<engine::Key> keys;
  if (names.size() < 2) wrong.push_back(say(kAlone, option, fmt::join(names, ",")));
  for (const auto& word : names) {
    const auto* person = find(option, word, wrong);
    if (person == nullptr) continue;
    const bool known = std::any_of(
        keys.begin(), keys.end(), [&](const auto& key) { return key.value == person->id.value; });
    if (known)
      wrong.push_back(say(kTwice, option, word));
    else
      keys.push_back({person->id.value, {}});
  }
  return keys;
}

std::vector<Person> numbered_people(std::int64_t count) {
  std::vector<Person> people(static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < people.size(); ++i)
    people[i].id.value = people[i].name = std::to_string(i + 1);
  return people;
}

void number_namesakes(std::vector<Person>& people) {
  std::map<std::string, int> count;
  for (const auto& person : people) ++count[person.name];
  std::map<std::string, int> seen;
  for (auto& person : people)
    if (count[person.name] > 1) {
      const auto number = ++seen[person.name];
      person.name += fmt::format(" ({})", number);
    }
}

std::vector<std::size_t> values_of(const std::vector<Person>& people,
                                   const std::string& attribute) {
  std::map<std::string_view, std::size_t> numbers;
  std::vector<std::size_t> values;
  for (const auto& person : people)
    values.push_back(numbers.emplace(value_of(person, attribute), numbers.size()).first->second);
  return values;
}

std::string attribute_of(const std::string& word) {
  if (word.starts_with("tag:")) return word;
  const auto plain = engine::fold(word);
  if (plain == "profile" || plain == "profil") return "profile";
  for (const auto* known : {"organisation", "organization", "organisme", "structure"})
    if (plain == known) return "organisation";
  return {};
}

}  // namespace app
