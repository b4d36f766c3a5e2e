/// The examples, each planned and kept in a document that a test may repair as often as it likes.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/replan.h"
#include "data/sqlite/document.h"
#include "tests/app/planned.h"
#include "tests/catch.h"
#include "tests/support/temp_folder.h"

namespace app_tests {

/// Of planning, and of a repair.
inline constexpr std::int64_t kPlanSteps = 300;
inline constexpr std::int64_t kRepairSteps = 3'000;

/// An example, planned and kept in a document of its own.
class KeptExample {
 public:
  explicit KeptExample(const std::string& name) : document_(folder_.file("plan.farandole")) {
    auto files = example(name);
    plan_ = planned(files, kPlanSteps).plan;
    REQUIRE(plan_.feasible);
    data::NewVersion version;
    version.plan = plan_;
    version.sources = std::move(files);
    (void)data::Document(document_).save(0, version);
  }

  [[nodiscard]] const engine::Plan& plan() const { return plan_; }

  [[nodiscard]] const std::string& document() const { return document_; }

  /// The repaired plan, which breaks no hard rule.
  [[nodiscard]] app::Replanned after(std::vector<app::TypedChange> changes,
                                     std::optional<std::string> at = {}) const {
    app::ReplanRequest request;
    request.document = document_;
    request.changes = std::move(changes);
    request.at = std::move(at);
    request.iterations = kRepairSteps;
    request.threads = 1;
    auto repaired = app::replan(request);
    for (const auto& wrong : repaired.wrong) UNSCOPED_INFO(wrong.en);
    REQUIRE(repaired.wrong.empty());
    for (const auto& remark : repaired.plan.remarks)
      if (remark.hard) UNSCOPED_INFO(remark.text.en);
    CHECK(repaired.plan.score.hard == 0);
    return repaired;
  }

 private:
  tests::TempFolder folder_;
  std::string document_;
  engine::Plan plan_;
};

}  // namespace app_tests
