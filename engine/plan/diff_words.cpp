#include "engine/plan/diff_words.h"

#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/model/words.h"

namespace engine {

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
  Text clock{spoken_time(moment, Language::Fr), spoken_time(moment, Language::En)};
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

std::string DiffWords::where(const SheetLine& line) const {
  std::vector<std::string> parts;
  if (!line.station.empty()) parts.push_back(names_.station(line.item, line.station));
  if (!line.room.empty()) parts.push_back(names_.room(line.room));
  auto text = parts.empty() ? "–" : fmt::format("{}", fmt::join(parts, ", "));
  if (!line.role.empty()) text += " (" + line.role + ")";
  return text;
}

Text DiffWords::place(const SheetLine& line) const {
  if (line.station.empty() && line.room.empty() && line.role.empty()) return time(line.start);
  return say({"{0}, {1}", "{0}, {1}"}, time(line.start), where(line));
}

std::string DiffWords::people(const std::vector<std::string>& ids) const {
  std::vector<std::string> called;
  for (const auto& id : ids) {
    const auto colon = id.find(':');
    called.push_back(names_.person(id.substr(0, colon)));
    if (colon != id.npos) called.back() += " (" + id.substr(colon + 1) + ")";
  }
  return fmt::format("{}", fmt::join(called, ", "));
}

}  // namespace engine
