/// The options of every command that searches: --time, --iterations, --seed, --threads, --progress,
/// --json.
#pragma once

#include <vector>

#include "app/search_request.h"
#include "cli/command.h"

namespace cli {

/// In the order of the help.
[[nodiscard]] std::vector<Option> search_options();

/// `options`, then those of a search.
[[nodiscard]] std::vector<Option> with_search(std::vector<Option> options);

void read_search(const Arguments& arguments, app::SearchRequest& request);

}  // namespace cli
