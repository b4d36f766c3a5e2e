/// The trips of a plan: who goes from one site to another, when, and with how many seats.
///
/// Nothing of it is stored: it follows from where a plan has people one after the other. A person
/// takes the last trip that arrives in time (rule shuttle-seats), from the site where they start
/// the day, between two items on different sites, and to the site where they end it. An item of
/// format "travel" between the two is the trip.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"

namespace engine {

struct Trip {
  std::string from;     ///< site key
  std::string to;       ///< site key
  Interval time;        ///< from departure to arrival
  std::string mode;     ///< as written in [[travel]]; may be empty
  int seats = 0;        ///< 0: no limit
  std::string vehicle;  ///< key; empty: none is named, or all those that could go are full
  int number = 0;       ///< of the vehicle among those of its kind, from 1; 0: there is one only
  std::string driver;   ///< key of the person who drives; may be empty
  std::string item;     ///< key of the session of format "travel" that it is; empty: between items
  std::vector<std::string> people;  ///< keys, in the gathering's order; nobody: it goes empty

  friend bool operator==(const Trip&, const Trip&) = default;
};

/// In order of departure, then of arrival and of sites. People with the same ends, hours and item
/// are on one trip, or on one per vehicle where vehicles are named: those are sent as the rule
/// shuttle-seats counts them (engine/rules/fleet.h), empty where they are needed elsewhere.
[[nodiscard]] std::vector<Trip> trips_of(const Gathering& gathering, const Plan& plan);

/// Per person key the trips they are on or drive, in order; points into `trips`.
using TripsOfPeople = std::unordered_map<std::string_view, std::vector<const Trip*>>;
[[nodiscard]] TripsOfPeople trips_of_people(const std::vector<Trip>& trips);

}  // namespace engine
