/// The way from one place of the gathering to another.
#pragma once

#include "engine/problem/problem.h"

namespace engine {

/// Minutes from one place to the other; 0 where either is none.
[[nodiscard]] inline Minute minutes_between(const Problem& problem, PlaceId from, PlaceId to) {
  if (!from.exists() || !to.exists()) return 0;
  return problem.travel[from.index() * problem.places + to.index()];
}

/// Minutes from one room to the other; 0 where either is none.
[[nodiscard]] inline Minute minutes_between(const Problem& problem, RoomId from, RoomId to) {
  if (!from.exists() || !to.exists()) return 0;
  return minutes_between(problem, problem.rooms[from].place, problem.rooms[to].place);
}

}  // namespace engine
