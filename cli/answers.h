/// Pieces of answers that several commands give.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/terminal/screen.h"
#include "engine/model/diagnostic.h"
#include "engine/model/gathering.h"
#include "engine/plan/score.h"

namespace cli {

/// `screen` in the language of the gathering, or as it was when the file did not say which.
[[nodiscard]] Screen for_gathering(const Screen& screen, const engine::Gathering& gathering);

/// One line each: "gathering.toml:14:1: error: …". Every error; of many warnings the first, and
/// how many more there are.
void write_diagnostics(const Screen& screen,
                       const std::vector<engine::Diagnostic>& diagnostics,
                       const engine::Gathering& gathering);

/// "3 erreurs, 1 avertissement"
[[nodiscard]] std::string diagnostics_counted(const Screen& screen,
                                              const std::vector<engine::Diagnostic>& diagnostics);

/// The parts of a list with commas between, without the spaces around them and the empty ones.
[[nodiscard]] std::vector<std::string> between_commas(const std::string& list);

/// A path as it can be typed in a shell: quoted when it has to be.
[[nodiscard]] std::string typed(const std::string& path);

/// What to type next, on a line that can be copied.
void suggest(const Screen& screen, const engine::Text& why, const std::string& command);

/// "règles 0 · sans place 0 · préférences 17"
[[nodiscard]] std::string score_text(const Screen& screen, const engine::Score& score);

}  // namespace cli
