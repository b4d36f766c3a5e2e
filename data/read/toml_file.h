/// Reads TOML text into values with places; every error of syntax that can be told apart is said.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "data/read/value.h"
#include "engine/model/diagnostic.h"

namespace data {

struct TomlFile {
  Value root;
  /// false after an error of syntax: lines were passed over, so nothing can be called missing.
  bool whole = true;
  /// Keys already complained about (accents outside quotes), as they were written.
  std::map<engine::Where, std::string> reported;
};

/// `text` is UTF-8 without byte order mark. Never throws for bad content.
[[nodiscard]] TomlFile read_toml(std::string_view text,
                                 std::uint16_t file,
                                 engine::Diagnostics& diagnostics);

}  // namespace data
