#include "cli/answers.h"

#include <algorithm>
#include <sstream>

#include "cli/terminal/width.h"
#include "cli/views/phrases.h"

namespace cli {
namespace {

/// More than a reader looks through; errors come first in what is to be done anyway.
constexpr std::size_t kMostWarnings = 50;

}  // namespace

Screen for_gathering(const Screen& screen, const engine::Gathering& gathering) {
  return gathering.name.empty() ? screen : screen.in(gathering.language);
}

void write_diagnostics(const Screen& screen,
                       const std::vector<engine::Diagnostic>& diagnostics,
                       const engine::Gathering& gathering) {
  std::size_t warnings = 0;
  for (const auto& diagnostic : diagnostics) {
    const bool error = diagnostic.severity == engine::Severity::Error;
    if (!error && ++warnings > kMostWarnings) continue;
    const auto line = printable(engine::line_of(diagnostic, gathering.files, screen.language));
    screen.out << toned(screen, error ? Tone::Bad : Tone::Notice, line) << '\n';
  }
  if (warnings > kMostWarnings)
    paragraph(screen,
              said(screen,
                   {"… et {0} {0:autre avertissement|autres avertissements} (farandole check "
                    "--json {0:le donne aussi|les donne tous})",
                    "… and {0} more {0:warning|warnings} (farandole check --json gives {0:it "
                    "too|them all})"},
                   warnings - kMostWarnings));
}

std::string diagnostics_counted(const Screen& screen,
                                const std::vector<engine::Diagnostic>& diagnostics) {
  const auto errors = std::count_if(diagnostics.begin(), diagnostics.end(), [](const auto& d) {
    return d.severity == engine::Severity::Error;
  });
  const auto warnings = static_cast<std::int64_t>(diagnostics.size()) - errors;
  std::string text;
  if (errors > 0)
    text = said(screen, {"{0}\u00a0{0:erreur|erreurs}", "{0}\u00a0{0:error|errors}"}, errors);
  if (warnings > 0)
    text += (text.empty() ? "" : ", ") +
            said(screen,
                 {"{0}\u00a0{0:avertissement|avertissements}", "{0}\u00a0{0:warning|warnings}"},
                 warnings);
  return text;
}

std::vector<std::string> between_commas(const std::string& list) {
  std::vector<std::string> parts;
  std::istringstream stream(list);
  for (std::string part; std::getline(stream, part, ',');) {
    const auto from = part.find_first_not_of(" \t");
    if (from == part.npos) continue;
    parts.push_back(part.substr(from, part.find_last_not_of(" \t") - from + 1));
  }
  return parts;
}

std::string typed(const std::string& path) {
  const bool plain = !path.empty() && std::all_of(path.begin(), path.end(), [](char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    const bool beyond_ascii = static_cast<unsigned char>(c) >= 0x80;
    return letter || beyond_ascii ||
           std::string_view("/._-+,:@%").find(c) != std::string_view::npos;
  });
  if (plain) return path;
  std::string quoted = "'";
  for (const char c : path) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

void suggest(const Screen& screen, const engine::Text& why, const std::string& command) {
  paragraph(screen, why.in(screen.language));
  screen.out << "  " << toned(screen, Tone::Strong, printable(command)) << '\n';
}

std::string score_text(const Screen& screen, const engine::Score& score) {
  return said(screen,
              {"règles non tenues {0} · sans place {1} · préférences {2}",
               "rules broken {0} · left out {1} · preferences {2}"},
              score.hard,
              score.unplaced,
              score.soft);
}

}  // namespace cli
