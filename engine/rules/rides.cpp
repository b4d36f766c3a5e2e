#include "engine/rules/rides.h"

namespace engine {

std::vector<RideTaken> rides_on(const Board& board, const SeatedWays& ways) {
  const auto view = view_of(board);
  std::vector<RideTaken> rides;
  each_day_of_everyone<false>(view, [&](PersonId person, Day, std::span<const DayItem> items) {
    if (is_driver(board.problem(), person)) return;
    each_ride(view, ways, person, items, [&](RideTaken ride) { rides.push_back(ride); });
  });
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
