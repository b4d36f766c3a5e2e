#include "data/read/parts.h"
#include "data/read/plain_values.h"
#include "data/read/time_values.h"

namespace data {
namespace {

using engine::Gathering;
using engine::say;
using engine::Words;

constexpr Words kHours{"« closes » doit être après « opens »",
                       "\"closes\" must be after \"opens\""};
constexpr Words kBothCoordinates{"« latitude » et « longitude » vont ensemble",
                                 "\"latitude\" and \"longitude\" go together"};
constexpr Words kSeatsTwice{
    "« vehicles » dit déjà combien de personnes voyagent : ôtez « seats »",
    "\"vehicles\" says already how many people travel: take \"seats\" away"};
constexpr Words kSameEnds{"un trajet va d’un lieu à un autre : « {0} » est aux deux bouts",
                          "a journey goes from one place to another: \"{0}\" is at both ends"};

/// No room fails for its size because of an error here.
constexpr int kUnknownCapacity = 1'000'000;
constexpr Range kPeople{0, 1'000'000};
constexpr int kMostVehicles = 1000;  // of one kind

std::optional<double> read_degrees(Section& section, std::string_view key, std::int64_t most) {
  const auto* value = section.find(key);
  if (value == nullptr) return {};
  return to_decimal(section.context(), *value, key, {-most, most});
}

engine::Site read_site(Section& section) {
  engine::Site site;
  site.id = section.id();
  site.name = section.text("name");
  site.address = section.text("address");
  site.latitude = read_degrees(section, "latitude", 90);
  site.longitude = read_degrees(section, "longitude", 180);
  if (section.has("latitude") != section.has("longitude"))
    section.context().diagnostics.error(section.where(), say(kBothCoordinates));
  site.opens = section.clock("opens");
  site.closes = section.clock("closes");
  site.online = section.truth_or("online", false);
  if (site.opens && site.closes && site.closes->value <= site.opens->value) {
    section.context().diagnostics.error(site.closes->where, say(kHours));
    site.closes.reset();
  }
  section.finish();
  return site;
}

engine::Room read_room(Section& section) {
  engine::Room room;
  room.id = section.id();
  room.name = section.text("name");
  room.site = section.key("site", Need::Required);
  room.capacity = section.whole("capacity", kPeople, Need::Required)
                      .value_or(engine::At<int>{kUnknownCapacity, section.where()});
  room.features = section.keys("features");
  if (const auto* closed = section.find("closed"))
    room.closed = to_windows(section.context(), *closed, "closed");
  room.setup = section.whole_or("setup", {0, engine::kMinutesPerDay}, 0);
  room.shared = section.truth_or("shared", false);
  section.finish();
  return room;
}

engine::Travel read_travel(Section& section) {
  engine::Travel travel;
  travel.where = section.where();
  travel.from = section.key("from", Need::Required);
  travel.to = section.key("to", Need::Required);
  travel.minutes = section.whole("minutes", {0, engine::kMinutesPerDay}, Need::Required)
                       .value_or(engine::At<int>{})
                       .value;
  travel.mode = section.text("mode");
  if (const auto seats = section.whole("seats", {1, kPeople.most})) travel.seats = seats->value;
  if (const auto every = section.whole("every", {1, engine::kMinutesPerDay}))
    travel.every = every->value;
  travel.both_ways = section.truth_or("both_ways", true);
  travel.vehicles = section.keys("vehicles");
  if (travel.seats && !travel.vehicles.empty())
    section.context().diagnostics.error(travel.vehicles.front().where, say(kSeatsTwice));
  if (!travel.from.value.empty() && travel.from.value == travel.to.value)
    section.context().diagnostics.error(travel.to.where, say(kSameEnds, travel.to.value));
  section.finish();
  return travel;
}

engine::Vehicle read_vehicle(Section& section) {
  engine::Vehicle vehicle;
  vehicle.id = section.id();
  vehicle.name = section.text("name");
  vehicle.seats = section.whole("seats", {1, kPeople.most}, Need::Required)
                      .value_or(engine::At<int>{kUnknownCapacity, {}});
  vehicle.count = section.whole_or("count", {1, kMostVehicles}, 1);
  vehicle.driver = section.optional_key("driver");
  vehicle.site = section.optional_key("site");
  if (const auto most = section.whole("max_drive", {1, engine::kMinutesPerDay}))
    vehicle.max_drive = most->value;
  vehicle.rest = section.whole_or("rest", {1, engine::kMinutesPerDay}, 45);
  section.finish();
  return vehicle;
}

engine::Equipment read_equipment_row(Section& section) {
  engine::Equipment equipment;
  equipment.id = section.id();
  equipment.name = section.text("name");
  equipment.count = section.whole("count", kPeople, Need::Required)
                        .value_or(engine::At<int>{kUnknownCapacity, {}})
                        .value;
  equipment.site = section.optional_key("site");
  section.finish();
  return equipment;
}

}  // namespace

void read_sites(Context& context, const Tables& tables, Gathering& out) {
  for (const auto* table : tables) {
    Section section(context, *table, "[[site]]");
    auto site = read_site(section);
    if (!site.id.value.empty()) out.sites.push_back(std::move(site));
  }
}

void read_rooms(Context& context, const Tables& tables, Gathering& out) {
  for (const auto* table : tables) {
    Section section(context, *table, "[[room]]");
    auto room = read_room(section);
    if (!room.id.value.empty()) out.rooms.push_back(std::move(room));
  }
}

void read_travels(Context& context, const Tables& tables, Gathering& out) {
  for (const auto* table : tables) {
    Section section(context, *table, "[[travel]]");
    auto travel = read_travel(section);
    const bool complete = !travel.from.value.empty() && !travel.to.value.empty();
    if (complete) out.travels.push_back(std::move(travel));
  }
}

void read_vehicles(Context& context, const Tables& tables, Gathering& out) {
  for (const auto* table : tables) {
    Section section(context, *table, "[[vehicle]]");
    auto vehicle = read_vehicle(section);
    if (!vehicle.id.value.empty()) out.vehicles.push_back(std::move(vehicle));
  }
}

void read_equipment(Context& context, const Tables& tables, Gathering& out) {
  for (const auto* table : tables) {
    Section section(context, *table, "[[equipment]]");
    auto equipment = read_equipment_row(section);
    if (!equipment.id.value.empty()) out.equipment.push_back(std::move(equipment));
  }
}

}  // namespace data
