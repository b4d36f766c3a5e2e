#include "engine/model/diagnostic.h"

#include <utility>

#include <fmt/format.h>

namespace engine {
namespace {

std::string one_line(std::string text) {
  constexpr std::size_t kLongest = 1000;
  if (text.size() > kLongest) {
    auto end = kLongest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
    text.resize(end);
    text += "…";
  }
  for (auto& c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  return text;
}

Text one_line(Text text) {
  return {one_line(std::move(text.fr)), one_line(std::move(text.en))};
}

}  // namespace

std::string line_of(const Diagnostic& diagnostic,
                    const std::vector<std::string>& files,
                    Language language) {
  const auto& where = diagnostic.where;
  auto place = where.file < files.size() ? files[where.file] : std::string("?");
  if (where.line > 0) place += fmt::format(":{}:{}", where.line, where.column);
  const auto* severity = diagnostic.severity == Severity::Error ? "error" : "warning";
  return fmt::format("{}: {}: {}", place, severity, diagnostic.text.in(language));
}

void Diagnostics::add(Diagnostic diagnostic) {
  diagnostic.text = one_line(std::move(diagnostic.text));
  if (auto& found = diagnostic.impossible)
    found->statement.by_name = one_line(std::move(found->statement.by_name));
  all_.push_back(std::move(diagnostic));
}

}  // namespace engine
