/// What somebody who goes round needs in the hand: at which table in which round. No needs, no
/// diets, nobody else's name.
#pragma once

#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"
#include "sheets/lookup/calendar_code.h"
#include "sheets/print_options.h"

namespace sheets {

struct CardRound {
  std::string name;     ///< "Tour 2"; empty when there is only one
  std::string hours;    ///< "09:33–09:45"; empty when no clock is known
  std::string station;  ///< "Table 3"; "—" in a round without this person
  std::string place;    ///< room, and site where there are several; empty: says nothing new
};

struct ParticipantCard {
  std::string person_key;
  std::string rotation_key;
  std::string rotation;
  std::string date;        ///< empty when no clock is known, or each round says its own
  std::string place;       ///< of all rounds, when there are several in one place; theirs are empty
  std::string first_name;  ///< "Jean-Pierre"
  std::string family_name;  ///< "Aubry"; may be empty
  std::vector<CardRound> rounds;
  std::vector<CalendarCode> calendars;  ///< what the QR code may hold; none: no code
};

/// One card per person and rotation, rotations in the order of the plan, people in that of a
/// dictionary. Where people stroll at will there are none, nor when people are not to be named.
[[nodiscard]] std::vector<ParticipantCard> participant_cards_of(const engine::Gathering& gathering,
                                                                const engine::Plan& plan,
                                                                const PrintOptions& options);

}  // namespace sheets
