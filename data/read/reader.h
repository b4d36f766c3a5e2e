/// Reads a gathering file and the tables it names into the model, with the place of every value.
#pragma once

#include <string>
#include <vector>

#include "engine/model/diagnostic.h"
#include "engine/model/gathering.h"

namespace data {

/// One input file as it lay on disk, byte for byte.
struct SourceFile {
  std::string path;  ///< relative to the gathering file's folder; the gathering file comes first
  std::string bytes;
};

struct Reading {
  engine::Gathering gathering;
  engine::Diagnostics diagnostics;  ///< every error of form; meaning is checked by engine::compile
  std::vector<SourceFile> sources;  ///< what a document keeps
};

/// Never throws for bad content: everything wrong is in the diagnostics. Throws std::runtime_error
/// (with the path and the reason) when the gathering file itself cannot be read.
[[nodiscard]] Reading read_gathering(const std::string& path);

/// The same from files kept in a document; the first is the gathering file.
[[nodiscard]] Reading read_gathering(std::vector<SourceFile> sources);

}  // namespace data
