#include "engine/plan/trips.h"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <tuple>
#include <unordered_set>

#include "engine/problem/fleet_rows.h"
#include "engine/problem/journeys.h"
#include "engine/rules/fleet.h"

namespace engine {
namespace {

/// Where someone is expected, or a session of format "travel" (then without a place).
struct Stop {
  Interval time;
  Journeys::Place place;
  std::string_view journey;  ///< key of the session that is one; else empty

  friend auto operator<=>(const Stop& a, const Stop& b) {
    return std::tie(a.time, a.place.site, a.place.room, a.journey) <=>
           std::tie(b.time, b.place.site, b.place.room, b.journey);
  }
  friend bool operator==(const Stop& a, const Stop& b) { return (a <=> b) == 0; }
};

struct Draft {
  Trip trip;
  const Travel* row = nullptr;  ///< nullptr: guessed from coordinates
};

/// [from × sites + to] minutes; 0 where nothing is said.
std::vector<Minute> minutes_between_sites(const Gathering& gathering, const Journeys& journeys) {
  std::vector<Minute> minutes;
  for (const auto& from : gathering.sites)
    for (const auto& to : gathering.sites) {
      const auto way = journeys.between({from.id.value}, {to.id.value});
      minutes.push_back(way ? way->minutes : 0);
    }
  return minutes;
}

class TripFinder {
 public:
  TripFinder(const Gathering& gathering, const Plan& plan)
      : gathering_(gathering), journeys_(gathering) {
    for (const auto& vehicle : gathering.vehicles)
      if (vehicle.driver) drivers_.insert(vehicle.driver->value);
    for (const auto& site : gathering.sites)
      if (site.online) online_.insert(site.id.value);
    for (const auto& room : gathering.rooms) site_of_.emplace(room.id.value, room.site.value);
    for (const auto& session : gathering.sessions)
      if (session.format.value == "travel") journeys_written_.insert(session.id.value);
    collect(plan);
  }

  std::vector<Trip> run() {
    for (const auto& person : gathering_.people) {
      const auto found = stops_.find(person.id.value);
      if (found == stops_.end() || drivers_.contains(person.id.value)) continue;
      auto& stops = found->second;
      std::sort(stops.begin(), stops.end());
      stops.erase(std::unique(stops.begin(), stops.end()), stops.end());
      for (auto from = stops.begin(); from != stops.end();) {
        const auto day = day_of(from->time.from);
        const auto to = std::find_if(
            from, stops.end(), [&](const Stop& s) { return day_of(s.time.from) != day; });
        go_through_day(person, {from, to});
        from = to;
      }
    }
    std::vector<Trip> trips;
    std::vector<Draft> by_vehicle;
    for (auto& [key, draft] : drafts_) {
      if (draft.row == nullptr || draft.row->vehicles.empty() || !draft.trip.item.empty())
        trips.push_back(std::move(draft.trip));
      else
        by_vehicle.push_back(std::move(draft));
    }
    if (by_vehicle.empty()) return trips;
    send_vehicles(by_vehicle, trips);
    std::stable_sort(trips.begin(), trips.end(), [](const Trip& a, const Trip& b) {
      return std::tie(a.time, a.from, a.to) < std::tie(b.time, b.from, b.to);
    });
    return trips;
  }

 private:
  void collect(const Plan& plan) {
    for (const auto& session : plan.sessions) {
      const bool journey = journeys_written_.contains(session.id) && session.room.empty();
      const Stop stop{{session.start, session.end},
                      place_of(session.room),
                      journey ? std::string_view(session.id) : std::string_view()};
      if (journey || is_somewhere(stop.place)) add(session.team, session.participants, stop);
    }
    for (const auto& rotation : plan.rotations)
      for (const auto& round : rotation.rounds)
        for (const auto& station : round.stations)
          if (is_somewhere(place_of(station.room)))
            add(station.team,
                station.participants,
                {{round.start, round.end}, place_of(station.room), {}});
  }

  [[nodiscard]] Journeys::Place place_of(std::string_view room) const {
    const auto site = site_of_.find(room);
    return {site == site_of_.end() ? std::string_view() : site->second, room};
  }

  [[nodiscard]] bool is_somewhere(Journeys::Place place) const {
    return !place.site.empty() && !online_.contains(place.site);
  }

  void add(const std::vector<RoleHolders>& team,
           const std::vector<std::string>& participants,
           const Stop& stop) {
    for (const auto& person : participants) stops_[person].push_back(stop);
    for (const auto& role : team)
      for (const auto& person : role.people) stops_[person].push_back(stop);
  }

  void go_through_day(const Person& person, std::span<const Stop> stops) {
    std::optional<Stop> last;
    const Stop* journey = nullptr;
    if (person.site) last = Stop{{}, {person.site->value}, {}};
    for (const auto& stop : stops) {
      if (!stop.journey.empty()) {
        journey = &stop;
        continue;
      }
      if (last && journey != nullptr)
        ride(person, last->place, stop.place, *journey);
      else if (last)
        arrive(person, last->place, stop.place, stop.time.from);
      last = stop;
      journey = nullptr;
    }
    if (!person.end_site || !last) return;
    const Journeys::Place end{person.end_site->value};
    if (journey != nullptr)
      ride(person, last->place, end, *journey);
    else
      leave(person, last->place, end, last->time.to);
  }

  /// With the session that is the journey.
  void ride(const Person& person, Journeys::Place from, Journeys::Place to, const Stop& journey) {
    if (from.site == to.site) return;
    const auto way = journeys_.between(from, to);
    note(person, {from, to, journey.time, way ? way->row : nullptr, journey.journey});
  }

  /// By the last trip that is there at `needed`.
  void arrive(const Person& person, Journeys::Place from, Journeys::Place to, Minute needed) {
    const auto way = from.site == to.site ? std::nullopt : journeys_.between(from, to);
    if (!way) return;
    const Minute latest = needed - way->minutes;
    const Minute leaves = latest - clock_of(latest) % interval(*way);
    note(person, {from, to, {leaves, leaves + way->minutes}, way->row, {}});
  }

  /// By the first trip from `free` on.
  void leave(const Person& person, Journeys::Place from, Journeys::Place to, Minute free) {
    const auto way = from.site == to.site ? std::nullopt : journeys_.between(from, to);
    if (!way) return;
    const Minute over = clock_of(free) % interval(*way);
    const Minute leaves = over == 0 ? free : free + interval(*way) - over;
    note(person, {from, to, {leaves, leaves + way->minutes}, way->row, {}});
  }

  static Minute interval(const Journeys::Way& way) {
    return way.row == nullptr ? 1 : std::max(1, way.row->every.value_or(1));
  }

  /// One person's way.
  struct Stretch {
    Journeys::Place from;
    Journeys::Place to;
    Interval time;
    const Travel* row = nullptr;
    std::string_view item;
  };

  void note(const Person& person, const Stretch& way) {
    auto& draft = drafts_[{way.time, way.from.site, way.to.site, way.item}];
    auto& trip = draft.trip;
    if (trip.people.empty()) {
      draft.row = way.row;
      trip.from = way.from.site;
      trip.to = way.to.site;
      trip.time = way.time;
      trip.item = way.item;
      if (way.row != nullptr) trip.mode = way.row->mode;
      if (way.row != nullptr) trip.seats = way.row->seats.value_or(0);
    }
    trip.people.push_back(person.id.value);
  }

  [[nodiscard]] PlaceId place_row(const std::string& site) const {
    const auto& sites = gathering_.sites;
    const auto found =
        std::find_if(sites.begin(), sites.end(), [&](const Site& s) { return s.id.value == site; });
    return {static_cast<std::int32_t>(found - sites.begin())};
  }

  /// One trip per vehicle and leg; those without a seat are on a trip without a vehicle.
  void send_vehicles(std::vector<Draft>& drafts, std::vector<Trip>& trips) const {
    const auto fleet = fleet_of(gathering_);
    std::vector<VehicleRow> rows;
    for (const auto& one : fleet) rows.push_back(one.row);
    std::vector<std::vector<std::int32_t>> allowed;
    for (const auto& draft : drafts) allowed.push_back(vehicles_of(*draft.row, fleet));
    std::vector<Ride> rides;
    for (std::size_t i = 0; i < drafts.size(); ++i)
      rides.push_back({drafts[i].trip.time,
                       place_row(drafts[i].trip.from),
                       place_row(drafts[i].trip.to),
                       static_cast<std::int32_t>(drafts[i].trip.people.size()),
                       allowed[i]});
    const auto minutes = minutes_between_sites(gathering_, journeys_);
    const auto sent = dispatch(rides, rows, minutes, gathering_.sites.size());
    std::vector<std::size_t> seated(drafts.size());
    for (const auto& leg : sent.legs) {
      const auto ride = static_cast<std::size_t>(leg.ride);
      trips.push_back(trip_of(
          leg, fleet[static_cast<std::size_t>(leg.vehicle)], drafts[ride].trip, seated[ride]));
      seated[ride] += static_cast<std::size_t>(leg.people);
    }
    for (std::size_t i = 0; i < drafts.size(); ++i) {
      auto& trip = drafts[i].trip;
      trip.people.erase(trip.people.begin(),
                        trip.people.begin() + static_cast<std::ptrdiff_t>(seated[i]));
      if (!trip.people.empty()) trips.push_back(std::move(trip));
    }
  }

  [[nodiscard]] std::vector<std::int32_t> vehicles_of(const Travel& row,
                                                      const std::vector<FleetRow>& fleet) const {
    std::vector<std::int32_t> rows;
    for (const auto& key : row.vehicles)
      for (std::size_t i = 0; i < fleet.size(); ++i)
        if (gathering_.vehicles[fleet[i].vehicle].id.value == key.value)
          rows.push_back(static_cast<std::int32_t>(i));
    return rows;
  }

  [[nodiscard]] Trip trip_of(const Leg& leg,
                             const FleetRow& row,
                             const Trip& draft,
                             std::size_t first) const {
    const auto& vehicle = gathering_.vehicles[row.vehicle];
    Trip trip{.from = gathering_.sites[leg.from.index()].id.value,
              .to = gathering_.sites[leg.to.index()].id.value,
              .time = leg.time,
              .mode = draft.mode,
              .seats = vehicle.seats.value,
              .vehicle = vehicle.id.value,
              .number = row.number,
              .driver = vehicle.driver ? vehicle.driver->value : std::string(),
              .item = {},
              .people = {}};
    const auto begin = draft.people.begin() + static_cast<std::ptrdiff_t>(first);
    trip.people.assign(begin, begin + leg.people);
    return trip;
  }

  const Gathering& gathering_;
  Journeys journeys_;
  std::unordered_map<std::string_view, std::string_view> site_of_;
  std::unordered_set<std::string_view> journeys_written_;
  std::unordered_map<std::string_view, std::vector<Stop>> stops_;
  std::unordered_set<std::string_view> drivers_;
  std::unordered_set<std::string_view> online_;
  std::map<std::tuple<Interval, std::string_view, std::string_view, std::string_view>, Draft>
      drafts_;
};

}  // namespace

std::vector<Trip> trips_of(const Gathering& gathering, const Plan& plan) {
  if (gathering.sites.size() < 2) return {};
  return TripFinder(gathering, plan).run();
}

TripsOfPeople trips_of_people(const std::vector<Trip>& trips) {
  TripsOfPeople all;
  for (const auto& trip : trips) {
    for (const auto& person : trip.people) all[person].push_back(&trip);
    if (!trip.driver.empty()) all[trip.driver].push_back(&trip);
  }
  return all;
}

}  // namespace engine
