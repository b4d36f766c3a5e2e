#include <sstream>

#include <pugixml.hpp>

#include "data/calendars/zone.h"
#include "data/write/exports/schedule.h"

namespace data {
namespace {

// Elements, attributes and their order: voc/schedule, validator/xsd/schedule.xml.xsd.

void add(pugi::xml_node parent, const char* name, const std::string& text) {
  parent.append_child(name).text().set(text.c_str());
}

void add_event(pugi::xml_node room, const Schedule& schedule, const ScheduleEvent& event) {
  auto node = room.append_child("event");
  node.append_attribute("guid") = event.guid.c_str();
  node.append_attribute("id") = event.id;
  add(node, "room", event.room);
  add(node, "title", event.title);
  add(node, "subtitle", event.subtitle);
  add(node, "type", event.type);
  add(node, "date", iso_with_offset(event.start, schedule.zone));
  add(node, "start", engine::clock_text(event.start));
  add(node, "duration", hours_minutes(event.minutes));
  add(node, "abstract", event.abstract);
  add(node, "slug", event.slug);
  add(node, "track", event.track);
  auto people = node.append_child("persons");
  for (const auto& person : event.people) {
    auto one = people.append_child("person");
    one.append_attribute("id") = person.id;
    one.text().set(person.name.c_str());
  }
  add(node, "language", schedule.language);
  node.append_child("links");
}

void add_conference(pugi::xml_node root, const Schedule& schedule) {
  auto conference = root.append_child("conference");
  add(conference, "title", schedule.title);
  add(conference, "acronym", schedule.acronym);
  add(conference, "start", engine::iso_date(schedule.days.front().date));
  add(conference, "end", engine::iso_date(schedule.days.back().date));
  add(conference, "days", std::to_string(schedule.days.size()));
  add(conference, "timeslot_duration", hours_minutes(schedule.slot));
  add(conference, "time_zone_name", schedule.zone);
}

}  // namespace

std::string schedule_xml_export(const ExportSource& source) {
  const auto schedule = schedule_of(source);
  pugi::xml_document document;
  auto declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "utf-8";
  auto root = document.append_child("schedule");
  root.append_child("generator").append_attribute("name") = "farandole";
  add(root, "version", schedule.version);
  add_conference(root, schedule);
  int index = 0;
  for (const auto& day : schedule.days) {
    auto node = root.append_child("day");
    node.append_attribute("index") = ++index;
    node.append_attribute("date") = engine::iso_date(day.date).c_str();
    node.append_attribute("start") = iso_with_offset(day.start, schedule.zone).c_str();
    node.append_attribute("end") = iso_with_offset(day.end, schedule.zone).c_str();
    for (const auto& [name, events] : day.rooms) {
      auto room = node.append_child("room");
      room.append_attribute("name") = name.c_str();
      for (const auto& event : events) add_event(room, schedule, event);
    }
  }
  std::ostringstream text;
  document.save(text, "  ", pugi::format_default, pugi::encoding_utf8);
  return text.str();
}

}  // namespace data
