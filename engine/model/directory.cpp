#include "engine/model/directory.h"

#include <algorithm>
#include <utility>

namespace engine {
namespace {

template <class Row>
std::unordered_map<std::string_view, const Row*> index_of(const std::vector<Row>& rows) {
  std::unordered_map<std::string_view, const Row*> index;
  for (const auto& row : rows) index.emplace(row.id.value, &row);
  return index;
}

template <class Row>
const Row* find(const std::unordered_map<std::string_view, const Row*>& index,
                std::string_view key) {
  const auto found = index.find(key);
  return found == index.end() ? nullptr : found->second;
}

std::string or_key(const std::string* name, std::string_view key) {
  return name == nullptr || name->empty() ? std::string(key) : *name;
}

}  // namespace

Directory::Directory(const Gathering& gathering)
    : people_(index_of(gathering.people)),
      rooms_(index_of(gathering.rooms)),
      sites_(index_of(gathering.sites)),
      sessions_(index_of(gathering.sessions)),
      rotations_(index_of(gathering.rotations)) {}

const Person* Directory::person(std::string_view key) const {
  return find(people_, key);
}
const Room* Directory::room(std::string_view key) const {
  return find(rooms_, key);
}
const Site* Directory::site(std::string_view key) const {
  return find(sites_, key);
}
const Session* Directory::session(std::string_view key) const {
  return find(sessions_, key);
}
const Rotation* Directory::rotation(std::string_view key) const {
  return find(rotations_, key);
}

std::string Directory::person_name(std::string_view key) const {
  const auto* row = person(key);
  return or_key(row == nullptr ? nullptr : &row->name, key);
}

std::string Directory::room_name(std::string_view key) const {
  const auto* row = room(key);
  return or_key(row == nullptr ? nullptr : &row->name, key);
}

std::string Directory::site_name(std::string_view key) const {
  const auto* row = site(key);
  return or_key(row == nullptr ? nullptr : &row->name, key);
}

std::string Directory::title(std::string_view item) const {
  if (const auto* row = session(item)) return or_key(&row->title, item);
  const auto* row = rotation(item);
  return or_key(row == nullptr ? nullptr : &row->title, item);
}

std::string Directory::station_title(std::string_view rotation_key,
                                     std::string_view station) const {
  const auto* row = rotation(rotation_key);
  return row == nullptr ? std::string(station) : engine::station_title(*row, station);
}

std::string Directory::site_of_room(std::string_view key) const {
  const auto* of = room(key);
  const auto* row = of == nullptr ? nullptr : site(of->site.value);
  return row == nullptr ? std::string() : or_key(&row->name, row->id.value);
}

std::string Directory::site_to_tell(std::string_view room) const {
  auto site = sites_.size() > 1 ? site_of_room(room) : std::string();
  const bool told = !site.empty() && room_name(room).find(site) != std::string::npos;
  return told ? std::string() : site;
}

std::string Directory::place(std::string_view room) const {
  const auto site = site_to_tell(room);
  return site.empty() ? room_name(room) : room_name(room) + ", " + site;
}

std::string station_title(const Rotation& rotation, std::string_view key) {
  const auto& stations = rotation.stations;
  const auto row = std::find_if(
      stations.begin(), stations.end(), [&](const Station& s) { return s.id.value == key; });
  if (row == stations.end()) return std::string(key);
  if (!row->title.empty()) return row->title;
  if (rotation.plain_tables) return "Table " + std::to_string(row - stations.begin() + 1);
  return in_words(key);
}

std::string in_words(std::string_view key) {
  std::string words(key);
  std::replace_if(
      words.begin(), words.end(), [](char c) { return c == '_' || c == '-'; }, ' ');
  return capital(std::move(words));
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

}  // namespace engine
