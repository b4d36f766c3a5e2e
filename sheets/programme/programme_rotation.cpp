#include "sheets/programme/programme_rotation.h"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "engine/model/fold.h"
#include "engine/model/words.h"
#include "sheets/rotation/rotation_words.h"

namespace sheets {
namespace {

using engine::say;

void add_once(std::vector<std::string>& list, const std::string& value) {
  if (!value.empty() && std::find(list.begin(), list.end(), value) == list.end())
    list.push_back(value);
}

/// A station as all the rounds of a run have it.
struct StationUse {
  std::string key;
  std::vector<std::string> rooms;
  std::vector<engine::RoleHolders> team;
  std::vector<std::size_t> rounds;  ///< numbers from 1
};

void add_team(StationUse& use, const std::vector<engine::RoleHolders>& team) {
  for (const auto& holders : team) {
    auto role = std::find_if(use.team.begin(), use.team.end(), [&](const auto& known) {
      return known.role == holders.role;
    });
    if (role == use.team.end()) role = use.team.insert(role, {holders.role, {}});
    for (const auto& person : holders.people) add_once(role->people, person);
  }
}

/// In the order of the gathering.
std::vector<StationUse> uses_of(const engine::Rotation& rotation, const RoundRun& run) {
  std::map<std::string, StationUse> found;
  for (std::size_t r = 0; r < run.rounds.size(); ++r)
    for (const auto& station : run.rounds[r]->stations) {
      auto& use = found[station.id];
      use.key = station.id;
      add_once(use.rooms, station.room);
      add_team(use, station.team);
      use.rounds.push_back(run.first + r + 1);
    }
  std::vector<StationUse> uses;
  for (const auto& station : rotation.stations)
    if (auto use = found.find(station.id.value); use != found.end())
      uses.push_back(std::move(use->second));
  return uses;
}

std::string round_list(const StationUse& use, const PrintOptions& options) {
  std::string numbers;
  for (const auto round : use.rounds)
    numbers += fmt::format("{}{}", numbers.empty() ? "" : ", ", round);
  return use.rounds.size() == 1 ? say({"tour {0}", "round {0}"}, numbers).in(options.language)
                                : say({"tours {0}", "rounds {0}"}, numbers).in(options.language);
}

std::string room_list(const Directory& directory,
                      const std::vector<std::string>& rooms,
                      bool with_site) {
  std::string list;
  for (const auto& room : rooms) {
    list += (list.empty() ? "" : ", ") + directory.room_name(room);
    const auto site = directory.site_to_tell(room);
    if (with_site && !site.empty()) list += ", " + site;
  }
  return list;
}

bool on_several_sites(const Directory& directory, const std::vector<std::string>& rooms) {
  return std::any_of(rooms.begin(), rooms.end(), [&](const auto& room) {
    return directory.site_of_room(room) != directory.site_of_room(rooms.front());
  });
}

/// Tables that only have a number are counted, not listed.
void name_plain_tables(const engine::Rotation& rotation,
                       RotationBlock& block,
                       engine::Language language) {
  const bool plain = rotation.plain_tables &&
                     std::all_of(block.stations.begin(), block.stations.end(), [](const auto& s) {
                       return s.team.empty() && s.room.empty();
                     });
  if (!plain || block.stations.size() < 2) return;
  block.how = say({"{0} {0:table|tables}, {1}", "{0} {0:table|tables}, {1}"},
                  block.stations.size(),
                  how_it_goes(rotation))
                  .in(language);
  block.stations.clear();
}

}  // namespace

std::vector<RoundRun> runs_of(const engine::Rotation& rotation,
                              const engine::PlannedRotation& planned) {
  std::vector<RoundRun> runs;
  for (std::size_t r = 0; r < planned.rounds.size(); ++r) {
    const auto& round = planned.rounds[r];
    const bool follows = r > 0 && (rotation.contiguous ||
                                   round.start == planned.rounds[r - 1].end + rotation.changeover);
    if (!follows) runs.push_back({r, {}});
    runs.back().rounds.push_back(&round);
  }
  return runs;
}

std::vector<std::string> rooms_of(const RoundRun& run) {
  std::vector<std::string> rooms;
  for (const auto* round : run.rounds)
    for (const auto& station : round->stations) add_once(rooms, station.room);
  return rooms;
}

ProgrammeItem rotation_item(const Directory& directory,
                            const engine::Rotation& rotation,
                            const RoundRun& run,
                            const PrintOptions& options) {
  const auto language = options.language;
  ProgrammeItem item;
  item.title = rotation.title;
  RotationBlock block;
  block.how = capital(how_it_goes(rotation).in(language));
  if (rotation.rounds.value > 1)
    for (std::size_t r = 0; r < run.rounds.size(); ++r)
      block.rounds.push_back({say({"Tour {0}", "Round {0}"}, run.first + r + 1).in(language),
                              fmt::format("{}–{}",
                                          engine::clock_text(run.rounds[r]->start),
                                          engine::clock_text(run.rounds[r]->end))});
  const auto rooms = rooms_of(run);
  const bool several_sites = on_several_sites(directory, rooms);
  if (rooms.size() == 1) item.room = directory.room_name(rooms.front());
  for (const auto& use : uses_of(rotation, run)) {
    StationLine line{station_title(rotation, use.key), {}, {}, {}};
    if (rooms.size() > 1) line.room = room_list(directory, use.rooms, several_sites);
    if (engine::fold(line.room) == engine::fold(line.title)) line.room.clear();
    if (use.rounds.size() < run.rounds.size()) line.rounds = round_list(use, options);
    line.team = credits_of(directory, use.team, options);
    block.stations.push_back(std::move(line));
  }
  name_plain_tables(rotation, block, language);
  item.rotation = std::move(block);
  return item;
}

}  // namespace sheets
