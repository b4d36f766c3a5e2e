/// The parts of the gathering file, each read into the model; what is wrong goes to the context.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "data/read/section.h"
#include "data/read/value.h"
#include "data/read/wrong.h"
#include "engine/model/gathering.h"

namespace data {

using Tables = std::vector<const Value*>;  ///< the [[…]] tables of one name, in order

/// The CSV files that [gathering] names, with the place of the name.
struct TablePaths {
  std::optional<engine::Key> people;
  std::optional<engine::Key> registrations;
  std::optional<engine::Key> wishes;
};

/// The answers of a poll that stand in a table of their own.
struct PollTable {
  std::size_t poll = 0;  ///< row of Gathering::polls
  engine::Key path;
};

[[nodiscard]] TablePaths read_head(Context& context, const Value& table, engine::Gathering& out);

void read_days(Context& context, const Tables& tables, engine::Gathering& out);
/// After the head: the days depend on its time zone and school zone.
void read_calendar(Context& context, const Value& table, engine::Gathering& out);
/// Warns of days in French holidays, where the gathering is in France.
void check_holidays(Context& context, const engine::Gathering& gathering);
/// Warns of the first day whose school holidays are not known.
void check_known_holidays(Context& context, const engine::Gathering& gathering);
/// "A", "B" or "C".
[[nodiscard]] std::optional<char> read_school_zone(Section& section);

void read_sites(Context& context, const Tables& tables, engine::Gathering& out);
void read_rooms(Context& context, const Tables& tables, engine::Gathering& out);
void read_travels(Context& context, const Tables& tables, engine::Gathering& out);
void read_vehicles(Context& context, const Tables& tables, engine::Gathering& out);
void read_equipment(Context& context, const Tables& tables, engine::Gathering& out);
void read_people(Context& context, const Tables& tables, engine::Gathering& out);
void read_sessions(Context& context, const Tables& tables, engine::Gathering& out);
void read_rotations(Context& context, const Tables& tables, engine::Gathering& out);
/// Polls whose answers are in a table are returned; the table is to be read afterwards.
[[nodiscard]] std::vector<PollTable> read_polls(Context& context,
                                                const Tables& tables,
                                                engine::Gathering& out);
/// Once every session and rotation is read: `after` with "tag:X" or "ID*" becomes a list of ids.
void expand_after(engine::Diagnostics& diagnostics, engine::Gathering& out);
/// Once every item and table is read: complains of dates and windows that lie in French holidays.
void check_item_dates(engine::Diagnostics& diagnostics, const engine::Gathering& gathering);
/// Refuses starts in an hour that the clocks jump over in spring, and warns of days open then.
void check_skipped_hours(engine::Diagnostics& diagnostics, const engine::Gathering& gathering);
/// Gathering::school_holidays. After the days.
void read_school_holidays(engine::Gathering& out);
void read_rules(Context& context, const Value& table, engine::Gathering& out);
/// [replan]: what a repair tries first.
void read_replan(Context& context, const Value& table, engine::Gathering& out);

}  // namespace data
