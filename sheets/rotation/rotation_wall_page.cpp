#include "sheets/rotation/rotation_wall_page.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "sheets/drawing/typography.h"

namespace sheets {
namespace {

constexpr double kTitleSize = 40;
constexpr double kHeadSize = 30;  // rounds and tables
constexpr double kNameSize = 24;
constexpr double kSmallSize = 22;
constexpr double kFootSize = 10;
constexpr double kLabelWidth = 180;
constexpr double kLeastColumn = 160;  // one name and an initial
constexpr double kGap = 18;           // between columns
constexpr double kPad = 8;

/// The rounds that stand side by side on one page.
struct Columns {
  std::size_t first = 0;
  std::size_t count = 0;
  double width = 0;  ///< of one

  [[nodiscard]] double x(std::size_t column) const {
    return kLabelWidth + kGap + static_cast<double>(column) * (width + kGap);
  }
};

class Drawing {
 public:
  Drawing(const Press& press, const Sheet& paper)
      : press_(press), width_(paper.text_width()), tallest_(paper.text_height() / 2) {}

  void add(std::vector<Chapter>& chapters, const WallSheet& sheet) const {
    for (const auto& columns : columns_of(sheet.rounds.size())) {
      Chapter chapter{head(sheet, columns, columns.first > 0), head(sheet, columns, true), {}, {}};
      if (columns.first == 0) chapter.outline = sheet.rotation;
      chapter.key = sheet.rotation_key;
      for (const auto& row : sheet.rows) chapter.sections.push_back(section(row, columns));
      chapters.push_back(std::move(chapter));
    }
  }

 private:
  /// Rounds shared out evenly over as many pages as they need.
  [[nodiscard]] std::vector<Columns> columns_of(std::size_t rounds) const {
    const double room = width_ - kLabelWidth;
    const auto most = static_cast<std::size_t>(room / (kLeastColumn + kGap));
    const auto pages = (rounds + most - 1) / most;
    std::vector<Columns> list;
    for (std::size_t page = 0; page < pages; ++page) {
      const auto from = page * rounds / pages;
      const auto count = (page + 1) * rounds / pages - from;
      list.push_back({from, count, room / static_cast<double>(count) - kGap});
    }
    return list;
  }

  [[nodiscard]] Block head(const WallSheet& sheet, const Columns& columns, bool again) const {
    Block block;
    block.fill({0, 0, 60, 6, kAccent});
    auto title = paragraph(sheet.rotation, {.size = kTitleSize, .weight = Weight::Bold});
    if (again)
      title.runs.push_back({press_.words(kContinued), {.size = kSmallSize, .colour = kGrey}});
    if (!sheet.date.empty())
      title.runs.push_back({"  " + sheet.date, {.size = kSmallSize, .colour = kGrey}});
    title.one_line = true;
    const double top = 12 + block.write(press_.ruler, 0, 12, width_, std::move(title)) + kPad;
    for (std::size_t c = 0; c < columns.count; ++c) {
      const auto& round = sheet.rounds[columns.first + c];
      double y = top;
      if (!round.name.empty())
        y += block.write(
            press_.ruler,
            columns.x(c),
            y,
            columns.width,
            paragraph(round.name, {.size = kHeadSize, .weight = Weight::Bold, .colour = kAccent}));
      if (!round.hours.empty())
        block.write(press_.ruler,
                    columns.x(c),
                    y,
                    columns.width,
                    paragraph(round.hours, {.size = kSmallSize, .tabular = true}));
    }
    block.height += kPad;
    return block;
  }

  /// One table: a block, or several when its people take more than half a page.
  [[nodiscard]] Section section(const WallRow& row, const Columns& columns) const {
    std::vector<std::vector<Paragraph>> cells;
    std::size_t blocks = 1;
    for (std::size_t c = 0; c < columns.count; ++c) {
      cells.push_back(pieces(row.cells[columns.first + c], columns.width));
      blocks = std::max(blocks, cells.back().size());
    }
    Section section;
    for (std::size_t b = 0; b < blocks; ++b) {
      Block block;
      if (b == 0) {
        block.fill({0, 0, width_, 1, kHairline});
        block.add(label(row), 0, kPad);
      }
      for (std::size_t c = 0; c < columns.count; ++c)
        if (b < cells[c].size())
          block.write(press_.ruler, columns.x(c), b == 0 ? kPad : 0, columns.width, cells[c][b]);
      block.height += b + 1 == blocks ? kPad : 0;
      section.rows.push_back(std::move(block));
    }
    section.again = label(row);
    section.again.height = 0;  // it stands beside what goes on
    return section;
  }

  [[nodiscard]] Block label(const WallRow& row) const {
    Block block;
    const double tall =
        block.write(press_.ruler,
                    0,
                    0,
                    kLabelWidth,
                    paragraph(row.station, {.size = kHeadSize, .weight = Weight::Bold}));
    if (!row.place.empty())
      block.write(press_.ruler,
                  0,
                  tall,
                  kLabelWidth,
                  paragraph(row.place, {.size = kSmallSize, .colour = kGrey}));
    return block;
  }

  /// Do two of the longest names stand side by side? If not, each has a line of its own.
  [[nodiscard]] bool two_fit(const WallCell& cell, double width) const {
    const auto longest =
        std::max_element(cell.names.begin(), cell.names.end(), [](const auto& a, const auto& b) {
          return a.size() < b.size();
        });
    const auto both = paragraph(*longest + ", " + *longest, {.size = kNameSize});
    return press_.ruler.height(both, width) < 1.9 * kNameSize;
  }

  /// The people of a cell in paragraphs of at most half a page.
  [[nodiscard]] std::vector<Paragraph> pieces(const WallCell& cell, double width) const {
    if (cell.names.empty()) return {paragraph(cell.count, {.size = kNameSize, .colour = kGrey})};
    const std::string between = two_fit(cell, width) ? ", " : "\n";
    Paragraph whole;
    for (std::size_t i = 0; i < cell.names.size(); ++i)
      whole.runs.push_back(
          {cell.names[i] + (i + 1 < cell.names.size() ? between : ""), {.size = kNameSize}, true});
    if (press_.ruler.height(whole, width) <= tallest_) return {whole};
    std::vector<Paragraph> list(1);
    for (const auto& name : whole.runs) {
      auto longer = list.back();
      longer.runs.push_back(name);
      if (longer.runs.size() > 1 && press_.ruler.height(longer, width) > tallest_)
        list.emplace_back().runs.push_back(name);
      else
        list.back() = std::move(longer);
    }
    return list;
  }

  const Press& press_;
  double width_;
  double tallest_;  ///< points of one block
};

/// A3, or the paper as wide as two letters where A4 is not used.
Sheet wall_paper(Paper paper) {
  const auto small = sheet_of(paper, kFootSize);
  return {.width = 2 * small.width,
          .height = small.height,
          .side = 40,
          .top = 36,
          .bottom = 24 + 2.5 * kFootSize};
}

}  // namespace

Document draw_wall_sheets(const std::vector<WallSheet>& sheets, const Press& press) {
  const auto paper = wall_paper(press.options.paper);
  const Drawing drawing(press, paper);
  std::vector<Chapter> chapters;
  for (const auto& sheet : sheets) drawing.add(chapters, sheet);
  return flowing(
      press, paper, chapters, {"Rotation à afficher", "Rotation for the wall"}, kFootSize);
}

}  // namespace sheets
