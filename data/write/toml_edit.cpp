#include "data/write/toml_edit.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace data {
namespace {

/// A header or a key with its value: where they are in the text.
struct Statement {
  bool header = false;
  std::string name;  ///< "session" of [[session]]; a key without its quotes
  std::size_t begin = 0;
  std::size_t name_end = 0;
  std::size_t value_begin = 0;  ///< of a key
  std::size_t value_end = 0;
  std::size_t line_end = 0;  ///< after the line's end
};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const auto first = text.find_first_not_of(kBlank);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::string unquoted(std::string_view text) {
  const auto clean = trimmed(text);
  const bool quoted = clean.size() >= 2 && (clean.front() == '"' || clean.front() == '\'') &&
                      clean.back() == clean.front();
  return std::string(quoted ? clean.substr(1, clean.size() - 2) : clean);
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

using Statements = std::vector<Statement>;

/// Keys of one part: [first, last) of the statements after its header.
struct Part {
  std::size_t first = 0;
  std::size_t last = 0;
};

class Editor {
 public:
  explicit Editor(std::string_view text)
      : text_(text),
        newline_(text.find("\r\n") == text.npos ? "\n" : "\r\n"),
        statements_(Scanner(text).run()) {}

  [[nodiscard]] std::optional<std::string> set(const engine::Setting& setting) const {
    const auto part = find(setting);
    if (!part && (setting.table == "rules" || setting.table == "room")) return added(setting);
    if (!part) return {};
    if (written_apart(*part, setting)) return {};
    for (const auto& key : {setting.key, shorter(setting.key)})
      for (auto i = part->first; i < part->last; ++i)
        if (statements_[i].name == key) return replaced(statements_[i], setting);
    const auto at = part->first < part->last ? statements_[id_row(*part)].line_end
                                             : statements_[part->first - 1].line_end;
    const bool ended = at == 0 || text_[at - 1] == '\n';
    return std::string(text_.substr(0, at)) + (ended ? "" : newline_) + line(setting) +
           std::string(text_.substr(at));
  }

 private:
  /// The key for one, where `key` is that for several.
  static std::string shorter(const std::string& key) {
    return key == "rooms" ? "room" : key == "starts" ? "start" : key;
  }

  [[nodiscard]] std::string line(const engine::Setting& setting) const {
    return setting.key + " = " + setting.value + newline_;
  }

  [[nodiscard]] std::string replaced(const Statement& old, const engine::Setting& setting) const {
    const auto gap = text_.substr(old.name_end, old.value_begin - old.name_end);
    const auto name = old.name == setting.key
                          ? std::string(text_.substr(old.begin, old.name_end - old.begin))
                          : setting.key;
    return std::string(text_.substr(0, old.begin)) + name + std::string(gap) + setting.value +
           std::string(text_.substr(old.value_end));
  }

  [[nodiscard]] std::string added(const engine::Setting& setting) const {
    auto text = std::string(text_);
    if (!text.empty() && text.back() != '\n') text += newline_;
    text += newline_;
    if (setting.table == "rules") return text + "[rules]" + newline_ + line(setting);
    return text + "[[room]]" + newline_ + "id = \"" + setting.id + "\"" + newline_ + line(setting);
  }

  [[nodiscard]] Part part_after(std::size_t header) const {
    Part part{header + 1, header + 1};
    while (part.last < statements_.size() && !statements_[part.last].header) ++part.last;
    return part;
  }

  [[nodiscard]] std::string value(Part part, std::string_view key) const {
    for (auto i = part.first; i < part.last; ++i)
      if (statements_[i].name == key)
        return unquoted(text_.substr(statements_[i].value_begin,
                                     statements_[i].value_end - statements_[i].value_begin));
    return {};
  }

  [[nodiscard]] std::size_t id_row(Part part) const {
    for (auto i = part.first; i < part.last; ++i)
      if (statements_[i].name == "id" || statements_[i].name == "date") return i;
    return part.last - 1;
  }

  [[nodiscard]] std::optional<Part> find(const engine::Setting& setting) const {
    constexpr std::array<std::string_view, 3> kOnce{"rules", "gathering", "calendar"};
    const bool once = std::find(kOnce.begin(), kOnce.end(), setting.table) != kOnce.end();
    const auto id_key = setting.table == "day" ? "date" : "id";
    std::string parent;
    for (std::size_t i = 0; i < statements_.size(); ++i) {
      if (!statements_[i].header) continue;
      const auto part = part_after(i);
      if (statements_[i].name == "rotation") parent = value(part, "id") + "/";
      if (statements_[i].name != setting.table) continue;
      const auto prefix = setting.table == "rotation.station" ? parent : std::string();
      if (once || prefix + value(part, id_key) == setting.id) return part;
    }
    return {};
  }

  /// As `team.speaker = …` or a part [session.team].
  [[nodiscard]] bool written_apart(Part part, const engine::Setting& setting) const {
    for (auto i = part.first; i < part.last; ++i)
      if (statements_[i].name.starts_with(setting.key + ".")) return true;
    const auto name = setting.table + "." + setting.key;
    for (auto i = part.last; i < statements_.size(); ++i) {
      if (!statements_[i].header) continue;
      if (statements_[i].name == setting.table) break;
      if (statements_[i].name == name || statements_[i].name.starts_with(name + ".")) return true;
    }
    return false;
  }

  std::string_view text_;
  std::string newline_;
  Statements statements_;
};

}  // namespace

std::optional<std::string> with_setting(std::string_view text, const engine::Setting& setting) {
  return Editor(text).set(setting);
}

}  // namespace data
