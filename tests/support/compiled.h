/// Compiling in tests: a problem that must be there, or the complaints that must.
#pragma once

#include <string>
#include <vector>

#include "engine/problem/compile.h"
#include "tests/support/gathering_builder.h"

namespace support {

/// French spaces are narrow or unbreakable before the signs that take one.
inline bool well_set(const std::string& french) {
  for (const auto* wrong : {" :", " ;", " ?", " !", " »", "« ", "'"})
    if (french.find(wrong) != french.npos) return false;
  return true;
}

/// What compile says, one complaint per line: "12 error: French | English". Spaces of French
/// typography are shown as plain ones; a sentence that lacks them is marked.
inline std::string complaints(const engine::Gathering& gathering) {
  engine::Diagnostics diagnostics;
  const auto problem = engine::compile(gathering, diagnostics);
  if (problem.has_value() == diagnostics.has_errors()) return "a problem in spite of errors";
  std::string text;
  for (const auto& one : diagnostics.sorted())
    text += std::to_string(one.where.line) +
            (one.severity == engine::Severity::Error ? " error: " : " warning: ") +
            (well_set(one.text.fr) ? "" : "(typography) ") + one.text.fr + " | " + one.text.en +
            "\n";
  for (const std::string space : {"\u202f", "\u00a0"})
    for (auto at = text.find(space); at != text.npos; at = text.find(space))
      text.replace(at, space.size(), " ");
  return text;
}

/// The one complaint there should be: its line is that of `where`.
inline std::string line_of(engine::Where where) {
  return std::to_string(where.line) + " ";
}

/// Throws with the complaints when there is no problem.
inline engine::Problem compiled(const engine::Gathering& gathering) {
  engine::Diagnostics diagnostics;
  auto problem = engine::compile(gathering, diagnostics);
  if (!problem) throw std::runtime_error(complaints(gathering));
  return std::move(*problem);
}

/// One day, one site, rooms "small" (10) and "large" (40).
inline GatheringBuilder small_gathering() {
  GatheringBuilder b;
  b.day("2026-06-01", "09:00", "12:00");
  b.site("house");
  b.room("large", "house", 40);
  b.room("small", "house", 10);
  return b;
}

template <class T>
std::vector<T> listed(std::span<const T> values) {
  return {values.begin(), values.end()};
}

}  // namespace support
