#include "engine/model/diagnostic.h"

#include <fmt/format.h>

namespace engine {

std::string line_of(const Diagnostic& diagnostic,
                    const std::vector<std::string>& files,
                    Language language) {
  const auto& where = diagnostic.where;
  auto place = where.file < files.size() ? files[where.file] : std::string("?");
  if (where.line > 0) place += fmt::format(":{}:{}", where.line, where.column);
  const auto* severity = diagnostic.severity == Severity::Error ? "error" : "warning";
  return fmt::format("{}: {}: {}", place, severity, diagnostic.text.in(language));
}

}  // namespace engine
