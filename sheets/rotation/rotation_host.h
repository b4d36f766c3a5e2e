/// What somebody who hosts a station needs at hand: round by round, who comes, who leaves for
/// where, when to warn and what to say. No needs, no diets, nobody's address.
#pragma once

#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"
#include "sheets/print_options.h"

namespace sheets {

/// Those who go to the same place when a round ends.
struct Departure {
  std::string to;  ///< "Table 3", "10:45 Table ronde, Grande salle", "ici"
  int people = 0;
  bool everyone = false;
  std::vector<std::string> names;  ///< empty when people are not to be named
};

struct HostRound {
  std::string name;   ///< "Tour 2 sur 4"; empty when there is only one
  std::string start;  ///< "09:33"
  std::string end;
  std::string place;                ///< only when it changes from round to round
  std::string count;                ///< "12 personnes", "environ 8 personnes"
  std::vector<std::string> names;   ///< first names, sorted
  std::vector<std::string> phases;  ///< "13:25 Chapeau blanc : ce qui existe"
  std::vector<Departure> departures;
  std::string move;                   ///< where the host goes next; empty: stays
  std::vector<std::string> warnings;  ///< "9h40 : encore 5 minutes"
  std::string switch_time;            ///< "9h45"
  std::string say;
};

struct HostSheet {
  std::string key;  ///< "cafe c1 p21": rotation, station, person
  std::string person_key;
  std::vector<std::string> room_keys;
  std::string rotation;
  std::string station;
  std::string place;  ///< room and site; empty when it changes or there is none
  std::string host;   ///< empty when people are not to be named
  std::string role;
  std::string with;     ///< the others of the team: "Bruno Petit (prise de notes)"
  std::string date;     ///< "mardi 11 février 2025"
  std::string how;      ///< who moves and who stays
  std::string contact;  ///< whom to call; empty: a line to fill in by hand
  std::vector<HostRound> rounds;
};

/// One sheet per station and member of its team, in the order of the gathering; stations without a
/// team have none. The contact is the first person with a telephone who is tagged "organisation",
/// "contact" or "referent".
[[nodiscard]] std::vector<HostSheet> host_sheets_of(const engine::Gathering& gathering,
                                                    const engine::Plan& plan,
                                                    const PrintOptions& options);

}  // namespace sheets
