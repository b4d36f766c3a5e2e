/// Writes the answers of check, history, diff, export and sheets as JSON for machines
/// (docs/format.md).
#pragma once

#include <string>
#include <vector>

#include "engine/model/diagnostic.h"
#include "engine/model/gathering.h"
#include "engine/plan/diff.h"
#include "engine/plan/history.h"
#include "engine/plan/progress.h"

namespace data {

/// "farandole.check/1". Columns and lines count from 1; 0 means the file as a whole.
[[nodiscard]] std::string check_json(const engine::Gathering& gathering,
                                     const std::vector<engine::Diagnostic>& diagnostics);

/// "farandole.history/1", oldest first, with times on the gathering's clock.
[[nodiscard]] std::string history_json(const engine::Gathering& gathering,
                                       const std::vector<engine::PlanVersion>& versions);

/// "farandole.diff/1". `changes` are those of the items, as `replan` gives them.
[[nodiscard]] std::string diff_json(engine::Language language,
                                    const engine::PlanVersion& from,
                                    const engine::PlanVersion& to,
                                    const engine::PlanDiff& diff);

/// One line: how far a search is (docs/json.md).
[[nodiscard]] std::string progress_json(const engine::Progress& progress);

struct WrittenSheet {
  std::string kind;
  std::string path;
  int pages = 0;
};

/// "farandole.export/1": the files written.
[[nodiscard]] std::string export_json(const std::string& to,
                                      int version,
                                      const std::vector<std::string>& paths);

/// "farandole.sheets/1".
[[nodiscard]] std::string sheets_json(const std::vector<WrittenSheet>& sheets);

}  // namespace data
