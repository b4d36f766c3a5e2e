/// The files of a gathering with an imported list taken in.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "data/read/attendees.h"
#include "data/read/reader.h"

namespace data {

/// What became of one line, where that needs saying.
struct ImportNote {
  enum class Kind : std::uint8_t { Added, Changed, LeftOut, Unclear };
  Kind kind = Kind::Added;
  std::uint32_t line = 0;  ///< of the imported file
  engine::Text text;
};

struct Merged {
  std::vector<SourceFile> sources;
  int unchanged = 0;              ///< lines that say what is known already
  std::vector<ImportNote> notes;  ///< in the order of the lines
};

/// People are the same when their ids are, or else their names (case, accents and the order of
/// first and last name do not count) and nothing speaks against it: two e-mails of one name are
/// unclear, and nothing is done. What the list says fills and replaces what is known; what it does
/// not say stays; nobody is removed. A wish takes the place of the person's earlier one for that
/// station or with that rank. Tables are changed in their own manner; where there is none, one is
/// made and named in the gathering file. Throws engine::Failure when that file is written so that
/// it cannot be. The answers to a poll take the place of those in its table; throws
/// engine::BadRequest when no poll, or more than one, could be meant.
[[nodiscard]] Merged merged(const Reading& gathering, const Imported& imported);

}  // namespace data
