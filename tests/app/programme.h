/// Series over weeks, read and planned, with what `show` says of their slack and polls.
#pragma once

#include <string>
#include <vector>

#include "app/series.h"
#include "data/read/reader.h"
#include "engine/plan/plan.h"
#include "tests/app/planned.h"

namespace app_tests {

using Files = std::vector<data::SourceFile>;

struct Programme {
  app::Checked checked;
  std::vector<std::string> complaints;  ///< in English
  engine::Plan plan;                    ///< empty when there is an error
  engine::Series series;
};

/// The same files give the same programme.
[[nodiscard]] Programme programme(Files files);

/// The gathering file with one passage replaced; it must be there.
[[nodiscard]] Files changed(Files files, const std::string& from, const std::string& to);

/// ISO date of a session or of a rotation's first round; "" when it is left out.
[[nodiscard]] std::string day_of(const engine::Plan& plan, const std::string& id);

/// From the end of `a` to the start of `b`.
[[nodiscard]] int days_between(const engine::Plan& plan,
                               const std::string& a,
                               const std::string& b);

/// nullptr when no row speaks of that item.
[[nodiscard]] const engine::Slack* slack_of(const Programme& programme, const std::string& id);

/// One of the texts holds these English words.
[[nodiscard]] bool says(const std::vector<engine::Text>& texts, const std::string& words);

}  // namespace app_tests
