/// A gathering small enough to read, and a plan of it: six people, three rotations, two rooms.
#pragma once

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"

namespace tests {

[[nodiscard]] engine::Gathering small_day(engine::Language language);
[[nodiscard]] engine::Plan small_plan();

}  // namespace tests
