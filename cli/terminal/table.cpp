#include "cli/terminal/table.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "cli/terminal/width.h"

namespace cli {
namespace {

constexpr int kNarrow = 6;
constexpr int kGap = 2;           // columns between two columns
constexpr int kLongestWord = 24;  // a longer word does not claim its full width

std::string spaces(int count) {
  return std::string(static_cast<std::size_t>(std::max(count, 0)), ' ');
}

int sum(const std::vector<int>& values) {
  return std::accumulate(values.begin(), values.end(), 0);
}

std::vector<int> clamped(int level,
                         const std::vector<int>& least,
                         const std::vector<int>& natural) {
  std::vector<int> widths(natural.size());
  for (std::size_t i = 0; i < natural.size(); ++i)
    widths[i] = std::clamp(level, std::min(least[i], natural[i]), natural[i]);
  return widths;
}

/// The widest column; one of single words, as times are, only when the others are very narrow.
std::size_t column_to_narrow(const std::vector<int>& natural,
                             const std::vector<int>& least,
                             const std::vector<int>& widths) {
  const auto slack = [&](std::size_t i) {
    const bool wraps = least[i] < natural[i] && widths[i] > kNarrow;
    return std::pair(wraps, widths[i]);
  };
  std::size_t best = 0;
  for (std::size_t i = 1; i < widths.size(); ++i)
    if (slack(i) > slack(best)) best = i;
  return best;
}

int longest_line(const std::string& text) {
  int longest = 0;
  for (const auto& line : wrapped(text, 100000)) longest = std::max(longest, display_width(line));
  return longest;
}

int longest_word(const std::string& text) {
  const auto clean = printable(text);
  int longest = 0;
  for (std::size_t at = 0; at < clean.size();) {
    const auto end = std::min(clean.find_first_of(" \n", at), clean.size());
    longest = std::max(longest, display_width(std::string_view(clean).substr(at, end - at)));
    at = end + 1;
  }
  return std::min(longest, kLongestWord);
}

}  // namespace

std::vector<int> shared_widths(const std::vector<int>& natural,
                               const std::vector<int>& least,
                               int available) {
  auto widths = clamped(1, least, natural);
  while (sum(widths) > available) {  // even words do not fit: some have to be cut
    const auto i = column_to_narrow(natural, least, widths);
    if (widths[i] <= 1) break;
    --widths[i];
  }
  int level = 1;
  for (; level < available; ++level) {
    auto wider = clamped(level + 1, least, natural);
    if (sum(wider) > available) break;
    widths = std::move(wider);
  }
  for (std::size_t i = 0; i < widths.size() && sum(widths) < available; ++i)
    if (widths[i] == level && widths[i] < natural[i]) ++widths[i];
  return widths;
}

void Table::add(std::vector<Cell> row) {
  row.resize(columns_.size());
  rows_.push_back({std::move(row), Row::Kind::Cells});
}

void Table::section(std::string title) {
  rows_.push_back({{{std::move(title), Tone::Strong}}, Row::Kind::Section});
}

void Table::subsection(std::string title) {
  rows_.push_back({{{std::move(title), Tone::Faint}}, Row::Kind::Subsection});
}

/// A column without text has width 0.
std::vector<int> Table::widths(int available) const {
  std::vector<int> natural;
  std::vector<int> least;
  int shown = 0;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    int line = 0;
    int word = 0;
    for (const auto& row : rows_) {
      if (row.kind != Row::Kind::Cells) continue;
      line = std::max(line, longest_line(row.cells[i].text));
      word = std::max(word, longest_word(row.cells[i].text));
    }
    if (line > 0) {
      ++shown;
      line = std::max(line, display_width(columns_[i].head));
      word = std::max(word, longest_word(columns_[i].head));
    }
    natural.push_back(line);
    least.push_back(word);
  }
  return shared_widths(natural, least, available - kGap * (shown - 1));
}

void Table::write_row(const Screen& screen,
                      const std::vector<Cell>& row,
                      const std::vector<int>& widths) const {
  std::vector<std::vector<std::string>> cells;
  std::size_t height = 0;
  for (std::size_t i = 0; i < row.size(); ++i) {
    cells.push_back(wrapped(widths[i] > 0 ? row[i].text : "", widths[i]));
    height = std::max(height, cells.back().size());
  }
  for (std::size_t line = 0; line < height; ++line) {
    int owed = indent_;  // spaces are written only before something
    for (std::size_t i = 0; i < row.size(); ++i) {
      const auto text = line < cells[i].size() ? cells[i][line] : std::string();
      const int rest = widths[i] - display_width(text);
      if (!text.empty()) {
        screen.out << spaces(owed + (columns_[i].right ? rest : 0))
                   << toned(screen, row[i].tone, text);
        owed = columns_[i].right ? 0 : rest;
      } else {
        owed += widths[i];
      }
      owed += widths[i] > 0 ? kGap : 0;
    }
    screen.out << '\n';
  }
}

void Table::write_heads(const Screen& screen, const std::vector<int>& widths) const {
  std::vector<Cell> heads;
  for (const auto& column : columns_) heads.push_back({column.head, Tone::Strong});
  write_row(screen, heads, widths);
  std::vector<Cell> rules(columns_.size());
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    for (int n = 0; n < widths[i]; ++n) rules[i].text += "─";
    rules[i].tone = Tone::Faint;
  }
  write_row(screen, rules, widths);
}

void Table::write(const Screen& screen) const {
  const auto fitted = widths(screen.width - indent_);
  if (std::any_of(
          columns_.begin(), columns_.end(), [](const Column& c) { return !c.head.empty(); }))
    write_heads(screen, fitted);
  for (const auto& row : rows_) {
    if (row.kind == Row::Kind::Section) screen.out << '\n';
    if (row.kind == Row::Kind::Cells)
      write_row(screen, row.cells, fitted);
    else
      paragraph(screen, row.cells[0].text, spaces(indent_), row.cells[0].tone);
  }
}

}  // namespace cli
