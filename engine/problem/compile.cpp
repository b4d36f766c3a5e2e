#include "engine/problem/compile.h"

#include <utility>

#include "engine/problem/calendar.h"
#include "engine/problem/compiling.h"
#include "engine/problem/steps.h"
#include "engine/problem/who.h"

namespace engine {
namespace {

void hand_over(const Diagnostics& found, Diagnostics& diagnostics) {
  for (const auto& one : found.all()) {
    if (one.severity == Severity::Error)
      diagnostics.error(one.where, one.text);
    else
      diagnostics.warning(one.where, one.text);
  }
}

}  // namespace

std::optional<Problem> compile(const Gathering& gathering, Diagnostics& diagnostics) {
  Compiling c(gathering);
  weigh_rules(c);
  read_days(c);
  check_windows(c);
  read_places(c);
  read_people(c);
  read_registrations(c);
  add_sessions(c);
  add_rotations(c);
  read_order(c);
  check_travel(c);
  hand_over(c.diagnostics, diagnostics);
  if (c.diagnostics.has_errors()) return {};
  find_neighbours(c.problem);
  return std::move(c.problem);
}

}  // namespace engine
