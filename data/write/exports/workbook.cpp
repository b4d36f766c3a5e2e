#include "data/write/exports/workbook.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "data/read/encoding.h"
#include "data/write/exports/plain_text.h"
#include "engine/model/failure.h"

namespace data {
namespace {

namespace fs = std::filesystem;

constexpr double kNarrowest = 6;  // characters
constexpr double kWidest = 48;
// Pixels between the margins of an A4 page on its side are 1026; a tenth stays free, because
// programs do not agree on how wide a column is.
constexpr double kPage = 923;
constexpr double kLineHeight = 15;           // points
constexpr double kLetter = 0.88;             // of a digit, as columns are measured; most are less
constexpr double kTallest = 409;             // Excel's limit for a row, points
constexpr std::size_t kLongestText = 32767;  // Excel's limit for a cell
constexpr std::size_t kLongestFooter = 120;  // of Excel's 255 for the whole line
constexpr std::uint8_t kPaperA4 = 9;

constexpr engine::Words kNotMade{
    "impossible de faire le classeur dans le dossier {0}, faute de place ou de droits. Libérez de "
    "la place, ou nommez un autre dossier dans la variable TMPDIR",
    "the workbook cannot be made in the folder {0}, for want of room or of permission. Make room, "
    "or "
    "name another folder in the variable TMPDIR"};

[[noreturn]] void fail() {
  std::error_code ignored;
  auto folder = fs::temp_directory_path(ignored).string();
  if (folder.empty()) folder = std::getenv("TMPDIR") == nullptr ? "/tmp" : std::getenv("TMPDIR");
  throw engine::Failure(say(kNotMade, folder));
}

/// A name in the folder for temporary files, gone with its file when the scope ends.
class Scratch {
 public:
  Scratch() {
    std::error_code ignored;
    path_ = (fs::temp_directory_path(ignored) / "farandole-XXXXXX").string();
    const int file = mkstemp(path_.data());
    if (file < 0) fail();
    close(file);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    std::error_code ignored;
    fs::remove(path_, ignored);
  }

  [[nodiscard]] const std::string& path() const { return path_; }
  /// The library does not look whether its writing worked: a ZIP file without its end is none.
  [[nodiscard]] std::string bytes() const {
    std::ifstream file(path_, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    constexpr std::string_view kEnd = "PK\5\6";
    constexpr std::size_t kEndBytes = 22;  // without a comment
    if (bytes.size() < kEndBytes ||
        !std::string_view(bytes).substr(bytes.size() - kEndBytes).starts_with(kEnd))
      fail();
    return bytes;
  }

 private:
  std::string path_;
};

/// The library complains on standard error, in English; what went wrong is thrown instead.
class Quiet {
 public:
  Quiet() : error_(dup(STDERR_FILENO)) {
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nowhere < 0) return;
    dup2(nowhere, STDERR_FILENO);
    ::close(nowhere);
  }
  Quiet(const Quiet&) = delete;
  Quiet& operator=(const Quiet&) = delete;
  ~Quiet() {
    if (error_ < 0) return;
    dup2(error_, STDERR_FILENO);
    ::close(error_);
  }

 private:
  int error_;
};

std::string cut(std::string text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
  text.resize(bytes);
  return text;
}

/// "&" begins an order in a footer.
std::string footer_text(const std::string& text) {
  std::string safe;
  for (const char c : cut(plain_text(text), kLongestFooter)) {
    if (c == '\n') continue;
    safe += c;
    if (c == '&') safe += c;
  }
  return safe;
}

lxw_datetime datetime(engine::Minute moment, bool day, bool time) {
  const auto date = engine::civil_from_day(engine::day_of(moment));
  const auto clock = engine::clock_of(moment);
  lxw_datetime value{};
  if (day) {
    value.year = date.year;
    value.month = static_cast<int>(date.month);
    value.day = static_cast<int>(date.day);
  }
  if (time) {
    value.hour = clock / 60;
    value.min = clock % 60;
  }
  return value;
}

class Writer {
 public:
  Writer(const std::string& path, const WorkbookAbout& about)
      : about_(about), book_(workbook_new(path.c_str())) {
    if (book_ == nullptr) fail();
    auto title = plain_text(about.title);
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.created = about.made.time_since_epoch().count();
    workbook_set_properties(book_, &properties);
    head_ = head_format(LXW_ALIGN_LEFT);
    middle_head_ = head_format(LXW_ALIGN_CENTER);
    text_ = cell_format("", LXW_ALIGN_LEFT);
    number_ = cell_format("", LXW_ALIGN_CENTER);
    day_ = cell_format(about.day_format, LXW_ALIGN_LEFT);
    time_ = cell_format("hh:mm", LXW_ALIGN_CENTER);
  }

  void add(const SheetTable& table) {
    auto* sheet = workbook_add_worksheet(book_, table.name.c_str());
    lxw_row_t row = 0;
    for (std::size_t i = 0; i < table.headings.size(); ++i)
      worksheet_write_string(sheet,
                             row,
                             column(i),
                             table.headings[i].c_str(),
                             in_the_middle(table, i) ? middle_head_ : head_);
    const auto wide = widths(table);
    for (std::size_t i = 0; i < wide.size(); ++i)
      worksheet_set_column(sheet, column(i), column(i), wide[i], nullptr);
    for (const auto& cells : table.rows) {
      ++row;
      for (std::size_t i = 0; i < cells.size(); ++i) write(sheet, row, column(i), cells[i]);
      // Not every program makes a row as high as its words.
      if (const auto lines = lines_of(cells, wide); lines > 1)
        worksheet_set_row(sheet, row, std::min(kLineHeight * lines, kTallest), nullptr);
    }
    set_up_page(sheet, table, row);
    // Not "fit to pages": with that, Excel leaves the page breaks out.
    worksheet_set_print_scale(
        sheet, static_cast<std::uint16_t>(std::clamp(100 * kPage / pixels(wide), 10.0, 100.0)));
  }

  void close() {
    if (workbook_close(book_) != LXW_NO_ERROR) fail();
  }

 private:
  static lxw_col_t column(std::size_t i) { return static_cast<lxw_col_t>(i); }

  lxw_format* format(const char* number) {
    auto* made = workbook_add_format(book_);
    format_set_text_wrap(made);
    format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
    if (*number != '\0') format_set_num_format(made, number);
    return made;
  }

  lxw_format* head_format(std::uint8_t align) {
    auto* made = format("");
    format_set_align(made, align);
    format_set_bold(made);
    format_set_bg_color(made, 0xE6EAF0);
    format_set_bottom(made, LXW_BORDER_THIN);
    return made;
  }

  /// Thin lines between rows: paper has no grid.
  lxw_format* cell_format(const char* number, std::uint8_t align) {
    auto* made = format(number);
    format_set_align(made, align);
    format_set_bottom(made, LXW_BORDER_HAIR);
    format_set_bottom_color(made, 0xA0A6B0);
    return made;
  }

  /// Times and numbers stand under the middle of their heading.
  static bool in_the_middle(const SheetTable& table, std::size_t column) {
    if (table.rows.empty() || column >= table.rows.front().size()) return false;
    const auto& cell = table.rows.front()[column];
    return std::holds_alternative<TimeCell>(cell) || std::holds_alternative<double>(cell);
  }

  /// Lines the highest cell takes; words that wrap waste a twelfth of each.
  static double lines_of(const std::vector<SheetCell>& cells, const std::vector<double>& wide) {
    double most = 1;
    for (std::size_t i = 0; i < cells.size() && i < wide.size(); ++i) {
      const auto* text = std::get_if<std::string>(&cells[i]);
      if (text == nullptr) continue;
      double lines = 0;
      for (const auto letters : line_lengths(*text)) {
        const double length = kLetter * static_cast<double>(letters);
        lines += length <= wide[i] ? 1 : std::ceil(length / (0.92 * wide[i]));
      }
      most = std::max(most, lines);
    }
    return most;
  }

  void write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const SheetCell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
      if (text->empty())
        worksheet_write_blank(sheet, row, column, text_);
      else
        worksheet_write_string(
            sheet, row, column, cut(plain_text(*text), kLongestText).c_str(), text_);
    } else if (const auto* number = std::get_if<double>(&cell)) {
      worksheet_write_number(sheet, row, column, *number, number_);
    } else if (const auto* day = std::get_if<DayCell>(&cell)) {
      auto value = datetime(day->moment, true, false);
      worksheet_write_datetime(sheet, row, column, &value, day_);
    } else {
      auto value = datetime(std::get<TimeCell>(cell).moment, false, true);
      worksheet_write_datetime(sheet, row, column, &value, time_);
    }
  }

  /// Characters of each line.
  static std::vector<std::size_t> line_lengths(const std::string& text) {
    std::vector<std::size_t> lengths;
    for (std::size_t from = 0; from <= text.size();) {
      const auto end = std::min(text.find('\n', from), text.size());
      lengths.push_back(characters(text.substr(from, end - from)));
      from = end + 1;
    }
    return lengths;
  }

  static std::size_t longest_line(const std::string& text) {
    const auto lengths = line_lengths(text);
    return *std::max_element(lengths.begin(), lengths.end());
  }

  /// Columns as wide as their words, the widest narrowed until the page need not shrink below
  /// three quarters; their words go on below.
  static std::vector<double> widths(const SheetTable& table) {
    constexpr double kMost = 1.33 * kPage;
    constexpr double kLeast = 14;  // characters
    std::vector<double> wide;
    for (std::size_t i = 0; i < table.headings.size(); ++i) wide.push_back(width(table, i));
    for (double most = kWidest; most >= kLeast && pixels(wide) > kMost; --most)
      for (auto& one : wide) one = std::min(one, most);
    return wide;
  }

  /// 7 for each digit of a column's width, and 5; 96 are an inch.
  static double pixels(const std::vector<double>& widths) {
    double sum = 0;
    for (const double one : widths) sum += 7 * one + 5;
    return sum;
  }

  static double width(const SheetTable& table, std::size_t column) {
    auto widest = characters(table.headings[column]);
    for (const auto& row : table.rows) {
      if (column >= row.size()) continue;
      const auto* text = std::get_if<std::string>(&row[column]);
      constexpr std::size_t kDate = 17;  // a day; times and numbers are shorter
      widest = std::max(widest,
                        text != nullptr                                ? longest_line(*text)
                        : std::holds_alternative<DayCell>(row[column]) ? kDate
                                                                       : 5);
    }
    return std::clamp(static_cast<double>(widest) + 2, kNarrowest, kWidest);
  }

  void set_up_page(lxw_worksheet* sheet, const SheetTable& table, lxw_row_t last) const {
    const auto last_column = column(std::max<std::size_t>(table.headings.size(), 1) - 1);
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, kPaperA4);
    worksheet_set_margins(sheet, 0.5, 0.5, 0.8, 0.7);  // inches
    worksheet_repeat_rows(sheet, 0, 0);
    worksheet_print_area(sheet, 0, 0, last, last_column);
    if (last > 0) worksheet_autofilter(sheet, 0, 0, last, last_column);
    const auto header = "&L&B" + footer_text(about_.title) + "&R" + footer_text(table.name);
    worksheet_set_header(sheet, header.c_str());
    const auto footer = "&L" + footer_text(about_.footer) + "&R&P/&N";
    worksheet_set_footer(sheet, footer.c_str());
    std::vector<lxw_row_t> breaks;
    for (const auto before : table.new_page_before)
      breaks.push_back(static_cast<lxw_row_t>(before) + 1);
    breaks.push_back(0);
    if (breaks.size() > 1 && breaks.size() < 1000) worksheet_set_h_pagebreaks(sheet, breaks.data());
  }

  const WorkbookAbout& about_;
  lxw_workbook* book_;
  lxw_format* head_ = nullptr;
  lxw_format* middle_head_ = nullptr;
  lxw_format* text_ = nullptr;
  lxw_format* number_ = nullptr;
  lxw_format* day_ = nullptr;
  lxw_format* time_ = nullptr;
};

}  // namespace

std::string workbook(const WorkbookAbout& about, const std::vector<SheetTable>& tables) {
  const Scratch scratch;
  const Quiet quiet;
  Writer writer(scratch.path(), about);
  for (const auto& table : tables) writer.add(table);
  writer.close();
  return scratch.bytes();
}

}  // namespace data
