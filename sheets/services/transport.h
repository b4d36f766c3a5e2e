/// One sheet per trip for who drives and who keeps count: where, when, seats, first names, and how
/// many need a step-free way. No needs by name.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"
#include "sheets/print_options.h"

namespace sheets {

struct Trip {
  std::string key;  ///< id of its session, or "lac gare 2025-06-05 12:10"
  std::string title;
  std::string date;
  std::string leaves;   ///< "12:10"
  std::string arrives;  ///< "12:18"
  std::string from;     ///< the meeting point, with its address; empty: to be filled in by hand
  std::string to;
  std::string mode;  ///< "navette"; may be empty
  std::size_t riders = 0;
  std::size_t seats = 0;              ///< 0: not known
  std::size_t step_free = 0;          ///< riders who need a step-free way
  std::vector<std::string> names;     ///< first names that cannot be confused, sorted
  std::vector<std::string> contacts;  ///< "Conduite : Awa Diallo, 06 …"
  std::vector<std::string> people;    ///< keys of drivers and contacts: the sheet is theirs
};

/// Sessions of format "travel", then the trips people take between two places of a [[travel]] with
/// seats, as shuttle-seats counts them: the last trip that arrives in time.
[[nodiscard]] std::vector<Trip> trips_of(const engine::Gathering& gathering,
                                         const engine::Plan& plan,
                                         const PrintOptions& options);

}  // namespace sheets
