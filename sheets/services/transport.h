/// One sheet per trip for who drives and who keeps count: where, when, seats, first names, and how
/// many need a step-free way. No needs by name. And one per piece of equipment that is carried.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"
#include "sheets/print_options.h"

namespace sheets {

struct Trip {
  std::string key;  ///< id of its session, or "lac gare 2025-06-05 12:10", with the vehicle's
  std::string title;
  std::string date;
  std::string leaves;   ///< "12:10"
  std::string arrives;  ///< "12:18"
  std::string from;     ///< the meeting point, with its address; empty: to be filled in by hand
  std::string to;
  std::string way;  ///< "Trajet en car · Car 2"; empty for a session
  std::size_t riders = 0;
  std::size_t seats = 0;              ///< 0: not known
  std::size_t step_free = 0;          ///< riders who need a step-free way
  std::vector<std::string> names;     ///< first names that cannot be confused, sorted
  std::vector<std::string> contacts;  ///< "Conduite : Awa Diallo, 06 …"
  std::vector<std::string> people;    ///< keys of drivers and contacts: the sheet is theirs
};

/// One way of a piece of equipment.
struct CarriedLine {
  std::string ready;   ///< since when it can be taken along; "à tout moment"
  std::string needed;  ///< likewise by when it must be there
  std::string from;    ///< with its address
  std::string to;
  std::string length;  ///< "35 min"; empty: not known
  std::string what;    ///< what it is for: "Concert de soutien", "retour"
  int count = 1;
};

struct CarriedEquipment {
  std::string key;
  std::string title;
  std::vector<CarriedLine> lines;  ///< in order of time
};

struct TransportSheets {
  std::vector<Trip> trips;
  std::vector<CarriedEquipment> carried;
};

/// Sessions of format "travel", then the trips in vehicles and shuttles whose seats are counted,
/// then what is carried: as engine/plan/transport.h has them; of one site, those from and to it.
[[nodiscard]] TransportSheets transport_sheets_of(const engine::Gathering& gathering,
                                                  const engine::Plan& plan,
                                                  const PrintOptions& options);

}  // namespace sheets
