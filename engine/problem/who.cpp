#include "engine/problem/who.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string>

#include "engine/problem/sorted.h"

namespace engine {
namespace {

PersonId person(std::size_t row) {
  return {static_cast<std::int32_t>(row)};
}

/// Which attribute a selector asks for, by the word before the colon.
enum class Attribute { Profile, Organisation, Tag };

std::optional<Attribute> attribute_named(std::string_view word) {
  if (word == "profile") return Attribute::Profile;
  if (word == "organisation") return Attribute::Organisation;
  if (word == "tag") return Attribute::Tag;
  return {};
}

bool has_value(const Person& p, Attribute attribute, std::string_view value) {
  switch (attribute) {
    case Attribute::Profile:
      return p.profile == value;
    case Attribute::Organisation:
      return p.organisation == value;
    case Attribute::Tag:
      return std::find(p.tags.begin(), p.tags.end(), value) != p.tags.end();
  }
  return false;
}

struct Selector {
  Attribute attribute;
  std::string_view value;
};

/// Nothing for a plain id.
std::optional<Selector> parts_of(std::string_view selector) {
  const auto colon = selector.find(':');
  if (colon == selector.npos) return {};
  const auto attribute = attribute_named(selector.substr(0, colon));
  const auto value = selector.substr(colon + 1);
  if (!attribute || value.empty()) return {};
  return Selector{*attribute, value};
}

/// Every selector that names somebody, as written in files.
std::vector<std::string> known_selectors(const Gathering& gathering) {
  std::vector<std::string> list;
  for (const auto& p : gathering.people) {
    if (!p.profile.empty()) list.push_back("profile:" + p.profile);
    if (!p.organisation.empty()) list.push_back("organisation:" + p.organisation);
    for (const auto& tag : p.tags) list.push_back("tag:" + tag);
  }
  sort_unique(list);
  return list;
}

Text nobody_registered() {
  return say(
      {"aucune inscription ne concerne cette séance\u00a0: «\u202fregistered\u202f» ne désigne "
       "personne",
       "nobody is registered for this session: \"registered\" names nobody"});
}

void add_listed(Compiling& c, const Key& key, std::vector<PersonId>& people) {
  if (const auto* group = selected(c, key.value); group != nullptr) {
    people.insert(people.end(), group->begin(), group->end());
    if (!group->empty()) return;
    const auto selectors = known_selectors(c.gathering);
    c.diagnostics.error(key.where,
                        say({"«\u202f{0}\u202f» ne désigne personne{1}", "\"{0}\" names nobody{1}"},
                            key.value,
                            did_you_mean(key.value, {selectors.begin(), selectors.end()})));
    return;
  }
  const auto row = c.names.row(Named::Person, key);
  if (row != kUnknown) people.push_back({row});
}

}  // namespace

const std::vector<PersonId>* selected(Compiling& c, std::string_view selector) {
  if (const auto known = c.selections.find(selector); known != c.selections.end())
    return &known->second;
  const auto parts = parts_of(selector);
  if (!parts) return nullptr;
  std::vector<PersonId> people;
  for (std::size_t row = 0; row < c.gathering.people.size(); ++row)
    if (has_value(c.gathering.people[row], parts->attribute, parts->value))
      people.push_back(person(row));
  return &c.selections.emplace(selector, std::move(people)).first->second;
}

bool names(std::string_view entry, const Person& person) {
  const auto parts = parts_of(entry);
  return parts ? has_value(person, parts->attribute, parts->value) : entry == person.id.value;
}

namespace {

/// Those who are excused included.
std::vector<PersonId> all_people_of(Compiling& c, const Who& who, std::size_t item) {
  std::vector<PersonId> people;
  switch (who.kind) {
    case Who::Kind::None:
      return people;
    case Who::Kind::All:
      for (std::size_t row = 0; row < c.gathering.people.size(); ++row)
        people.push_back(person(row));
      break;
    case Who::Kind::Registered:
      people = c.registered[item];
      break;
    case Who::Kind::List:
      for (const auto& key : who.list) add_listed(c, key, people);
      sort_unique(people);
      if (!who.list.empty()) return people;  // each entry that names nobody has its own complaint
      break;
  }
  if (people.empty() && who.kind == Who::Kind::Registered)
    c.diagnostics.warning(who.where, nobody_registered());  // they may still come
  else if (people.empty())
    c.diagnostics.error(who.where, say({"cela ne désigne personne", "this names nobody"}));
  return people;
}

const std::vector<std::string>& excused_from(const Gathering& g, std::size_t item) {
  return item < g.sessions.size() ? g.sessions[item].excused
                                  : g.rotations[item - g.sessions.size()].excused;
}

}  // namespace

std::vector<PersonId> people_of(Compiling& c, const Who& who, std::size_t item) {
  auto people = all_people_of(c, who, item);
  for (const auto& id : excused_from(c.gathering, item)) {
    const PersonId excused{c.names.find(Named::Person, id)};
    const auto found = std::lower_bound(people.begin(), people.end(), excused);
    if (found != people.end() && *found == excused) people.erase(found);
  }
  return people;
}

}  // namespace engine
