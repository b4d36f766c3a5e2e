/// Spelling without case and accents, for comparing what people typed.
#pragma once

#include <string>
#include <string_view>

namespace engine {

/// `text` (UTF-8) in lower case with the accents of Latin letters dropped: "Élodie" gives "elodie",
/// "œ" gives "oe". Other characters stay as they are.
[[nodiscard]] std::string fold(std::string_view text);

}  // namespace engine
