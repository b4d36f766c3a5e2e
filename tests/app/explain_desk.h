/// What tests of explain share: a gathering broken by one replacement, and whether a file has a
/// plan.
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>

#include "app/check.h"
#include "app/explain.h"
#include "app/plan.h"
#include "tests/support/temp_folder.h"

namespace app_tests {

/// The first `from` made `to`; an error of the test where there is none.
inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  if (at == text.npos) throw std::invalid_argument(from);
  return text.replace(at, from.size(), to);
}

/// Asks about "g.toml" and its "people.csv", written to the folder.
inline app::ExplainRequest explain_request(const tests::TempFolder& folder,
                                           const std::string& toml,
                                           const std::string& people) {
  tests::write_bytes(folder.file("people.csv"), people);
  tests::write_bytes(folder.file("g.toml"), toml);
  app::ExplainRequest request;
  request.input = folder.file("g.toml");
  request.iterations = 100;
  request.threads = 1;
  return request;
}

/// Whether a conflict names the item.
inline bool names(const app::Explained& found, const std::string& id) {
  return std::any_of(found.conflicts.begin(), found.conflicts.end(), [&](const auto& conflict) {
    return std::find(conflict.items.begin(), conflict.items.end(), id) != conflict.items.end();
  });
}

inline bool plans(const std::string& file) {
  if (!app::check(file).ok()) return false;
  app::PlanRequest request;
  request.file = file;
  request.iterations = 300;
  request.threads = 1;
  const auto planned = app::plan(request);
  return planned.plan && planned.plan->feasible;
}

}  // namespace app_tests
