/// What people call the rooms, persons, items and stations of two revisions of a gathering.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "engine/model/gathering.h"

namespace engine {

/// The later revision's name wins; what neither knows is called by its id.
class SpokenNames {
 public:
  SpokenNames(const Gathering& before, const Gathering& after) {
    add(after);
    add(before);
  }

  [[nodiscard]] std::string person(const std::string& id) const { return find(people_, id); }
  [[nodiscard]] std::string room(const std::string& id) const { return find(rooms_, id); }
  /// The title of a session or rotation.
  [[nodiscard]] std::string item(const std::string& id) const { return find(items_, id); }
  [[nodiscard]] std::string station(const std::string& rotation, const std::string& id) const {
    const auto found = stations_.find({rotation, id});
    return found == stations_.end() ? id : found->second;
  }

 private:
  using Map = std::map<std::string, std::string>;

  static void name(Map& map, const std::string& id, const std::string& name) {
    if (!name.empty()) map.emplace(id, name);
  }
  static std::string find(const Map& map, const std::string& id) {
    const auto found = map.find(id);
    return found == map.end() ? id : found->second;
  }
  void add(const Gathering& gathering) {
    for (const auto& p : gathering.people) name(people_, p.id.value, p.name);
    for (const auto& r : gathering.rooms) name(rooms_, r.id.value, r.name);
    for (const auto& s : gathering.sessions) name(items_, s.id.value, s.title);
    for (const auto& r : gathering.rotations) {
      name(items_, r.id.value, r.title);
      for (const auto& s : r.stations)
        if (!s.title.empty()) stations_.emplace(std::pair(r.id.value, s.id.value), s.title);
    }
  }

  Map people_;
  Map rooms_;
  Map items_;
  std::map<std::pair<std::string, std::string>, std::string> stations_;
};

}  // namespace engine
