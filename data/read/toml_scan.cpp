#include "data/read/toml_scan.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "data/read/encoding.h"
#include "data/read/guesses.h"

namespace data {
namespace {

using engine::Where;
using engine::Words;

/// Deeper than any gathering, and far from the stack's end.
constexpr std::size_t kDeepest = 32;

constexpr auto kSpaces = std::to_array<std::string_view>(
    {"\u00A0", "\u202F", "\u2007", "\u2009", "\u3000", "\uFEFF", "\u200B"});
constexpr auto kQuotes = std::to_array<std::string_view>(
    {"\u201C", "\u201D", "\u201E", "\u2018", "\u2019", "\u00AB", "\u00BB"});

constexpr Words kSpaceText{
    "une espace insécable se cache ici, hors d’un texte entre guillemets : la remplacer par une "
    "espace simple",
    "a no-break space hides here, outside quoted text: replace it with a plain space"};
constexpr Words kQuoteText{
    "les textes s’écrivent entre guillemets droits \"…\", pas entre guillemets typographiques",
    "texts are written between straight quotes \"…\", not typographic ones"};
constexpr Words kValueText{"un texte s’écrit entre guillemets droits : \"{0}\"",
                           "a text is written between straight quotes: \"{0}\""};
constexpr Words kKeyText{"clé inconnue « {0} »{1}", "unknown key \"{0}\"{1}"};
constexpr Words kPartText{"partie inconnue « {0} »{1}", "unknown part \"{0}\"{1}"};
constexpr Words kMaybe{". Peut-être : {0}", ". Maybe: {0}"};
constexpr Words kQuoteKey{" : hors de guillemets, une clé n’a pas d’accents. Peut-être : \"{0}\"",
                          ": outside quotes a key has no accents. Maybe: \"{0}\""};
constexpr Words kOpenText{"ces guillemets ne sont pas refermés sur la ligne",
                          "this quote is not closed on its line"};
constexpr Words kOpenLongText{"ce texte entre guillemets triples n’est jamais refermé",
                              "this text between triple quotes is never closed"};
constexpr Words kDeepText{"trop de niveaux imbriqués : {0} au plus",
                          "nested too deeply: {0} levels at most"};

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

bool is_bare(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || !is_ascii(c);
}

template <std::size_t N>
bool begins_with_one_of(std::string_view text, const std::array<std::string_view, N>& list) {
  return std::any_of(list.begin(), list.end(), [&](std::string_view one) {
    return text.substr(0, one.size()) == one;
  });
}

class Scanner {
 public:
  Scanner(std::uint16_t file, engine::Diagnostics& diagnostics)
      : file_(file), diagnostics_(diagnostics) {}

  Scan run(std::string_view text) {
    while (!text.empty() && scan_.readable) {
      const auto end = text.find('\n');
      read_line(text.substr(0, end));
      text.remove_prefix(end == text.npos ? text.size() : end + 1);
    }
    if (!long_quote_.empty()) {
      diagnostics_.error(long_open_, engine::say(kOpenLongText));
      scan_.readable = false;
    }
    return std::move(scan_);
  }

 private:
  void read_line(std::string_view line) {
    line_ = line;
    at_ = 0;
    column_ = 1;
    ++number_;
    dots_ = 0;
    const auto stack = open_;
    ScannedLine out;
    out.open = !long_quote_.empty() ? long_open_ : open_.empty() ? Where{} : open_.back();
    const auto first = line.find_first_not_of(" \t");
    out.header = out.open.line == 0 && first != line.npos && line[first] == '[';
    header_ = out.header;
    blank_ = false;
    out_.clear();
    while (at_ < line_.size() && !blank_) step();
    out.blanked = blank_;
    if (blank_) {
      open_ = stack;
      scan_.blanked = true;
    } else {
      out.text = out_;
    }
    scan_.lines.push_back(std::move(out));
  }

  void step() {
    if (!long_quote_.empty()) return finish_long_text();
    const char c = line_[at_];
    if (c == '#') return copy(line_.size() - at_);
    if (c == '"' || c == '\'') return quoted(c);
    if (!is_ascii(c)) return foreign();
    if (!header_) bracket(c);
    if (c == '=' || c == ',') dots_ = 0;
    if (c == '.' && ++dots_ > kDeepest) too_deep();
    copy(1);
  }

  void bracket(char c) {
    if (c == '[' || c == '{') open_.push_back(here());
    if ((c == ']' || c == '}') && !open_.empty()) open_.pop_back();
    if (open_.size() > kDeepest) too_deep();
  }

  void too_deep() {
    diagnostics_.error(here(), engine::say(kDeepText, kDeepest));
    scan_.readable = false;
    blank_ = true;
  }

  void quoted(char quote) {
    const std::string triple(3, quote);
    if (line_.substr(at_, 3) == triple) {
      long_quote_ = triple;
      long_open_ = here();
      return copy(3);
    }
    const auto end = closing(std::string_view(&quote, 1), at_ + 1);
    if (end != line_.npos) return copy(end + 1 - at_);
    diagnostics_.error(here(), engine::say(kOpenText));
    blank_ = true;
  }

  void finish_long_text() {
    auto end = closing(long_quote_, at_);
    if (end == line_.npos) return copy(line_.size() - at_);
    end += 3;  // two more quotes may belong to the text
    for (int i = 0; i < 2 && end < line_.size() && line_[end] == long_quote_[0]; ++i) ++end;
    copy(end - at_);
    long_quote_.clear();
  }

  /// Where `quote` closes a text on this line; a backslash escapes inside double quotes.
  [[nodiscard]] std::size_t closing(std::string_view quote, std::size_t from) const {
    for (auto i = from; i < line_.size(); ++i) {
      if (line_[i] == '\\' && quote[0] == '"') {
        ++i;
      } else if (line_.substr(i, quote.size()) == quote) {
        return i;
      }
    }
    return line_.npos;
  }

  /// A character beyond ASCII outside quotes and comments.
  void foreign() {
    const auto rest = line_.substr(at_);
    if (begins_with_one_of(rest, kSpaces)) {
      diagnostics_.error(here(), engine::say(kSpaceText));
      return replace(at_, ' ');
    }
    if (begins_with_one_of(rest, kQuotes)) {
      diagnostics_.error(here(), engine::say(kQuoteText));
      blank_ = true;
      return;
    }
    auto begin = at_;
    while (begin > 0 && is_bare(line_[begin - 1])) --begin;
    auto end = at_;
    while (end < line_.size() && is_bare(line_[end])) ++end;
    const auto next = line_.find_first_not_of(" \t", end);
    const bool key = header_ || (next != line_.npos && (line_[next] == '=' || line_[next] == '.'));
    auto where = here();
    where.column -= static_cast<std::uint32_t>(characters(line_.substr(begin, at_ - begin)));
    if (key) return accented_key(line_.substr(begin, end - begin), where);
    auto value =
        line_.substr(begin, std::min(line_.find_first_of(",]}#", end), line_.size()) - begin);
    value.remove_suffix(value.size() - value.find_last_not_of(" \t\r") - 1);
    diagnostics_.error(where, engine::say(kValueText, value));
    blank_ = true;
  }

  void accented_key(std::string_view word, Where where) {
    const auto english = translation(word);
    const auto advice = english ? engine::say(kMaybe, *english) : engine::say(kQuoteKey, word);
    diagnostics_.error(where, engine::say(header_ ? kPartText : kKeyText, word, advice));
    scan_.reported.emplace(where, word);
    const auto* end = word.data() + word.size();
    while (line_.data() + at_ < end) is_ascii(line_[at_]) ? copy(1) : replace(at_, '_');
  }

  /// Puts `c` for the whole character at `at`, so that columns stay as they are.
  void replace(std::size_t at, char c) {
    ++at;
    while (at < line_.size() && (static_cast<unsigned char>(line_[at]) & 0xC0U) == 0x80) ++at;
    out_ += c;
    at_ = at;
    ++column_;
  }

  void copy(std::size_t count) {
    const auto piece = line_.substr(at_, count);
    out_ += piece;
    column_ += static_cast<std::uint32_t>(characters(piece));
    at_ += count;
  }

  [[nodiscard]] Where here() const { return {file_, number_, column_}; }

  std::uint16_t file_;
  engine::Diagnostics& diagnostics_;
  Scan scan_;
  std::vector<Where> open_;  ///< lists and inline tables not yet closed
  std::string long_quote_;   ///< """ or ''' while inside a text of several lines
  Where long_open_;
  std::string_view line_;
  std::string out_;
  std::uint32_t number_ = 0;
  std::uint32_t column_ = 1;  ///< of the character at `at_`
  std::size_t at_ = 0;
  std::size_t dots_ = 0;
  bool header_ = false;
  bool blank_ = false;
};

}  // namespace

std::string Scan::text() const {
  std::string all;
  for (const auto& line : lines) {
    all += line.text;
    all += '\n';
  }
  return all;
}

Scan scan_toml(std::string_view text, std::uint16_t file, engine::Diagnostics& diagnostics) {
  return Scanner(file, diagnostics).run(text);
}

}  // namespace data
