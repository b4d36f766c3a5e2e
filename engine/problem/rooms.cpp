#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/problem/calendar.h"
#include "engine/problem/placing.h"
#include "engine/problem/sorted.h"

namespace engine {
namespace {

RoomId room_id(std::size_t row) {
  return {static_cast<std::int32_t>(row)};
}

bool has_feature(const Room& room, std::string_view feature) {
  return std::any_of(room.features.begin(), room.features.end(), [&](const Key& key) {
    return key.value == feature;
  });
}

bool has_all(const Room& room, const std::vector<Key>& needs) {
  return std::all_of(
      needs.begin(), needs.end(), [&](const Key& need) { return has_feature(room, need.value); });
}

std::vector<RoomId> all_rooms(const Gathering& gathering) {
  std::vector<RoomId> rooms;
  for (std::size_t row = 0; row < gathering.rooms.size(); ++row) rooms.push_back(room_id(row));
  return rooms;
}

std::string joined(const std::vector<Key>& keys) {
  std::string text;
  for (const auto& key : keys) text += (text.empty() ? "" : ", ") + key.value;
  return text;
}

/// Complains about features that no room has; true when there were any.
bool complain_of_unknown_features(Compiling& c, const RoomRequest& request) {
  std::vector<std::string_view> known;
  for (const auto& room : c.gathering.rooms)
    for (const auto& feature : room.features) known.push_back(feature.value);
  bool any = false;
  for (const auto& need : request.needs) {
    if (std::find(known.begin(), known.end(), need.value) != known.end()) continue;
    any = true;
    c.diagnostics.impossible(
        need.where,
        {RuleId::RoomFeatures},
        state_plainly({"aucune salle n’a «\u202f{0}\u202f» dans ses features{1}",
                       "no room has \"{0}\" among its features{1}"},
                      {"«\u202f{2}\u202f» demande «\u202f{0}\u202f», qu’aucune salle n’a",
                       "\"{2}\" needs \"{0}\", which no room has"},
                      need.value,
                      did_you_mean(need.value, known),
                      request.item));
  }
  return any;
}

void complain_of_features(Compiling& c, const RoomRequest& request) {
  if (complain_of_unknown_features(c, request)) return;
  const auto where = request.needs.front().where;
  if (request.written.empty())
    c.diagnostics.impossible(where,
                             {RuleId::RoomFeatures},
                             state({"«\u202f{0}\u202f»\u00a0: aucune salle ne réunit {1}",
                                    "\"{0}\": no room has all of {1}"},
                                   request.item,
                                   joined(request.needs)));
  else
    c.diagnostics.impossible(
        where,
        {RuleId::RoomFeatures},
        state({"«\u202f{0}\u202f»\u00a0: aucune des salles proposées ne réunit {1}",
               "\"{0}\": none of the rooms given has all of {1}"},
              request.item,
              joined(request.needs)));
}

void complain_of_capacity(Compiling& c,
                          const RoomRequest& request,
                          const std::vector<RoomId>& rooms) {
  const auto largest = std::max_element(rooms.begin(), rooms.end(), [&](RoomId a, RoomId b) {
    return c.problem.rooms[a].capacity < c.problem.rooms[b].capacity;
  });
  c.diagnostics.impossible(
      request.heads_where,
      {RuleId::RoomCapacity},
      state({"«\u202f{0}\u202f» attend {1} {1:personne|personnes}\u202f; la plus grande salle "
             "possible, "
             "«\u202f{2}\u202f», a {3} {3:place|places}",
             "\"{0}\" expects {1} {1:person|people}; the largest room possible, \"{2}\", has {3} "
             "{3:seat|seats}"},
            request.item,
            request.heads,
            named(c.gathering.rooms[largest->index()]),
            c.problem.rooms[*largest].capacity));
}

/// Keeps the rooms with what the request needs, where that is a must; complains when none is left.
void keep_fitting(Compiling& c, const RoomRequest& request, std::vector<RoomId>& rooms) {
  const auto keep = [&](auto fits) {
    std::vector<RoomId> kept;
    std::copy_if(rooms.begin(), rooms.end(), std::back_inserter(kept), fits);
    return kept;
  };
  if (c.is_hard(RuleId::RoomFeatures)) {
    const auto kept =
        keep([&](RoomId room) { return has_all(c.gathering.rooms[room.index()], request.needs); });
    if (kept.empty() && !rooms.empty()) return complain_of_features(c, request);
    rooms = kept;
  }
  if (c.is_hard(RuleId::RoomCapacity)) {
    const auto kept =
        keep([&](RoomId room) { return c.problem.rooms[room].capacity >= request.heads; });
    if (kept.empty() && !rooms.empty()) return complain_of_capacity(c, request, rooms);
    rooms = kept;
  }
}

std::vector<RoomId> written_rooms(Compiling& c, const RoomRequest& request) {
  std::vector<RoomId> rooms;
  for (const auto& choice : request.written) {
    const RoomId room{c.names.row(Named::Room, choice.room)};
    if (room.exists() && std::find(rooms.begin(), rooms.end(), room) == rooms.end())
      rooms.push_back(room);
  }
  return rooms;
}

std::vector<RoomWindow> written_windows(Compiling& c, const RoomRequest& request) {
  std::vector<RoomWindow> windows;
  for (const auto& choice : request.written) {
    const RoomId room{c.names.find(Named::Room, choice.room.value)};
    if (!room.exists()) continue;
    for (const auto& stretch : stretches(c, choice.windows)) windows.push_back({room, stretch});
  }
  return windows;
}

/// Smallest room that holds everyone first.
void sort_by_size(const Compiling& c, std::int32_t heads, std::vector<RoomId>& rooms) {
  const auto key = [&](RoomId room) {
    const auto capacity = c.problem.rooms[room].capacity;
    return std::tuple(capacity < heads, capacity, room.value);
  };
  std::sort(rooms.begin(), rooms.end(), [&](RoomId a, RoomId b) { return key(a) < key(b); });
}

}  // namespace

RoomOffer offer_rooms(Compiling& c, const RoomRequest& request) {
  RoomOffer offer;
  if (!request.written.empty()) {
    offer.choices = written_rooms(c, request);
    offer.windows = written_windows(c, request);
    auto fitting = offer.choices;
    keep_fitting(c, request, fitting);  // those given stay; only complain when none can do
  } else if (request.needs_room) {
    offer.choices = all_rooms(c.gathering);
    keep_fitting(c, request, offer.choices);
    sort_by_size(c, request.heads, offer.choices);
  }
  for (const auto room : offer.choices)
    if (!has_all(c.gathering.rooms[room.index()], request.needs)) offer.lacking.push_back(room);
  return offer;
}

}  // namespace engine
