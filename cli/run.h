/// The door for people and scripts: runs one command line, and turns every failure into words.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "cli/environment.h"

namespace cli {

/// `words` are those after the program's name. Answers go to `out`, everything else to `err`.
/// Returns the exit status (cli/command.h); throws nothing.
int run(const std::vector<std::string>& words,
        std::ostream& out,
        std::ostream& err,
        const Environment& environment);

}  // namespace cli
