#include "engine/problem/calendar.h"
#include "engine/problem/steps.h"

namespace engine {

void read_people(Compiling& c) {
  c.problem.people = c.gathering.people.size();
  for (const auto& person : c.gathering.people) {
    c.problem.available.add(merged(stretches(c, person.available)));
    if (person.site) (void)c.names.row(Named::Site, *person.site);
  }
  for (const auto& equipment : c.gathering.equipment)
    if (equipment.site) (void)c.names.row(Named::Site, *equipment.site);
}

}  // namespace engine
