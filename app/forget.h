/// Removes one person's data everywhere in a document, all versions included.
#pragma once

#include <string>

#include "engine/model/text.h"

namespace app {

struct Forgot {
  engine::Language language = engine::Language::Fr;
  std::string stand_in;  ///< the id that stands where the person was
  int versions = 0;      ///< how many versions knew the person
};

/// `word` is an id or a name, of any version. A neutral stand-in keeps counts true. Throws
/// engine::BadRequest when nobody is called so, engine::Failure when the document cannot be
/// changed.
[[nodiscard]] Forgot forget(const std::string& document, const std::string& word);

[[nodiscard]] std::string json(const Forgot& forgot);

}  // namespace app
