/// Prints the sheets of a plan into a folder.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
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
  bool no_personal_data = false;             ///< no name, telephone, e-mail or diet on any page
  bool letter = false;                       ///< on American paper; else A4
  std::string only;                          ///< id of a person, room or site; empty: all
  std::optional<int> since;                  ///< only the pages that differ from this version
  std::string calendar_url;  ///< for the QR codes of cards, "{id}" is the person's id
};

/// A page that replaces another, or is new (replaces 0), or is to be thrown away (page 0).
struct ReplacedPage {
  int page = 0;
  int replaces = 0;
  std::string what;
};

struct PrintedSheet {
  std::string kind;
  std::string path;                    ///< empty when nothing was written
  int pages = 0;                       ///< sides of paper
  bool removed = false;                ///< an older file had nothing to say any more
  std::vector<engine::Text> refusals;  ///< why it is not printed
  std::vector<ReplacedPage> changes;   ///< only with `since`
};

struct PrintedSheets {
  std::vector<PrintedSheet>
      sheets;         ///< in the order of the kinds; those with nothing to tell left out
  std::string index;  ///< path of the index page; may be empty
  std::set<std::string> left_out;                    ///< emoji that no font of this machine shows
  engine::Language language = engine::Language::Fr;  ///< theirs
};

[[nodiscard]] std::vector<SheetKind> sheet_kinds();

/// Where the pages end that are told in one line with that at `first`: "pages 2 to 8".
[[nodiscard]] std::size_t end_of_row(const std::vector<ReplacedPage>& changes, std::size_t first);

/// All files appear, or none: what a folder held before stays as it was when one of them cannot be
/// written. Throws engine::BadRequest for a kind, person, room, site or version that does not exist
/// (the nearest is named), engine::Failure when the document cannot be read or a page not written.
[[nodiscard]] PrintedSheets sheets(const SheetsRequest& request);

[[nodiscard]] std::string json(const PrintedSheets& printed);

}  // namespace app
