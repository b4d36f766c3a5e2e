#include "data/write/exports/pinned.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "data/write/exports/pinned_times.h"
#include "engine/model/rows.h"
#include "engine/model/without_item.h"
#include "engine/plan/planned_rounds.h"
#include "engine/problem/compile.h"

namespace data {
namespace {

using engine::Key;
using engine::Minute;
using engine::PlannedRotation;
using engine::PlannedSession;
using engine::Role;
using engine::RoleHolders;
using engine::Who;
using Ids = std::vector<std::string>;

template <class Rows>
auto* find(Rows& rows, const std::string& id) {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.id.value == id; });
  return found == rows.end() ? nullptr : &*found;
}

bool has(const Ids& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

std::vector<Key> keys_of(const Ids& ids) {
  std::vector<Key> keys;
  for (const auto& id : ids) keys.push_back({id, {}});
  return keys;
}

Who exactly(const Ids& ids) {
  return {
      .kind = ids.empty() ? Who::Kind::None : Who::Kind::List, .list = keys_of(ids), .where = {}};
}

const Ids* holders_of(const std::vector<RoleHolders>& team, const std::string& role) {
  for (const auto& holders : team)
    if (holders.role == role) return &holders.people;
  return nullptr;
}

class Pinning {
 public:
  Pinning(const engine::Gathering& gathering, const engine::Plan& plan, const InForce& in_force)
      : was_(gathering), plan_(plan), in_force_(in_force), now_(gathering) {}

  engine::Gathering run() {
    take_out();
    engine::ask_for_planned_rounds(now_, plan_);
    const auto problem = engine::compile_in_spite(was_);
    for (const auto& planned : plan_.sessions) pin(planned);
    for (const auto& planned : plan_.rotations) pin(planned);
    pin_audiences(problem);
    pin_participants(problem);
    keep_within_plan(now_, plan_, in_force_);
    return std::move(now_);
  }

 private:
  /// What a repair left out is out of the programme; what never had a place still waits for one.
  void take_out() {
    for (const auto& id : in_force_.cancelled) engine::take_out_item(now_, id);
    if (in_force_.any())
      for (const auto& left_out : plan_.unplaced)
        if (engine::find_row(plan_.rotations, left_out.id) == nullptr)  // else it is shortened
          engine::take_out_item(now_, left_out.id);
  }

  void pin(const PlannedSession& planned) {
    auto* session = find(now_.sessions, planned.id);
    if (session == nullptr) return;
    if (!begins(session->timing, planned.start))
      pin_start(session->timing, planned.start, planned.end);
    pin_length(*session, planned.end - planned.start);
    pin_room(session->rooms, planned.room);
    pin_team(session->team, planned.team);
    std::erase_if(now_.polls, [&](const engine::Poll& poll) {
      return poll.session.value == planned.id && !offers(poll, planned.start);
    });
  }

  /// Whether the file says so already, perhaps by its clock time alone.
  [[nodiscard]] bool begins(const engine::Timing& timing, Minute start) const {
    if (!timing.start || timing.start->value.clock != engine::clock_of(start)) return false;
    auto day = timing.start->value.day;
    if (!day && timing.day) day = timing.day->value;
    if (!day && was_.days.size() == 1) day = was_.days.front().date;
    return day == engine::day_of(start);
  }

  static bool offers(const engine::Poll& poll, Minute start) {
    return poll.options.empty() ||
           std::any_of(poll.options.begin(), poll.options.end(), [&](const auto& option) {
             return option.day == engine::day_of(start) &&
                    option.clock.value_or(engine::clock_of(start)) == engine::clock_of(start);
           });
  }

  static void pin_room(std::vector<engine::RoomChoice>& rooms, const std::string& room) {
    if (!room.empty()) rooms.assign(1, {.room = {room, {}}, .windows = {}});
  }

  /// Those chosen are named; whoever else could have been chosen may still stand in. A place that
  /// should have somebody and has nobody stays open.
  void pin_team(std::vector<Role>& team, const std::vector<RoleHolders>& planned) const {
    for (auto& role : team) {
      const auto* holders = holders_of(planned, role.name.value);
      if (holders == nullptr) continue;
      const auto places = static_cast<std::size_t>(role.open ? role.open->value : 0);
      if (!plan_.feasible && holders->size() < places) continue;
      if (role.open && !role.substitutes && role.from.kind == Who::Kind::List)
        role.substitutes = others_of(role.from, *holders);
      role.people = keys_of(*holders);
      role.open.reset();
    }
  }

  static std::optional<Who> others_of(Who pool, const Ids& holders) {
    std::erase_if(pool.list, [&](const Key& key) { return has(holders, key.value); });
    if (pool.list.empty()) return {};
    return pool;
  }

  void pin(const PlannedRotation& planned) {
    auto* rotation = find(now_.rotations, planned.id);
    if (rotation == nullptr || planned.rounds.empty()) return;
    const auto& rounds = planned.rounds;
    if (rotation->contiguous && !begins(rotation->timing, rounds.front().start))
      pin_start(rotation->timing, rounds.front().start, rounds.back().end);
    if (!rotation->contiguous) pin_starts(rotation->timing, rounds);
    if (rotation->plain_tables) return;  // they have their room
    for (auto& station : rotation->stations) pin(station, planned, rotation->hosts_move);
  }

  /// As in the last of its rounds: that is how repairs have left it.
  void pin(engine::Station& station, const PlannedRotation& planned, bool hosts_move) const {
    const engine::PlannedStation* last = nullptr;
    bool one_team = true;
    for (const auto& round : planned.rounds)
      for (const auto& there : round.stations) {
        if (there.id != station.id.value) continue;
        one_team = one_team && (last == nullptr || last->team == there.team);
        last = &there;
      }
    if (last == nullptr) return;
    pin_room(station.rooms, last->room);
    const bool chosen = std::any_of(station.team.begin(), station.team.end(), [](const Role& role) {
      return role.open.has_value();
    });
    if (!hosts_move && (one_team || !chosen)) pin_team(station.team, last->team);
  }

  /// Whoever the file calls and the plan does not have was excused.
  void pin_audiences(const engine::Problem& problem) {
    problem.blocks.each([&](engine::BlockId b) {
      const auto& row = problem.blocks[b];
      if (row.session < 0) return;
      const auto& id = was_.sessions[static_cast<std::size_t>(row.session)].id.value;
      auto* session = find(now_.sessions, id);
      const auto planned = std::find_if(
          plan_.sessions.begin(), plan_.sessions.end(), [&](const auto& p) { return p.id == id; });
      if (session == nullptr || planned == plan_.sessions.end()) return;
      const auto a = problem.parts[row.first_part].first_activity;
      std::size_t called = 0;
      for (const auto person : problem.audience[a])
        called += has(planned->participants, was_.people[person.index()].id.value) ? 1U : 0U;
      if (called == problem.audience[a].size() && called == planned->participants.size()) return;
      const bool registered = session->audience.kind == Who::Kind::Registered;
      if (registered) unregister(id, planned->participants);
      if (!registered || planned->participants.empty())
        session->audience = exactly(planned->participants);
    });
  }

  void unregister(const std::string& session, const Ids& staying) {
    std::erase_if(now_.registrations, [&](const engine::Registration& row) {
      return row.session.value == session && !has(staying, row.person.value);
    });
  }

  /// Those who leave before the last round have had their rounds.
  void pin_participants(const engine::Problem& problem) {
    problem.rotations.each([&](engine::RotationId r) {
      const auto& id = was_.rotations[r.index()].id.value;
      auto* rotation = find(now_.rotations, id);
      const auto planned = std::find_if(plan_.rotations.begin(),
                                        plan_.rotations.end(),
                                        [&](const auto& p) { return p.id == id; });
      if (rotation == nullptr || planned == plan_.rotations.end()) return;
      Ids called;
      for (const auto person : problem.rotations[r].participants)
        called.push_back(was_.people[person.index()].id.value);
      Ids staying;
      for (const auto& person : called)
        if (stays(*rotation, *planned, person)) staying.push_back(person);
      if (staying.size() == called.size()) return;
      rotation->participants = exactly(staying);
      keep_only(rotation->together, staying);
      keep_only(rotation->apart, staying);
      std::erase_if(now_.wishes, [&](const engine::Wish& wish) {
        return wish.rotation.value == id && !has(staying, wish.person.value);
      });
    });
  }

  [[nodiscard]] bool stays(const engine::Rotation& rotation,
                           const PlannedRotation& planned,
                           const std::string& person) const {
    if (hosts(rotation, person)) return false;
    const bool out = in_force_.out.contains(person);
    if (rotation.pattern.value == engine::Pattern::Free) return !out;
    const auto seated = [&](const engine::PlannedRound& round) {
      return std::any_of(round.stations.begin(), round.stations.end(), [&](const auto& station) {
        return has(station.participants, person);
      });
    };
    if (out) return seated(planned.rounds.back());
    return std::any_of(planned.rounds.begin(), planned.rounds.end(), seated);
  }

  /// Somebody chosen among the participants is one no more once named.
  static bool hosts(const engine::Rotation& rotation, const std::string& person) {
    for (const auto& station : rotation.stations)
      for (const auto& role : station.team)
        for (const auto& key : role.people)
          if (key.value == person) return true;
    return false;
  }

  static void keep_only(std::vector<std::vector<Key>>& sets, const Ids& people) {
    for (auto& set : sets)
      std::erase_if(set, [&](const Key& key) { return !has(people, key.value); });
    std::erase_if(sets, [](const auto& set) { return set.size() < 2; });
  }

  const engine::Gathering& was_;
  const engine::Plan& plan_;
  const InForce& in_force_;
  engine::Gathering now_;
};

}  // namespace

engine::Gathering pinned(const engine::Gathering& gathering,
                         const engine::Plan& plan,
                         const InForce& in_force) {
  return Pinning(gathering, plan, in_force).run();
}

}  // namespace data
