/// The team's own running order: every item with its cues, people, place, material and what to do
/// when it slips; then whom to call. For the team's hands only: it has telephone numbers.
#pragma once

#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"
#include "sheets/print_options.h"

namespace sheets {

/// A moment inside an item: a round or a phase begins.
struct Cue {
  std::string time;  ///< "09:45"
  std::string text;  ///< "Tour 2"
};

struct RunningRow {
  std::string start;
  std::string end;
  std::string length;  ///< "1h15"
  std::string title;
  bool light = false;  ///< welcome, meal, break, journey
  std::vector<Cue> cues;
  std::vector<std::string> team;  ///< "Modération : Awa Diallo"
  std::string heads;              ///< "45 personnes"; empty when nobody is counted
  std::string place;              ///< rooms, and site where there are several
  std::vector<std::string> material;
  std::vector<std::string> contingency;  ///< "peut se réduire à 60 min", "repli : Salle B"
};

struct RunningDay {
  std::string key;   ///< "2025-02-11"
  std::string date;  ///< "Mardi 11 février 2025"
  std::vector<RunningRow> rows;
};

struct PhoneLine {
  std::string name;
  std::string organisation;
  std::string phone;
  std::string parts;  ///< "10:30 Table ronde (modération)"
};

struct RunningOrder {
  std::vector<RunningDay> days;
  std::vector<PhoneLine> phones;  ///< of those with a role who left a number, by name
};

[[nodiscard]] RunningOrder running_order_of(const engine::Gathering& gathering,
                                            const engine::Plan& plan,
                                            const PrintOptions& options);

}  // namespace sheets
