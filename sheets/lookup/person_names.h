/// A person's name in its two parts, and lists in the order of family names.
#pragma once

#include <string>
#include <vector>

#include "sheets/lookup/directory.h"

namespace sheets {

struct PersonName {
  std::string given;   ///< "Jean-Pierre"
  std::string family;  ///< "Aubry", "Le Goff"; may be empty
};

/// What stands before the first space is the given name.
[[nodiscard]] PersonName split_name(const std::string& name);

/// "Jean-Pierre Aubry"; "Ana" where there is one part only.
[[nodiscard]] std::string full_name(const std::string& given, const std::string& family);

/// By family name, then given name, as a dictionary has them; who has no family name stands under
/// the given one. `people` are keys.
void sort_by_family(std::vector<std::string>& people, const Directory& directory);

/// The letter a list in that order has the person under: "D", "É" under "E"; "#" for a number.
[[nodiscard]] std::string list_letter(const PersonName& name);

}  // namespace sheets
