/// The part of a plan that takes place on one site: a programme per site.
#pragma once

#include <string_view>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"

namespace engine {

/// Sessions and stations in rooms of the site; rounds and rotations without any are left out. What
/// is unplaced and the score are those of the whole plan.
[[nodiscard]] Plan at_site(const Gathering& gathering, const Plan& plan, std::string_view site);

}  // namespace engine
