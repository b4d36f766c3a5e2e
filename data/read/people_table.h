/// The columns of a people table, for those who read or change one.
#pragma once

#include <cstddef>
#include <optional>
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

}  // namespace data
