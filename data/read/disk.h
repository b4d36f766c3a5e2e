/// Files as bytes, from the disk or from memory: what cannot be read is said, never thrown.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "engine/model/text.h"

namespace data {

/// Larger files are no gathering. Ten thousand people and their wishes take a few megabytes of
/// tables; the gathering file of four sites and two days, a tenth of one.
inline constexpr std::uintmax_t kLargestTable = 64'000'000;
inline constexpr std::uintmax_t kLargestGathering = 8'000'000;

struct Bytes {
  std::optional<std::string> bytes;  ///< none: `problem` says why
  engine::Text problem;
};

/// Gives the file of a path relative to the gathering file.
using Loader = std::function<Bytes(const std::string&)>;

/// Reads a file of at most `most` bytes; a larger one is not read at all.
[[nodiscard]] Bytes load_file(const std::string& path, std::uintmax_t most);

}  // namespace data
