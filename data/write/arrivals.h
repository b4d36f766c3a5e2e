/// People who have come unannounced, written into the gathering file a document keeps.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/model/gathering.h"

namespace data {

/// `toml` with a [[person]] per person at its end; every other byte stays as it is.
[[nodiscard]] std::string with_people(std::string_view toml,
                                      const std::vector<engine::Person>& people);

}  // namespace data
