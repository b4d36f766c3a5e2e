#include "scheduler/explain/heads.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "engine/problem/who.h"

namespace scheduler {
namespace {

using Heads = std::set<std::string_view>;

/// The people a list or a word stands for, but for the registered.
void add_people(const engine::Gathering& gathering, const engine::Who& who, Heads& heads) {
  for (const auto& person : gathering.people)
    if (who.kind == engine::Who::Kind::All ||
        std::any_of(who.list.begin(), who.list.end(), [&](const auto& one) {
          return engine::names(one.value, person);
        }))
      heads.insert(person.id.value);
}

void add_registered(const engine::Gathering& gathering, const engine::Key& item, Heads& heads) {
  for (const auto& row : gathering.registrations)
    if (row.session.value == item.value) heads.insert(row.person.value);
}

/// Adds who is named; returns how many are still to be chosen.
int add_team(const std::vector<engine::Role>& team, Heads& heads) {
  int open = 0;
  for (const auto& role : team) {
    for (const auto& person : role.people) heads.insert(person.value);
    if (role.open) open += role.open->value;
  }
  return open;
}

}  // namespace

int heads_of(const engine::Gathering& gathering, const engine::Session& session) {
  Heads heads;
  add_people(gathering, session.audience, heads);
  if (session.audience.kind == engine::Who::Kind::Registered)
    add_registered(gathering, session.id, heads);
  const int open = add_team(session.team, heads);
  const auto people = static_cast<int>(heads.size()) + open;
  return std::max({1, people, session.seats ? session.seats->value : 0});
}

int seats_in_room(const engine::Gathering& gathering,
                  const engine::Rotation& rotation,
                  const std::string& room,
                  int by) {
  Heads heads;
  add_people(gathering, rotation.participants, heads);
  int open = 0;
  int seats = 0;
  for (const auto& station : rotation.stations) {
    open += add_team(station.team, heads);
    if (station.rooms.size() == 1 && station.rooms.front().room.value == room)
      seats += station.max_people ? station.max_people->value + by : 1;
  }
  if (rotation.participants.kind == engine::Who::Kind::Registered)
    add_registered(gathering, rotation.id, heads);
  return std::min(seats, static_cast<int>(heads.size()) + open);
}

}  // namespace scheduler
