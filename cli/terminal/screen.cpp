#include "cli/terminal/screen.h"

#include <algorithm>

#include "cli/terminal/width.h"

namespace cli {
namespace {

constexpr int kReadableWidth = 100;  // columns; longer lines of prose tire the eye

std::string_view escape(Tone tone) {
  switch (tone) {
    case Tone::Plain:
      return "";
    case Tone::Strong:
      return "\033[1m";
    case Tone::Faint:
      return "\033[2m";
    case Tone::Good:
      return "\033[32m";
    case Tone::Bad:
      return "\033[1;31m";
    case Tone::Notice:
      return "\033[33m";
  }
  return "";
}

/// Adds words to lines; a line is never wider than `width`.
class Filler {
 public:
  explicit Filler(int width) : width_(std::max(width, 1)) {}

  void add_word(std::string_view word) {
    const int width = display_width(word);
    if (!line_.empty() && used_ + 1 + width > width_) end_line();
    if (!line_.empty()) append(" ", 1);
    if (width <= width_ - used_)
      append(word, width);
    else
      cut(word);
  }
  void end_line() {
    lines_.push_back(std::move(line_));
    line_.clear();
    used_ = 0;
  }
  [[nodiscard]] std::vector<std::string> take() {
    end_line();
    return std::move(lines_);
  }

 private:
  void append(std::string_view piece, int width) {
    line_ += piece;
    used_ += width;
  }
  void cut(std::string_view word) {
    for (const auto& cluster : clusters(word)) {
      if (!line_.empty() && used_ + cluster.width > width_) end_line();
      append(cluster.bytes, cluster.width);
    }
  }

  int width_;
  int used_ = 0;
  std::string line_;
  std::vector<std::string> lines_;
};

/// Where a line may end. French sets a space before ":" and inside its quotation marks; typed on a
/// keyboard it is an ordinary one, and no line begins with what follows it.
std::size_t next_break(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n') return at;
    if (text[at] != ' ') continue;
    const auto after = text.substr(at + 1);
    const bool closes = !after.empty() && std::string_view(":;!?").find(after[0]) != text.npos;
    if (!closes && !after.starts_with("»") && !text.substr(0, at).ends_with("«")) return at;
  }
  return text.size();
}

}  // namespace

std::string toned(const Screen& screen, Tone tone, std::string_view text) {
  if (!screen.colour || tone == Tone::Plain || text.empty()) return std::string(text);
  return std::string(escape(tone)) + std::string(text) + "\033[0m";
}

std::vector<std::string> wrapped(std::string_view text, int width) {
  const auto clean = printable(text);
  Filler filler(width);
  std::string_view rest = clean;
  while (!rest.empty()) {
    const auto end = next_break(rest);
    if (end > 0) filler.add_word(rest.substr(0, end));
    if (end < rest.size() && rest[end] == '\n') filler.end_line();
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return filler.take();
}

void paragraph(const Screen& screen, std::string_view text, std::string_view lead, Tone tone) {
  const int indent = display_width(lead);
  const std::string blank(static_cast<std::size_t>(indent), ' ');
  bool first = true;
  for (const auto& line : wrapped(text, std::min(screen.width, kReadableWidth) - indent)) {
    screen.out << (first ? std::string(lead) : blank) << toned(screen, tone, line) << '\n';
    first = false;
  }
}

void heading(const Screen& screen, std::string_view text) {
  screen.out << '\n';
  paragraph(screen, text, "", Tone::Strong);
}

}  // namespace cli
