#include <algorithm>
#include <set>
#include <tuple>

#include "scheduler/explain/as_toml.h"
#include "scheduler/explain/candidate_list.h"
#include "scheduler/explain/heads.h"

namespace scheduler {
namespace {

using engine::RuleId;
using engine::say;
using engine::Text;
using engine::Words;

constexpr std::int64_t kOtherRoom = 20;   // a room that is there anyway
constexpr std::int64_t kOtherSite = 120;  // … but where nobody meant to go for it
constexpr std::int64_t kFeature = 35;     // something carried into a room
constexpr std::int64_t kPiece = 40;       // something borrowed
constexpr std::int64_t kChair = 50;       // chairs added, one point each
constexpr std::int64_t kOpened = 80;      // a room that was closed
constexpr std::int64_t kNewRoom = 150;
constexpr std::size_t kMostRooms = 8;
constexpr std::size_t kMostOthers = 4;  // rooms offered to one item beside its own

constexpr Words kAlsoIn{"permettre aussi {1} à {0}", "let {0} use {1} too"};
constexpr Words kSeats{"porter {0} à {1} {1:place|places} au lieu de {2}",
                       "make {0} {1} {1:seat|seats}, not {2}"};
constexpr Words kBring{"équiper {0}\u00a0: «\u202f{1}\u202f»", "equip {0} with \"{1}\""};
constexpr Words kOpen{"obtenir {0} quand elle est donnée fermée",
                      "get {0} when it is said to be closed"};
constexpr Words kOpenAll{"obtenir toutes les salles quand elles sont données fermées",
                         "get every room when it is said to be closed"};
constexpr Words kOneMore{"trouver une salle de plus, de {0} {0:place|places}",
                         "find one more room, of {0} {0:seat|seats}"};
constexpr Words kPieces{"avoir {0} × {1} au lieu de {2}", "have {0} × {1}, not {2}"};
constexpr Words kNoNeed{"se passer de «\u202f{1}\u202f» pour {0}", "do without \"{1}\" for {0}"};

Text name_of(const engine::Room& room) {
  return quoted_title(room.name, room.id);
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

/// What a session or a station says about its room.
struct Lodger {
  const char* table;
  std::string id;
  Text name;
  const std::vector<engine::RoomChoice>& rooms;
  const std::vector<engine::Key>& needs;
  int least = 1;  ///< seats it cannot do without
  int most = 1;   ///< seats that are enough; 0: not known
};

/// Of the first room written for it.
std::string site_of(const engine::Gathering& gathering, const Lodger& lodger) {
  for (const auto& room : gathering.rooms)
    if (room.id.value == lodger.rooms.front().room.value) return room.site.value;
  return {};
}

/// Rooms that could do, the one that fits best first.
std::vector<const engine::Room*> other_rooms(const CandidateList& out,
                                             const Lodger& lodger,
                                             const std::string& site) {
  std::vector<const engine::Room*> rooms;
  for (const auto& room : out.gathering.rooms)
    if (!chosen(lodger.rooms, room) && room.capacity.value >= lodger.least &&
        std::all_of(lodger.needs.begin(), lodger.needs.end(), [&](const auto& need) {
          return has(room, need);
        }))
      rooms.push_back(&room);
  std::stable_sort(rooms.begin(), rooms.end(), [&](const auto* a, const auto* b) {
    const auto key = [&](const engine::Room& room) {
      return std::tuple(room.site.value != site, !room.closed.empty(), room.capacity.value);
    };
    return key(*a) < key(*b);
  });
  if (rooms.size() > kMostOthers) rooms.resize(kMostOthers);
  return rooms;
}

void add_other_rooms(CandidateList& out, const Lodger& lodger) {
  if (lodger.rooms.empty()) return;
  const auto site = site_of(out.gathering, lodger);
  for (const auto* other : other_rooms(out, lodger, site)) {
    const auto& room = *other;
    auto rooms = lodger.rooms;
    auto& added = rooms.emplace_back();
    added.room.value = room.id.value;
    out.add("other room " + lodger.id,
            room.site.value == site ? kOtherRoom : kOtherSite,
            say(kAlsoIn, lodger.name, name_of(room)),
            {{lodger.table, lodger.id, "rooms", rooms_toml(rooms)}});
  }
}

void add_features(CandidateList& out,
                  const std::vector<const engine::Room*>& rooms,
                  const Lodger& lodger) {
  for (const auto* room : rooms) {
    auto features = room->features;
    std::string missing;
    for (const auto& need : lodger.needs)
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
  for (std::size_t i = 0; i < lodger.needs.size(); ++i) {
    auto left = lodger.needs;
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(i));
    out.add("needs " + lodger.id,
            kOpened,
            say(kNoNeed, lodger.name, lodger.needs[i].value),
            {{lodger.table, lodger.id, "needs", list_toml(left)}});
  }
}

/// Seats that `heads` people take in the room, and all numbers above that other items with no other
/// room ask of it: whoever needs the room for one of them may need it for these.
std::set<int> seats_asked_of(const CandidateList& out, const engine::Room& room, int heads) {
  std::set<int> seats{heads};
  const auto add = [&](int others) {
    if (others > heads) seats.insert(others);
  };
  for (const auto& session : out.gathering.sessions)
    if (session.rooms.size() == 1 && chosen(session.rooms, room))
      add(heads_of(out.gathering, session));
  for (const auto& rotation : out.gathering.rotations)
    add(seats_in_room(out.gathering, rotation, room.id.value, 0));
  return seats;
}

void add_seats(CandidateList& out, const std::vector<const engine::Room*>& rooms, int heads) {
  for (const auto* room : rooms) {
    if (room->capacity.value >= heads) continue;
    for (const auto seats : seats_asked_of(out, *room, heads))
      out.add_by_degrees("capacity " + room->id.value,
                         kChair + seats - room->capacity.value,
                         say(kSeats, name_of(*room), seats, room->capacity.value),
                         {{"room", room->id.value, "capacity", std::to_string(seats)}});
  }
}

void add_opened(CandidateList& out, const std::vector<const engine::Room*>& rooms) {
  for (const auto* room : rooms)
    if (!room->closed.empty())
      out.add("closed " + room->id.value,
              kOpened,
              say(kOpen, name_of(*room)),
              {{"room", room->id.value, "closed", "[]"}});
}

/// All of them, where several are closed at times.
void add_all_opened(CandidateList& out) {
  std::vector<engine::Setting> changes;
  for (const auto& room : out.gathering.rooms)
    if (!room.closed.empty()) changes.push_back({"room", room.id.value, "closed", "[]"});
  const auto cost = kOpened + kOtherRoom * static_cast<std::int64_t>(changes.size());
  if (changes.size() > 1) out.add("closed rooms", cost, say(kOpenAll), std::move(changes));
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
    for (const auto& session : out.gathering.sessions)
      for (const auto& use : session.equipment)
        if (use.equipment.value == item.id.value) wanted += use.count;
    const auto& name = item.name.empty() ? item.id.value : item.name;
    for (const auto more : kHeadSteps)
      if (item.count + more <= wanted)
        out.add_by_degrees(
            "count " + item.id.value,
            kPiece * more,
            say(kPieces, item.count + more, name, item.count),
            {{"equipment", item.id.value, "count", std::to_string(item.count + more)}});
  }
}

/// With the stations that can only be in the same room; 0: not known.
int most_for(const engine::Gathering& gathering,
             const engine::Rotation& rotation,
             const engine::Station& station) {
  if (!station.max_people) return 0;
  if (station.rooms.size() != 1) return station.max_people->value;
  return seats_in_room(gathering, rotation, station.rooms.front().room.value, 0);
}

void add_rooms(CandidateList& out, const Lodger& lodger) {
  const auto rooms = usable(out.gathering, lodger.rooms);
  out.add_easing(kOfPlaces, [&] { add_other_rooms(out, lodger); });
  const auto add_if_about = [&](std::span<const RuleId> rules, auto add) {
    out.add_as(!about(out, rules), [&] { out.add_easing(rules, add); });
  };
  add_if_about(std::array{RuleId::RoomFeatures}, [&] { add_features(out, rooms, lodger); });
  if (!lodger.rooms.empty() || lodger.table == std::string("session"))
    add_if_about(std::array{RuleId::RoomCapacity, RuleId::StationCapacity},
                 [&] { add_seats(out, rooms, lodger.most); });
  add_if_about(std::array{RuleId::RoomUnavailable}, [&] { add_opened(out, rooms); });
}

}  // namespace

void add_places(CandidateList& out) {
  for (const auto* session : out.sessions) {
    const auto heads = heads_of(out.gathering, *session);
    add_rooms(out,
              {"session",
               session->id.value,
               quoted_title(session->title, session->id),
               session->rooms,
               session->needs,
               heads,
               heads});
  }
  for (const auto* rotation : out.rotations)
    for (const auto& station : rotation->stations)
      add_rooms(out,
                {"rotation.station",
                 station_id(*rotation, station),
                 quoted_title(station.title, station.id),
                 station.rooms,
                 station.needs,
                 station.min_people ? station.min_people->value : 1,
                 most_for(out.gathering, *rotation, station)});
  out.add_easing(std::array{RuleId::RoomUnavailable}, [&] { add_all_opened(out); });
  add_new_room(out);
  out.add_easing(std::array{RuleId::EquipmentStock}, [&] { add_equipment(out); });
}

}  // namespace scheduler
