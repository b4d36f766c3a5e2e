/// What the TOML library says about an error of syntax, in plain words.
#pragma once

#include <string_view>

#include "engine/model/text.h"

namespace data {

/// `description` is toml++'s, `line` the text of the line it points to.
[[nodiscard]] engine::Text plain_toml_error(std::string_view description, std::string_view line);

}  // namespace data
