/// WHO of the format, resolved to people.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/problem/compiling.h"

namespace engine {

/// "none", and the empty list, which is another way to write it.
[[nodiscard]] inline bool names_nobody(const Who& who) {
  return who.kind == Who::Kind::None || (who.kind == Who::Kind::List && who.list.empty());
}

/// Who a WHO names, ascending, each person once. `item` is the session or rotation whose
/// registrations "registered" means. Complains about unknown people and a WHO that names nobody.
[[nodiscard]] std::vector<PersonId> people_of(Compiling& c, const Who& who, std::size_t item);

/// The people of "profile:X", "tag:X" or "organisation:X", ascending; nullptr when `selector` is
/// none of the three (a plain id).
[[nodiscard]] const std::vector<PersonId>* selected(Compiling& c, std::string_view selector);

/// Whether one entry of a list, an id or a selector, names the person.
[[nodiscard]] bool names(std::string_view entry, const Person& person);

}  // namespace engine
