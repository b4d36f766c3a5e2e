/// The kinds of sheets that can be printed, and the doors to draw and print them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/model/text.h"
#include "engine/plan/plan.h"
#include "sheets/drawing/page.h"
#include "sheets/print_options.h"

namespace sheets {

struct SheetKind {
  std::string_view key;    ///< as in `--kind`; the file is KEY.pdf in every language
  engine::Words title;     ///< "Programme de la journée"
  engine::Words audience;  ///< whose hands it is for: "à afficher et à distribuer"
  engine::Words printing;  ///< "A4 recto verso, à plier"
};

/// Every kind, in the order they are offered.
[[nodiscard]] std::vector<SheetKind> kinds();

/// What is printed, and how.
struct PlanToPrint {
  const engine::Gathering& gathering;
  const engine::Plan& plan;
  PrintOptions options;
};

/// The pages of a kind, before they are laid out on paper (sheets/drawing/impose.h); none when the
/// plan has nothing for it. Throws engine::Failure when no font shows a letter.
[[nodiscard]] Document draw(std::string_view kind, const PlanToPrint& what, Ruler& ruler);

/// Lays the pages out on the paper of `options`.
[[nodiscard]] Document on_paper(Document document, const PrintOptions& options);

/// Writes a document that has pages to `path`, whole or not at all, and returns how many sides of
/// paper it has. Throws engine::Failure, naming the path, when it cannot be written.
int write_pdf(const Document& document, engine::Language language, const std::string& path);

/// Prints these kinds, one after the other, to `path` and returns the number of pages. 0 when the
/// plan has nothing for them (no rotation, nobody placed): then no file is written. The file
/// appears whole or not at all. `kinds` are keys of kinds(). Throws as draw() and the other
/// write_pdf() do.
int write_pdf(const std::vector<std::string_view>& kinds,
              const engine::Gathering& gathering,
              const engine::Plan& plan,
              const PrintOptions& options,
              const std::string& path);

}  // namespace sheets
