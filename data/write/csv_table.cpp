#include "data/write/csv_table.h"

#include <algorithm>
#include <utility>

#include "data/read/csv.h"
#include "data/read/encoding.h"

namespace data {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

char delimiter_of(std::string_view text) {
  char best = ',';
  std::size_t most = 0;
  for (const char delimiter : {',', ';', '\t'}) {
    const auto cells = first_row(text, delimiter).size();
    if (cells <= most) continue;
    best = delimiter;
    most = cells;
  }
  return best;
}

}  // namespace

CsvTable::CsvTable(const std::string& bytes) {
  const auto decoded = decode(bytes);
  mark_ = bytes.substr(0, kMark.size()) == kMark || decoded.encoding == Encoding::Windows1252;
  delimiter_ = delimiter_of(decoded.text);
  if (decoded.text.find("\r\n") != std::string::npos) line_end_ = "\r\n";
  CsvReader reader(decoded.text, delimiter_);
  std::vector<CsvCell> row;
  rows_.clear();
  while (reader.next(row)) {
    if (!rows_.empty()) lines_.push_back(row.front().line);
    rows_.emplace_back();
    for (auto& cell : row) rows_.back().push_back(std::move(cell.text));
  }
  if (rows_.empty()) rows_.emplace_back();
}

CsvTable::CsvTable(std::vector<std::string> headings) {
  rows_.front() = std::move(headings);
}

const std::string& CsvTable::cell(std::size_t row, std::size_t column) const {
  static const std::string none;
  const auto& cells = rows_[row + 1];
  return column < cells.size() ? cells[column] : none;
}

std::optional<std::size_t> CsvTable::row_at(std::uint32_t line) const {
  const auto after = std::upper_bound(lines_.begin(), lines_.end(), line);
  if (after == lines_.begin()) return {};
  return static_cast<std::size_t>(after - lines_.begin()) - 1;
}

void CsvTable::set(std::size_t row, std::size_t column, std::string text) {
  auto& cells = rows_[row + 1];
  if (column >= cells.size()) cells.resize(column + 1);
  cells[column] = std::move(text);
}

std::size_t CsvTable::add_column(std::string heading) {
  rows_.front().push_back(std::move(heading));
  return rows_.front().size() - 1;
}

std::size_t CsvTable::add_row() {
  rows_.emplace_back(rows_.front().size());
  lines_.push_back(UINT32_MAX);
  return rows_.size() - 2;
}

void CsvTable::remove_row(std::size_t row) {
  rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(row) + 1);
  lines_.erase(lines_.begin() + static_cast<std::ptrdiff_t>(row));
}

std::string CsvTable::bytes() const {
  std::string text(mark_ ? kMark : "");
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += delimiter_;
      const auto& cell = row[i];
      const bool plain = cell.find_first_of(",;\t\"\r\n") == cell.npos;
      if (!plain) text += '"';
      for (const char c : cell) text += c == '"' ? std::string("\"\"") : std::string(1, c);
      if (!plain) text += '"';
    }
    text += line_end_;
  }
  return text;
}

}  // namespace data
