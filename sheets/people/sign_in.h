/// Attendance sheets: per half-day and room, who is to sign for which session. For those who train
/// and those who fund; names and organisations, nothing else.
#pragma once

#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"
#include "sheets/print_options.h"

namespace sheets {

struct SignColumn {
  std::string hours;  ///< "09:30–10:30"
  std::string title;
};

struct SignRow {
  std::string name;
  std::string detail;          ///< organisation; of a trainer, the role
  std::vector<bool> expected;  ///< per column: signs there
};

struct SignSheet {
  std::string room_key;             ///< empty: no room
  std::string key;                  ///< "grande 2025-02-11 1": room, day, half-day
  std::string title;                ///< of its session; of several, the room
  std::string place;                ///< room, site and address
  std::string when;                 ///< "Mardi 11 février 2025, matin"
  std::string seats;                ///< "60 places"; empty when there is no room
  std::vector<SignColumn> columns;  ///< by time
  std::vector<SignRow> trainers;
  std::vector<SignRow> people;  ///< by family name
  std::size_t blank = 0;        ///< empty rows for walk-ins
};

/// Sheets for every session people come to work in (no meal, break, welcome or journey), in the
/// order of time. A half-day ends at 13:00, an afternoon at 18:00 (a choice: what begins before is
/// in it). None when people are not to be named.
[[nodiscard]] std::vector<SignSheet> sign_in_sheets_of(const engine::Gathering& gathering,
                                                       const engine::Plan& plan,
                                                       const PrintOptions& options);

/// Why no attendance sheet of this plan may be signed: somebody trains in two places at once, or a
/// room has more people than seats, its team not counted (what courts compare: adelson.fr, « De la
/// feuille d’émargement »). Empty: it may.
[[nodiscard]] std::vector<engine::Text> sign_in_refusals(const engine::Gathering& gathering,
                                                         const engine::Plan& plan);

}  // namespace sheets
