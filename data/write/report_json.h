/// Writes the answers of check, history, diff, export and sheets as JSON for machines
/// (docs/format.md).
#pragma once

#include <cstdint>
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

struct ListedLine {
  std::string kind;  ///< "added", "changed", "left-out", "unclear"
  std::uint32_t line = 0;
  engine::Text text;
};

struct ImportReport {
  std::string as;
  int version = 0;  ///< 0: no new one
  int unchanged = 0;
  std::vector<std::string> unknown;
  std::vector<ListedLine> lines;
  engine::Language language = engine::Language::Fr;
};

/// "farandole.import/1".
[[nodiscard]] std::string import_json(const ImportReport& report);

/// "farandole.forget/1": who stands where a person was, in how many versions.
[[nodiscard]] std::string forgot_json(const std::string& stand_in, int versions);

/// "farandole.export/1": the files written.
[[nodiscard]] std::string export_json(const std::string& to,
                                      int version,
                                      const std::vector<std::string>& paths);

/// A page that replaces another, or is new (replaces 0), or is to be thrown away (page 0).
struct WrittenChange {
  int page = 0;
  int replaces = 0;
  std::string what;
};

struct WrittenSheet {
  std::string kind;
  std::string path;  ///< empty: nothing was written
  int pages = 0;
  bool removed = false;
  std::vector<engine::Text> refusals;
  std::vector<WrittenChange> changes;
};

struct WrittenSheets {
  std::vector<WrittenSheet> sheets;
  std::string index;  ///< empty: none
  std::vector<std::string> left_out;
};

/// "farandole.sheets/1". What is empty is left out, but for kind, path and pages.
[[nodiscard]] std::string sheets_json(const WrittenSheets& written);

}  // namespace data
