#include "scheduler/replan/adapted.h"

#include <algorithm>
#include <utility>

#include "engine/model/rows.h"
#include "engine/model/without_item.h"
#include "engine/plan/planned_rounds.h"
#include "scheduler/replan/last_turns.h"
#include "scheduler/replan/late.h"
#include "scheduler/replan/ordered_pauses.h"
#include "scheduler/replan/roles.h"

namespace scheduler {
namespace {

using engine::At;
using engine::contains;
using engine::find_row;
using engine::Minute;
using engine::PlannedRotation;
using engine::PlannedSession;
using engine::say;
using engine::Timing;
using engine::Words;
using Kind = Disruption::Kind;

constexpr Words kCancelled{"annulée", "cancelled"};

engine::When when_of(Minute moment) {
  return {.day = engine::day_of(moment), .clock = engine::clock_of(moment)};
}

class Adapter {
 public:
  Adapter(const Upset& upset, const engine::Plan& standing)
      : upset_(upset), problem_(upset.problem), clock_(upset.clock), before_(standing) {
    to_.gathering = upset.gathering;
    to_.plan = standing;
    to_.untold = upset.untold;
  }

  Adapted adapt() {
    for (const auto& one : upset_.disruptions)
      if (one.kind == Kind::Arrive && one.now) arrived_.insert(one.item);
    keep_lengths();
    keep_audiences();
    for (const auto& one : upset_.disruptions) take(one);
    to_.last_turns = last_turns(to_, clock_);
    for (const auto& id : to_.out) excuse(id, INT32_MAX);
    for (const auto& [id, time] : to_.late)
      if (!to_.out.contains(id)) excuse(id, time);
    open_roles(to_, clock_);
    open_other_rooms();
    keep_rooms_used();
    fix_what_has_begun();
    release(upset_.released);
    let_wait(to_, clock_);
    write_fixed_times();
    return std::move(to_);
  }

 private:
  /// What is in the plan keeps its length there: it may be the result of an earlier delay.
  void keep_lengths() {
    to_.rounds_left_out = engine::rounds_left_out(to_.gathering, to_.plan);
    engine::ask_for_planned_rounds(to_.gathering, to_.plan);
    for (const auto& planned : to_.plan.sessions)
      if (auto* session = find_row(to_.gathering.sessions, planned.id); session != nullptr)
        session->minutes.value = planned.end - planned.start;
    for (const auto& planned : to_.plan.rotations) keep_rounds(to_, planned);
  }

  /// Whoever is not in the plan although the file says so was excused earlier; newcomers come in
  /// where a seat is left.
  void keep_audiences() {
    problem_.blocks.each([&](engine::BlockId b) {
      const auto& row = problem_.blocks[b];
      if (row.session < 0) return;
      auto& session = to_.gathering.sessions[static_cast<std::size_t>(row.session)];
      auto* planned = find_row(to_.plan.sessions, session.id.value);
      if (planned == nullptr) return;
      const auto a = problem_.parts[row.first_part].first_activity;
      for (const auto person : problem_.audience[a]) keep_in(session, *planned, key(person));
    });
    problem_.rotations.each([&](engine::RotationId r) {
      auto& rotation = to_.gathering.rotations[r.index()];
      const auto* planned = find_row(to_.plan.rotations, rotation.id.value);
      if (planned == nullptr) return;
      std::set<std::string> seated;
      for (const auto& round : planned->rounds)
        for (const auto& station : round.stations)
          seated.insert(station.participants.begin(), station.participants.end());
      for (const auto person : problem_.rotations[r].participants)
        if (!seated.contains(key(person)) && !arrived_.contains(key(person)))
          rotation.excused.push_back(key(person));
    });
  }

  void keep_in(engine::Session& session, PlannedSession& planned, const std::string& id) {
    if (contains(planned.participants, id)) return;
    const auto* room = find_row(to_.gathering.rooms, planned.room);
    const bool comes = arrived_.contains(id) && !clock_.begun(planned.start);
    const auto heads = static_cast<int>(planned.participants.size());
    const bool seat = room == nullptr || heads < room->capacity.value;
    if (comes && seat) {
      planned.participants.push_back(id);
    } else {
      if (comes) to_.turned_away.emplace_back(id, planned.id);
      session.excused.push_back(id);
    }
  }

  void take(const Disruption& one) {
    switch (one.kind) {
      case Kind::PersonOut:
      case Kind::Absent:
        leave(one);
        break;
      case Kind::PersonLate:
        if (one.now) to_.concerned.insert(one.item);
        to_.late[one.item] = one.time;
        break;
      case Kind::Substitute:
        leave(one);
        send_in(to_, one, clock_);
        break;
      case Kind::Arrive:
        if (one.now) to_.concerned.insert(one.item);
        break;
      case Kind::RoomOut:
        close_room(one.item, one.now);
        break;
      case Kind::SiteOut:
        for (const auto& room : to_.gathering.rooms)
          if (room.site.value == one.item) close_room(room.id.value, one.now);
        break;
      case Kind::Cancel:
        cancel(one.item);
        break;
      case Kind::Delay:
        if (one.now) run_late(to_, one, clock_);
        fix(one.item);
        break;
      case Kind::Move:
        if (one.now) move(one);
        allow_room_of(one.item);
        allow_pauses_of(to_, one.item);
        to_.fixed.insert(one.item);
        if (!one.now || !one.other.empty()) to_.fixed_room.insert(one.item);
        if (one.now) to_.ordered.insert(one.item);
        break;
      case Kind::Lock:
        fix(one.item);
        break;
      case Kind::Unlock:
        to_.fixed.erase(one.item);
        to_.fixed_room.erase(one.item);
        break;
    }
  }

  void leave(const Disruption& one) {
    if (one.now) to_.concerned.insert(one.item);
    to_.out.insert(one.item);
  }

  void fix(const std::string& item) {
    to_.fixed.insert(item);
    to_.fixed_room.insert(item);
  }

  void cancel(const std::string& id) {
    to_.cancelled.push_back({id, say(kCancelled)});
    engine::take_out_item(to_.gathering, id);
    std::erase_if(to_.plan.sessions, [&](const auto& s) { return s.id == id; });
    std::erase_if(to_.plan.rotations, [&](const auto& r) { return r.id == id; });
    std::erase_if(to_.plan.unplaced, [&](const auto& u) { return u.id == id; });
    to_.rounds_left_out.erase(id);
  }

  /// Where every room the file allows is lost, any other that fits will do. What has begun was in
  /// one of those lost.
  void open_other_rooms() {
    if (to_.rooms_lost.empty()) return;
    const auto open = [&](std::vector<engine::RoomChoice>& rooms, const std::string& format) {
      const bool lost = std::all_of(rooms.begin(), rooms.end(), [&](const auto& choice) {
        return to_.rooms_lost.contains(choice.room.value);
      });
      if (!lost || rooms.empty()) return;
      std::vector<engine::RoomChoice> others;
      for (const auto& room : to_.gathering.rooms)
        if (!to_.rooms_lost.contains(room.id.value) && may_stand_in(room, rooms, format == "visit"))
          others.push_back({.room = room.id, .windows = {}});
      rooms.insert(rooms.end(), others.begin(), others.end());
    };
    for (auto& session : to_.gathering.sessions) open(session.rooms, session.format.value);
    for (auto& rotation : to_.gathering.rotations)
      for (auto& station : rotation.stations) open(station.rooms, rotation.format.value);
  }

  /// Nothing that brings people together goes online, and the place that is visited stays the same.
  [[nodiscard]] bool may_stand_in(const engine::Room& room,
                                  const std::vector<engine::RoomChoice>& lost,
                                  bool visited) const {
    const auto is_online = [&](const engine::Room& one) {
      const auto* site = find_row(to_.gathering.sites, one.site.value);
      return site != nullptr && site->online;
    };
    return std::any_of(lost.begin(), lost.end(), [&](const auto& choice) {
      const auto* was = find_row(to_.gathering.rooms, choice.room.value);
      return was != nullptr && (!is_online(room) || is_online(*was)) &&
             (!visited || was->site.value == room.site.value);
    });
  }

  /// Rounds that have begun were where they were, whatever room is lost since.
  void keep_rooms_used() {
    for (const auto& planned : to_.plan.rotations)
      for (const auto& round : planned.rounds) {
        if (!clock_.begun(round.start)) continue;
        for (const auto& there : round.stations) {
          auto* rotation = find_row(to_.gathering.rotations, planned.id);
          auto* station = rotation == nullptr ? nullptr : find_row(rotation->stations, there.id);
          if (station == nullptr || station->rooms.empty()) continue;
          const bool known =
              std::any_of(station->rooms.begin(), station->rooms.end(), [&](const auto& choice) {
                return choice.room.value == there.room;
              });
          if (!known) station->rooms.push_back({.room = {there.room, {}}, .windows = {}});
        }
      }
  }

  /// From now on, or from the end of what is going on in it.
  void close_room(const std::string& id, bool now) {
    auto* room = find_row(to_.gathering.rooms, id);
    Minute from = engine::moment_at(problem_.days.empty() ? 0 : problem_.days.front().date, 0);
    if (clock_.now) from = *clock_.now;
    for (const auto& session : before_.sessions)
      if (session.room == id && clock_.begun(session.start)) from = std::max(from, session.end);
    for (const auto& rotation : before_.rotations)
      for (const auto& round : rotation.rounds)
        for (const auto& station : round.stations)
          if (station.room == id && clock_.begun(round.start)) from = std::max(from, round.end);
    const Minute end =
        engine::moment_at(problem_.days.empty() ? 0 : problem_.days.back().date + 1, 0);
    if (from < end)
      room->closed.push_back({.from = when_of(from), .to = when_of(end), .where = room->id.where});
    to_.rooms_lost.insert(id);
    if (now) to_.rooms_just_lost.insert(id);
  }

  void move(const Disruption& one) {
    if (auto* planned = find_row(to_.plan.sessions, one.item); planned != nullptr) {
      planned->end += one.time - planned->start;
      planned->start = one.time;
      if (!one.other.empty()) planned->room = one.other;
      return;
    }
    auto* planned = find_row(to_.plan.rotations, one.item);
    if (planned == nullptr || planned->rounds.empty()) return;
    const auto by = one.time - planned->rounds.front().start;
    for (auto& round : planned->rounds) {
      round.start += by;
      round.end += by;
      for (auto& station : round.stations)
        if (!one.other.empty()) station.room = one.other;
    }
  }

  /// The organiser's word counts more than the rooms of the file.
  void allow_room_of(const std::string& item) {
    const auto* planned = find_row(to_.plan.sessions, item);
    if (planned == nullptr || planned->room.empty()) return;
    auto& rooms = find_row(to_.gathering.sessions, item)->rooms;
    const bool allowed = std::any_of(rooms.begin(), rooms.end(), [&](const auto& choice) {
      return choice.room.value == planned->room;
    });
    if (!allowed && !rooms.empty()) rooms.assign(1, {.room = {planned->room, {}}, .windows = {}});
  }

  /// Takes a person out of what begins before `until` and has not begun.
  void excuse(const std::string& id, Minute until) {
    const auto stays_away = [&](Minute start) { return !clock_.begun(start) && start < until; };
    for (auto& planned : to_.plan.sessions) {
      if (!stays_away(planned.start) || !contains(planned.participants, id)) continue;
      // Somebody of its team who comes late may still hold it, at another hour or last of all.
      const bool expected =
          until != INT32_MAX &&
          std::any_of(planned.team.begin(), planned.team.end(), [&](const auto& holders) {
            return contains(holders.people, id);
          });
      if (expected) continue;
      std::erase(planned.participants, id);
      find_row(to_.gathering.sessions, planned.id)->excused.push_back(id);
    }
    for (auto& planned : to_.plan.rotations) {
      bool stays = false;
      for (auto& round : planned.rounds)
        for (auto& station : round.stations) {
          if (stays_away(round.start)) std::erase(station.participants, id);
          stays = stays || contains(station.participants, id);
        }
      // Participants of what has begun stay in its rows, without a seat in the rounds to come.
      if (!stays) find_row(to_.gathering.rotations, planned.id)->excused.push_back(id);
    }
  }

  /// What begins soon stays too, unless something is late: then it may have to wait.
  void fix_what_has_begun() {
    const auto stays = [&](Minute start) {
      return clock_.begun(start) || (clock_.frozen(start) && to_.late_by == 0);
    };
    for (const auto& planned : to_.plan.sessions) {
      if (stays(planned.start)) fix(planned.id);
      // A place that is lost cannot be kept, whatever was locked.
      if (to_.rooms_lost.contains(planned.room) && !clock_.begun(planned.start))
        to_.fixed_room.erase(planned.id);
    }
    for (const auto& planned : to_.plan.rotations) {
      if (planned.rounds.empty()) continue;
      if (stays(planned.rounds.front().start)) to_.fixed.insert(planned.id);
      for (const auto& station : planned.rounds.back().stations)
        if (to_.rooms_lost.contains(station.room)) to_.fixed_room.erase(planned.id);
    }
  }

  void release(const std::set<std::string>& items) {
    for (const auto& id : items)
      for (auto* kept : {&to_.fixed, &to_.fixed_room, &to_.ordered}) kept->erase(id);
    to_.released = items;
  }

  /// So that the time that stays is a candidate, whatever the file said.
  void write_fixed_times() {
    const auto write = [&](Timing& timing, Minute start) {
      timing.start = At<engine::When>{when_of(start), {}};
      timing.starts.clear();
      timing.day.reset();
      timing.window.reset();
      timing.windows.clear();
    };
    for (const auto& planned : to_.plan.sessions)
      if (to_.fixed.contains(planned.id))
        write(find_row(to_.gathering.sessions, planned.id)->timing, planned.start);
    for (const auto& planned : to_.plan.rotations) {
      auto* rotation = find_row(to_.gathering.rotations, planned.id);
      if (to_.fixed.contains(planned.id) && rotation->contiguous)
        write(rotation->timing, planned.rounds.front().start);
    }
  }

  [[nodiscard]] const std::string& key(engine::PersonId person) const {
    return to_.gathering.people[person.index()].id.value;
  }

  const Upset& upset_;
  const engine::Problem& problem_;
  const Clock& clock_;
  const engine::Plan& before_;
  std::set<std::string> arrived_;
  Adapted to_;
};

}  // namespace

Adapted adapt(const Upset& upset, const engine::Plan& standing) {
  return Adapter(upset, standing).adapt();
}

}  // namespace scheduler
