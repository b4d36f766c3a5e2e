/// The style and the script of the page that html_export writes.
#pragma once

#include <string_view>

namespace data {

/// Light and dark, screen and paper. Colours are variables of :root, light ones first.
extern const std::string_view kPageStyle;
/// Shows the search, and hides what it does not find. The page is whole without it.
extern const std::string_view kPageScript;

}  // namespace data
