/// Reads gatherings written in tests, and what is said about them as plain lines.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "data/read/reader.h"

namespace reading {

/// Six lines that every gathering needs; what a test adds begins on line 7.
inline const std::string kHead =
    "[gathering]\n"
    "name = \"Essai\"\n"
    "[[day]]\n"
    "date = 2025-02-12\n"
    "opens = \"09:00\"\n"
    "closes = \"17:00\"\n";

/// With no-break spaces and typographic apostrophes made plain, so that tests are easy to write.
inline std::string plain(std::string text) {
  const std::vector<std::pair<std::string, std::string>> signs = {
      {"\u202F", " "}, {"\u00A0", " "}, {"\u2019", "'"}};
  for (const auto& [sign, letter] : signs)
    for (auto at = text.find(sign); at != text.npos; at = text.find(sign, at))
      text.replace(at, sign.size(), letter);
  return text;
}

inline data::Reading read(const std::string& toml, std::vector<data::SourceFile> tables = {}) {
  tables.insert(tables.begin(), {"g.toml", toml});
  return data::read_gathering(std::move(tables));
}

inline std::vector<std::string> lines(const data::Reading& reading, engine::Language language) {
  std::vector<std::string> all;
  for (const auto& diagnostic : reading.diagnostics.sorted())
    all.push_back(plain(engine::line_of(diagnostic, reading.gathering.files, language)));
  return all;
}

inline std::vector<std::string> english(const std::string& toml,
                                        std::vector<data::SourceFile> tables = {}) {
  return lines(read(toml, std::move(tables)), engine::Language::En);
}

inline std::vector<std::string> french(const std::string& toml,
                                       std::vector<data::SourceFile> tables = {}) {
  return lines(read(toml, std::move(tables)), engine::Language::Fr);
}

using Lines = std::vector<std::string>;

}  // namespace reading
