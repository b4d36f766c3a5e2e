/// Finds what the keys of a plan mean in its gathering, and says what people call them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "engine/model/gathering.h"

namespace engine {

/// Points into the gathering, which must outlive it. A key the gathering does not know gives
/// nullptr, or itself where a name is asked for.
class Directory {
 public:
  explicit Directory(const Gathering& gathering);

  [[nodiscard]] const Person* person(std::string_view key) const;
  [[nodiscard]] const Room* room(std::string_view key) const;
  [[nodiscard]] const Site* site(std::string_view key) const;
  [[nodiscard]] const Session* session(std::string_view key) const;
  [[nodiscard]] const Rotation* rotation(std::string_view key) const;

  [[nodiscard]] std::string person_name(std::string_view key) const;
  [[nodiscard]] std::string room_name(std::string_view key) const;
  [[nodiscard]] std::string site_name(std::string_view key) const;
  [[nodiscard]] std::string title(std::string_view item) const;  ///< of a session or a rotation
  [[nodiscard]] std::string station_title(std::string_view rotation,
                                          std::string_view station) const;
  /// The site a room stands on; empty when it is not known.
  [[nodiscard]] std::string site_of_room(std::string_view key) const;
  /// The same, but empty where the gathering has only one site, or the room's name tells it.
  [[nodiscard]] std::string site_to_tell(std::string_view room) const;
  /// "Salle Bruyère, Maison du Lac": the room, and its site where there are several.
  [[nodiscard]] std::string place(std::string_view room) const;

 private:
  template <class Row>
  using Index = std::unordered_map<std::string_view, const Row*>;

  Index<Person> people_;
  Index<Room> rooms_;
  Index<Site> sites_;
  Index<Session> sessions_;
  Index<Rotation> rotations_;
};

/// Title of a station: its own, "Table 3" where there are plain tables, or its key in words.
[[nodiscard]] std::string station_title(const Rotation& rotation, std::string_view key);

/// "groupe-1" as "Groupe 1": what the organiser made up, "_" and "-" turned into spaces.
[[nodiscard]] std::string in_words(std::string_view key);

/// `text` with a capital; only the letters a to z and the accented ones of French are changed.
[[nodiscard]] std::string capital(std::string text);

}  // namespace engine
