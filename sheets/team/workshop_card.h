/// What a facilitator holds: the goal, phases with clock times and prompts, material, who comes.
/// First names only; no needs, no diets.
#pragma once

#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"
#include "sheets/print_options.h"

namespace sheets {

struct CardPhase {
  std::string time;    ///< "10:45"
  std::string length;  ///< "15 min"
  std::string title;
  std::string prompt;  ///< what to say or ask; may be empty
};

struct WorkshopCard {
  std::string key;  ///< id of the session
  std::string title;
  std::string format;  ///< "Atelier"
  std::string when;    ///< "Jeudi 5 juin 2025, 10:45–12:15 (1h30)"
  std::string place;
  std::string goal;               ///< empty: a line to write it on
  std::vector<std::string> team;  ///< "Animation : Farid Haddad"
  std::string room_key;
  std::vector<std::string> team_keys;
  std::vector<CardPhase> phases;  ///< empty: lines to write them on
  std::string layout;             ///< how the room is set out
  std::vector<std::string> material;
  std::string count;               ///< "16 personnes"
  std::vector<std::string> names;  ///< first names that cannot be confused, sorted
};

/// One per session that has phases, or whose format is led in phases (workshop, six hats, focus
/// group, peer consultation), in the order of time.
[[nodiscard]] std::vector<WorkshopCard> workshop_cards_of(const engine::Gathering& gathering,
                                                          const engine::Plan& plan,
                                                          const PrintOptions& options);

}  // namespace sheets
