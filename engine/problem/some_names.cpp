#include "engine/problem/some_names.h"

#include <algorithm>

namespace engine {
namespace {

constexpr std::size_t kShown = 3;

/// The first few of some rows, `as` each is named.
template <class Id, class Name>
Statement some_of(const std::vector<Id>& rows, Name as) {
  Statement names;
  const auto shown = std::min(kShown, rows.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const bool last = i + 1 == rows.size();
    const auto one = as(rows[i]);
    names = i == 0 ? one
            : last ? state({"{0} et {1}", "{0} and {1}"}, names, one)
                   : state({"{0}, {1}", "{0}, {1}"}, names, one);
  }
  if (rows.size() <= kShown) return names;
  return state({"{0} et {1} {1:autre|autres}", "{0} and {1} more"}, names, rows.size() - kShown);
}

}  // namespace

Statement some_names(const Gathering& gathering, const std::vector<PersonId>& people) {
  return some_of(people, [&](PersonId person) {
    auto one = named(gathering.people[person.index()]);
    one.by_id = one.by_name;  // ids are no help among so many
    return one;
  });
}

Statement some_rooms(const Gathering& gathering, const std::vector<RoomId>& rooms) {
  auto names = some_of(rooms, [&](RoomId room) {
    return state({"«\u202f{0}\u202f»", "\"{0}\""}, named(gathering.rooms[room.index()]));
  });
  names.about.clear();
  for (const auto room : rooms) names.about.push_back(gathering.rooms[room.index()].id.value);
  return names;
}

}  // namespace engine
