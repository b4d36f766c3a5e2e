/// The events of a calendar, and what became of each from version to version of the plan.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "data/write/exports/programme.h"
#include "engine/plan/history.h"

namespace data {

/// Whose calendar. Each has events of its own, with UIDs of their own: that somebody is not
/// expected any more must not take the event out of another's calendar.
struct CalendarOf {
  enum class Kind : std::uint8_t { Gathering, Person, Room };
  Kind kind = Kind::Gathering;
  std::string id;  ///< of the person or the room
};

/// One occurrence as it stands in a calendar: a session, or one round of a rotation.
struct CalendarEvent {
  std::string key;  ///< the same in every version
  engine::Minute start = 0;
  engine::Minute end = 0;
  std::string zone;  ///< whose clocks show these times
  std::string summary;
  std::string location;
  std::string description;
  std::string category;
  std::optional<std::pair<double, double>> position;  ///< latitude and longitude

  friend bool operator==(const CalendarEvent&, const CalendarEvent&) = default;
};

[[nodiscard]] std::vector<CalendarEvent> calendar_events(const Programme& programme,
                                                         const CalendarOf& whose);

/// An event with its past.
struct TrackedEvent {
  CalendarEvent event;  ///< as it stands, or stood before it was cancelled
  int sequence = 0;     ///< how often it has changed (RFC 5546, 2.1.4)
  bool cancelled = false;
  engine::Instant first;    ///< when the version that brought it was made
  engine::Instant changed;  ///< when the version that changed it last was made
};

/// Walks over the versions of a plan, oldest first.
class CalendarHistory {
 public:
  void add(engine::Instant made, const std::vector<CalendarEvent>& events);
  /// By time, then key.
  [[nodiscard]] std::vector<TrackedEvent> events() const;

 private:
  std::map<std::string, TrackedEvent> events_;
};

}  // namespace data
