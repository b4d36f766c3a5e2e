/// The kinds of sheets that can be printed, and the one door to print them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/model/text.h"
#include "engine/plan/plan.h"
#include "sheets/print_options.h"

namespace sheets {

struct SheetKind {
  std::string_view key;    ///< as in `--kind`; the file is KEY.pdf in every language
  engine::Words title;     ///< "Programme de la journée"
  engine::Words audience;  ///< whose hands it is for: "à afficher et à distribuer"
};

/// Every kind, in the order they are offered.
[[nodiscard]] std::vector<SheetKind> kinds();

/// Prints these kinds, one after the other, to `path` and returns the number of pages. 0 when the
/// plan has nothing for them (no rotation, nobody placed): then no file is written. The file
/// appears whole or not at all. `kinds` are keys of kinds(). Throws std::runtime_error, naming the
/// path, when it cannot be written, and naming the font or the letter when the machine's fonts
/// cannot show the text.
int write_pdf(const std::vector<std::string_view>& kinds,
              const engine::Gathering& gathering,
              const engine::Plan& plan,
              const PrintOptions& options,
              const std::string& path);

}  // namespace sheets
