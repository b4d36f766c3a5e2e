/// The known word somebody probably meant.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// The word of `known` nearest to `word`, or nullopt when none is close: at most one slip per three
/// letters, where a slip is a letter missing, added, replaced or two neighbours exchanged
/// (Damerau-Levenshtein, optimal string alignment). Case, accents, `-` and `_` do not count. The
/// first of equals wins. Cost: the product of the lengths per known word of about that length.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word,
                                                 const std::vector<std::string_view>& known);

}  // namespace engine
