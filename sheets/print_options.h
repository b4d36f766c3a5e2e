/// How a sheet is printed: language, paper, the version it names, and whether people are on it.
#pragma once

#include <cstdint>
#include <string>

#include "engine/model/text.h"

namespace sheets {

enum class Paper : std::uint8_t { A4, Letter };

struct PrintOptions {
  engine::Language language = engine::Language::Fr;
  Paper paper = Paper::A4;
  /// When this version of the plan was made, on the gathering's own clock, "2025-02-10 18:32" or
  /// "2025-02-10T18:32…" (what follows the minutes is ignored); empty: not said. Printed in every
  /// footer; the same text gives the same bytes.
  std::string made_at;
  /// No name of a person, no telephone number, no e-mail, no diet on any page.
  bool no_personal_data = false;
  /// Where a person's calendar is, "{id}" standing for the person's id; empty: the QR code of a
  /// card holds the day itself.
  std::string calendar_url = {};
  /// Key of the only site to print; empty: all of them.
  std::string site = {};
};

/// "Version 3 du lundi 10 février 2025 à 18h32", as far as it is known; empty for version 0, which
/// is kept nowhere.
[[nodiscard]] std::string version_line(int version, const PrintOptions& options);
/// "2025-02-10T18:32:00", or empty when `made_at` does not say it.
[[nodiscard]] std::string made_at_iso(const PrintOptions& options);

}  // namespace sheets
