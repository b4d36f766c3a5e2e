/// What the columns of lists of attendees, wishes and registrations are called.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "data/read/attendees.h"

namespace data::attendee_headings {

/// What a column of an attendee list says; people columns (people_table.h) come after these.
enum Field : std::size_t {
  Nothing,  ///< known, and of no use here
  Full,
  First,
  Last,
  Mail,
  OrderMail,
  Order,
  Status,
  PayerFirst,
  PayerLast,
  Firm,
  Telephone,
  Who,
  Item,
  Station,
  Rank,
};
inline constexpr std::size_t kPeopleFields = Rank + std::size_t{1};

/// The Field, or a people column from kPeopleFields; none for a heading nobody knows.
[[nodiscard]] std::optional<std::size_t> field_of(std::string_view heading, ImportKind kind);

}  // namespace data::attendee_headings
