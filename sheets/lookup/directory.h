/// Finds what the keys of a plan mean in its gathering, and writes names as sheets show them.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "engine/model/gathering.h"

namespace sheets {

/// Keeps pointers into the gathering, which must outlive it. A key the gathering does not know
/// gives nullptr, or itself where a name is asked for.
class Directory {
 public:
  explicit Directory(const engine::Gathering& gathering);

  [[nodiscard]] const engine::Person* person(std::string_view key) const;
  [[nodiscard]] const engine::Room* room(std::string_view key) const;
  [[nodiscard]] const engine::Site* site(std::string_view key) const;
  [[nodiscard]] const engine::Session* session(std::string_view key) const;
  [[nodiscard]] const engine::Rotation* rotation(std::string_view key) const;

  [[nodiscard]] std::string person_name(const std::string& key) const;
  [[nodiscard]] std::string room_name(const std::string& key) const;
  /// The site a room stands on; empty when it is not known.
  [[nodiscard]] std::string site_of_room(const std::string& key) const;
  /// The same, but empty where the gathering has only one site.
  [[nodiscard]] std::string site_to_tell(const std::string& room) const;
  /// "Salle Bruyère, Maison du Lac": the room, and its site where there are several.
  [[nodiscard]] std::string place(const std::string& room) const;

 private:
  std::map<std::string_view, const engine::Person*> people_;
  std::map<std::string_view, const engine::Room*> rooms_;
  std::map<std::string_view, const engine::Site*> sites_;
  std::map<std::string_view, const engine::Session*> sessions_;
  std::map<std::string_view, const engine::Rotation*> rotations_;
};

/// Title of a station: its own, or "Table 3" where there are plain tables, or its key.
[[nodiscard]] std::string station_title(const engine::Rotation& rotation, const std::string& key);

/// "Modération", "Moderator": a known role in words with a capital; one the organiser made up as
/// it stands, "_" and "-" turned into spaces.
[[nodiscard]] std::string role_title(const std::string& role, engine::Language language);

/// "1 personne", "45 personnes".
[[nodiscard]] engine::Text people_counted(std::size_t people);

/// "Mardi 11 février 2025".
[[nodiscard]] std::string date_title(engine::Day day, engine::Language language);

/// `text` with a capital; only the letters a to z and the accented ones of French are changed.
[[nodiscard]] std::string capital(std::string text);

}  // namespace sheets
