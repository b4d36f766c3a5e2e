/// Files as bytes, from the disk or from memory: what cannot be read is said, never thrown.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "engine/model/text.h"

namespace data {

/// Larger files are no gathering: a day of 10 000 people takes a few megabytes.
inline constexpr std::uintmax_t kLargestFile = 64'000'000;

struct Bytes {
  std::optional<std::string> bytes;  ///< none: `problem` says why
  engine::Text problem;
};

/// Gives the file of a path relative to the gathering file.
using Loader = std::function<Bytes(const std::string&)>;

/// Reads a file of at most kLargestFile bytes; a larger one is not read at all.
[[nodiscard]] Bytes load_file(const std::string& path);

}  // namespace data
