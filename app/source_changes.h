/// What changed in a gathering's files between two versions of its plan. For use cases only.
#pragma once

#include <vector>

#include "data/read/reader.h"
#include "engine/plan/history.h"

namespace app {

/// One record of kind "gathering" per file added, removed or with other bytes, in the files' order;
/// its `value` is "added", "removed" or "changed".
[[nodiscard]] std::vector<engine::RecordedChange> source_changes(
    const std::vector<data::SourceFile>& before,
    const std::vector<data::SourceFile>& after,
    engine::Instant made);

}  // namespace app
