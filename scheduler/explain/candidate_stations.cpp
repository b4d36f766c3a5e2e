#include <fmt/format.h>

#include "scheduler/explain/as_toml.h"
#include "scheduler/explain/candidate_list.h"
#include "scheduler/explain/heads.h"
#include "scheduler/explain/naming.h"

namespace scheduler {
namespace {

using engine::say;
using engine::Setting;
using engine::Station;
using engine::Words;

constexpr std::int64_t kStation = 60;
constexpr std::int64_t kPerHead = 2;
constexpr std::int64_t kRoom = 50;
constexpr std::int64_t kSetDropped = 150;
constexpr std::size_t kMostSets = 12;

constexpr Words kGroups{"accueillir jusqu’à {0} {0:personne|personnes} à {1} de {2}",
                        "take up to {0} {0:person|people} at {1} of {2}"};
constexpr Words kMoreAtEach{"augmenter de {0} les plus grands groupes à chaque poste de {1}",
                            "let the largest groups grow by {0} at each station of {1}"};
constexpr Words kMoreAndRooms{
    "augmenter de {0} les plus grands groupes à chaque poste de {1}, et les places de leurs salles",
    "let the largest groups grow by {0} at each station of {1}, and the seats of their rooms"};
constexpr Words kFewAt{"accepter des groupes de {0} à {1} de {2}",
                       "accept groups of {0} at {1} of {2}"};
constexpr Words kFewerAtEach{"diminuer de {0} les plus petits groupes à chaque poste de {1}",
                             "let the smallest groups shrink by {0} at each station of {1}"};
constexpr Words kRounds{"faire {0} {0:tour|tours} de {1} au lieu de {2}",
                        "run {0} {0:round|rounds} of {1}, not {2}"};
constexpr Words kNotTogether{"ne plus réunir {0} dans {1}", "no longer keep {0} together in {1}"};
constexpr Words kNotApart{"ne plus séparer {0} dans {1}", "no longer keep {0} apart in {1}"};

Setting capacity(const engine::Rotation& rotation, const Station& station, int least, int most) {
  return {"rotation.station",
          station_id(rotation, station),
          "capacity",
          fmt::format("[{}, {}]", least, most)};
}

int least_of(const Station& station) {
  return station.min_people ? station.min_people->value : 1;
}

/// One station takes more people, or fewer.
void add_group(CandidateList& out, const engine::Rotation& rotation, const Station& station) {
  const auto title = quoted_title(rotation.title, rotation.id);
  const auto name = quoted_title(station.title, station.id);
  const auto id = station_id(rotation, station);
  const int least = least_of(station);
  const int most = station.max_people->value;
  for (const auto by : kHeadSteps)
    out.add_by_degrees("larger " + id,
                       kStation + kPerHead * by,
                       say(kGroups, most + by, name, title),
                       {capacity(rotation, station, least, most + by)});
  for (const auto left : down_from(least, 1, kHeadSteps))
    out.add_by_degrees("smaller " + id,
                       kStation + kPerHead * (least - left),
                       say(kFewAt, left, name, title),
                       {capacity(rotation, station, left, most)});
}

/// All stations together.
void add_groups(CandidateList& out, const engine::Rotation& rotation) {
  const auto title = quoted_title(rotation.title, rotation.id);
  for (const auto by : kHeadSteps) {
    std::vector<Setting> larger;
    std::vector<Setting> smaller;
    for (const auto& station : rotation.stations) {
      if (!station.max_people) continue;
      const int least = least_of(station);
      const int most = station.max_people->value;
      larger.push_back(capacity(rotation, station, least, most + by));
      if (least > 1) smaller.push_back(capacity(rotation, station, std::max(1, least - by), most));
    }
    const auto cost = kStation + kPerHead * by * static_cast<int>(larger.size());
    if (larger.size() > 1)
      out.add_by_degrees(
          "larger " + rotation.id.value, cost, say(kMoreAtEach, by, title), std::move(larger));
    if (smaller.size() > 1)
      out.add_by_degrees(
          "smaller " + rotation.id.value, cost, say(kFewerAtEach, by, title), std::move(smaller));
  }
}

/// All stations together, and the rooms that are too small for them then.
void add_groups_and_rooms(CandidateList& out, const engine::Rotation& rotation) {
  const auto title = quoted_title(rotation.title, rotation.id);
  for (const auto by : kHeadSteps) {
    std::vector<Setting> changes;
    std::int64_t cost = kStation;
    for (const auto& room : out.gathering.rooms) {
      const auto seats = seats_in_room(out.gathering, rotation, room.id.value, by);
      if (seats <= room.capacity.value) continue;
      changes.push_back({"room", room.id.value, "capacity", std::to_string(seats)});
      cost += kRoom + seats - room.capacity.value;
    }
    if (changes.empty()) continue;
    for (const auto& station : rotation.stations) {
      if (!station.max_people) continue;
      const auto most = station.max_people->value + by;
      changes.push_back(capacity(rotation, station, least_of(station), most));
      cost += kPerHead * by;
    }
    out.add_by_degrees("larger with rooms " + rotation.id.value,
                       cost,
                       say(kMoreAndRooms, by, title),
                       std::move(changes));
  }
}

void add_rounds(CandidateList& out, const engine::Rotation& rotation) {
  const int rounds = rotation.rounds.value;
  for (int fewer = rounds - 1; fewer >= 1; --fewer)
    out.add_by_degrees("rounds " + rotation.id.value,
                       (kStation + rotation.minutes.value) * (rounds - fewer),
                       say(kRounds, fewer, quoted_title(rotation.title, rotation.id), rounds),
                       {{"rotation", rotation.id.value, "rounds", std::to_string(fewer)}});
}

void add_sets(CandidateList& out, const engine::Rotation& rotation, const char* key) {
  const bool apart = std::string(key) == "apart";
  const auto& sets = apart ? rotation.apart : rotation.together;
  for (std::size_t i = 0; i < std::min(sets.size(), kMostSets); ++i) {
    auto left = sets;
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(i));
    std::vector<engine::Text> names;
    for (const auto& person : sets[i]) names.push_back(person_name(out.gathering, person.value));
    out.add(key + (" " + rotation.id.value),
            kSetDropped,
            say(apart ? kNotApart : kNotTogether,
                enumeration(names),
                quoted_title(rotation.title, rotation.id)),
            {{"rotation", rotation.id.value, key, sets_toml(left)}});
  }
}

}  // namespace

void add_stations(CandidateList& out) {
  for (const auto* rotation : out.rotations) {
    add_rounds(out, *rotation);
    if (!rotation->plain_tables) {
      for (const auto& station : rotation->stations)
        if (station.max_people) add_group(out, *rotation, station);
      add_groups(out, *rotation);
      add_groups_and_rooms(out, *rotation);
    }
    add_sets(out, *rotation, "together");
    add_sets(out, *rotation, "apart");
  }
}

}  // namespace scheduler
