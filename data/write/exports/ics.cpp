#include <algorithm>
#include <chrono>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "data/write/exports/formats.h"
#include "data/write/exports/ics_lines.h"
#include "data/write/exports/uuid.h"
#include "data/write/exports/vtimezone.h"

namespace data {
namespace {

using Kind = CalendarOf::Kind;

std::string utc(engine::Instant instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const auto date =
      engine::civil_from_day(static_cast<engine::Day>(day.time_since_epoch().count()));
  const auto seconds = (instant - day).count();
  return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}Z",
                     date.year,
                     date.month,
                     date.day,
                     seconds / 3600,
                     seconds / 60 % 60,
                     seconds % 60);
}

class CalendarWriter {
 public:
  explicit CalendarWriter(const ExportSource& source) : source_(source) {
    CalendarHistory history;
    for (const auto& version : source.versions) {
      const Programme programme(version.gathering, version.plan, source.language, source.names);
      history.add(version.made, calendar_events(programme, source.whose));
    }
    events_ = history.events();
  }

  [[nodiscard]] std::string write() {
    lines_.add("BEGIN", "VCALENDAR");
    lines_.add("VERSION", "2.0");
    const bool french = source_.language == engine::Language::Fr;
    lines_.add("PRODID", french ? "-//Farandole//Farandole//FR" : "-//Farandole//Farandole//EN");
    lines_.add("CALSCALE", "GREGORIAN");
    write_head();
    write_zones();
    for (const auto& tracked : events_) write(tracked);
    lines_.add("END", "VCALENDAR");
    return lines_.take();
  }

 private:
  [[nodiscard]] std::string name() const {
    const auto& gathering = source_.last().gathering;
    if (source_.whose.kind == Kind::Gathering) return gathering.name;
    const Programme programme(gathering, source_.last().plan, source_.language, source_.names);
    return gathering.name + " · " +
           (source_.whose.kind == Kind::Person ? programme.person(source_.whose.id)
                                               : programme.room(source_.whose.id));
  }

  void write_head() {
    const std::string kinds[] = {"gathering", "person/", "room/"};
    lines_.add("UID",
               uuid_of(source_.document,
                       "calendar/" + kinds[static_cast<std::size_t>(source_.whose.kind)] +
                           source_.whose.id));
    lines_.add_text("NAME", name());          // RFC 7986
    lines_.add_text("X-WR-CALNAME", name());  // what most programs read instead
    lines_.add_text("X-WR-TIMEZONE", source_.last().gathering.timezone);
    lines_.add("LAST-MODIFIED", utc(source_.last().made));
    lines_.add("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
  }

  /// One VTIMEZONE for each zone used: the gathering may have moved. That of the gathering where
  /// nothing happens: a calendar has one component or more (RFC 5545, 3.4).
  void write_zones() {
    std::map<std::string, std::pair<engine::Day, engine::Day>> zones;
    for (const auto& [event, sequence, cancelled, first, changed] : events_) {
      const std::pair days{engine::day_of(event.start), engine::day_of(event.end)};
      auto& known = zones.try_emplace(event.zone, days).first->second;
      known = {std::min(known.first, days.first), std::max(known.second, days.second)};
    }
    if (zones.empty()) {
      const auto made = std::chrono::floor<std::chrono::days>(source_.last().made);
      const auto day = static_cast<engine::Day>(made.time_since_epoch().count());
      zones.try_emplace(source_.last().gathering.timezone, day, day);
    }
    for (const auto& [zone, days] : zones) add_vtimezone(lines_, zone, days.first, days.second);
  }

  void write(const TrackedEvent& tracked) {
    const auto& event = tracked.event;
    lines_.add("BEGIN", "VEVENT");
    lines_.add("UID", uuid_of(source_.document, event.key));
    lines_.add("DTSTAMP", utc(tracked.changed));
    lines_.add("CREATED", utc(tracked.first));
    lines_.add("LAST-MODIFIED", utc(tracked.changed));
    lines_.add("SEQUENCE", std::to_string(tracked.sequence));
    lines_.add("STATUS", tracked.cancelled ? "CANCELLED" : "CONFIRMED");
    lines_.add("TRANSP", tracked.cancelled ? "TRANSPARENT" : "OPAQUE");
    lines_.add("DTSTART;TZID=" + event.zone, ics_local(event.start));
    lines_.add("DTEND;TZID=" + event.zone, ics_local(event.end));
    lines_.add_text("SUMMARY", summary(tracked));
    lines_.add_text("LOCATION", event.location);
    lines_.add_text("DESCRIPTION", event.description);
    lines_.add_text("CATEGORIES", event.category);
    if (event.position)
      lines_.add("GEO",
                 fmt::format("{:.6f};{:.6f}", event.position->first, event.position->second));
    lines_.add("END", "VEVENT");
  }

  /// Not every program shows STATUS.
  [[nodiscard]] std::string summary(const TrackedEvent& tracked) const {
    if (!tracked.cancelled) return tracked.event.summary;
    return engine::say({"Annulé\u00a0: {0}", "Cancelled: {0}"}, tracked.event.summary)
        .in(source_.language);
  }

  const ExportSource& source_;
  IcsLines lines_;
  std::vector<TrackedEvent> events_;
};

}  // namespace

std::string ics_export(const ExportSource& source) {
  return CalendarWriter(source).write();
}

}  // namespace data
