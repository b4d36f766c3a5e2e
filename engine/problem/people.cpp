#include "engine/problem/calendar.h"
#include "engine/problem/steps.h"

namespace engine {

void read_people(Compiling& c) {
  c.problem.people = c.gathering.people.size();
  std::size_t row = 0;
  for (const auto& person : c.gathering.people) {
    c.problem.available.add(merged(stretches(c, person.available)));
    DayEnds ends;
    if (person.site) ends.start = {c.names.row(Named::Site, *person.site)};
    if (person.end_site) ends.end = {c.names.row(Named::Site, *person.end_site)};
    if (ends.start.exists() || ends.end.exists()) c.problem.day_ends.resize(c.problem.people);
    if (!c.problem.day_ends.empty()) c.problem.day_ends[row] = ends;
    ++row;
  }
  for (const auto& equipment : c.gathering.equipment)
    if (equipment.site) (void)c.names.row(Named::Site, *equipment.site);
}

}  // namespace engine
