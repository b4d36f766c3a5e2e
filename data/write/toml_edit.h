/// Sets one key in the text of a gathering file and leaves every other byte as it is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/plan/repair.h"

namespace data {

/// `text` is TOML without errors. A key that is there gets the new value in its place, a new one
/// goes on a line of its own after the row's id; `rooms` and `room`, `starts` and `start` take the
/// place of each other. An empty value takes the key away, with what stands behind it on the line.
/// A part [rules], a [[room]] and a [[day]] that are not there are added at the end. A station is
/// named "rotation/station", a poll by its session, a way "from/to". None where the key is written
/// in a way that cannot be changed so (dotted keys, rows inside lists), or where there is no such
/// row.
[[nodiscard]] std::optional<std::string> with_setting(std::string_view text,
                                                      const engine::Setting& setting);

}  // namespace data
