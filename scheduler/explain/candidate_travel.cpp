#include <algorithm>
#include <set>
#include <utility>

#include "scheduler/explain/candidate_list.h"

namespace scheduler {
namespace {

using engine::Gathering;
using engine::RuleId;
using engine::say;
using engine::Travel;
using engine::Words;

constexpr std::int64_t kFaster = 60;  // another means of transport, and half the minutes it saves
constexpr std::int64_t kSeat = 100;   // a larger coach, one point a seat
constexpr engine::Minute kShortest = 5;  // on the way
constexpr std::size_t kMostWays = 6;

constexpr Words kWay{"aller de {0} à {1} en {2} au lieu de {3}",
                     "get from {0} to {1} in {2} instead of {3}"};
constexpr Words kTrip{"{2} {2:place|places} par trajet de {0} à {1} au lieu de {3}",
                      "{2} {2:seat|seats} on each trip from {0} to {1} instead of {3}"};
constexpr Words kPlaces{"un véhicule «\u202f{0}\u202f» de {1} {1:place|places} au lieu de {2}",
                        "a vehicle \"{0}\" of {1} {1:seat|seats} instead of {2}"};

constexpr Words kAllPlaces{"des véhicules de {0} {0:place|places} au moins, au lieu de {1}",
                           "vehicles of {0} {0:seat|seats} at least, instead of {1}"};

engine::Text place_name(const Gathering& gathering, const engine::Key& id) {
  for (const auto& site : gathering.sites)
    if (site.id.value == id.value) return quoted_title(site.name, id);
  for (const auto& room : gathering.rooms)
    if (room.id.value == id.value) return quoted_title(room.name, id);
  return quoted_title({}, id);
}

/// The rooms that the items may use, and their sites; empty: any.
std::set<std::string> places_of(const CandidateList& out) {
  std::set<std::string> places;
  const auto add = [&](const std::vector<engine::RoomChoice>& rooms) {
    for (const auto& choice : rooms) {
      places.insert(choice.room.value);
      for (const auto& room : out.gathering.rooms)
        if (room.id.value == choice.room.value) places.insert(room.site.value);
    }
    return !rooms.empty();
  };
  bool all_say = true;
  for (const auto* session : out.sessions) all_say = add(session->rooms) && all_say;
  for (const auto* rotation : out.rotations)
    for (const auto& station : rotation->stations) all_say = add(station.rooms) && all_say;
  return all_say ? places : std::set<std::string>{};
}

/// Ways between places of the items, then those that lead to one of them from elsewhere, as from
/// where people start the day; the longest first: few, where every place is joined to every other.
/// A pair that several rows speak of (on foot, by coach) is left as it is.
std::vector<const Travel*> ways_of(const CandidateList& out) {
  const auto places = places_of(out);
  const auto known = [&](const engine::Key& id) {
    return places.empty() || places.contains(id.value);
  };
  const auto ends = [&](const Travel& way) {
    return static_cast<int>(known(way.from)) + static_cast<int>(known(way.to));
  };
  std::vector<const Travel*> ways;
  for (const auto& way : out.gathering.travels) {
    const auto of_the_pair = [&](const Travel& other) {
      return way.from.value == other.from.value && way.to.value == other.to.value;
    };
    const auto& all = out.gathering.travels;
    if (ends(way) > 0 && std::count_if(all.begin(), all.end(), of_the_pair) == 1)
      ways.push_back(&way);
  }
  std::stable_sort(ways.begin(), ways.end(), [&](const Travel* a, const Travel* b) {
    return std::pair(ends(*a), a->minutes) > std::pair(ends(*b), b->minutes);
  });
  if (ways.size() > kMostWays) ways.resize(kMostWays);
  return ways;
}

std::string row_of(const Travel& way) {
  return way.from.value + "/" + way.to.value;
}

void add_faster(CandidateList& out, const Travel& way) {
  for (const auto minutes : shorter_lengths(way.minutes, kShortest))
    out.add_by_degrees("minutes " + row_of(way),
                       kFaster + (way.minutes - minutes) / 2,
                       say(kWay,
                           place_name(out.gathering, way.from),
                           place_name(out.gathering, way.to),
                           engine::spoken_length(minutes),
                           engine::spoken_length(way.minutes)),
                       {{"travel", row_of(way), "minutes", std::to_string(minutes)}});
}

void add_seats_on_trips(CandidateList& out, const Travel& way) {
  if (!way.seats) return;
  for (const auto more : kHeadSteps) {
    const int seats = *way.seats + more;
    out.add_by_degrees("seats " + row_of(way),
                       kSeat + more,
                       say(kTrip,
                           place_name(out.gathering, way.from),
                           place_name(out.gathering, way.to),
                           seats,
                           *way.seats),
                       {{"travel", row_of(way), "seats", std::to_string(seats)}});
  }
}

void add_vehicles(CandidateList& out) {
  for (const auto& vehicle : out.gathering.vehicles)
    for (const auto more : kHeadSteps) {
      const int seats = vehicle.seats.value + more;
      out.add_by_degrees("seats " + vehicle.id.value,
                         kSeat + more,
                         say(kPlaces,
                             vehicle.name.empty() ? vehicle.id.value : vehicle.name,
                             seats,
                             vehicle.seats.value),
                         {{"vehicle", vehicle.id.value, "seats", std::to_string(seats)}});
    }
}

/// The smallest of them as large as is asked, all at once.
void add_larger_vehicles(CandidateList& out) {
  const auto& vehicles = out.gathering.vehicles;
  if (vehicles.size() < 2) return;
  const auto smaller = [](const auto& a, const auto& b) { return a.seats.value < b.seats.value; };
  const int least = std::min_element(vehicles.begin(), vehicles.end(), smaller)->seats.value;
  for (const auto more : kHeadSteps) {
    std::vector<engine::Setting> changes;
    for (const auto& vehicle : vehicles)
      if (vehicle.seats.value < least + more)
        changes.push_back({"vehicle", vehicle.id.value, "seats", std::to_string(least + more)});
    const auto count = static_cast<std::int64_t>(changes.size());
    out.add_by_degrees("seats of vehicles",
                       count * (kSeat + more),
                       say(kAllPlaces, least + more, least),
                       std::move(changes));
  }
}

}  // namespace

void add_travel(CandidateList& out) {
  constexpr std::array kOfTrips{RuleId::ShuttleSeats, RuleId::DriverBreak};
  // Whoever comes from elsewhere is there for as long as the ways leave.
  constexpr std::array kOfWays{RuleId::TravelTime, RuleId::ShuttleSeats, RuleId::PersonUnavailable};
  if (about(out, kOfWays))
    for (const auto* way : ways_of(out)) {
      out.add_easing(std::array{RuleId::TravelTime,
                                RuleId::PersonUnavailable,
                                RuleId::ShuttleSeats,
                                RuleId::DriverBreak},
                     [&] { add_faster(out, *way); });
      out.add_easing(kOfTrips, [&] { add_seats_on_trips(out, *way); });
    }
  out.add_easing(kOfTrips, [&] {
    add_vehicles(out);
    add_larger_vehicles(out);
  });
}

}  // namespace scheduler
