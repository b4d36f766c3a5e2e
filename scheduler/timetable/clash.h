/// When two parts that share people are in each other's way.
#pragma once

#include "engine/problem/problem.h"

namespace scheduler {

/// The starts strictly after `after` and before `before`, in minutes from the start of one block,
/// at which another one clashes with it.
struct ClashWindow {
  engine::Minute after = 0;
  engine::Minute before = 0;
  auto operator<=>(const ClashWindow&) const = default;
};

/// Between the blocks of two parts, when `gap` minutes at least must lie between these.
[[nodiscard]] inline ClashWindow clash_of(const engine::PartRow& here,
                                          const engine::PartRow& there,
                                          engine::Minute gap = 0) {
  const engine::Minute apart = here.offset - there.offset;
  return {apart - there.minutes - gap, apart + here.minutes + gap};
}

}  // namespace scheduler
