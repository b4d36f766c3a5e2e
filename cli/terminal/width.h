/// How many columns a text takes on a terminal, whatever the locale.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cli {

/// What the cursor passes in one step: a letter with its accents, an emoji with its modifiers.
struct Cluster {
  std::string_view bytes;
  int width = 1;  ///< columns: 0, 1 or 2
};

/// `text` without what a terminal would obey or choke on: control characters become a space (a line
/// end stays), bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string printable(std::string_view text);

/// The clusters of a printable text; they point into it. A simplified reading of Unicode UAX #29,
/// with the widths of UAX #11 (version 14).
[[nodiscard]] std::vector<Cluster> clusters(std::string_view text);

/// Columns of a printable text without line ends.
[[nodiscard]] int display_width(std::string_view text);

}  // namespace cli
