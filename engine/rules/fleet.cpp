#include "engine/rules/fleet.h"

#include <algorithm>
#include <tuple>

namespace engine {
namespace {

/// Where a vehicle is, and for how long it has been driving.
struct State {
  PlaceId place;
  PlaceId from;             ///< where it came from last
  Minute free = INT32_MIN;  ///< since when it stands there
  Minute driven = 0;        ///< since the last break
  bool half_break = false;  ///< the first part of a break was taken since
};

class Dispatcher {
 public:
  Dispatcher(std::span<const VehicleRow> vehicles,
             std::span<const Minute> travel,
             std::size_t places)
      : vehicles_(vehicles), travel_(travel), places_(places), states_(vehicles.size()) {
    for (std::size_t v = 0; v < vehicles.size(); ++v) states_[v].place = vehicles[v].site;
  }

  Dispatch run(std::span<const Ride> rides) {
    for (std::size_t i = 0; i < rides.size(); ++i) {
      auto people = rides[i].people;
      while (people > 0) {
        const auto vehicle = best_for(rides[i], people);
        if (vehicle < 0) break;
        const auto seated = std::min(people, row(vehicle).seats);
        send(vehicle, rides[i], seated, static_cast<std::int32_t>(i));
        people -= seated;
      }
      out_.left.push_back(people);
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] const VehicleRow& row(std::int32_t vehicle) const {
    return vehicles_[static_cast<std::size_t>(vehicle)];
  }
  State& state(std::int32_t vehicle) { return states_[static_cast<std::size_t>(vehicle)]; }

  [[nodiscard]] Minute minutes(PlaceId from, PlaceId to) const {
    if (!from.exists() || from == to) return 0;
    return travel_[from.index() * places_ + to.index()];
  }

  std::int32_t best_for(const Ride& ride, std::int32_t people) {
    std::int32_t best = -1;
    auto best_key = std::tuple(true, std::int32_t{0}, true, true);
    for (const auto v : ride.vehicles) {
      const auto& s = state(v);
      const auto seats = row(v).seats;
      if (seats < 1) continue;
      if (s.free != INT32_MIN && s.free + minutes(s.place, ride.from) > ride.time.from) continue;
      const bool short_of = seats < people;
      const std::tuple key(short_of,
                           short_of ? -seats : seats,
                           s.place.exists() && s.place != ride.from,
                           s.from == ride.to && day_of(s.free) == day_of(ride.time.from));
      if (best >= 0 && best_key <= key) continue;
      best = v;
      best_key = key;
    }
    return best;
  }

  void send(std::int32_t vehicle, const Ride& ride, std::int32_t people, std::int32_t index) {
    auto& s = state(vehicle);
    const Minute empty = minutes(s.place, ride.from);
    const Minute leaves = ride.time.from - empty;
    pause(vehicle, leaves);
    if (empty > 0)
      drive(vehicle, {vehicle, {leaves, ride.time.from}, s.place, ride.from, 0, index, false});
    drive(vehicle, {vehicle, ride.time, ride.from, ride.to, people, index, false});
  }

  /// What standing still until `leaves` makes of the time at the wheel.
  void pause(std::int32_t vehicle, Minute leaves) {
    auto& s = state(vehicle);
    const Minute rest = row(vehicle).rest;
    const Minute still = s.free == INT32_MIN ? rest : leaves - s.free;
    if (still >= rest || (s.half_break && still >= rest - rest / 3)) {
      s.driven = 0;
      s.half_break = false;
    } else if (still >= rest / 3) {
      s.half_break = true;
    }
  }

  void drive(std::int32_t vehicle, Leg leg) {
    auto& s = state(vehicle);
    s.driven += leg.time.to - leg.time.from;
    s.place = leg.to;
    s.from = leg.from;
    s.free = leg.time.to;
    leg.without_break = s.driven > row(vehicle).max_drive;
    out_.legs.push_back(leg);
  }

  std::span<const VehicleRow> vehicles_;
  std::span<const Minute> travel_;
  std::size_t places_;
  std::vector<State> states_;
  Dispatch out_;
};

}  // namespace

Dispatch dispatch(std::span<const Ride> rides,
                  std::span<const VehicleRow> vehicles,
                  std::span<const Minute> travel,
                  std::size_t places) {
  return Dispatcher(vehicles, travel, places).run(rides);
}

}  // namespace engine
