/// Compiling in tests: a problem that must be there, or the complaints that must.
#pragma once

#include <string>
#include <vector>

#include "engine/problem/compile.h"
#include "tests/support/gathering_builder.h"

namespace support {

/// What compile says, one complaint per line: "12 error: French | English".
inline std::string complaints(const engine::Gathering& gathering) {
  engine::Diagnostics diagnostics;
  (void)engine::compile(gathering, diagnostics);
  std::string text;
  for (const auto& one : diagnostics.sorted())
    text += std::to_string(one.where.line) +
            (one.severity == engine::Severity::Error ? " error: " : " warning: ") + one.text.fr +
            " | " + one.text.en + "\n";
  return text;
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
