#include <algorithm>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "cli/terminal/table.h"
#include "cli/views/phrases.h"
#include "cli/views/views.h"
#include "engine/model/time.h"
#include "engine/plan/trip_words.h"

namespace cli {
namespace {

constexpr std::size_t kRoomsNamed = 4;  // more are counted

struct Line {
  engine::Interval time;
  std::string what;
  std::string where;
  std::string who;
};

std::string rooms_text(const Showing& showing,
                       const Screen& screen,
                       std::span<const engine::PlannedRound> rounds) {
  std::vector<std::string> rooms;
  for (const auto& round : rounds)
    for (const auto& station : round.stations) {
      const auto name =
          station.room.empty() ? "" : unbroken(showing.directory.room_name(station.room));
      if (!name.empty() && std::find(rooms.begin(), rooms.end(), name) == rooms.end())
        rooms.push_back(name);
    }
  if (rooms.size() <= kRoomsNamed) return fmt::format("{}", fmt::join(rooms, ", "));
  return said(screen, {"{0}\u00a0{0:salle|salles}", "{0}\u00a0{0:room|rooms}"}, rooms.size());
}

std::string rotation_people(const Screen& screen, std::span<const engine::PlannedRound> rounds) {
  std::set<std::string_view> people;
  for (const auto& round : rounds)
    for (const auto& station : round.stations)
      people.insert(station.participants.begin(), station.participants.end());
  const auto sizes = group_sizes(screen, rounds);
  return people.empty() ? sizes : people_counted(screen, people.size()) + "\n" + sizes;
}

/// Rounds that follow one another make one line: when each begins matters, not who is where.
Line rounds_line(const Showing& showing,
                 const Screen& screen,
                 const engine::PlannedRotation& rotation,
                 std::span<const engine::PlannedRound> rounds) {
  std::vector<std::string> times;
  for (const auto& round : rounds) times.push_back(span({round.start, round.end}));
  auto what = showing.directory.title(rotation.id);
  if (rounds.size() > 1)
    what += "\n" + said(screen,
                        {"{0}\u00a0{0:tour|tours}\u00a0: {1}", "{0}\u00a0{0:round|rounds}: {1}"},
                        rounds.size(),
                        fmt::format("{}", fmt::join(times, ", ")));
  return {{rounds.front().start, rounds.back().end},
          what,
          rooms_text(showing, screen, rounds),
          rotation_people(screen, rounds)};
}

void add_rotation(std::vector<Line>& lines,
                  const Showing& showing,
                  const Screen& screen,
                  const engine::PlannedRotation& rotation) {
  const std::span<const engine::PlannedRound> rounds(rotation.rounds);
  const auto* row = showing.directory.rotation(rotation.id);
  if (rounds.empty()) return;
  if (row == nullptr || row->contiguous) {
    lines.push_back(rounds_line(showing, screen, rotation, rounds));
    return;
  }
  for (std::size_t i = 0; i < rounds.size(); ++i) {
    auto line = rounds_line(showing, screen, rotation, rounds.subspan(i, 1));
    line.what = round_title(showing, screen, rotation, i);
    lines.push_back(std::move(line));
  }
}

/// With seats that someone has provided; how else people get about is theirs to know.
std::vector<engine::Trip> organised_trips(const Showing& showing) {
  std::vector<engine::Trip> trips;
  if (showing.transport == nullptr) return trips;
  std::copy_if(showing.transport->trips.begin(),
               showing.transport->trips.end(),
               std::back_inserter(trips),
               [](const engine::Trip& trip) { return trip.item.empty() && trip.seats > 0; });
  return trips;
}

std::vector<Line> lines_of(const Showing& showing, const Screen& screen) {
  std::vector<Line> lines;
  for (const auto& session : showing.plan.sessions) {
    const Entry entry{.time = {session.start, session.end},
                      .title = {},
                      .station = {},
                      .room = session.room,
                      .team = &session.team,
                      .participants = &session.participants};
    lines.push_back({entry.time,
                     showing.directory.title(session.id),
                     session.room.empty() ? "" : showing.directory.room_name(session.room),
                     who(showing, screen, entry)});
  }
  for (const auto& rotation : showing.plan.rotations)
    add_rotation(lines, showing, screen, rotation);
  for (const auto& trip : organised_trips(showing))
    lines.push_back({trip.time,
                     trip_title(showing.gathering, trip).in(screen.language),
                     trip_ends(showing.gathering, trip),
                     trip.people.empty() ? said(screen, {"à vide", "empty"})
                                         : people_counted(screen, trip.people.size())});
  std::stable_sort(
      lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.time < b.time; });
  return lines;
}

}  // namespace

void show_by_day(const Showing& showing, const Screen& screen) {
  Table table({{said(screen, {"Heure", "Time"})},
               {said(screen, {"Quoi", "What"})},
               {said(screen, {"Où", "Where"})},
               {said(screen, {"Qui", "Who"})}});
  std::optional<engine::Day> day;
  engine::Interval last;
  for (const auto& line : lines_of(showing, screen)) {
    if (day != engine::day_of(line.time.from)) {
      day = engine::day_of(line.time.from);
      table.section(day_title(screen, *day));
    }
    const bool parallel = line.time == last;  // its time stands on the line above
    table.add(
        {{parallel ? "" : span(line.time)}, {line.what, Tone::Strong}, {line.where}, {line.who}});
    last = line.time;
  }
  if (table.empty()) return;
  screen.out << '\n';
  table.write(screen);
}

}  // namespace cli
