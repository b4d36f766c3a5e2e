/// Rows of the gathering file written from the model, key by key.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/model/gathering.h"

namespace data {

struct TomlKey {
  std::string key;
  std::string value;  ///< as TOML writes it
  friend bool operator==(const TomlKey&, const TomlKey&) = default;
};

using TomlRow = std::vector<TomlKey>;

/// A basic string.
[[nodiscard]] std::string toml_text(std::string_view text);

/// What the row says that the defaults do not: read again, it gives the same row. `excused` and
/// `spare` have no word in the file.
[[nodiscard]] TomlRow toml_row(const engine::Room& room);
[[nodiscard]] TomlRow toml_row(const engine::Person& person);
[[nodiscard]] TomlRow toml_row(const engine::Session& session);
/// Without its named stations.
[[nodiscard]] TomlRow toml_row(const engine::Rotation& rotation);
[[nodiscard]] TomlRow toml_row(const engine::Station& station);

/// "[[table]]" and a line per key.
[[nodiscard]] std::string toml_block(std::string_view table, const TomlRow& row);

}  // namespace data
