/// A look at TOML text before the library parses it: what the library must not see, or says badly.
///
/// toml++ 3.3 and 3.4 have undefined behaviour on bare keys with accents (upstream #190, #294) and
/// stop at the first error, so this scan repairs or blanks what it reports.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/diagnostic.h"

namespace data {

struct ScannedLine {
  std::string text;      ///< as the library may read it
  bool blanked = false;  ///< its content was taken out after an error
  bool header = false;   ///< "[table]" or "[[table]]"
  /// Where the innermost list or inline table still open at the line's start was opened; line 0:
  /// none is open, the line begins with a key or a header.
  engine::Where open;
};

struct Scan {
  std::vector<ScannedLine> lines;
  std::map<engine::Where, std::string> reported;  ///< keys complained about and repaired
  bool readable = true;  ///< false: the library must not see the text at all
  bool blanked = false;  ///< a line was blanked

  [[nodiscard]] std::string text() const;
};

[[nodiscard]] Scan scan_toml(std::string_view text,
                             std::uint16_t file,
                             engine::Diagnostics& diagnostics);

}  // namespace data
