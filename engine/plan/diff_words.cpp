#include "engine/plan/diff_words.h"

#include <set>

#include <fmt/format.h>

#include "engine/formats/formats.h"
#include "engine/model/fold.h"
#include "engine/model/words.h"

namespace engine {
namespace {

/// "Ana Roux (animation)"; a role the organiser made up as it stands.
Text with_role(const std::string& name, const std::string& role) {
  if (role.empty()) return {name, name};
  const Words both{"{0} ({1})", "{0} ({1})"};
  const auto* known = find_role(role);
  return known != nullptr ? say(both, name, say(known->name)) : say(both, name, role);
}

}  // namespace

DiffWords::DiffWords(const PlanOf& before, const PlanOf& after)
    : names_(before.gathering, after.gathering) {
  std::set<Day> days;
  for (const auto* plan : {&before.plan, &after.plan}) {
    for (const auto& s : plan->sessions) days.insert(day_of(s.start));
    for (const auto& r : plan->rotations)
      for (const auto& round : r.rounds) days.insert(day_of(round.start));
  }
  several_days_ = days.size() > 1;
}

Text DiffWords::time(Minute moment) const {
  const auto clock = spoken_time(moment);
  if (!several_days_) return clock;
  const auto date = civil_from_day(day_of(moment));
  const Text day{fmt::format("{:02}/{:02}", date.day, date.month), iso_date(day_of(moment))};
  return say({"{0} à {1}", "{0} at {1}"}, day, clock);
}

Text DiffWords::title(const SheetLine& line) const {
  const auto name = names_.item(line.item);
  if (line.round < 0) return {name, name};
  return say({"{0}, tour {1}", "{0}, round {1}"}, name, line.round + 1);
}

Text DiffWords::where(const SheetLine& line) const {
  const auto station = line.station.empty() ? "" : names_.station(line.item, line.station);
  const auto room = line.room.empty() ? "" : names_.room(line.room);
  const bool both = !station.empty() && !room.empty() && fold(station) != fold(room);
  const auto place = both ? fmt::format("{}, {}", station, room) : station.empty() ? room : station;
  return with_role(place.empty() ? "–" : place, line.role);
}

Text DiffWords::place(const SheetLine& line) const {
  if (line.station.empty() && line.room.empty() && line.role.empty()) return time(line.start);
  return say({"{0}, {1}", "{0}, {1}"}, time(line.start), where(line));
}

Text DiffWords::people(const std::vector<std::string>& ids) const {
  Text list;
  for (const auto& id : ids) {
    const auto colon = id.find(':');
    const auto role = colon == id.npos ? "" : id.substr(colon + 1);
    const auto one = with_role(names_.person(id.substr(0, colon)), role);
    list = list.fr.empty() ? one : say({"{0}, {1}", "{0}, {1}"}, list, one);
  }
  return list;
}

}  // namespace engine
