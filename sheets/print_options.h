/// How a sheet is printed: language, paper, the version it names, and whether people are on it.
#pragma once

#include <string>

#include "engine/model/text.h"

namespace sheets {

enum class Paper { A4, Letter };

struct PrintOptions {
  engine::Language language = engine::Language::Fr;
  Paper paper = Paper::A4;
  /// When this version of the plan was made, on the gathering's own clock, "2025-02-10 18:32" or
  /// "2025-02-10T18:32…" (what follows the minutes is ignored); empty: not said. Printed in every
  /// footer; the same text gives the same bytes.
  std::string made_at;
  bool no_personal_data = false;  ///< no name of a person and no telephone number on any page
};

/// "Version 3 du lundi 10 février 2025 à 18h32", as far as it is known.
[[nodiscard]] std::string version_line(int version, const PrintOptions& options);
/// "2025-02-10T18:32:00", or empty when `made_at` does not say it.
[[nodiscard]] std::string made_at_iso(const PrintOptions& options);

}  // namespace sheets
