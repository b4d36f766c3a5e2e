#include "sheets/lookup/directory.h"

#include <algorithm>

#include "engine/formats/formats.h"
#include "engine/model/words.h"

namespace sheets {
namespace {

template <class Row>
std::map<std::string_view, const Row*> by_key(const std::vector<Row>& rows) {
  std::map<std::string_view, const Row*> found;
  for (const auto& row : rows) found.emplace(row.id.value, &row);
  return found;
}

template <class Row>
const Row* find(const std::map<std::string_view, const Row*>& rows, std::string_view key) {
  const auto row = rows.find(key);
  return row == rows.end() ? nullptr : row->second;
}

}  // namespace

Directory::Directory(const engine::Gathering& gathering)
    : people_(by_key(gathering.people)),
      rooms_(by_key(gathering.rooms)),
      sites_(by_key(gathering.sites)),
      sessions_(by_key(gathering.sessions)),
      rotations_(by_key(gathering.rotations)) {}

const engine::Person* Directory::person(std::string_view key) const {
  return find(people_, key);
}
const engine::Room* Directory::room(std::string_view key) const {
  return find(rooms_, key);
}
const engine::Site* Directory::site(std::string_view key) const {
  return find(sites_, key);
}
const engine::Session* Directory::session(std::string_view key) const {
  return find(sessions_, key);
}
const engine::Rotation* Directory::rotation(std::string_view key) const {
  return find(rotations_, key);
}

std::string Directory::person_name(const std::string& key) const {
  const auto* row = person(key);
  return row != nullptr && !row->name.empty() ? row->name : key;
}

std::string Directory::room_name(const std::string& key) const {
  const auto* row = room(key);
  return row != nullptr && !row->name.empty() ? row->name : key;
}

std::string Directory::site_of_room(const std::string& key) const {
  const auto* of = room(key);
  const auto* row = of == nullptr ? nullptr : site(of->site.value);
  if (row == nullptr) return {};
  return row->name.empty() ? row->id.value : row->name;
}

std::string Directory::site_to_tell(const std::string& room) const {
  return sites_.size() > 1 ? site_of_room(room) : std::string();
}

std::string Directory::place(const std::string& room) const {
  const auto site = site_to_tell(room);
  return site.empty() ? room_name(room) : room_name(room) + ", " + site;
}

std::string station_title(const engine::Rotation& rotation, const std::string& key) {
  const auto& stations = rotation.stations;
  const auto row = std::find_if(
      stations.begin(), stations.end(), [&](const auto& s) { return s.id.value == key; });
  if (row == stations.end()) return key;
  if (!row->title.empty()) return row->title;
  if (rotation.plain_tables) return "Table " + std::to_string(row - stations.begin() + 1);
  return capital(key);
}

std::string role_title(const std::string& role, engine::Language language) {
  if (const auto* known = engine::find_role(role))
    return capital(std::string(known->name.in(language)));
  auto words = role;
  std::replace_if(
      words.begin(), words.end(), [](char c) { return c == '_' || c == '-'; }, ' ');
  return capital(words);
}

engine::Text people_counted(std::size_t people) {
  return people == 1 ? engine::say({"1\u00a0personne", "1\u00a0person"})
                     : engine::say({"{0}\u00a0personnes", "{0}\u00a0people"}, people);
}

std::string date_title(engine::Day day, engine::Language language) {
  return capital(engine::long_date(day, language));
}

std::string capital(std::string text) {
  if (text.empty()) return text;
  if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  // U+00E0 to U+00FE stand 32 above their capitals, in UTF-8 too: "\xC3\xA9" é, "\xC3\x89" É.
  const bool latin = text.size() > 1 && text[0] == '\xC3';
  const auto second = latin ? static_cast<unsigned char>(text[1]) : 0U;
  if (second >= 0xA0U && second <= 0xBEU && second != 0xB7U)
    text[1] = static_cast<char>(second - 0x20U);
  return text;
}

}  // namespace sheets
