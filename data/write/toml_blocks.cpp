#include "data/write/toml_blocks.h"

#include <algorithm>
#include <set>

#include "data/write/toml_statements.h"

namespace data {
namespace {

/// A stretch of the text that holds rows of one table and nothing else.
struct Part {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool list = false;  ///< `session = [ … ]`
  bool anew = false;
  std::vector<const TomlPlace*> rows;
};

class Blocks {
 public:
  Blocks(std::string_view text, const std::set<std::string_view>& tables) : text_(text) {
    std::string inside;  // of the open part: what headers of its own begin with
    bool headed = false;
    for (const auto& one : statements_of(text)) {
      headed = headed || one.header;
      if (one.header && !one.name.starts_with(inside)) inside.clear();
      const bool of_table = tables.contains(one.name) && (one.header || !headed);
      if (!inside.empty())
        parts_.back().end = one.line_end;
      else if (of_table)
        parts_.push_back(
            {.begin = one.begin, .end = one.line_end, .list = !one.header, .rows = {}});
      if (of_table && one.header) inside = one.name + ".";
    }
  }

  void put(const TomlPlace& place) {
    const auto from = offset_of(place.line);
    const auto to = offset_of(place.line + 1);
    for (auto& part : parts_) {
      if (part.begin >= to || from >= part.end) continue;
      part.rows.push_back(&place);
      part.anew = part.anew || place.anew;
    }
  }

  [[nodiscard]] std::string write() {
    std::string out;
    std::string last;
    std::size_t at = 0;
    for (auto& part : parts_) {
      if (!part.anew) continue;
      std::string rows;
      for (const auto* row : part.rows)
        if (!row->text.empty()) rows += (rows.empty() ? "" : "\n") + row->text;
      if (rows.empty()) take_comment(part);
      out += text_.substr(at, part.begin - at);
      if (part.list && !rows.empty()) last += "\n" + rows;
      if (!part.list) out += rows;
      at = part.end;
    }
    out += text_.substr(at);
    if (!last.empty() && !out.empty() && out.back() != '\n') out += '\n';
    return out + last;
  }

 private:
  [[nodiscard]] std::size_t offset_of(std::uint32_t line) const {
    std::size_t at = 0;
    for (std::uint32_t number = 1; number < line && at < text_.size(); ++number)
      at = std::min(text_.find('\n', at), text_.size() - 1) + 1;
    return at;
  }

  void take_comment(Part& part) const {
    while (part.begin > 1 && text_[part.begin - 1] == '\n') {
      const auto above = text_.rfind('\n', part.begin - 2);
      const auto line = above == text_.npos ? 0 : above + 1;
      if (text_[line] != '#') return;
      part.begin = line;
    }
  }

  std::string_view text_;
  std::vector<Part> parts_;
};

}  // namespace

std::string with_rows_anew(std::string_view text, const std::vector<TomlPlace>& places) {
  std::set<std::string_view> tables;
  for (const auto& place : places) tables.insert(place.table);
  Blocks blocks(text, tables);
  for (const auto& place : places) blocks.put(place);
  return blocks.write();
}

}  // namespace data
