/// Draws pages as PDF with Pango and Cairo, which only pdf.cpp sees.
#pragma once

#include <memory>
#include <string>

#include "engine/model/text.h"
#include "sheets/drawing/page.h"

namespace sheets {

/// A ruler with the fonts of this machine. Throws engine::Failure when there is no font at all;
/// height() throws it when no font shows a letter; emoji that none shows are left out. Not for
/// several threads.
[[nodiscard]] std::unique_ptr<Ruler> pdf_ruler(engine::Language language);

/// The bytes of a PDF file, the same for the same document. Fonts are embedded. Throws as
/// pdf_ruler() does.
[[nodiscard]] std::string pdf(const Document& document, engine::Language language);

}  // namespace sheets
