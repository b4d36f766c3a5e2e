/// Sheets written out as text, for goldens and for looking for words.
#pragma once

#include <string>
#include <vector>

#include "sheets/drawing/page.h"
#include "sheets/programme/programme.h"
#include "sheets/rotation/rotation_host.h"

namespace tests {

[[nodiscard]] std::string written(const sheets::Programme& programme);
[[nodiscard]] std::string written(const std::vector<sheets::HostSheet>& sheets);

/// One line per mark: place, size, weight and text; fills as boxes.
[[nodiscard]] std::string written(const sheets::Document& document);

/// Every word of every page, in drawing order, one mark a line.
[[nodiscard]] std::string words_on(const sheets::Document& document);
[[nodiscard]] std::string words_on(const sheets::Page& page);

[[nodiscard]] std::vector<sheets::TextMark> texts_on(const sheets::Page& page);

/// Measures letters as half as wide as high, wrapped between words: the same on every machine.
class SquareRuler : public sheets::Ruler {
 public:
  double height(const sheets::Paragraph& text, double width) override;
};

}  // namespace tests
