/// Makes an old version of a plan the newest one again; nothing in between is lost.
#pragma once

#include <string>

#include "app/show.h"
#include "engine/plan/history.h"

namespace app {

/// Writes a new version equal to `version`, and returns it. Throws engine::BadRequest when the
/// document has no such version, engine::Failure when it cannot be read or written.
[[nodiscard]] Shown restore(const std::string& document, int version, engine::Instant now);

}  // namespace app
