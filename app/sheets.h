/// Prints the sheets of a plan into a folder.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/model/text.h"

namespace app {

/// A kind of sheet that can be asked for.
struct SheetKind {
  std::string key;  ///< what --kind takes
  engine::Text title;
};

struct SheetsRequest {
  std::string document;
  std::string out;                           ///< folder; made when it is missing
  std::vector<std::string> kinds;            ///< keys; empty: every kind
  std::optional<engine::Language> language;  ///< none: the gathering's
  std::optional<int> version;                ///< none: the newest
  bool no_personal_data = false;             ///< no name and no telephone number on any page
};

struct PrintedSheet {
  std::string kind;
  std::string path;
  int pages = 0;
};

/// In the order of the kinds; a kind the plan has nothing for is left out.
using PrintedSheets = std::vector<PrintedSheet>;

[[nodiscard]] std::vector<SheetKind> sheet_kinds();

/// Throws engine::BadRequest for a kind that does not exist (the nearest is named), engine::Failure
/// when the document cannot be read or a page not written.
[[nodiscard]] PrintedSheets sheets(const SheetsRequest& request);

[[nodiscard]] std::string json(const PrintedSheets& printed);

}  // namespace app
