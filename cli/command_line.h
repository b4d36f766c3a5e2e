/// Understands the words after a command's name, or says what is wrong with them.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "engine/model/text.h"

namespace cli {

struct Understood {
  Arguments arguments;
  bool help = false;                 ///< -h or --help was among the words
  std::vector<engine::Text> errors;  ///< everything that is wrong with the words
};

[[nodiscard]] Understood understand(const Command& command, std::vector<std::string> words);

/// "FICHIER [-o DOC] [options]", without the command itself.
[[nodiscard]] std::string usage(const Command& command, engine::Language language);

}  // namespace cli
