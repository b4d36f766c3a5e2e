/// A gathering to start from: the templates the program carries, written out as plain files.
#pragma once

#include <string>
#include <vector>

#include "engine/model/text.h"

namespace app {

inline constexpr const char* kDefaultTemplate = "day";

struct TemplateInfo {
  std::string name;    ///< "day", a kind of gathering, or the key of the format it is about
  engine::Text title;  ///< one line for a list of templates
};

/// The default template first, then those of whole gatherings and of every session format, by name.
[[nodiscard]] std::vector<TemplateInfo> templates();

/// Writes the files of template `name` into the folder `dir`, which is made when it is missing, and
/// returns their paths, the gathering file first. Throws engine::BadRequest, and writes nothing,
/// when there is no such template (the nearest is named) or when one of the files is there already;
/// engine::Failure when the disk fails.
[[nodiscard]] std::vector<std::string> new_gathering(const std::string& dir,
                                                     const std::string& name,
                                                     engine::Language language);

}  // namespace app
