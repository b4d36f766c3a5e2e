/// Where words for a person go: a stream, its width, its language, and whether colours may be used.
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/text.h"

namespace cli {

enum class Tone { Plain, Strong, Faint, Good, Bad, Notice };

struct Screen {
  std::ostream& out;
  int width = 80;       ///< columns
  bool colour = false;  ///< escape sequences are understood and wanted
  engine::Language language = engine::Language::Fr;

  [[nodiscard]] Screen in(engine::Language other) const { return {out, width, colour, other}; }
};

/// The sentence in the screen's language.
template <class... Args>
[[nodiscard]] std::string said(const Screen& screen,
                               const engine::Words& words,
                               const Args&... args) {
  return engine::say(words, args...).in(screen.language);
}

/// `text` as it goes out in that tone; nothing is added without colours.
[[nodiscard]] std::string toned(const Screen& screen, Tone tone, std::string_view text);

/// Lines of at most `width` columns. Breaks at spaces only (the non-breaking ones hold); a word
/// longer than a line is cut between clusters. Never empty: an empty text is one empty line.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, int width);

/// A text wrapped to the screen. The first line starts with `lead`, the others as far in.
void paragraph(const Screen& screen,
               std::string_view text,
               std::string_view lead = "",
               Tone tone = Tone::Plain);

/// An empty line, then the text in strong letters.
void heading(const Screen& screen, std::string_view text);

}  // namespace cli
