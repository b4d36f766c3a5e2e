/// Pages as data: what a sheet draws and where, in points from the top left corner.
///
/// Layouts make pages and know no library; sheets/drawing/pdf.cpp draws them; tests read them.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sheets {

struct Colour {
  double red = 0;  ///< 0 to 1, as green and blue
  double green = 0;
  double blue = 0;
  friend bool operator==(const Colour&, const Colour&) = default;
};

// One accent, dark enough to stay a clear dark grey on a black and white printer.
inline constexpr Colour kInk{0.10, 0.12, 0.15};
inline constexpr Colour kGrey{0.36, 0.39, 0.44};
inline constexpr Colour kAccent{0.04, 0.36, 0.42};
inline constexpr Colour kHairline{0.80, 0.82, 0.85};
inline constexpr Colour kTint{0.945, 0.953, 0.961};

enum class Weight : std::uint8_t { Regular, Medium, Semibold, Bold };

struct Style {
  double size = 10;  ///< points
  Weight weight = Weight::Regular;
  Colour colour = kInk;
  bool tabular = false;  ///< digits of one width, for times
  double spacing = 0;    ///< points between letters
};

struct Run {
  std::string text;
  Style style;
  bool whole = false;  ///< on one line when it is at all possible: a name, a round and its hours
};

enum class Align : std::uint8_t { Left, Right, Centre };

/// Text that wraps between words inside its width; words are never hyphenated nor split at a
/// hyphen they have. Only what is longer than a line is cut between two letters.
struct Paragraph {
  std::vector<Run> runs;
  Align align = Align::Left;
  bool one_line = false;  ///< what does not fit ends in "…"
  double hang = 0;        ///< points by which a line stands in when it goes on from the one above
};

[[nodiscard]] inline Paragraph paragraph(std::string_view text, const Style& style) {
  return {.runs = {{std::string(text), style}}, .align = Align::Left, .one_line = false};
}

/// Lines one below the other.
[[nodiscard]] inline Paragraph stacked(const std::vector<std::string>& lines, const Style& style) {
  Paragraph text;
  for (const auto& line : lines)
    text.runs.push_back({(text.runs.empty() ? "" : "\n") + line, style});
  return text;
}

struct TextMark {
  double x = 0;
  double y = 0;  ///< top of the first line
  double width = 0;
  Paragraph text;
};

/// A filled rectangle; a line is a thin one.
struct FillMark {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
  Colour colour;
  bool says = false;  ///< what no word on the page says: not only looks
};

struct Point {
  double x = 0;
  double y = 0;
  friend bool operator==(const Point&, const Point&) = default;
};

/// Filled outlines, counted from (x, y): a letter's shape, an arrow, a QR code.
struct ShapeMark {
  double x = 0;
  double y = 0;
  std::vector<std::vector<Point>> outlines;
  Colour colour;
};

using Mark = std::variant<FillMark, TextMark, ShapeMark>;

/// Ids of those a page is for: it is theirs to hold, or hangs on their door.
struct About {
  std::vector<std::string> people;
  std::vector<std::string> rooms;
  friend bool operator==(const About&, const About&) = default;
};

struct Page {
  std::vector<Mark> marks;  ///< drawn in this order
  std::vector<Mark> foot;   ///< drawn after: version and number, which say nothing of the content
  std::string outline;      ///< entry of the reader's table of contents; empty: none
  double width = 0;         ///< points; 0: that of the document, as height
  double height = 0;
  std::string key = {};  ///< what it is about, the same in every version; follow-on pages share it
  About about = {};
  std::string made_at = {};  ///< of the version it names; empty: that of the document
};

/// How pages lie on the paper that is printed.
enum class Imposition : std::uint8_t {
  Single,   ///< one page a side
  Cards,    ///< small pages cut out of the paper, the pile in order after the cut
  Booklet,  ///< two pages a side, to fold in the middle; printed on both sides
};

struct Document {
  std::string title;
  std::string subject;
  std::string made_at;  ///< "2025-02-10T18:32:00"; empty: not known
  double width = 0;     ///< of pages that do not say their own, points
  double height = 0;
  std::vector<Page> pages;
  Imposition imposition = Imposition::Single;
};

/// Measures text as it will be drawn.
class Ruler {
 public:
  virtual ~Ruler() = default;
  /// Points from the top of the first line to the bottom of the last, wrapped at `width` points.
  [[nodiscard]] virtual double height(const Paragraph& text, double width) = 0;
  /// Emoji of the texts measured that no font shows: they are drawn without them.
  [[nodiscard]] virtual std::set<std::string> left_out() const { return {}; }

 protected:
  Ruler() = default;
  Ruler(const Ruler&) = default;
  Ruler& operator=(const Ruler&) = default;
};

}  // namespace sheets
