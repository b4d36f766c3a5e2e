/// The files of a gathering with a repair made in them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "data/read/reader.h"
#include "engine/model/gathering.h"
#include "engine/plan/repair.h"

namespace data {

/// `gathering` was read from `sources`. When people have their hours in a table, the cell there is
/// changed; a registration is a line of its table. None where a change cannot be written
/// (data/write/toml_edit.h).
[[nodiscard]] std::optional<std::vector<SourceFile>> repaired(
    const engine::Gathering& gathering,
    const std::vector<SourceFile>& sources,
    const std::vector<engine::Setting>& changes);

/// Writes the files that `repair` changes: the gathering to `path`, a table to its folder, under
/// the name of both ("new-people.csv"). Tables left alone are named from there where they are.
/// `folder` is that of the gathering read. Gives every path written. Throws engine::Failure when a
/// file cannot be written.
[[nodiscard]] std::vector<std::string> write_repaired(const std::string& path,
                                                      const std::string& folder,
                                                      const std::vector<SourceFile>& before,
                                                      std::vector<SourceFile> after);

}  // namespace data
