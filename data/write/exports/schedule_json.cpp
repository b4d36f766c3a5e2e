#include "data/calendars/zone.h"
#include "data/write/exports/schedule.h"
#include "data/write/json.h"

namespace data {
namespace {

// Fields and their forms: voc/schedule, validator/json/schema.json, where unknown keys are errors
// and whatever else there is to say goes to conference.meta.

Json event_json(const Schedule& schedule, const ScheduleEvent& event) {
  auto people = Json::array();
  for (const auto& person : event.people)
    people.push_back({{"id", person.id}, {"guid", person.guid}, {"name", person.name}});
  return {{"guid", event.guid},
          {"id", event.id},
          {"date", iso_with_offset(event.start, schedule.zone)},
          {"start", engine::clock_text(event.start)},
          {"duration", hours_minutes(event.minutes)},
          {"room", event.room},
          {"slug", event.slug},
          {"url", "urn:uuid:" + event.guid},
          {"title", event.title},
          {"subtitle", event.subtitle},
          {"track", event.track.empty() ? Json() : Json(event.track)},
          {"type", event.type},
          {"language", schedule.language},
          {"abstract", event.abstract},
          {"persons", people},
          {"links", Json::array()}};
}

Json day_json(const Schedule& schedule, const ScheduleDay& day, std::size_t index) {
  auto rooms = Json::object();
  for (const auto& [room, events] : day.rooms) {
    auto list = Json::array();
    for (const auto& event : events) list.push_back(event_json(schedule, event));
    rooms[room] = std::move(list);
  }
  return {{"index", index},
          {"date", engine::iso_date(day.date)},
          {"day_start", iso_with_offset(day.start, schedule.zone)},
          {"day_end", iso_with_offset(day.end, schedule.zone)},
          {"rooms", rooms}};
}

Json rooms_json(const Schedule& schedule) {
  auto rooms = Json::array();
  for (const auto& room : schedule.rooms)
    rooms.push_back({{"name", room.name},
                     {"guid", room.guid},
                     {"capacity", room.capacity == 0 ? Json() : Json(room.capacity)}});
  return rooms;
}

}  // namespace

std::string schedule_json_export(const ExportSource& source) {
  const auto schedule = schedule_of(source);
  Json conference{{"acronym", schedule.acronym},
                  {"title", schedule.title},
                  {"start", engine::iso_date(schedule.days.front().date)},
                  {"end", engine::iso_date(schedule.days.back().date)},
                  {"daysCount", schedule.days.size()},
                  {"timeslot_duration", hours_minutes(schedule.slot)}};
  // Clients that match the whole of the schema's pattern refuse three-part and short names.
  if (schedule.zone.find('/') != std::string::npos || schedule.zone == "UTC")
    conference["time_zone_name"] = schedule.zone;
  conference["rooms"] = rooms_json(schedule);
  conference["days"] = Json::array();
  for (std::size_t i = 0; i < schedule.days.size(); ++i)
    conference["days"].push_back(day_json(schedule, schedule.days[i], i + 1));
  return text_of({{"generator", {{"name", "farandole"}}},
                  {"schedule", {{"version", schedule.version}, {"conference", conference}}}});
}

}  // namespace data
