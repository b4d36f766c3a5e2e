/// The group somebody goes round with, told by a letter, a shape and a colour.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>

#include "engine/plan/plan.h"
#include "sheets/drawing/page.h"
#include "sheets/lookup/directory.h"

namespace sheets {

struct Group {
  std::size_t index = 0;  ///< of its station in the rotation
  std::string letter;     ///< "A" to "Z", then "AA"
  std::string name;       ///< "Groupe bleu", "Table 3"
  Colour colour;          ///< the one its name says (« Groupe bleu »), else that of its index
};

/// By person. From the first rotation that makes groups which stay together (split, carousel), else
/// from the first that seats people: then it is where they begin. Nobody has one without either.
[[nodiscard]] std::map<std::string, Group> groups_of(const Directory& directory,
                                                     const engine::Plan& plan);

}  // namespace sheets
