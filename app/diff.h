/// Compares two versions of a document.
#pragma once

#include <optional>
#include <string>

#include "engine/model/text.h"
#include "engine/plan/diff.h"
#include "engine/plan/history.h"

namespace app {

struct Compared {
  engine::Language language = engine::Language::Fr;
  engine::PlanVersion from;
  engine::PlanVersion to;
  engine::PlanDiff diff;
};

/// Without TO the newest version, without FROM the one before TO. Throws engine::BadRequest when
/// there is no such version, engine::Failure when the document cannot be read.
[[nodiscard]] Compared diff(const std::string& document,
                            std::optional<int> from,
                            std::optional<int> to);

[[nodiscard]] std::string json(const Compared& compared);

}  // namespace app
