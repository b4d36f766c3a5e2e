/// Which version a page names: the one since which it says what it says.
#pragma once

#include <string>
#include <vector>

#include "sheets/drawing/page.h"

namespace sheets {

/// A kind as it was in an earlier version, and what its footers name.
struct EarlierSheets {
  Document document;
  std::string version;  ///< line of the footer
};

/// The first of the versions since which each page of a document is the same (sheets/changes.h), so
/// that the sheet of somebody whose day did not change is the same paper whenever it is printed.
class Unchanged {
 public:
  /// Keeps the reference. `version`: the line in the footers of `now`.
  Unchanged(const Document& now, std::string version);

  /// Whether a page is the same in all the versions so far: else there is no need to look further.
  [[nodiscard]] bool any() const { return left_ > 0; }
  /// The version before the last one given, or before that of `now`.
  void compare(const EarlierSheets& earlier);
  /// Puts the line and the moment of that version on every page that has one.
  void name_versions(Document& now) const;

 private:
  struct Since {
    bool open = true;  ///< the same in all versions compared
    std::string version;
    std::string made_at;
  };
  const Document& now_;
  std::string version_;
  std::vector<Since> since_;  ///< per page; no version: that of `now`
  std::size_t left_ = 0;
};

/// The moment of the newest of its pages; pages that name none are of the document's own.
[[nodiscard]] std::string newest_moment(const Document& document);

}  // namespace sheets
