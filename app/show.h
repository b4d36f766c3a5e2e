/// Brings back one version of a plan, with the gathering it was made from.
#pragma once

#include <optional>
#include <string>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"
#include "engine/plan/series.h"
#include "engine/plan/transport.h"

namespace app {

struct Shown {
  engine::Gathering gathering;
  engine::Plan plan;            ///< of one site, when one is asked for
  engine::Transport transport;  ///< of the whole plan; those from and to the site
  engine::Series series;        ///< empty where today's checks refuse the gathering
};

/// The newest version unless one is named, on all sites unless one is named. Throws
/// engine::BadRequest when the document has no such version or site, engine::Failure when it cannot
/// be read.
[[nodiscard]] Shown show(const std::string& document,
                         std::optional<int> version,
                         const std::optional<std::string>& site = {});

[[nodiscard]] std::string json(const Shown& shown);

}  // namespace app
