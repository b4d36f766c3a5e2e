/// What every drawing needs beside its view: how it is printed, a ruler, and what its footers say.
#pragma once

#include <string>
#include <vector>

#include "sheets/drawing/flow.h"
#include "sheets/drawing/heading.h"
#include "sheets/drawing/page.h"
#include "sheets/print_options.h"

namespace sheets {

struct Press {
  const PrintOptions& options;
  Ruler& ruler;
  std::string gathering;
  std::string version;  ///< line of the footer; empty: the plan is kept nowhere

  [[nodiscard]] std::string words(const engine::Words& text) const {
    return std::string(text.in(options.language));
  }
};

/// What `title` is called on a list: "La halle, mardi 11 février 2025", in French without the
/// capital that `date` has at the head of a page.
[[nodiscard]] std::string called(const std::string& title,
                                 std::string date,
                                 engine::Language language);

/// Behind a title that stands on a page again.
inline constexpr engine::Words kContinued{" (suite)", " (continued)"};

/// A chapter that opens with `words`, called by their title, with one line of them on the pages
/// that follow; `columns` stand below both.
[[nodiscard]] Chapter headed(const Press& press,
                             const Heading& words,
                             double width,
                             const Block& columns = {},
                             double scale = 1);

/// What `draw` makes of each.
template <class List, class Draw>
[[nodiscard]] std::vector<Chapter> chapters_of(const List& list, Draw draw) {
  std::vector<Chapter> chapters;
  for (const auto& one : list) chapters.push_back(draw(one));
  return chapters;
}

/// A document that has no pages yet.
[[nodiscard]] Document titled(const Press& press,
                              const engine::Words& title,
                              double width,
                              double height,
                              Imposition imposition = Imposition::Single);

/// A document of flowing pages with their footers.
[[nodiscard]] Document flowing(const Press& press,
                               const Sheet& sheet,
                               const std::vector<Chapter>& chapters,
                               const engine::Words& title,
                               double footer_size = 8);

}  // namespace sheets
