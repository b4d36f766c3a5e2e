/// A plan as conference apps know one: days, rooms and events with ids that stay (voc/schedule).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "data/write/exports/formats.h"

namespace data {

struct SchedulePerson {
  std::int32_t id = 1;
  std::string guid;
  std::string name;
};

/// One occurrence: a session, a station of a round, or the tables of a round in one room.
struct ScheduleEvent {
  std::int32_t id = 1;  ///< from 1, one of its own for each occurrence
  std::string guid;     ///< the same in every version
  std::string slug;
  std::string room;  ///< the name of one of the rooms
  std::string title;
  std::string subtitle;
  std::string track;
  std::string type;
  std::string abstract;
  engine::Minute start = 0;
  engine::Minute minutes = 0;
  std::vector<SchedulePerson> people;  ///< the team; nobody without names
};

struct ScheduleRoom {
  std::string name;  ///< no two rooms have the same
  std::string guid;
  int capacity = 0;  ///< 0: unknown
};

struct ScheduleDay {
  engine::Day date = 0;
  engine::Minute start = 0;
  engine::Minute end = 0;
  std::vector<std::pair<std::string, std::vector<ScheduleEvent>>> rooms;  ///< by name, in use
};

struct Schedule {
  std::string title;
  std::string acronym;  ///< at least four of a-z, 0-9 and _
  std::string version;
  std::string zone;
  std::string language;
  engine::Minute slot = 5;  ///< every start is a multiple of it
  std::vector<ScheduleRoom> rooms;
  std::vector<ScheduleDay> days;  ///< never empty
};

[[nodiscard]] Schedule schedule_of(const ExportSource& source);

[[nodiscard]] std::string hours_minutes(engine::Minute length);  ///< "01:15"; "25:00"

}  // namespace data
