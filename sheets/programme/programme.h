/// The day's programme as the public reads it: when, what, where, with whom. Nobody's personal
/// data beyond the names and organisations of those on stage.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"
#include "sheets/lookup/credits.h"
#include "sheets/print_options.h"

namespace sheets {

struct PhaseLine {
  std::string time;  ///< "13:40"
  std::string title;
};

struct RoundLine {
  std::string name;   ///< "Tour 2"
  std::string hours;  ///< "09:33–09:45"
};

struct StationLine {
  std::string title;
  std::string room;    ///< empty: that of the rotation
  std::string rounds;  ///< "Tours 1, 3" when it rests in some; empty: every round
  std::vector<Credit> team;
};

struct RotationBlock {
  std::string how;  ///< "4 tours de 12 min : on circule librement."
  std::vector<RoundLine> rounds;
  std::vector<StationLine> stations;
};

struct ProgrammeItem {
  std::string title;
  bool light = false;  ///< welcome, meal, break, journey
  std::string start;   ///< "09:30"
  std::string end;
  std::string length;  ///< "15 min"
  std::string room;    ///< empty: none, or one per station
  std::string site;    ///< only where the day has several
  std::string note;    ///< "sur inscription"
  std::vector<Credit> team;
  std::vector<PhaseLine> phases;
  std::optional<RotationBlock> rotation;
};

/// What begins at one moment: side by side when there are several.
struct ProgrammeSlot {
  std::string start;
  std::vector<ProgrammeItem> items;
};

struct Place {
  std::string name;
  std::string address;
};

struct ProgrammeDay {
  std::string key;    ///< "2025-02-11"
  std::string date;   ///< "Mardi 11 février 2025"
  std::string hours;  ///< "de 8h45 à 16h15"
  std::vector<Place> places;
  std::vector<std::string> access;  ///< how to get from one place to another
  std::vector<ProgrammeSlot> slots;
};

struct Programme {
  std::string gathering;
  bool provisional = false;  ///< the plan leaves something broken
  std::string span;  ///< "Du jeudi 6 octobre 2022\nau jeudi 8 février 2024"; one day: empty
  std::vector<ProgrammeDay> days;
};

[[nodiscard]] Programme programme_of(const engine::Gathering& gathering,
                                     const engine::Plan& plan,
                                     const PrintOptions& options);

}  // namespace sheets
