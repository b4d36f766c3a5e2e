#include "data/write/exports/schedule.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "data/write/exports/plain_text.h"
#include "data/write/exports/uuid.h"
#include "engine/model/fold.h"

namespace data {
namespace {

/// Lower case letters and digits with `between` for all else: "Café, à 9 h" gives "cafe_a_9_h".
std::string word_of(std::string_view text, char between) {
  std::string word;
  for (const char c : engine::fold(text)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain)
      word += c;
    else if (!word.empty() && word.back() != between)
      word += between;
  }
  while (!word.empty() && word.back() == between) word.pop_back();
  return word;
}

std::string shortened(std::string word, std::size_t most, char between) {
  if (word.size() > most) word.resize(most);
  while (!word.empty() && word.back() == between) word.pop_back();
  return word;
}

/// Numbers for things with a guid: from the guid, so that they stay as long as it does; where two
/// would be the same the later one takes the next.
class Numbers {
 public:
  std::int32_t of(const std::string& guid) {
    constexpr unsigned long kMost = 0x3FFFFFFF;
    auto number = static_cast<std::int32_t>(std::stoul(guid.substr(0, 8), nullptr, 16) & kMost);
    number = std::max(number, 1);
    while (!used_.insert(number).second) ++number;
    return number;
  }

 private:
  std::set<std::int32_t> used_;
};

class ScheduleMaker {
 public:
  explicit ScheduleMaker(const ExportSource& source)
      : source_(source),
        gathering_(source.last().gathering),
        programme_(gathering_, source.last().plan, source.language, source.names) {
    for (const auto& rotation : gathering_.rotations)
      if (rotation.plain_tables) tables_.insert(rotation.id.value);
    name_rooms();
    number_people();
  }

  [[nodiscard]] Schedule make() {
    schedule_.title = plain_text(gathering_.name);
    schedule_.zone = gathering_.timezone;
    schedule_.version = std::to_string(source_.last().plan.version);
    schedule_.language = source_.language == engine::Language::Fr ? "fr" : "en";
    schedule_.slot = gathering_.grid.value;
    make_days();
    schedule_.acronym = shortened(word_of(gathering_.name, '_'), 32, '_');
    while (schedule_.acronym.size() < 4) schedule_.acronym += "_plan";
    for (const auto& event : events()) place(event);
    list_no_room();
    for (auto& day : schedule_.days) drop_unused_rooms(day);
    return std::move(schedule_);
  }

 private:
  /// Apps know a room by its name alone.
  void name_rooms() {
    std::set<std::string> used;
    for (const auto& room : gathering_.rooms) {
      auto name = plain_text(programme_.room(room.id.value));
      const auto* site = programme_.site_of(room.id.value);
      if (used.count(name) != 0 && site != nullptr)
        name += " (" + plain_text(Programme::site_name(*site)) + ")";
      if (!used.insert(name).second) used.insert(name += " [" + room.id.value + "]");
      room_names_[room.id.value] = name;
      schedule_.rooms.push_back({.name = name,
                                 .guid = uuid_of(source_.document, "room/" + room.id.value),
                                 .capacity = room.capacity.value});
    }
    const auto none = engine::say({"Sans salle", "No room"}).in(source_.language);
    room_names_[""] = used.count(none) == 0 ? none : none + " —";
  }

  void number_people() {
    Numbers numbers;
    for (const auto& person : gathering_.people) {
      const auto guid = uuid_of(source_.document, "person/" + person.id.value);
      people_[person.id.value] = {
          .id = numbers.of(guid), .guid = guid, .name = plain_text(person.name)};
    }
  }

  void make_days() {
    std::set<engine::Day> dates;
    for (const auto& one : programme_.happenings()) dates.insert(engine::day_of(one.start));
    if (dates.empty() && !gathering_.days.empty()) dates.insert(gathering_.days.front().date);
    if (dates.empty()) dates.insert(0);
    for (const auto date : dates) {
      ScheduleDay day{date,
                      engine::moment_at(date, 0),
                      engine::moment_at(date, engine::kMinutesPerDay - 1),
                      {}};
      for (const auto& hours : gathering_.days)
        if (hours.date == date) {
          day.start = engine::moment_at(date, hours.opens);
          day.end = engine::moment_at(date, hours.closes);
        }
      for (const auto& room : schedule_.rooms) day.rooms.push_back({room.name, {}});
      day.rooms.push_back({room_names_[""], {}});
      schedule_.days.push_back(std::move(day));
    }
  }

  /// Tables without a name of their own are one event per room: nobody looks for "table 7".
  [[nodiscard]] std::string key_of(const Happening& one) const {
    if (one.round < 0) return "session/" + one.item;
    const auto round = fmt::format("rotation/{}/{}", one.item, one.round);
    return tables_.count(one.item) == 0 ? round + "/station/" + one.station
                                        : round + "/tables/" + one.room;
  }

  [[nodiscard]] std::vector<ScheduleEvent> events() {
    Numbers numbers;
    std::set<std::string> done;
    std::vector<ScheduleEvent> list;
    for (const auto& one : programme_.happenings()) {
      const auto key = key_of(one);
      if (!done.insert(key).second) continue;
      list.push_back(event(one));
      auto& event = list.back();
      event.guid = uuid_of(source_.document, key);
      event.id = numbers.of(event.guid);
      event.slug = fmt::format("{}-{}", event.id, shortened(word_of(event.title, '-'), 60, '-'));
      if (event.slug.back() == '-') event.slug.pop_back();
    }
    return list;
  }

  [[nodiscard]] ScheduleEvent event(const Happening& one) {
    const bool table = tables_.count(one.item) != 0;
    ScheduleEvent event;
    event.room = room_names_.count(one.room) == 0 ? one.room : room_names_[one.room];
    event.title = plain_text(table ? programme_.round_title(one) : programme_.full_title(one));
    event.track = one.round < 0 ? "" : plain_text(one.title);
    event.type = programme_.format_name(one.format);
    event.start = one.start;
    event.minutes = one.end - one.start;
    event.abstract = plain_text(abstract(one, table));
    if (source_.names && !table)
      for (const auto& role : *one.team)
        for (const auto& id : role.people) add_person(event, id);
    return event;
  }

  [[nodiscard]] std::string abstract(const Happening& one, bool table) const {
    std::vector<std::string> lines;
    if (!table)
      for (const auto& role : programme_.team(one))
        lines.push_back(engine::say({"{0}\u00a0: {1}", "{0}: {1}"},
                                    engine::capital(role.role),
                                    fmt::format("{}", fmt::join(role.names, ", ")))
                            .in(source_.language));
    for (const auto& phase : programme_.phases(one))
      lines.push_back(fmt::format("{} ({}\u00a0min)", phase.title, phase.minutes));
    return fmt::format("{}", fmt::join(lines, "\n"));
  }

  void add_person(ScheduleEvent& event, const std::string& id) const {
    const auto found = people_.find(id);
    if (found == people_.end()) return;
    const auto& person = found->second;
    const bool there =
        std::any_of(event.people.begin(), event.people.end(), [&](const SchedulePerson& other) {
          return other.id == person.id;
        });
    if (!there) event.people.push_back(person);
  }

  void place(const ScheduleEvent& event) {
    for (auto& day : schedule_.days) {
      if (day.date != engine::day_of(event.start)) continue;
      day.start = std::min(day.start, event.start);
      day.end = std::max(day.end, event.start + event.minutes);
      for (auto& [room, events] : day.rooms)
        if (room == event.room) {
          events.push_back(event);
          return;
        }
      day.rooms.push_back({event.room, {event}});
    }
  }

  /// What has no room needs one that the list of rooms knows.
  void list_no_room() {
    const auto& none = room_names_[""];
    for (const auto& day : schedule_.days)
      for (const auto& [room, events] : day.rooms)
        if (room == none && !events.empty()) {
          schedule_.rooms.push_back({.name = none, .guid = uuid_of(source_.document, "room/")});
          return;
        }
  }

  static void drop_unused_rooms(ScheduleDay& day) {
    day.rooms.erase(std::remove_if(day.rooms.begin(),
                                   day.rooms.end(),
                                   [](const auto& room) { return room.second.empty(); }),
                    day.rooms.end());
  }

  const ExportSource& source_;
  const engine::Gathering& gathering_;
  Programme programme_;
  std::set<std::string> tables_;  ///< rotations whose stations are plain tables
  std::map<std::string, std::string> room_names_;
  std::map<std::string, SchedulePerson> people_;
  Schedule schedule_;
};

}  // namespace

Schedule schedule_of(const ExportSource& source) {
  return ScheduleMaker(source).make();
}

std::string hours_minutes(engine::Minute length) {
  return fmt::format("{:02}:{:02}", length / 60, length % 60);
}

}  // namespace data
