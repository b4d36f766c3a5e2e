#include "data/write/toml_statements.h"

#include <algorithm>

namespace data {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const auto first = text.find_first_not_of(kBlank);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {
    if (text_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;
  }

  std::vector<Statement> run() {
    std::vector<Statement> list;
    while (at_ < text_.size()) {
      at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size());
      if (at_ == text_.size()) break;
      if (text_[at_] == '#')
        at_ = line_end(at_);
      else
        list.push_back(text_[at_] == '[' ? header() : key());
    }
    return list;
  }

 private:
  [[nodiscard]] std::size_t line_end(std::size_t from) const {
    const auto end = text_.find('\n', from);
    return end == text_.npos ? text_.size() : end + 1;
  }

  Statement header() {
    Statement one{.header = true, .name = {}, .begin = at_};
    const auto first = text_.find_first_not_of('[', at_);
    const auto last = std::min(text_.find(']', at_), text_.size());
    one.name = std::string(trimmed(text_.substr(first, last - first)));
    at_ = one.line_end = line_end(last);
    return one;
  }

  Statement key() {
    Statement one{.header = false, .name = {}, .begin = at_};
    while (at_ < text_.size() && text_[at_] != '=') skip();
    one.name = unquoted(text_.substr(one.begin, at_ - one.begin));
    one.name_end = at_;
    while (one.name_end > one.begin &&
           (text_[one.name_end - 1] == ' ' || text_[one.name_end - 1] == '\t'))
      --one.name_end;
    if (at_ < text_.size()) ++at_;
    at_ = one.value_begin = std::min(text_.find_first_not_of(" \t", at_), text_.size());
    int depth = 0;
    std::size_t last = at_;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (depth == 0 && (c == '\n' || c == '#')) break;
      if (c == '#') {
        at_ = line_end(at_);
        continue;
      }
      if (c == '[' || c == '{') ++depth;
      if (c == ']' || c == '}') --depth;
      skip();
      if (c != ' ' && c != '\t' && c != '\r' && c != '\n') last = at_;
    }
    one.value_end = last;
    at_ = one.line_end = line_end(at_);
    return one;
  }

  /// One character, or a text in quotes as a whole.
  void skip() {
    const char quote = text_[at_];
    if (quote != '"' && quote != '\'') {
      ++at_;
      return;
    }
    const std::string triple(3, quote);
    const bool is_long = text_.substr(at_, 3) == triple;
    const std::string_view close = is_long ? std::string_view(triple) : text_.substr(at_, 1);
    at_ += close.size();
    while (at_ < text_.size() && text_.substr(at_, close.size()) != close) {
      const bool escape = text_[at_] == '\\' && quote == '"';
      at_ += std::size_t{escape ? 2U : 1U};
    }
    at_ = std::min(at_ + close.size(), text_.size());
    while (is_long && at_ < text_.size() && text_[at_] == quote) ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::string unquoted(std::string_view text) {
  const auto clean = trimmed(text);
  const bool quoted = clean.size() >= 2 && (clean.front() == '"' || clean.front() == '\'') &&
                      clean.back() == clean.front();
  return std::string(quoted ? clean.substr(1, clean.size() - 2) : clean);
}

Statements statements_of(std::string_view text) {
  return Scanner(text).run();
}

}  // namespace data
