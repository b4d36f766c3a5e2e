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
constexpr double kLine = 1.21;  // height of a line, of its size
constexpr double kLabelWidth = 180;
constexpr double kLeastColumn = 160;  // one name and an initial
constexpr double kGap = 18;           // between columns
constexpr double kPad = 8;

/// The rounds that stand side by side on one page.
struct Columns {
  std::size_t first = 0;
  std::size_t count = 0;
  double width = 0;   ///< of one
  double tables = 0;  ///< type of the tables' names, points

  [[nodiscard]] double x(std::size_t column) const {
    return kLabelWidth + kGap + static_cast<double>(column) * (width + kGap);
  }
};

class Drawing {
 public:
  Drawing(const Press& press, const Sheet& paper)
      : press_(press), width_(paper.text_width()), tallest_(paper.text_height() / 2) {}

  void add(std::vector<Chapter>& chapters, const WallSheet& sheet) const {
    for (const auto& columns : columns_of(sheet)) {
      Chapter chapter{head(sheet, columns, columns.first > 0), head(sheet, columns, true), {}, {}};
      if (columns.first == 0) chapter.outline = sheet.rotation;
      chapter.key = sheet.rotation_key;
      for (const auto& row : sheet.rows) chapter.sections.push_back(section(row, columns));
      chapters.push_back(std::move(chapter));
    }
  }

 private:
  /// Rounds shared out evenly over as many pages as they need.
  [[nodiscard]] std::vector<Columns> columns_of(const WallSheet& sheet) const {
    const auto rounds = sheet.rounds.size();
    const double tables = table_size(sheet);
    const double room = width_ - kLabelWidth;
    const auto most = static_cast<std::size_t>(room / (kLeastColumn + kGap));
    const auto pages = (rounds + most - 1) / most;
    std::vector<Columns> list;
    for (std::size_t page = 0; page < pages; ++page) {
      const auto from = page * rounds / pages;
      const auto count = (page + 1) * rounds / pages - from;
      list.push_back({from, count, room / static_cast<double>(count) - kGap, tables});
    }
    return list;
  }

  /// The largest at which no word of a table's name is cut and no name is half a page high.
  [[nodiscard]] double table_size(const WallSheet& sheet) const {
    std::vector<std::string> words;
    for (const auto& row : sheet.rows) {
      auto& name = words.emplace_back(row.station);
      std::replace(name.begin(), name.end(), ' ', '\n');
    }
    const auto fits = [&](double size) {
      const Style style{.size = size, .weight = Weight::Bold};
      return std::all_of(words.begin(), words.end(), [&](const std::string& name) {
        const auto lines = static_cast<double>(1 + std::count(name.begin(), name.end(), '\n'));
        return lines * size * kLine < tallest_ &&
               press_.ruler.height(paragraph(name, style), kLabelWidth) <
                   (lines + 0.5) * size * kLine;
      });
    };
    for (const double size : {kHeadSize, 26.0})
      if (fits(size)) return size;
    return kSmallSize;
  }

  [[nodiscard]] Block head(const WallSheet& sheet, const Columns& columns, bool again) const {
    Block block;
    block.fill({0, 0, 60, 6, kAccent});
    auto title = paragraph(sheet.rotation, {.size = kTitleSize, .weight = Weight::Bold});
    if (again)
      title.runs.push_back({press_.words(kContinued), {.size = kSmallSize, .colour = kGrey}});
    if (!sheet.date.empty())
      title.runs.push_back({"  " + sheet.date, {.size = kSmallSize, .colour = kGrey}});
    for (const double size : {kTitleSize, 34.0, 28.0}) {
      title.runs.front().style.size = size;
      if (press_.ruler.height(title, width_) < 1.5 * size) break;  // the date is small
    }
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
        block.add(label(row, columns.tables), 0, kPad);
      }
      for (std::size_t c = 0; c < columns.count; ++c)
        if (b < cells[c].size())
          block.write(press_.ruler, columns.x(c), b == 0 ? kPad : 0, columns.width, cells[c][b]);
      block.height += b + 1 == blocks ? kPad : 0;
      section.rows.push_back(std::move(block));
    }
    section.again = label(row, columns.tables);
    section.again.height = 0;  // it stands beside what goes on
    return section;
  }

  [[nodiscard]] Block label(const WallRow& row, double size) const {
    Block block;
    const double tall = block.write(press_.ruler,
                                    0,
                                    0,
                                    kLabelWidth,
                                    paragraph(row.station, {.size = size, .weight = Weight::Bold}));
    if (row.place.empty()) return block;
    auto place = paragraph(row.place, {.size = kSmallSize, .colour = kGrey});
    place.one_line = press_.ruler.height(place, kLabelWidth) > 3.5 * kSmallSize * kLine;
    block.write(press_.ruler, 0, tall, kLabelWidth, std::move(place));
    return block;
  }

  /// The people of a cell in paragraphs of at most half a page.
  [[nodiscard]] std::vector<Paragraph> pieces(const WallCell& cell, double width) const {
    if (cell.names.empty()) return {paragraph(cell.count, {.size = kNameSize, .colour = kGrey})};
    Paragraph whole;
    for (std::size_t i = 0; i < cell.names.size(); ++i)
      whole.runs.push_back(
          {cell.names[i] + (i + 1 < cell.names.size() ? ", " : ""), {.size = kNameSize}, true});
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
