/// A schedule that a construction can give, before it is built.
#pragma once

#include <cstdint>
#include <functional>

#include "engine/model/text.h"
#include "scheduler/rotation/rounds.h"

namespace scheduler {

/// `build` gives `rounds` rounds in which groups have one size and no pair meets twice.
struct Recipe {
  std::int32_t rounds = 0;
  engine::Text method;
  std::function<Rounds()> build;
};

}  // namespace scheduler
