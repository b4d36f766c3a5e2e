/// What the room crew does: per room and time the layout, the seats, what to bring and what to take
/// away. No names.
#pragma once

#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"
#include "sheets/print_options.h"
#include "sheets/rooms/room_days.h"

namespace sheets {

struct SetupRow {
  std::string ready;  ///< when the crew may begin: "09:15"; empty without setup time
  std::string start;
  std::string end;
  std::string clear;  ///< when the room must be empty again: "10:40"; empty without teardown time
  std::string title;
  std::string layout;              ///< "îlots, un tableau par groupe"
  std::string seats;               ///< "16 places", "6 tables, 48 places"
  std::vector<std::string> needs;  ///< features of the room that it asks for
  std::vector<std::string> bring;  ///< "2 × Micro sans fil": what is not there yet
  std::vector<std::string> take;   ///< what the next one in the room does not need
};

struct SetupSheet : RoomDay {
  std::vector<SetupRow> rows;
};

/// One per room and day on which it is used, in the order of the gathering.
[[nodiscard]] std::vector<SetupSheet> room_setups_of(const engine::Gathering& gathering,
                                                     const engine::Plan& plan,
                                                     const PrintOptions& options);

}  // namespace sheets
