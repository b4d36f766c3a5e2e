/// Reads a gathering file and the tables it names into the model, with the place of every value.
#pragma once

#include <map>
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
  /// false after an error of syntax or an unreadable file: lines were passed over, so what seems
  /// missing or unknown when the gathering is compiled may stand in one of them.
  bool whole = true;
  /// Which source is which table: "people", "registrations" or "wishes" to its path.
  std::map<std::string, std::string> tables;
  std::vector<std::string> poll_tables;  ///< per poll: its path; empty: answers in the file itself
};

/// Never throws for bad content or for a file that cannot be read: everything wrong is in the
/// diagnostics. Gathering::files[0] is `path` as given. Throws std::runtime_error when the machine
/// has no time zone database.
[[nodiscard]] Reading read_gathering(const std::string& path);

/// Only a people table, as [gathering] names one, or a plain list of names: nobody but its people
/// is in the gathering.
[[nodiscard]] Reading read_people_file(const std::string& path);

/// The same as read_gathering() from files kept in a document; the first is the gathering file.
[[nodiscard]] Reading read_gathering(std::vector<SourceFile> sources);

}  // namespace data
