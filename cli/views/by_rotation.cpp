#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "cli/terminal/table.h"
#include "cli/views/phrases.h"
#include "cli/views/rotation_outcome.h"
#include "cli/views/views.h"

namespace cli {
namespace {

using engine::PlannedRotation;

/// Numbers the groups of a carousel, which keep together from round to round.
class Groups {
 public:
  explicit Groups(const PlannedRotation& rotation) {
    for (const auto& round : rotation.rounds)
      for (const auto& station : round.stations)
        if (!station.participants.empty() && number(station.participants) == 0)
          groups_.push_back(sorted(station.participants));
  }
  /// From 1; 0 for people who are no group.
  [[nodiscard]] std::size_t number(const std::vector<std::string>& people) const {
    const auto found = std::find(groups_.begin(), groups_.end(), sorted(people));
    return found == groups_.end() ? 0 : static_cast<std::size_t>(found - groups_.begin()) + 1;
  }
  [[nodiscard]] const std::vector<std::vector<std::string>>& all() const { return groups_; }

 private:
  static std::vector<std::string> sorted(std::vector<std::string> people) {
    std::sort(people.begin(), people.end());
    return people;
  }
  std::vector<std::vector<std::string>> groups_;
};

std::string group_name(const Screen& screen, std::size_t number) {
  return said(screen, {"groupe\u00a0{0}", "group\u00a0{0}"}, number);
}

void write_groups(const Showing& showing, const Screen& screen, const Groups& groups) {
  Table table({{said(screen, {"Groupe", "Group"})}, {said(screen, {"Qui", "Who"})}});
  for (std::size_t i = 0; i < groups.all().size(); ++i)
    table.add({{fmt::format("{} ({})", group_name(screen, i + 1), groups.all()[i].size())},
               {names(showing, groups.all()[i])}});
  table.write(screen);
  screen.out << '\n';
}

/// Each station once, with the room and the team it keeps all along.
using Settings = std::vector<const engine::PlannedStation*>;

/// nullopt when a station changes its room or its team from one round to another.
std::optional<Settings> lasting_settings(const PlannedRotation& rotation) {
  Settings settings;
  for (const auto& round : rotation.rounds)
    for (const auto& station : round.stations) {
      const auto first = std::find_if(settings.begin(), settings.end(), [&](const auto* known) {
        return known->id == station.id;
      });
      if (first == settings.end())
        settings.push_back(&station);
      else if ((*first)->room != station.room || (*first)->team != station.team)
        return {};
    }
  return settings;
}

bool are_plain_tables(const Settings& settings) {
  return std::all_of(settings.begin(), settings.end(), [&](const auto* station) {
    return station->team.empty() && station->room == settings.front()->room;
  });
}

void write_settings(const Showing& showing,
                    const Screen& screen,
                    const PlannedRotation& rotation,
                    const Settings& settings) {
  const auto room_name = [&](const engine::PlannedStation& station) {
    return station.room.empty() ? "" : showing.directory.room_name(station.room);
  };
  if (settings.empty()) return;
  if (are_plain_tables(settings)) {
    if (const auto room = room_name(*settings.front()); !room.empty())
      paragraph(screen, said(screen, {"Où\u00a0: {0}", "Where: {0}"}, room), "  ");
    screen.out << '\n';
    return;
  }
  Table table({{said(screen, {"Poste", "Station"})},
               {said(screen, {"Où", "Where"})},
               {said(screen, {"Équipe", "Team"})}});
  for (const auto* station : settings)
    table.add({{showing.directory.station_title(rotation.id, station->id)},
               {room_name(*station)},
               {team_text(showing, screen, station->team)}});
  table.write(screen);
  screen.out << '\n';
}

std::string round_heading(const Showing& showing,
                          const Screen& screen,
                          const PlannedRotation& rotation,
                          std::size_t index) {
  const auto& round = rotation.rounds[index];
  auto time = span({round.start, round.end});
  if (has_many_days(showing.plan))
    time = day_title(screen, engine::day_of(round.start)) + ", " + time;
  if (rotation.rounds.size() < 2) return time;
  return said(screen, {"Tour\u00a0{0} · {1}", "Round\u00a0{0} · {1}"}, index + 1, time);
}

/// Where and with whom stands in each row unless it stands above, once for all rounds.
void write_rounds(const Showing& showing,
                  const Screen& screen,
                  const PlannedRotation& rotation,
                  const Groups* groups) {
  const auto settings = lasting_settings(rotation);
  if (settings) write_settings(showing, screen, rotation, *settings);
  Table table({{said(screen, {"Poste", "Station"})},
               {said(screen, {"Où", "Where"})},
               {said(screen, {"Équipe", "Team"})},
               {"", true},
               {said(screen, {"Qui", "Who"})}});
  for (std::size_t i = 0; i < rotation.rounds.size(); ++i) {
    table.section(round_heading(showing, screen, rotation, i));
    for (const auto& station : rotation.rounds[i].stations) {
      const auto& people = station.participants;
      const auto number = groups == nullptr ? 0 : groups->number(people);
      const bool with_room = !settings && !station.room.empty();
      table.add({{showing.directory.station_title(rotation.id, station.id)},
                 {with_room ? showing.directory.room_name(station.room) : ""},
                 {settings ? "" : team_text(showing, screen, station.team)},
                 {people.empty() ? "" : std::to_string(people.size())},
                 {number > 0 ? group_name(screen, number) : names(showing, people)}});
    }
  }
  table.write(screen);
}

void write_rotation(const Showing& showing, const Screen& screen, const PlannedRotation& rotation) {
  const auto* row = showing.directory.rotation(rotation.id);
  const auto pattern = row == nullptr ? engine::Pattern::Split : row->pattern.value;
  heading(screen, showing.directory.title(rotation.id));
  if (rotation.rounds.empty()) return;
  const Groups groups(rotation);
  const bool fixed = pattern == engine::Pattern::Carousel;
  screen.out << '\n';
  if (fixed) write_groups(showing, screen, groups);
  write_rounds(showing, screen, rotation, fixed ? &groups : nullptr);
  screen.out << '\n';
  auto sizes = group_sizes(screen, rotation.rounds) + ".";
  sizes[0] = static_cast<char>(sizes[0] - 'a' + 'A');
  paragraph(screen, sizes, "  ");
  if (pattern == engine::Pattern::Remix)
    paragraph(screen, repeats_sentence(screen, rotation), "  ");
  write_wishes(showing, screen, rotation);
}

}  // namespace

void show_by_rotation(const Showing& showing, const Screen& screen) {
  if (showing.plan.rotations.empty())
    paragraph(
        screen,
        said(screen, {"Ce programme n’a pas de rotation.", "This programme has no rotation."}));
  for (const auto& rotation : showing.plan.rotations) write_rotation(showing, screen, rotation);
  write_refusals(showing, screen);
}

}  // namespace cli
