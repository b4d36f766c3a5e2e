/// Gatherings read and planned within a number of steps, as the tests of examples and templates
/// want.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "data/read/reader.h"
#include "engine/model/gathering.h"
#include "engine/plan/plan.h"

namespace app_tests {

struct Planned {
  engine::Gathering gathering;
  std::vector<std::string> complaints;  ///< every error and warning, "file:line:column: text"
  engine::Plan plan;                    ///< empty when there is an error
};

/// The same files and steps give the same plan; as many as it takes by default: the search then
/// ends by itself on every example and template.
[[nodiscard]] Planned planned(std::vector<data::SourceFile> files, std::int64_t steps = 1'000'000);

/// The files of examples/NAME as a document would keep them, the gathering file first.
[[nodiscard]] std::vector<data::SourceFile> example(const std::string& name);

/// nullptr when there is none of that id.
[[nodiscard]] const engine::PlannedSession* session(const engine::Plan& plan,
                                                    const std::string& id);
[[nodiscard]] const engine::PlannedRotation* rotation(const engine::Plan& plan,
                                                      const std::string& id);

}  // namespace app_tests
