#include "cli/views/agenda.h"

#include <algorithm>
#include <set>

namespace cli {

std::string round_title(const Showing& showing,
                        const Screen& screen,
                        const engine::PlannedRotation& rotation,
                        std::size_t round) {
  auto title = showing.directory.title(rotation.id);
  if (rotation.rounds.size() < 2) return title;
  return said(screen, {"{0} · tour\u00a0{1}", "{0} · round\u00a0{1}"}, title, round + 1);
}

std::string full_title(const Entry& entry) {
  return entry.station.empty() ? entry.title : entry.title + " · " + entry.station;
}

std::vector<Entry> agenda(const Showing& showing, const Screen& screen) {
  std::vector<Entry> entries;
  for (const auto& session : showing.plan.sessions)
    entries.push_back({{session.start, session.end},
                       showing.directory.title(session.id),
                       "",
                       session.room,
                       &session.team,
                       &session.participants});
  for (const auto& rotation : showing.plan.rotations)
    for (std::size_t i = 0; i < rotation.rounds.size(); ++i)
      for (const auto& station : rotation.rounds[i].stations)
        entries.push_back({{rotation.rounds[i].start, rotation.rounds[i].end},
                           round_title(showing, screen, rotation, i),
                           showing.directory.station_title(rotation.id, station.id),
                           station.room,
                           &station.team,
                           &station.participants});
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return a.time < b.time;
  });
  return entries;
}

bool has_many_days(const engine::Plan& plan) {
  std::set<engine::Day> days;
  for (const auto& session : plan.sessions) days.insert(engine::day_of(session.start));
  for (const auto& rotation : plan.rotations)
    for (const auto& round : rotation.rounds) days.insert(engine::day_of(round.start));
  return days.size() > 1;
}

}  // namespace cli
