#include "engine/problem/fleet_rows.h"

#include <algorithm>

namespace engine {
namespace {

constexpr int kSmallVehicle = 8;       // passengers; the law is about more than 9 people in all
constexpr Minute kLongestDrive = 270;  // on end

PlaceId site_of(const Gathering& gathering, const Vehicle& vehicle) {
  if (!vehicle.site) return {};
  const auto& sites = gathering.sites;
  const auto found = std::find_if(sites.begin(), sites.end(), [&](const Site& site) {
    return site.id.value == vehicle.site->value;
  });
  return found == sites.end() ? PlaceId{}
                              : PlaceId{static_cast<std::int32_t>(found - sites.begin())};
}

}  // namespace

std::vector<FleetRow> fleet_of(const Gathering& gathering) {
  std::vector<FleetRow> fleet;
  for (std::size_t v = 0; v < gathering.vehicles.size(); ++v) {
    const auto& vehicle = gathering.vehicles[v];
    const bool large = vehicle.seats.value > kSmallVehicle;
    const VehicleRow row{.seats = vehicle.seats.value,
                         .site = site_of(gathering, vehicle),
                         .max_drive = vehicle.max_drive.value_or(large ? kLongestDrive : INT32_MAX),
                         .rest = vehicle.rest};
    for (int number = 1; number <= vehicle.count; ++number)
      fleet.push_back({row, v, vehicle.count > 1 ? number : 0});
  }
  return fleet;
}

}  // namespace engine
