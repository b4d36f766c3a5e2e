/// Brings back one version of a plan, with the gathering it was made from.
#pragma once

#include <optional>
#include <string>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"
#include "engine/plan/series.h"

namespace app {

struct Shown {
  engine::Gathering gathering;
  engine::Plan plan;
  engine::Series series;  ///< empty where today's checks refuse the gathering
};

/// The newest version unless one is named. Throws engine::BadRequest when the document has no such
/// version, engine::Failure when it cannot be read.
[[nodiscard]] Shown show(const std::string& document, std::optional<int> version);

[[nodiscard]] std::string json(const Shown& shown);

}  // namespace app
