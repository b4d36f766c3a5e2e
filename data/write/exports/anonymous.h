/// A plan in which nobody can be recognised: numbers stand for people.
#pragma once

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"

namespace data {

/// The ids of people become "person-1", "person-2" … in the gathering's order; sentences that may
/// name somebody (remarks, why something has no place) are left out. Who meets whom stays.
[[nodiscard]] engine::Plan anonymous(const engine::Gathering& gathering, engine::Plan plan);

}  // namespace data
