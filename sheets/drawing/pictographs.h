/// Emoji: signs beside the words, which a sheet can do without where no font has them.
#pragma once

#include <functional>
#include <set>
#include <string>

namespace sheets {

/// Whether a font shows a character (UTF-8).
using Shown = std::function<bool(const std::string&)>;

/// `text` (UTF-8) without the pictographs that are not shown, nor what joins or colours them, nor a
/// second space where one was; "□" when nothing else is left. What is left out is added to
/// `left_out`. Letters of any script stay, shown or not: without them a name says something else.
[[nodiscard]] std::string without_unshown_pictographs(const std::string& text,
                                                      const Shown& shown,
                                                      std::set<std::string>& left_out);

}  // namespace sheets
