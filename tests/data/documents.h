/// Versions to save, for the tests of the document.
#pragma once

#include <chrono>
#include <string>

#include "data/sqlite/document.h"
#include "tests/support/sample_plan.h"

namespace tests {

/// 2025-02-10 12:00:07 UTC.
inline engine::Instant noon() {
  return engine::Instant{std::chrono::seconds{1739188807}};
}

/// The sample plan, made from two files: `toml`, and a table with a zero byte in it.
inline data::NewVersion new_version(const std::string& cause,
                                    const std::string& toml = "[gathering]\nname = \"jour\"\n") {
  return {.plan = sample_plan(),
          .sources = {{"gathering.toml", toml}, {"people.csv", std::string("id;name\n\0\xff", 10)}},
          .cause = {cause, cause + " (en)"},
          .search = {.seed = 7, .iterations = {}, .seconds = 0.25},
          .changes = {},
          .made = noon()};
}

}  // namespace tests
