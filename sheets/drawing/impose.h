/// Lays pages out on the paper they are printed on: cards four to a page, leaflets to fold.
#pragma once

#include "sheets/drawing/page.h"

namespace sheets {

/// The document as it goes to the printer, `paper_width` by `paper_height` points (upright).
///
/// Cards are put down pile by pile: cut the whole stack along its lines, lay the piles on one
/// another from the top left to the bottom right, and the cards are in order. As many fit a page as
/// their size allows. Booklets get empty pages until they fold, and are printed on both sides,
/// turned on the short edge.
[[nodiscard]] Document impose(Document document, double paper_width, double paper_height);

}  // namespace sheets
