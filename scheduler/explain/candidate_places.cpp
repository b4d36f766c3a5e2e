#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "scheduler/explain/as_toml.h"
#include "scheduler/explain/candidate_list.h"

namespace scheduler {
namespace {

using engine::say;
using engine::Text;
using engine::Words;

constexpr std::int64_t kOtherRoom = 20;  // a room that is there anyway
constexpr std::int64_t kFeature = 35;    // something carried into a room
constexpr std::int64_t kPiece = 40;      // something borrowed
constexpr std::int64_t kChair = 50;      // chairs added, one point each
constexpr std::int64_t kOpened = 80;     // a room that was closed
constexpr std::int64_t kNewRoom = 150;
constexpr std::int64_t kStation = 60;
constexpr std::size_t kMostRooms = 8;

constexpr Words kAlsoIn{"permettre aussi {1} à {0}", "let {0} use {1} too"};
constexpr Words kSeats{"porter {0} à {1} places au lieu de {2}", "make {0} {1} seats, not {2}"};
constexpr Words kBring{"équiper {0}\u00a0: {1}", "equip {0} with {1}"};
constexpr Words kOpen{"obtenir {0} quand elle est donnée fermée",
                      "get {0} when it is said to be closed"};
constexpr Words kOneMore{"trouver une salle de plus, de {0} places",
                         "find one more room, of {0} seats"};
constexpr Words kPieces{"avoir {0} × {1} au lieu de {2}", "have {0} × {1}, not {2}"};
constexpr Words kGroups{"accueillir jusqu’à {0} personnes à {1} de {2}",
                        "take up to {0} people at {1} of {2}"};
constexpr Words kRounds{"faire {0} tours de {1} au lieu de {2}", "run {0} rounds of {1}, not {2}"};
constexpr Words kNoNeed{"se passer de {1} pour {0}", "do without {1} for {0}"};

Text name_of(const engine::Room& room) {
  return quoted_title(room.name, room.id);
}

/// Heads to seat, where the file says so; everyone where it only says "all".
int heads_of(const engine::Gathering& gathering, const engine::Session& session) {
  auto heads = static_cast<int>(session.audience.list.size());
  if (session.audience.kind == engine::Who::Kind::All)
    heads = static_cast<int>(gathering.people.size());
  if (session.audience.kind == engine::Who::Kind::Registered)
    heads = static_cast<int>(std::count_if(
        gathering.registrations.begin(), gathering.registrations.end(), [&](const auto& r) {
          return r.session.value == session.id.value;
        }));
  for (const auto& one : session.audience.list)
    if (one.value.find(':') != std::string::npos) heads = static_cast<int>(gathering.people.size());
  for (const auto& role : session.team)
    heads += role.open ? role.open->value : static_cast<int>(role.people.size());
  if (session.audience.kind != engine::Who::Kind::List)
    heads = std::min(heads, std::max(1, static_cast<int>(gathering.people.size())));
  return std::max({1, heads, session.seats ? session.seats->value : 0});
}

bool has(const engine::Room& room, const engine::Key& feature) {
  return std::any_of(room.features.begin(), room.features.end(), [&](const auto& one) {
    return one.value == feature.value;
  });
}

bool chosen(const std::vector<engine::RoomChoice>& choices, const engine::Room& room) {
  return std::any_of(choices.begin(), choices.end(), [&](const auto& choice) {
    return choice.room.value == room.id.value;
  });
}

/// Rooms that an item may use, the largest first.
std::vector<const engine::Room*> usable(const engine::Gathering& gathering,
                                        const std::vector<engine::RoomChoice>& choices) {
  std::vector<const engine::Room*> rooms;
  for (const auto& room : gathering.rooms)
    if (choices.empty() || chosen(choices, room)) rooms.push_back(&room);
  std::stable_sort(rooms.begin(), rooms.end(), [](const auto* a, const auto* b) {
    return a->capacity.value > b->capacity.value;
  });
  if (rooms.size() > kMostRooms) rooms.resize(kMostRooms);
  return rooms;
}

void add_other_rooms(CandidateList& out, const engine::Session& session) {
  if (session.rooms.empty()) return;
  for (const auto& room : out.gathering.rooms) {
    if (chosen(session.rooms, room)) continue;
    auto rooms = session.rooms;
    auto& added = rooms.emplace_back();
    added.room.value = room.id.value;
    out.add("other room " + session.id.value,
            kOtherRoom,
            say(kAlsoIn, quoted_title(session.title, session.id), name_of(room)),
            {{"session", session.id.value, "rooms", rooms_toml(rooms)}});
  }
}

void add_features(CandidateList& out,
                  const std::vector<const engine::Room*>& rooms,
                  const engine::Session& session) {
  for (const auto* room : rooms) {
    auto features = room->features;
    std::string missing;
    for (const auto& need : session.needs)
      if (!has(*room, need)) {
        features.push_back(need);
        missing += (missing.empty() ? "" : ", ") + need.value;
      }
    if (missing.empty()) continue;
    out.add("features " + room->id.value,
            kFeature,
            say(kBring, name_of(*room), missing),
            {{"room", room->id.value, "features", list_toml(features)}});
  }
  for (std::size_t i = 0; i < session.needs.size(); ++i) {
    auto left = session.needs;
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(i));
    out.add("needs " + session.id.value,
            kOpened,
            say(kNoNeed, quoted_title(session.title, session.id), session.needs[i].value),
            {{"session", session.id.value, "needs", list_toml(left)}});
  }
}

void add_seats(CandidateList& out, const std::vector<const engine::Room*>& rooms, int heads) {
  for (const auto* room : rooms)
    if (room->capacity.value < heads)
      out.add("capacity " + room->id.value,
              kChair + heads - room->capacity.value,
              say(kSeats, name_of(*room), heads, room->capacity.value),
              {{"room", room->id.value, "capacity", std::to_string(heads)}});
}

void add_opened(CandidateList& out, const std::vector<const engine::Room*>& rooms) {
  for (const auto* room : rooms)
    if (!room->closed.empty())
      out.add("closed " + room->id.value,
              kOpened,
              say(kOpen, name_of(*room)),
              {{"room", room->id.value, "closed", "[]"}});
}

/// A room of a new name, with all that the items need.
void add_new_room(CandidateList& out) {
  if (out.gathering.sites.empty()) return;
  std::string id = "salle-de-plus";
  const auto taken = [&] {
    return std::any_of(out.gathering.rooms.begin(), out.gathering.rooms.end(), [&](const auto& r) {
      return r.id.value == id;
    });
  };
  while (taken()) id += "-1";
  int seats = 1;
  std::vector<engine::Key> features;
  for (const auto* session : out.sessions) {
    seats = std::max(seats, heads_of(out.gathering, *session));
    features.insert(features.end(), session->needs.begin(), session->needs.end());
  }
  std::vector<engine::Setting> changes{
      {"room", id, "site", quoted_toml(out.gathering.sites.front().id.value)},
      {"room", id, "capacity", std::to_string(seats)}};
  if (!features.empty()) changes.push_back({"room", id, "features", list_toml(features)});
  for (const auto* session : out.sessions) {
    if (session->rooms.empty()) continue;
    auto rooms = session->rooms;
    rooms.emplace_back().room.value = id;
    changes.push_back({"session", session->id.value, "rooms", rooms_toml(rooms)});
  }
  out.add("new room", kNewRoom, say(kOneMore, seats), std::move(changes));
}

void add_equipment(CandidateList& out) {
  for (const auto& item : out.gathering.equipment) {
    int wanted = 0;
    for (const auto* session : out.sessions)
      for (const auto& use : session->equipment)
        if (use.equipment.value == item.id.value) wanted += use.count;
    const auto& name = item.name.empty() ? item.id.value : item.name;
    for (int count = item.count + 1; count <= std::min(wanted, item.count + 5); ++count)
      out.add("count " + item.id.value,
              kPiece * (count - item.count),
              say(kPieces, count, name, item.count),
              {{"equipment", item.id.value, "count", std::to_string(count)}});
  }
}

void add_stations(CandidateList& out, const engine::Rotation& rotation) {
  const auto title = quoted_title(rotation.title, rotation.id);
  const int rounds = rotation.rounds.value;
  const auto stations = static_cast<int>(rotation.stations.size());
  for (int fewer = rounds - 1; fewer >= 1; --fewer)
    out.add("rounds " + rotation.id.value,
            (kStation + rotation.minutes.value) * (rounds - fewer),
            say(kRounds, fewer, title, rounds),
            {{"rotation", rotation.id.value, "rounds", std::to_string(fewer)}});
  if (rotation.plain_tables) return;
  const auto people = static_cast<int>(out.gathering.people.size());
  for (const auto& station : rotation.stations) {
    if (!station.max_people) continue;
    const int most = station.max_people->value;
    for (int extra = 1; extra <= people; extra *= 2)
      out.add(
          "capacity " + rotation.id.value + "/" + station.id.value,
          kStation + std::int64_t{2} * extra,
          say(kGroups, most + extra, quoted_title(station.title, station.id), title),
          {{"rotation.station",
            rotation.id.value + "/" + station.id.value,
            "capacity",
            fmt::format(
                "[{}, {}]", station.min_people ? station.min_people->value : 1, most + extra)}});
  }
  std::vector<engine::Setting> all;
  const int share = (people + std::max(1, stations) - 1) / std::max(1, stations);
  for (const auto& station : rotation.stations)
    if (station.max_people && station.max_people->value < share)
      all.push_back(
          {"rotation.station",
           rotation.id.value + "/" + station.id.value,
           "capacity",
           fmt::format("[{}, {}]", station.min_people ? station.min_people->value : 1, share)});
  if (all.size() > 1)
    out.add("capacity " + rotation.id.value,
            kStation + std::int64_t{2} * share,
            say(kGroups, share, say({"chaque poste", "each station"}), title),
            std::move(all));
}

}  // namespace

void add_places(CandidateList& out) {
  for (const auto* session : out.sessions) {
    const auto rooms = usable(out.gathering, session->rooms);
    add_other_rooms(out, *session);
    add_features(out, rooms, *session);
    add_seats(out, rooms, heads_of(out.gathering, *session));
    add_opened(out, rooms);
  }
  for (const auto* rotation : out.rotations) {
    for (const auto& station : rotation->stations) {
      const auto rooms = usable(out.gathering, station.rooms);
      if (!station.rooms.empty())
        add_seats(out, rooms, station.max_people ? station.max_people->value : 0);
      add_opened(out, rooms);
    }
    add_stations(out, *rotation);
  }
  add_new_room(out);
  add_equipment(out);
}

}  // namespace scheduler
