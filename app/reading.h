/// Reading a gathering and reading it back, with the files a document keeps. For use cases only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/check.h"
#include "data/read/reader.h"
#include "data/sqlite/document.h"
#include "engine/model/gathering.h"

namespace app {

struct Read {
  Checked checked;
  std::vector<data::SourceFile> sources;
};

[[nodiscard]] Read read(const std::string& file);

/// The gathering a stored version was made from; it was checked when it was stored.
[[nodiscard]] engine::Gathering gathering_of(const data::StoredVersion& version);

/// The same with its problem, in spite of what cannot be had; not ok() when today's checks refuse
/// what those of then let pass.
[[nodiscard]] Checked checked_again(const data::StoredVersion& version);

}  // namespace app
