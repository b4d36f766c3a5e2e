/// What surrounds the program: the reader's language, the terminal, its width and its colours.
#pragma once

#include "engine/model/text.h"

namespace cli {

struct Environment {
  engine::Language language = engine::Language::En;  ///< for help and the command line itself
  int width = 80;                                    ///< columns of a line
  bool colour_out = false;  ///< standard output is a terminal, and colours are welcome
  bool colour_err = false;
  bool progress = false;  ///< standard error is a terminal: a progress bar makes sense
};

/// From LC_ALL, LC_MESSAGES and LANG (French when it begins with "fr", else English), COLUMNS,
/// NO_COLOR (https://no-color.org), TERM and the terminal itself.
[[nodiscard]] Environment environment_of_process();

}  // namespace cli
