/// Gatherings written in C++ for tests: every value gets a line of its own, as if read from a file.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "engine/model/gathering.h"

namespace support {

class GatheringBuilder {
 public:
  engine::Gathering g;

  GatheringBuilder() {
    g.name = "Test";
    g.files = {"gathering.toml", "people.csv", "registrations.csv"};
  }

  engine::Where here() { return {0, ++line_, 1}; }
  engine::Key key(std::string value) { return {std::move(value), here()}; }
  template <class T>
  engine::At<T> at(T value) {
    return {std::move(value), here()};
  }
  std::vector<engine::Key> keys(const std::vector<std::string>& values) {
    std::vector<engine::Key> list;
    for (const auto& value : values) list.push_back(key(value));
    return list;
  }

  /// "09:30" or "2026-06-01 09:30".
  static engine::When when(const std::string& text) {
    const auto space = text.find(' ');
    if (space == text.npos) return {.day = {}, .clock = clock(text)};
    return {.day = date(text.substr(0, space)), .clock = clock(text.substr(space + 1))};
  }
  static engine::Minute moment(const std::string& text) {
    const auto value = when(text);
    return engine::moment_at(value.day.value(), value.clock);
  }
  engine::Window window(const std::string& from, const std::string& to) {
    return {.from = when(from), .to = when(to), .where = here()};
  }

  /// "all", "none", "registered", or people and selectors.
  engine::Who who(const char* word) {
    using Kind = engine::Who::Kind;
    const std::string text = word;
    const auto kind = text == "all"          ? Kind::All
                      : text == "registered" ? Kind::Registered
                      : text == "none"       ? Kind::None
                                             : throw std::invalid_argument(text);
    return {.kind = kind, .list = {}, .where = here()};
  }
  engine::Who who(const std::vector<std::string>& list) {
    return {.kind = engine::Who::Kind::List, .list = keys(list), .where = here()};
  }

  void day(const std::string& day, const std::string& opens, const std::string& closes) {
    g.days.push_back(
        {.date = date(day), .opens = clock(opens), .closes = clock(closes), .where = here()});
  }
  engine::Site& site(const std::string& id) {
    auto& row = g.sites.emplace_back();
    row.id = key(id);
    return row;
  }
  engine::Room& room(const std::string& id, const std::string& site, int capacity) {
    auto& row = g.rooms.emplace_back();
    row.id = key(id);
    row.site = key(site);
    row.capacity = at(capacity);
    return row;
  }
  engine::Travel& travel(const std::string& from, const std::string& to, engine::Minute minutes) {
    auto& row = g.travels.emplace_back();
    row.where = here();
    row.from = key(from);
    row.to = key(to);
    row.minutes = minutes;
    return row;
  }
  engine::Person& person(const std::string& id) {
    auto& row = g.people.emplace_back();
    row.id = key(id);
    row.name = id;
    return row;
  }
  /// p0, p1 … as many as asked for.
  void people(int count) {
    for (int i = 0; i < count; ++i) person("p" + std::to_string(i));
  }
  engine::Session& session(const std::string& id, engine::Minute minutes) {
    auto& row = g.sessions.emplace_back();
    row.id = key(id);
    row.title = id;
    row.format = at(std::string("workshop"));
    row.minutes = at(minutes);
    return row;
  }
  engine::Rotation& rotation(const std::string& id,
                             engine::Pattern pattern,
                             int rounds,
                             engine::Minute minutes) {
    auto& row = g.rotations.emplace_back();
    row.id = key(id);
    row.title = id;
    row.format = at(std::string("world-cafe"));
    row.pattern = at(pattern);
    row.rounds = at(rounds);
    row.minutes = at(minutes);
    row.participants = who("all");
    return row;
  }
  /// `max` 0: no limit.
  engine::Station& station(engine::Rotation& rotation, const std::string& id, int min, int max) {
    auto& row = rotation.stations.emplace_back();
    row.id = key(id);
    if (min > 0) row.min_people = at(min);
    if (max > 0) row.max_people = at(max);
    return row;
  }

  engine::Role role(const std::string& name, const std::vector<std::string>& people) {
    engine::Role row;
    row.name = key(name);
    row.people = keys(people);
    return row;
  }
  engine::Role open_role(const std::string& name, int count, engine::Who from) {
    engine::Role row;
    row.name = key(name);
    row.open = at(count);
    row.from = std::move(from);
    return row;
  }
  engine::RoomChoice in(const std::string& room) { return {.room = key(room), .windows = {}}; }
  std::vector<engine::NotWith> not_with(const std::vector<std::string>& items,
                                        engine::Minute gap = 0) {
    std::vector<engine::NotWith> rows;
    for (const auto& item : items) rows.push_back({.item = key(item), .gap = gap});
    return rows;
  }
  engine::After after(const std::string& item, engine::Minute gap = 0) {
    engine::After row;
    row.item = key(item);
    row.gap = gap;
    return row;
  }
  void registration(const std::string& person, const std::string& session) {
    g.registrations.push_back({.person = key(person), .session = key(session)});
  }
  void wish(const std::string& person,
            const std::string& rotation,
            const std::string& station,
            int rank) {
    g.wishes.push_back({.person = key(person),
                        .rotation = key(rotation),
                        .station = key(station),
                        .rank = at(rank)});
  }
  void rule(const std::string& id, engine::RuleSetting::Level level, std::int64_t weight = 0) {
    g.rules.push_back({.rule = key(id), .level = level, .weight = weight});
  }

 private:
  static engine::Minute clock(const std::string& text) { return engine::parse_clock(text).value(); }
  static engine::Day date(const std::string& text) { return engine::parse_date(text).value(); }

  std::uint32_t line_ = 0;
};

}  // namespace support
