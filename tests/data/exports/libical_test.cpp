// Calendars read back by a parser that is not ours, event by event.
#ifdef FARANDOLE_LIBICAL

#include <map>
#include <memory>

#include <libical/ical.h>

#include "data/calendars/zone.h"
#include "data/write/exports/programme.h"
#include "tests/catch.h"
#include "tests/data/exports/exported.h"

namespace {

struct Read {
  std::string start;  ///< UTC
  std::string end;
  std::string location;
  int sequence = -1;
  bool cancelled = false;
};

using Calendar = std::unique_ptr<icalcomponent, void (*)(icalcomponent*)>;

Calendar parsed(const std::string& ics) {
  return {icalparser_parse_string(ics.c_str()), icalcomponent_free};
}

std::string utc(icaltimetype time) {
  const auto in_utc = icaltime_convert_to_zone(time, icaltimezone_get_utc_timezone());
  return icaltime_as_ical_string(in_utc);
}

std::map<std::string, Read> by_summary(icalcomponent* calendar) {
  std::map<std::string, Read> events;
  for (auto* event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
       event != nullptr;
       event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
    const char* location = icalcomponent_get_location(event);
    events[icalcomponent_get_summary(event)] = {
        utc(icalcomponent_get_dtstart(event)),
        utc(icalcomponent_get_dtend(event)),
        location == nullptr ? "" : location,
        icalcomponent_get_sequence(event),
        icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED};
  }
  return events;
}

engine::Plan plan_on(engine::CivilDate date) {
  auto plan = tests::sample_plan();
  const auto later =
      (*engine::day_from_civil(date) - engine::day_of(tests::at(0))) * engine::kMinutesPerDay;
  for (auto& session : plan.sessions) {
    session.start += later;
    session.end += later;
  }
  for (auto& round : plan.rotations[0].rounds) {
    round.start += later;
    round.end += later;
  }
  return plan;
}

/// "20250211T080000Z" for a wall-clock time in `zone`, by the machine's own tzdata.
std::string expected(engine::Minute moment, const std::string& zone) {
  const auto local = data::iso_with_offset(moment, zone);
  const int sign = local[19] == '-' ? -1 : 1;
  const int offset = sign * (std::stoi(local.substr(20, 2)) * 60 + std::stoi(local.substr(23, 2)));
  auto text = engine::moment_text(moment - offset);
  for (const char c : {'-', '-', ':'}) text.erase(text.find(c), 1);
  return text.replace(8, 1, "T") + "00Z";
}

}  // namespace

TEST_CASE("libical reads every event where the plan has it, in every zone and season",
          "[ics][libical]") {
  for (const auto* zone : {"Europe/Paris",
                           "America/New_York",
                           "Asia/Kolkata",
                           "Indian/Reunion",
                           "Europe/Dublin",
                           "Africa/Casablanca",
                           "America/Martinique"})
    for (const engine::CivilDate date : {engine::CivilDate{2025, 2, 11},
                                         engine::CivilDate{2025, 3, 30},
                                         engine::CivilDate{2025, 7, 14},
                                         engine::CivilDate{2025, 10, 26},
                                         engine::CivilDate{2024, 11, 3}}) {
      INFO(zone << " " << date.month);
      auto gathering = tests::sample_gathering();
      gathering.timezone = zone;
      tests::Versions versions(gathering);
      const auto plan = plan_on(date);
      versions.add(plan);
      const auto calendar = parsed(versions.write(data::ics_export));
      REQUIRE(calendar);
      CHECK(icalcomponent_count_errors(calendar.get()) == 0);
      CHECK(icalrestriction_check(calendar.get()) == 1);
      auto* told = icalcomponent_get_timezone(calendar.get(), zone);
      REQUIRE(told != nullptr);
      const auto events = by_summary(calendar.get());
      const data::Programme programme(gathering, plan, engine::Language::Fr, true);
      REQUIRE(events.size() == 4);
      for (const auto& one : programme.happenings()) {
        // The second round has one station, which its event is named after.
        const auto& event =
            events.at(one.round == 1 ? programme.full_title(one) : programme.round_title(one));
        CHECK(event.start == expected(one.start, zone));
        CHECK(event.end == expected(one.end, zone));
      }
    }
}

TEST_CASE("libical finds text as it was written, and what is cancelled", "[ics][libical]") {
  tests::Versions versions;
  versions.add(tests::sample_plan());
  auto later = tests::sample_plan();
  later.sessions.pop_back();
  versions.add(later);
  const auto calendar = parsed(versions.write(data::ics_export));
  REQUIRE(calendar);
  CHECK(icalcomponent_count_errors(calendar.get()) == 0);
  const auto events = by_summary(calendar.get());
  const auto& gone = events.at("Annulé\u00a0: Table ronde : faire, défaire; refaire");
  CHECK(gone.cancelled);
  CHECK(gone.sequence == 1);
  CHECK(gone.location == "Grande salle, Mairie, 1, place de l’Église; Valbrise");
  CHECK_FALSE(events.at("Accueil").cancelled);
}

#endif
