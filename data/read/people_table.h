/// The columns of a people table, for those who read or change one.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace data {

namespace people_columns {
enum Column : std::size_t {
  Id,
  Name,
  Organisation,
  Profile,
  Tags,
  Email,
  Phone,
  Needs,
  Diet,
  Available,
  Site,
  EndSite,
  FirstName,
};
}  // namespace people_columns

/// The column that a heading stands for ("Prénom", "courriel", "organisation"); nullopt when none.
[[nodiscard]] std::optional<std::size_t> people_column(std::string_view heading);

/// The id of somebody who has none: from the name, so that a name keeps its id when rows are added
/// or sorted; the second person of a name gets a number.
[[nodiscard]] std::string id_of_name(const std::string& name, const std::set<std::string>& taken);

/// The same for names that are the same whatever their case, their accents and the order of their
/// words: "ROUX Ana" is "Ana Roux".
[[nodiscard]] std::string name_key(const std::string& name);

}  // namespace data
