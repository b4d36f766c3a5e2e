/// Compares a text with its approved copy under tests/golden/cli.
#pragma once

#include <string>

namespace tests {

/// The approved text. With FARANDOLE_UPDATE_GOLDEN=1 in the environment, `actual` becomes it.
[[nodiscard]] std::string golden(const std::string& name, const std::string& actual);

}  // namespace tests
