/// The kinds of sheets that can be printed, and the doors to draw them.
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

/// These kinds one after the other, on the paper of the options. No pages when the plan has nothing
/// for them (no rotation, nobody placed). `kinds` are keys of kinds(). Throws as draw() does.
[[nodiscard]] Document drawn_on_paper(const std::vector<std::string_view>& kinds,
                                      const PlanToPrint& what);

}  // namespace sheets
