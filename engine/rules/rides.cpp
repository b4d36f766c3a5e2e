#include "engine/rules/rides.h"

namespace engine {

std::vector<RideTaken> rides_on(const Board& board, const SeatedWays& ways) {
  const auto view = view_of(board);
  std::vector<RideTaken> rides;
  std::vector<Day> days;
  std::vector<DayItem> items;
  for (std::size_t i = 0; i < board.problem().people; ++i) {
    const PersonId person{static_cast<std::int32_t>(i)};
    if (is_driver(board.problem(), person)) continue;
    days.clear();
    each_presence(view, person, [&](Presence p) {
      days.push_back(day_of(board.start(view.block_of(p.part))));
    });
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    for (const Day day : days) {
      list_day<false>(view, person, day, items);
      each_ride(view, ways, person, items, [&](RideTaken ride) { rides.push_back(ride); });
    }
  }
  std::sort(rides.begin(), rides.end());
  return rides;
}

void add_people(std::vector<TripCount>& trips, TripKey trip, std::int32_t people) {
  const auto row = std::lower_bound(
      trips.begin(), trips.end(), trip, [](const TripCount& a, TripKey b) { return a.trip < b; });
  if (row != trips.end() && row->trip == trip)
    row->people += people;
  else
    trips.insert(row, {trip, people});
}

FleetTrips send_fleet(const Problem& problem, std::span<const TripCount> trips) {
  FleetTrips fleet;
  std::vector<Ride> rides;
  for (std::size_t i = 0; i < trips.size(); ++i) {
    const auto& shuttle = problem.shuttles[static_cast<std::size_t>(trips[i].trip.shuttle)];
    if (shuttle.vehicles.empty()) continue;
    const Minute leaves = trips[i].trip.leaves;
    rides.push_back({{leaves, leaves + shuttle.minutes},
                     shuttle.from,
                     shuttle.to,
                     trips[i].people,
                     shuttle.vehicles});
    fleet.of_ride.push_back(static_cast<std::int32_t>(i));
  }
  fleet.sent = dispatch(rides, problem.vehicles, problem.travel, problem.places);
  return fleet;
}

}  // namespace engine
