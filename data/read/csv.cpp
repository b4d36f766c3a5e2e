#include "data/read/csv.h"

#include <algorithm>

namespace data {
namespace {

/// Drops spaces, tabs and no-break spaces on both sides.
void trim(std::string& text) {
  constexpr std::string_view kNoBreak = "\u00A0";
  const auto begins = [&](std::string_view mark) {
    return text.compare(0, mark.size(), mark) == 0;
  };
  const auto ends = [&](std::string_view mark) {
    return text.size() >= mark.size() &&
           text.compare(text.size() - mark.size(), mark.size(), mark) == 0;
  };
  for (;;) {
    if (begins(" ") || begins("\t"))
      text.erase(0, 1);
    else if (begins(kNoBreak))
      text.erase(0, kNoBreak.size());
    else
      break;
  }
  for (;;) {
    if (ends(" ") || ends("\t"))
      text.pop_back();
    else if (ends(kNoBreak))
      text.resize(text.size() - kNoBreak.size());
    else
      break;
  }
}

}  // namespace

bool CsvReader::next(std::vector<CsvCell>& row) {
  while (at_ < text_.size()) {
    std::size_t count = 0;
    bool filled = false;
    for (;;) {
      if (row.size() <= count) row.emplace_back();
      read_cell(row[count]);
      filled = filled || !row[count].text.empty();
      ++count;
      if (at_ >= text_.size() || at_row_end()) break;
      ++at_;  // the delimiter
      ++column_;
    }
    take_line_end();
    if (!filled) continue;
    row.resize(count);
    return true;
  }
  return false;
}

void CsvReader::read_cell(CsvCell& cell) {
  cell.text.clear();
  while (at_ < text_.size() && text_[at_] == ' ') {
    ++at_;
    ++column_;
  }
  cell.line = line_;
  cell.column = column_;
  if (at_ < text_.size() && text_[at_] == '"') read_quoted(cell);
  while (at_ < text_.size() && text_[at_] != delimiter_ && !at_row_end()) take(cell.text);
  trim(cell.text);
}

void CsvReader::read_quoted(CsvCell& cell) {
  ++at_;
  ++column_;
  while (at_ < text_.size()) {
    const bool quote = text_[at_] == '"';
    const bool doubled = quote && at_ + 1 < text_.size() && text_[at_ + 1] == '"';
    if (quote) {
      ++at_;
      ++column_;
      if (!doubled) return;
    }
    if (at_row_end()) {
      take_line_end();
      cell.text += '\n';
    } else {
      take(cell.text);
    }
  }
  unclosed_ = cell;
}

bool CsvReader::at_row_end() const {
  return at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r');
}

void CsvReader::take_line_end() {
  if (!at_row_end()) return;
  const bool pair = text_.substr(at_, 2) == "\r\n";
  at_ += pair ? 2 : 1;
  ++line_;
  column_ = 1;
}

void CsvReader::take(std::string& out) {
  if ((static_cast<unsigned char>(text_[at_]) & 0xC0U) != 0x80) ++column_;
  out += text_[at_++];
}

std::vector<CsvCell> first_row(std::string_view text, char delimiter) {
  std::vector<CsvCell> row;
  if (!CsvReader(text, delimiter).next(row)) row.clear();
  return row;
}

}  // namespace data
