/// Looks up the rows of a gathering by their ids, and says what people call them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "engine/model/gathering.h"

namespace cli {

/// Points into the gathering, which must outlive it. An id nobody knows is its own name.
class Directory {
 public:
  explicit Directory(const engine::Gathering& gathering);

  /// nullptr when there is no such row.
  [[nodiscard]] const engine::Person* person(std::string_view id) const;
  [[nodiscard]] const engine::Room* room(std::string_view id) const;
  [[nodiscard]] const engine::Session* session(std::string_view id) const;
  [[nodiscard]] const engine::Rotation* rotation(std::string_view id) const;

  [[nodiscard]] std::string person_name(std::string_view id) const;
  [[nodiscard]] std::string room_name(std::string_view id) const;
  [[nodiscard]] std::string site_name(std::string_view id) const;
  [[nodiscard]] std::string title(std::string_view item) const;  ///< of a session or a rotation
  [[nodiscard]] std::string station_title(std::string_view rotation,
                                          std::string_view station) const;

 private:
  template <class Row>
  using Index = std::unordered_map<std::string_view, const Row*>;

  Index<engine::Person> people_;
  Index<engine::Room> rooms_;
  Index<engine::Site> sites_;
  Index<engine::Session> sessions_;
  Index<engine::Rotation> rotations_;
};

}  // namespace cli
