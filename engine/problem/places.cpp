#include <optional>
#include <utility>

#include "engine/problem/calendar.h"
#include "engine/problem/fleet_rows.h"
#include "engine/problem/journeys.h"
#include "engine/problem/steps.h"

namespace engine {
namespace {

/// A [[travel]] row whose two ends are known: places of two sites or of two rooms.
struct Trip {
  PlaceId from;
  PlaceId to;
};

/// Minutes known from one place to another; absent where nothing is said.
class TravelTable {
 public:
  explicit TravelTable(std::size_t places) : places_(places), minutes_(places * places) {}
  std::optional<Minute>& at(PlaceId from, PlaceId to) {
    return minutes_[from.index() * places_ + to.index()];
  }

 private:
  std::size_t places_;
  std::vector<std::optional<Minute>> minutes_;
};

void add_sites(Compiling& c) {
  for (const auto& site : c.gathering.sites)
    c.problem.sites.add({.online = site.online,
                         .opens = site.opens ? site.opens->value : 0,
                         .closes = site.closes ? site.closes->value : kMinutesPerDay});
}

void add_rooms(Compiling& c) {
  for (const auto& room : c.gathering.rooms) {
    const auto site = c.names.row(Named::Site, room.site);
    c.problem.rooms.add({.site = {site},
                         .place = {site},
                         .capacity = room.capacity.value,
                         .setup = room.setup,
                         .shared = room.shared});
    c.problem.room_closed.add(merged(stretches(c, room.closed)));
  }
}

/// A room that a [[travel]] row names is a place of its own; the other rooms are at their site.
PlaceId place_of_room(Compiling& c, std::int32_t row) {
  auto& room = c.problem.rooms[RoomId{row}];
  if (!room.place.exists() || room.place.index() < c.problem.sites.size())
    room.place = {static_cast<std::int32_t>(c.problem.places++)};
  return room.place;
}

std::optional<Trip> ends_of(Compiling& c, const Travel& travel) {
  const auto from_site = c.names.find(Named::Site, travel.from.value);
  const auto to_site = c.names.find(Named::Site, travel.to.value);
  if (from_site != kUnknown && to_site != kUnknown)
    return Trip{.from = {from_site}, .to = {to_site}};
  const auto from_room = c.names.find(Named::Room, travel.from.value);
  const auto to_room = c.names.find(Named::Room, travel.to.value);
  if (from_room != kUnknown && to_room != kUnknown)
    return Trip{.from = place_of_room(c, from_room), .to = place_of_room(c, to_room)};

  auto known = c.names.known(Named::Site);
  const auto rooms = c.names.known(Named::Room);
  known.insert(known.end(), rooms.begin(), rooms.end());
  const bool from_known = from_site != kUnknown || from_room != kUnknown;
  const bool to_known = to_site != kUnknown || to_room != kUnknown;
  if (from_known && to_known)
    c.diagnostics.error(
        travel.to.where,
        say({"un trajet relie deux sites ou deux salles, pas un site et une salle\u00a0: "
             "«\u202f{0}\u202f» et «\u202f{1}\u202f»",
             "a journey joins two sites or two rooms, not a site and a room: "
             "\"{0}\" and \"{1}\""},
            travel.from.value,
            travel.to.value));
  const auto complain = [&](const Key& key) {
    if (!key.value.empty())
      c.diagnostics.error(key.where,
                          say({"site ou salle inconnu\u00a0: «\u202f{0}\u202f»{1}",
                               "unknown site or room \"{0}\"{1}"},
                              key.value,
                              did_you_mean(key.value, known)));
  };
  if (!from_known) complain(travel.from);
  if (!to_known) complain(travel.to);
  return {};
}

void note_minutes(Compiling& c, const Travel& travel, std::optional<Minute>& minutes) {
  if (minutes && *minutes != travel.minutes)
    c.diagnostics.warning(
        travel.where,
        say({"le trajet entre «\u202f{0}\u202f» et «\u202f{1}\u202f» est déjà décrit "
             "({2}\u00a0min)\u00a0: cette ligne l’emporte",
             "the journey between \"{0}\" and \"{1}\" is described already ({2} min): "
             "this line wins"},
            travel.from.value,
            travel.to.value,
            *minutes));
  minutes = travel.minutes;
}

/// Rows of Problem::vehicles that one [[travel]] row names.
std::vector<std::int32_t> vehicles_of(Compiling& c,
                                      const Travel& travel,
                                      const std::vector<FleetRow>& fleet) {
  std::vector<std::int32_t> rows;
  for (const auto& key : travel.vehicles) {
    const auto vehicle = c.names.row(Named::Vehicle, key);
    for (std::size_t i = 0; i < fleet.size(); ++i)
      if (vehicle != kUnknown && fleet[i].vehicle == static_cast<std::size_t>(vehicle))
        rows.push_back(static_cast<std::int32_t>(i));
  }
  return rows;
}

void add_shuttles(Compiling& c,
                  const Travel& travel,
                  const Trip& trip,
                  const std::vector<FleetRow>& fleet) {
  const auto vehicles = vehicles_of(c, travel, fleet);
  if (!travel.seats && vehicles.empty()) return;
  auto& shuttles = c.problem.shuttles;
  shuttles.push_back({.from = trip.from,
                      .to = trip.to,
                      .minutes = travel.minutes,
                      .seats = travel.seats.value_or(0),
                      .every = travel.every.value_or(0),
                      .vehicles = vehicles});
  if (!travel.both_ways) return;
  auto back = shuttles.back();
  std::swap(back.from, back.to);
  shuttles.push_back(back);
}

/// Until check_travel() has looked whether it matters.
constexpr Minute kTravelUnknown = -1;

/// Problem::vehicles, and who drives; complains about sites and people nobody knows.
std::vector<FleetRow> add_vehicles(Compiling& c) {
  for (const auto& vehicle : c.gathering.vehicles) {
    if (vehicle.site) (void)c.names.row(Named::Site, *vehicle.site);
    if (!vehicle.driver) continue;
    const auto driver = c.names.row(Named::Person, *vehicle.driver);
    if (driver == kUnknown) continue;
    c.problem.drives.resize(c.gathering.people.size());
    c.problem.drives[static_cast<std::size_t>(driver)] = true;
    if (vehicle.count > 1)
      c.diagnostics.error(vehicle.driver->where,
                          say({"une personne ne conduit pas {0} véhicules\u00a0: une ligne "
                               "[[vehicle]] par personne "
                               "qui conduit",
                               "nobody drives {0} vehicles: write one [[vehicle]] per driver"},
                              vehicle.count));
  }
  auto fleet = fleet_of(c.gathering);
  for (const auto& row : fleet) c.problem.vehicles.push_back(row.row);
  return fleet;
}

void fill_travel(Compiling& c, TravelTable& known) {
  auto& p = c.problem;
  std::vector<std::int32_t> site_of(p.places, kUnknown);
  for (std::size_t i = 0; i < p.sites.size(); ++i) site_of[i] = static_cast<std::int32_t>(i);
  for (const auto& room : p.rooms)
    if (room.place.exists()) site_of[room.place.index()] = room.site.value;
  const auto minutes = [&](PlaceId a, PlaceId b) {
    if (const auto own = known.at(a, b)) return *own;
    const PlaceId site_a{site_of[a.index()]};
    const PlaceId site_b{site_of[b.index()]};
    if (site_a == site_b || !site_a.exists() || !site_b.exists()) return 0;
    if (const auto between = known.at(site_a, site_b)) return *between;
    const auto& sites = c.gathering.sites;
    if (sites[site_a.index()].online || sites[site_b.index()].online) return 0;
    return estimated_minutes(sites[site_a.index()], sites[site_b.index()]).value_or(kTravelUnknown);
  };
  p.travel.resize(p.places * p.places);
  for (std::size_t a = 0; a < p.places; ++a)
    for (std::size_t b = 0; b < p.places; ++b)
      if (a != b)
        p.travel[a * p.places + b] =
            minutes({static_cast<std::int32_t>(a)}, {static_cast<std::int32_t>(b)});
}

/// Sites where something may take place.
std::vector<bool> sites_in_use(const Problem& p) {
  std::vector<bool> used(p.sites.size());
  p.activities.each([&](ActivityId activity) {
    for (const auto room : p.room_choices[activity])
      if (p.rooms[room].site.exists()) used[p.rooms[room].site.index()] = true;
  });
  return used;
}

}  // namespace

void check_travel(Compiling& c) {
  auto& p = c.problem;
  const auto used = sites_in_use(p);
  const auto& sites = c.gathering.sites;
  for (std::size_t b = 0; b < sites.size(); ++b)
    for (std::size_t a = 0; a < b; ++a) {
      if (!used[a] || !used[b]) continue;
      if (p.travel[a * p.places + b] != kTravelUnknown &&
          p.travel[b * p.places + a] != kTravelUnknown)
        continue;
      c.diagnostics.error(
          sites[b].id.where,
          say({"temps de trajet inconnu entre «\u202f{0}\u202f» et «\u202f{1}\u202f»\u00a0: "
               "ajoutez [[travel]] from = "
               "\"{0}\", "
               "to = \"{1}\", minutes = …, ou les coordonnées des deux sites",
               "unknown travel time between \"{0}\" and \"{1}\": add [[travel]] from = \"{0}\", "
               "to = \"{1}\", minutes = …, or the coordinates of both sites"},
              sites[a].id.value,
              sites[b].id.value));
    }
  for (auto& minutes : p.travel)
    if (minutes == kTravelUnknown) minutes = 0;  // nobody goes there
}

void read_places(Compiling& c) {
  add_sites(c);
  c.problem.places = c.problem.sites.size();
  add_rooms(c);
  std::vector<std::optional<Trip>> trips;
  for (const auto& travel : c.gathering.travels) trips.push_back(ends_of(c, travel));
  const auto fleet = add_vehicles(c);
  TravelTable known(c.problem.places);
  for (std::size_t i = 0; i < trips.size(); ++i) {
    if (!trips[i]) continue;
    const auto& travel = c.gathering.travels[i];
    note_minutes(c, travel, known.at(trips[i]->from, trips[i]->to));
    if (travel.both_ways) note_minutes(c, travel, known.at(trips[i]->to, trips[i]->from));
    add_shuttles(c, travel, *trips[i], fleet);
  }
  fill_travel(c, known);
  for (const auto& equipment : c.gathering.equipment) c.problem.stock.add(equipment.count);
}

}  // namespace engine
