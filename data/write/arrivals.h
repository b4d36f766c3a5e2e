/// People who have come unannounced, written into the gathering file a document keeps.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/read/reader.h"

namespace data {

struct Arrivals {
  std::vector<engine::Person> people;
  std::vector<engine::Text> wrong;  ///< those who are there already
};

/// Of a people table, read by read_people_file(). Who is who goes as in imported lists
/// (data/write/merged.h): an id decides, and in a table without ids the name does.
[[nodiscard]] Arrivals arrivals_of(const Reading& table, const engine::Gathering& gathering);

/// `toml` with a [[person]] per person at its end; every other byte stays as it is.
[[nodiscard]] std::string with_people(std::string_view toml,
                                      const std::vector<engine::Person>& people);

}  // namespace data
