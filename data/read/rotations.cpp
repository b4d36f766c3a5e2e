#include <fmt/format.h>

#include "data/read/guesses.h"
#include "data/read/item_parts.h"
#include "data/read/parts.h"
#include "data/read/plain_values.h"

namespace data {
namespace {

using engine::At;
using engine::Key;
using engine::Pattern;
using engine::Rotation;
using engine::say;
using engine::Station;
using engine::Words;
using Kind = Value::Kind;

constexpr Words kTablesAndStations{
    "« tables » et [[rotation.station]] ne vont pas ensemble : garder l’un des deux",
    "\"tables\" and [[rotation.station]] do not go together: keep one of them"};
constexpr Words kNoStations{
    "cette rotation n’a pas de poste : ajouter des [[rotation.station]], ou tables = 6",
    "this rotation has no station: add [[rotation.station]] rows, or tables = 6"};
constexpr Words kRoomWithoutTables{
    "« room » va avec « tables » ; chaque [[rotation.station]] a sa propre salle",
    "\"room\" goes with \"tables\"; each [[rotation.station]] has a room of its own"};
constexpr Words kCapacity{"deux nombres, le moins et le plus de personnes, comme [4, 8]",
                          "two numbers, the fewest and the most people, such as [4, 8]"};
constexpr Words kCapacityOrder{"« capacity » : le plus ({1}) est inférieur au moins ({0})",
                               "\"capacity\": the most ({1}) is below the fewest ({0})"};
constexpr Words kMix{"« mix » : « {0} » n’est ni profile, ni organisation, ni tag:X{1}",
                     "\"mix\": \"{0}\" is neither profile, nor organisation, nor tag:X{1}"};
constexpr Words kSets{"une liste de groupes, comme [[\"alice\", \"bruno\"]]",
                      "a list of sets, such as [[\"alice\", \"bruno\"]]"};
constexpr Words kStations{"[[rotation.station]] s’écrit avec des crochets doubles",
                          "[[rotation.station]] is written with double brackets"};

constexpr Range kPeople{0, 1'000'000};
constexpr int kMostTables = 10'000;

Pattern read_pattern(Section& section, At<Pattern>& out) {
  const auto* value = section.find("pattern", Need::Required);
  if (value == nullptr) return Pattern::Free;
  out.where = value->where;
  const auto choice = to_choice(
      section.context(), *value, "pattern", {"split", "carousel", "remix", "choice", "free"});
  return choice ? static_cast<Pattern>(*choice) : Pattern::Free;
}

void read_capacity(Section& section, Station& station) {
  const auto* value = section.find("capacity");
  if (value == nullptr) return;
  auto& context = section.context();
  if (value->kind != Kind::List || value->items.size() != 2)
    return say_wrong_type(context, *value, "capacity", kCapacity);
  const auto& [low, high] = std::pair(value->items[0], value->items[1]);
  const auto least = to_whole(context, low, "capacity", kPeople);
  const auto most = to_whole(context, high, "capacity", kPeople);
  if (!least || !most) return;
  if (*most < *least)
    return context.diagnostics.error(value->where, say(kCapacityOrder, *least, *most));
  station.min_people = At<int>{static_cast<int>(*least), low.where};
  station.max_people = At<int>{static_cast<int>(*most), high.where};
}

Station read_station(Section& section) {
  Station station;
  station.id = section.id();
  station.title = section.text("title");
  station.team = read_team(section);
  station.rooms = read_room_choices(section);
  station.needs = section.keys("needs");
  read_capacity(section, station);
  station.runs = section.whole("runs", {1, 1'000});
  section.finish();
  return station;
}

std::vector<Station> read_stations(Context& context, const Value& value) {
  std::vector<Station> stations;
  const auto* list = to_list(context, value, "station");
  if (list == nullptr) return stations;
  for (const auto& item : *list) {
    if (item.kind != Kind::Table) {
      context.diagnostics.error(item.where, say(kStations));
      continue;
    }
    Section section(context, item, "[[rotation.station]]");
    auto station = read_station(section);
    if (!station.id.value.empty()) stations.push_back(std::move(station));
  }
  return stations;
}

std::vector<Station> plain_tables(int count, const std::optional<Key>& room) {
  std::vector<Station> stations(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    auto& station = stations[static_cast<std::size_t>(i)];
    station.id.value = fmt::format("t{}", i + 1);
    station.title = fmt::format("Table {}", i + 1);
    if (room) station.rooms.push_back({*room, {}});
  }
  return stations;
}

void read_places(Section& section, Rotation& rotation) {
  auto& context = section.context();
  const auto* stations = section.find("station");
  const auto tables = section.whole("tables", {1, kMostTables});
  const auto room = section.optional_key("room");
  rotation.plain_tables = section.has("tables");
  if (stations != nullptr) {
    rotation.stations = read_stations(context, *stations);
    if (rotation.plain_tables)
      context.diagnostics.error(tables ? tables->where : stations->where, say(kTablesAndStations));
    rotation.plain_tables = false;
  } else if (tables) {
    rotation.stations = plain_tables(tables->value, room);
    for (auto& station : rotation.stations) station.id.where = tables->where;
  } else if (!rotation.plain_tables && context.whole) {
    context.diagnostics.error(section.where(), say(kNoStations));
  }
  if (room && !section.has("tables"))
    context.diagnostics.error(room->where, say(kRoomWithoutTables));
}

void read_mix(Section& section, Rotation& rotation) {
  rotation.mix = section.keys("mix");
  for (const auto& [text, where] : rotation.mix) {
    const bool tag = text.size() > 4 && text.compare(0, 4, "tag:") == 0;
    if (tag || text == "profile" || text == "organisation") continue;
    auto near = meant(text, {"profile", "organisation"});
    if (!near) near = "tag:" + text;
    section.context().diagnostics.error(where, say(kMix, text, maybe_text(near)));
  }
}

std::vector<std::vector<Key>> read_sets(Section& section, std::string_view key) {
  std::vector<std::vector<Key>> sets;
  const auto* value = section.find(key);
  const auto* list = value == nullptr ? nullptr : to_list(section.context(), *value, key);
  if (list == nullptr) return sets;
  for (const auto& item : *list) {
    if (item.kind == Kind::List)
      sets.push_back(to_keys(section.context(), item, key));
    else
      say_wrong_type(section.context(), item, key, kSets);
  }
  return sets;
}

Rotation read_rotation(Section& section) {
  Rotation rotation;
  rotation.id = section.id();
  rotation.title = section.key("title", Need::Required).value;
  rotation.format = read_format(section);
  rotation.pattern.where = section.where();
  rotation.pattern.value = read_pattern(section, rotation.pattern);
  rotation.rounds =
      section.whole("rounds", {1, 1'000}, Need::Required).value_or(At<int>{1, section.where()});
  rotation.minutes = read_minutes(section);
  rotation.changeover = section.whole_or("changeover", {0, kLongestMinutes}, 0);
  rotation.contiguous = section.truth_or("contiguous", true);
  if (const auto* people = section.find("participants", Need::Required))
    rotation.participants = to_who(section.context(), *people, "participants");
  read_places(section, rotation);
  rotation.revisit = section.truth_or("revisit", rotation.plain_tables);
  if (const auto* hosts = section.find("hosts"))
    rotation.hosts_move = to_choice(section.context(), *hosts, "hosts", {"stay", "move"}) == 1U;
  read_mix(section, rotation);
  rotation.together = read_sets(section, "together");
  rotation.apart = read_sets(section, "apart");
  rotation.phases = read_phases(section);
  rotation.timing = read_timing(section);
  section.finish();
  return rotation;
}

}  // namespace

void read_rotations(Context& context, const Tables& tables, engine::Gathering& out) {
  for (const auto* table : tables) {
    Section section(context, *table, "[[rotation]]");
    auto rotation = read_rotation(section);
    if (!rotation.id.value.empty()) out.rotations.push_back(std::move(rotation));
  }
}

}  // namespace data
