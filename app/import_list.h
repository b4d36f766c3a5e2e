/// Takes a list of people, wishes or registrations into a document, and plans anew around what was
/// sent out already.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/search_request.h"
#include "engine/model/diagnostic.h"
#include "engine/model/gathering.h"
#include "engine/plan/history.h"
#include "engine/plan/plan.h"

namespace app {

struct ImportRequest : SearchRequest {
  std::string document;
  std::string file;
  std::string as;  ///< key of a kind; empty: the headings tell
  engine::Instant now;
};

/// A kind of list that can be asked for.
struct ImportChoice {
  std::string key;  ///< what --as takes
  engine::Text about;
};

/// What became of one line of the list, where that needs saying.
struct ImportLine {
  enum class Kind : std::uint8_t { Added, Changed, LeftOut, Unclear };
  Kind kind = Kind::Added;
  std::uint32_t line = 0;
  engine::Text text;
};

struct ListImport {
  std::string kind;
  std::vector<ImportLine> lines;                ///< in the order of the list
  int unchanged = 0;                            ///< lines that say what is known already
  std::vector<std::string> unknown;             ///< headings of columns left aside
  engine::Gathering gathering;                  ///< with the list taken in
  std::vector<engine::Diagnostic> diagnostics;  ///< of that gathering
  std::optional<engine::Plan> plan;  ///< of the new version; none: nothing changed, or it is wrong
};

[[nodiscard]] std::vector<ImportChoice> import_choices();

/// Throws engine::BadRequest for a list that cannot be read or a kind that does not exist,
/// engine::Failure when the document cannot be changed. With errors among the diagnostics nothing
/// is kept.
[[nodiscard]] ListImport import_list(const ImportRequest& request);

[[nodiscard]] std::string json(const ListImport& imported);

}  // namespace app
