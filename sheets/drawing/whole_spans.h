/// Which parts of a paragraph no line may end in: names, words with hyphens, French punctuation.
#pragma once

#include <cstddef>
#include <vector>

#include "sheets/drawing/page.h"

namespace sheets {

/// Bytes [from, to) of the texts of a paragraph's runs set end to end.
struct Span {
  std::size_t from = 0;
  std::size_t to = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

/// Runs that are `whole`, words that have hyphens, and words together with the spaced punctuation
/// that belongs to them (« Qui ? »). What might not fit a line of `width` points, and what is
/// longer than 30 letters, is left out: it must not run out of its column.
[[nodiscard]] std::vector<Span> whole_spans(const Paragraph& paragraph, double width);

}  // namespace sheets
