#include "scheduler/explain/naming.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string_view>

#include "engine/model/words.h"
#include "engine/rules/rule.h"

namespace scheduler {
namespace {

using engine::say;
using engine::Text;
using engine::Words;

constexpr std::size_t kMostNamed = 6;  // more would hide what the sentence says

constexpr std::size_t kMostWithHours = 4;

constexpr Words kInside{"{0} ({1})", "{0} ({1})"};
constexpr Words kQuoted{"«\u202f{0}\u202f»", "\"{0}\""};
constexpr Words kRound{"tour\u00a0{0}", "round\u00a0{0}"};
constexpr Words kComma{"{0}, {1}", "{0}, {1}"};
constexpr Words kAnd{"{0} et {1}", "{0} and {1}"};
constexpr Words kAndMore{"{0} et {1}\u00a0{1:autre|autres}", "{0} and {1}\u00a0more"};
constexpr Words kWay{"{0} – {1}, {2}", "{0} – {1}, {2}"};
constexpr Words kWayOfTrips{"{0} – {1}, {2}, {3} {3:place|places} par trajet",
                            "{0} – {1}, {2}, {3} {3:seat|seats} on each trip"};
constexpr Words kAt{"à {0}", "at {0}"};
constexpr Words kDayAt{"le {0} à {1}", "on {0} at {1}"};
constexpr Words kBetween{"entre {0} et {1}", "between {0} and {1}"};
constexpr Words kDayBetween{"le {0} entre {1} et {2}", "on {0} between {1} and {2}"};
constexpr Words kDaysBetween{"entre le {0} à {1} et le {2} à {3}",
                             "between {0} at {1} and {2} at {3}"};

template <class Row>
Text name_or_id(const Row& row) {
  const auto& name = row.name.empty() ? row.id.value : row.name;
  return {name, name};
}

template <class Ids, class Name>
Text list(const Ids& ids, Name name) {
  std::vector<Text> names;
  for (const auto id : ids) names.push_back(name(id));
  return enumeration(names);
}

}  // namespace

Text enumeration(const std::vector<Text>& names) {
  if (names.empty()) return {};
  const bool whole = names.size() <= kMostNamed + 1;
  auto text = names.front();
  const auto shown = whole ? names.size() - 1 : kMostNamed;
  for (std::size_t i = 1; i < shown; ++i) text = say(kComma, text, names[i]);
  if (!whole) return say(kAndMore, text, names.size() - shown);
  return names.size() == 1 ? text : say(kAnd, text, names.back());
}

Text Naming::title(engine::BlockId block) const {
  const auto& row = problem_.blocks[block];
  return say(kQuoted,
             row.rotation.exists()
                 ? gathering_.rotations[row.rotation.index()].title
                 : gathering_.sessions[static_cast<std::size_t>(row.session)].title);
}

Text Naming::round(engine::BlockId block) const {
  const auto [first, last] = engine::blocks_of_item(problem_, block);
  return first == last ? Text{} : say(kRound, problem_.blocks[block].round + 1);
}

Text Naming::item(engine::BlockId block) const {
  const auto which = round(block);
  return which.empty() ? title(block) : say(kInside, title(block), which);
}

Text Naming::item_with_hours(engine::BlockId block) const {
  const auto minutes = problem_.blocks[block].minutes;
  auto inside = engine::spoken_length(minutes);
  if (const auto which = round(block); !which.empty()) inside = say(kComma, which, inside);
  if (const auto starts = problem_.starts[block]; !starts.empty()) {
    const engine::Interval hours{starts.front(), starts.back() + minutes};
    if (engine::day_of(hours.from) == engine::day_of(hours.to - 1))
      inside = say(kComma, inside, between(hours));
  }
  return say(kInside, title(block), inside);
}

Text Naming::items_with_hours(const std::vector<engine::BlockId>& blocks) const {
  if (blocks.size() > kMostWithHours) return items(blocks);
  return list(blocks, [&](engine::BlockId b) { return item_with_hours(b); });
}

Text Naming::person(engine::PersonId person) const {
  return name_or_id(gathering_.people[person.index()]);
}

Text Naming::room(engine::RoomId room) const {
  return name_or_id(gathering_.rooms[room.index()]);
}

Text Naming::site(engine::SiteId site) const {
  return name_or_id(gathering_.sites[site.index()]);
}

Text Naming::equipment(engine::EquipmentId equipment) const {
  return name_or_id(gathering_.equipment[equipment.index()]);
}

Text Naming::items(const std::vector<engine::BlockId>& blocks) const {
  return list(blocks, [&](engine::BlockId b) { return item(b); });
}

Text Naming::people(const std::vector<engine::PersonId>& people) const {
  return list(people, [&](engine::PersonId p) { return person(p); });
}

Text Naming::rooms(const std::vector<engine::RoomId>& rooms) const {
  return list(rooms, [&](engine::RoomId r) { return room(r); });
}

const engine::Travel* longest_way(const engine::Gathering& gathering,
                                  const engine::Problem& problem,
                                  const std::vector<engine::BlockId>& blocks) {
  std::set<std::string_view> places;
  for (const auto block : blocks)
    engine::each_part(problem, block, [&](engine::PartId part) {
      engine::each_activity(problem, part, [&](engine::ActivityId activity) {
        for (const auto id : problem.room_choices[activity]) {
          places.insert(gathering.rooms[id.index()].id.value);
          places.insert(gathering.sites[problem.rooms[id].site.index()].id.value);
        }
      });
    });
  const engine::Travel* longest = nullptr;
  for (const auto& way : gathering.travels)
    if (places.contains(way.from.value) && places.contains(way.to.value) &&
        (longest == nullptr || way.minutes > longest->minutes))
      longest = &way;
  return longest;
}

Text Naming::longest_way(const std::vector<engine::BlockId>& blocks) const {
  const auto* way = scheduler::longest_way(gathering_, problem_, blocks);
  if (way == nullptr) return {};
  return words_of_way(gathering_, *way);
}

Text words_of_way(const engine::Gathering& gathering, const engine::Travel& way) {
  const auto place = [&](const engine::Key& id) -> Text {
    for (const auto& site : gathering.sites)
      if (site.id.value == id.value) return name_or_id(site);
    for (const auto& room : gathering.rooms)
      if (room.id.value == id.value) return name_or_id(room);
    return {id.value, id.value};
  };
  const auto minutes = engine::spoken_length(way.minutes);
  if (way.seats) return say(kWayOfTrips, place(way.from), place(way.to), minutes, *way.seats);
  return say(kWay, place(way.from), place(way.to), minutes);
}

Text Naming::at(engine::Minute moment) const {
  if (gathering_.days.size() <= 1) return say(kAt, engine::spoken_time(moment));
  return say(kDayAt, engine::long_date(engine::day_of(moment)), engine::spoken_time(moment));
}

Text Naming::between(engine::Interval during) const {
  const auto from = engine::spoken_time(during.from);
  const auto to = engine::spoken_time(during.to);
  // What ends at midnight ends on the day that it began, in the eyes of a reader.
  if (engine::day_of(during.from) != engine::day_of(during.to - 1))
    return say(kDaysBetween,
               engine::long_date(engine::day_of(during.from)),
               from,
               engine::long_date(engine::day_of(during.to)),
               to);
  if (gathering_.days.size() <= 1) return say(kBetween, from, to);
  return say(kDayBetween, engine::long_date(engine::day_of(during.from)), from, to);
}

}  // namespace scheduler
