#include "cli/views/directory.h"

#include <algorithm>

namespace cli {
namespace {

template <class Row>
void fill(std::unordered_map<std::string_view, const Row*>& index, const std::vector<Row>& rows) {
  for (const auto& row : rows) index.emplace(row.id.value, &row);
}

template <class Row>
const Row* find(const std::unordered_map<std::string_view, const Row*>& index,
                std::string_view id) {
  const auto found = index.find(id);
  return found == index.end() ? nullptr : found->second;
}

std::string or_id(const std::string* name, std::string_view id) {
  return name == nullptr || name->empty() ? std::string(id) : *name;
}

}  // namespace

Directory::Directory(const engine::Gathering& gathering) {
  fill(people_, gathering.people);
  fill(rooms_, gathering.rooms);
  fill(sites_, gathering.sites);
  fill(sessions_, gathering.sessions);
  fill(rotations_, gathering.rotations);
}

const engine::Person* Directory::person(std::string_view id) const {
  return find(people_, id);
}
const engine::Room* Directory::room(std::string_view id) const {
  return find(rooms_, id);
}
const engine::Session* Directory::session(std::string_view id) const {
  return find(sessions_, id);
}
const engine::Rotation* Directory::rotation(std::string_view id) const {
  return find(rotations_, id);
}

std::string Directory::person_name(std::string_view id) const {
  const auto* row = person(id);
  return or_id(row == nullptr ? nullptr : &row->name, id);
}
std::string Directory::room_name(std::string_view id) const {
  const auto* row = room(id);
  return or_id(row == nullptr ? nullptr : &row->name, id);
}
std::string Directory::site_name(std::string_view id) const {
  const auto* row = find(sites_, id);
  return or_id(row == nullptr ? nullptr : &row->name, id);
}

std::string Directory::title(std::string_view item) const {
  const auto* a_session = session(item);
  if (a_session != nullptr) return or_id(&a_session->title, item);
  const auto* a_rotation = rotation(item);
  return or_id(a_rotation == nullptr ? nullptr : &a_rotation->title, item);
}

std::string Directory::station_title(std::string_view rotation_id, std::string_view station) const {
  const auto* row = rotation(rotation_id);
  if (row == nullptr) return std::string(station);
  const auto found = std::find_if(row->stations.begin(),
                                  row->stations.end(),
                                  [&](const engine::Station& s) { return s.id.value == station; });
  return or_id(found == row->stations.end() ? nullptr : &found->title, station);
}

}  // namespace cli
