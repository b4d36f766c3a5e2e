#include "engine/problem/compile.h"

#include <set>
#include <utility>

#include "engine/problem/calendar.h"
#include "engine/problem/compiling.h"
#include "engine/problem/rotation_checks.h"
#include "engine/problem/steps.h"

namespace engine {
namespace {

/// A value that the reader has complained about is not complained about again.
void hand_over(const Diagnostics& found, Diagnostics& diagnostics) {
  std::set<Where> known;
  std::set<Where> wrong;
  for (const auto& one : diagnostics.all()) {
    if (one.where.line == 0) continue;
    known.insert(one.where);
    if (one.severity == Severity::Error) wrong.insert(one.where);
  }
  for (const auto& one : found.all()) {
    const auto& said = one.severity == Severity::Error ? wrong : known;
    if (!said.contains(one.where)) diagnostics.add(one);
  }
}

/// Every step but the checks of what it all comes to.
void read_all(Compiling& c) {
  weigh_rules(c);
  read_days(c);
  read_term_days(c);
  check_windows(c);
  read_places(c);
  read_people(c);
  read_registrations(c);
  check_items(c);
  read_polls(c);
  add_sessions(c);
  add_rotations(c);
  check_rotations(c);
  check_compositions(c);
  read_order(c);
  read_themes(c);
  check_travel(c);
}

}  // namespace

std::optional<Problem> compile(const Gathering& gathering, Diagnostics& diagnostics) {
  Compiling c(gathering);
  read_all(c);
  check_possible(c);
  check_fixed_day(c);
  warn(c);
  hand_over(c.diagnostics, diagnostics);
  if (c.diagnostics.has_errors()) return {};
  find_neighbours(c.problem);
  list_ticks(c.problem);
  return std::move(c.problem);
}

Problem compile_in_spite(const Gathering& gathering, FitsNowhere fits_nowhere) {
  Compiling c(gathering);
  c.in_spite = true;
  c.anywhere = fits_nowhere == FitsNowhere::BreaksRules;
  read_all(c);
  find_neighbours(c.problem);
  list_ticks(c.problem);
  return std::move(c.problem);
}

}  // namespace engine
