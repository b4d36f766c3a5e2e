#include "scheduler/replan/adapted.h"

#include <algorithm>
#include <utility>

#include "engine/formats/formats.h"

namespace scheduler {
namespace {

using engine::At;
using engine::Key;
using engine::Minute;
using engine::PlannedRotation;
using engine::PlannedSession;
using engine::Role;
using engine::RoleHolders;
using engine::say;
using engine::Timing;
using engine::Words;
using Kind = Disruption::Kind;

constexpr Words kCancelled{"annulée", "cancelled"};

/// A table whose host is missing finds one among its people (DOMAIN 5).
constexpr int kLeastAtStation = 0;

template <class List>
auto* find_item(List& list, const std::string& id) {
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const auto& row) { return row.id.value == id; });
  return found == list.end() ? nullptr : &*found;
}

template <class List>
auto* find_planned(List& list, const std::string& id) {
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const auto& row) { return row.id == id; });
  return found == list.end() ? nullptr : &*found;
}

bool has(const std::vector<std::string>& list, const std::string& id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

void erase_key(std::vector<Key>& keys, const std::string& id) {
  std::erase_if(keys, [&](const Key& key) { return key.value == id; });
}

engine::When when_of(Minute moment) {
  return {.day = engine::day_of(moment), .clock = engine::clock_of(moment)};
}

class Adapter {
 public:
  Adapter(const engine::Gathering& gathering,
          const engine::Problem& problem,
          const engine::Plan& plan,
          const Clock& clock)
      : problem_(problem), clock_(clock), before_(plan) {
    to_.gathering = gathering;
    to_.plan = plan;
  }

  Adapted adapt(const std::vector<Disruption>& disruptions) {
    for (const auto& one : disruptions)
      if (one.kind == Kind::Arrive && one.now) arrived_.insert(one.item);
    keep_lengths();
    keep_audiences();
    for (const auto& one : disruptions) take(one);
    for (const auto& id : to_.out) excuse(id, INT32_MAX);
    for (const auto& [id, time] : to_.late)
      if (!to_.out.contains(id)) excuse(id, time);
    edit_roles();
    open_other_rooms();
    fix_what_has_begun();
    write_fixed_times();
    return std::move(to_);
  }

 private:
  /// Sessions keep the length they have in the plan: it may be the result of an earlier delay.
  void keep_lengths() {
    for (const auto& planned : to_.plan.sessions)
      if (auto* session = find_item(to_.gathering.sessions, planned.id); session != nullptr)
        session->minutes.value = planned.end - planned.start;
  }

  /// Whoever is not in the plan although the file says so was excused earlier; newcomers come in
  /// where a seat is left.
  void keep_audiences() {
    problem_.blocks.each([&](engine::BlockId b) {
      const auto& row = problem_.blocks[b];
      if (row.session < 0) return;
      auto& session = to_.gathering.sessions[static_cast<std::size_t>(row.session)];
      auto* planned = find_planned(to_.plan.sessions, session.id.value);
      if (planned == nullptr) return;
      const auto a = problem_.parts[row.first_part].first_activity;
      for (const auto person : problem_.audience[a]) keep_in(session, *planned, key(person));
    });
    problem_.rotations.each([&](engine::RotationId r) {
      auto& rotation = to_.gathering.rotations[r.index()];
      const auto* planned = find_planned(to_.plan.rotations, rotation.id.value);
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
    if (has(planned.participants, id)) return;
    const auto* room = find_item(to_.gathering.rooms, planned.room);
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
        substitute(one);
        break;
      case Kind::Arrive:
        if (one.now) to_.concerned.insert(one.item);
        break;
      case Kind::RoomOut:
        close_room(one.item);
        break;
      case Kind::SiteOut:
        for (const auto& room : to_.gathering.rooms)
          if (room.site.value == one.item) close_room(room.id.value);
        break;
      case Kind::Cancel:
        cancel(one.item);
        break;
      case Kind::Delay:
        if (one.now) delay(one);
        fix(one.item);
        break;
      case Kind::Move:
        if (one.now) move(one);
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
    auto& g = to_.gathering;
    to_.cancelled.push_back({id, say(kCancelled)});
    const auto forget = [&](Timing& timing) {
      std::erase_if(timing.after, [&](const engine::After& a) { return a.item.value == id; });
      erase_key(timing.same_start, id);
      erase_key(timing.not_with, id);
    };
    std::erase_if(g.sessions, [&](const auto& s) { return s.id.value == id; });
    std::erase_if(g.rotations, [&](const auto& r) { return r.id.value == id; });
    std::erase_if(g.polls, [&](const auto& poll) { return poll.session.value == id; });
    for (auto& session : g.sessions) forget(session.timing);
    for (auto& rotation : g.rotations) forget(rotation.timing);
    std::erase_if(g.registrations, [&](const auto& r) { return r.session.value == id; });
    std::erase_if(g.wishes, [&](const auto& w) { return w.rotation.value == id; });
    std::erase_if(to_.plan.sessions, [&](const auto& s) { return s.id == id; });
    std::erase_if(to_.plan.rotations, [&](const auto& r) { return r.id == id; });
    std::erase_if(to_.plan.unplaced, [&](const auto& u) { return u.id == id; });
  }

  /// Where every room the file allows is lost, any that fits will do.
  void open_other_rooms() {
    const auto open = [&](std::vector<engine::RoomChoice>& rooms) {
      const bool lost = std::all_of(rooms.begin(), rooms.end(), [&](const auto& choice) {
        return to_.rooms_lost.contains(choice.room.value);
      });
      if (lost) rooms.clear();
    };
    if (to_.rooms_lost.empty()) return;
    for (auto& session : to_.gathering.sessions) open(session.rooms);
    for (auto& rotation : to_.gathering.rotations)
      for (auto& station : rotation.stations) open(station.rooms);
  }

  /// From now on, or from the end of what is going on in it.
  void close_room(const std::string& id) {
    auto* room = find_item(to_.gathering.rooms, id);
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
  }

  /// What has begun ends later; what has not begins later, shorter where it may be.
  void delay(const Disruption& one) {
    to_.cascades = true;
    auto* planned = find_planned(to_.plan.sessions, one.item);
    if (planned == nullptr) return delay_rotation(one);
    auto* session = find_item(to_.gathering.sessions, one.item);
    if (clock_.begun(planned->start)) {
      planned->end += one.minutes;
    } else {
      const auto grid = to_.gathering.grid.value;
      const auto by = (one.minutes + grid - 1) / grid * grid;
      const auto least = session->min_minutes ? session->min_minutes->value : INT32_MAX;
      const auto length = planned->end - planned->start;
      planned->start += by;
      planned->end = planned->start + std::max(std::min(length, least), length - by);
    }
    session->minutes.value = planned->end - planned->start;
    to_.ordered.insert(one.item);
    compress_behind(*planned);
  }

  /// One item after the other: who has to wait for it begins when it ends, and is shortened as far
  /// as its min_minutes allow until the delay is made up (eat buffers, then compress: DOMAIN 5).
  void compress_behind(const PlannedSession& late) {
    const auto grid = to_.gathering.grid.value;
    std::vector<std::pair<std::string, Minute>> ends{{late.id, late.end}};  // of what is late
    auto order = to_.plan.sessions;
    std::stable_sort(
        order.begin(), order.end(), [](const auto& a, const auto& b) { return a.start < b.start; });
    for (const auto& next : order) {
      if (clock_.begun(next.start) || to_.fixed.contains(next.id)) continue;
      Minute start = next.start;
      for (const auto& [id, end] : ends)
        if (id != next.id && start < end && waits_for(next, id)) start = end;
      if (start == next.start) continue;
      start = (start + grid - 1) / grid * grid;
      auto* session = find_item(to_.gathering.sessions, next.id);
      const auto length = next.end - next.start;
      const auto least = session->min_minutes ? session->min_minutes->value : length;
      const auto shorter = std::clamp(next.end - start, std::min(least, length), length);
      session->minutes.value = shorter;
      ends.emplace_back(next.id, start + shorter);
    }
  }

  /// Do two items share a room or people?
  [[nodiscard]] bool waits_for(const PlannedSession& next, const std::string& id) {
    const auto* other = find_planned(to_.plan.sessions, id);
    if (other == nullptr) return false;
    if (!next.room.empty() && next.room == other->room) return true;
    const auto mine = everyone(next);
    const auto theirs = everyone(*other);
    return std::any_of(mine.begin(), mine.end(), [&](const auto& p) { return theirs.contains(p); });
  }

  static std::set<std::string> everyone(const PlannedSession& session) {
    std::set<std::string> people(session.participants.begin(), session.participants.end());
    for (const auto& holders : session.team)
      people.insert(holders.people.begin(), holders.people.end());
    return people;
  }

  void delay_rotation(const Disruption& one) {
    auto* planned = find_planned(to_.plan.rotations, one.item);
    if (planned == nullptr) return;
    const auto grid = to_.gathering.grid.value;
    const auto by = (one.minutes + grid - 1) / grid * grid;
    for (auto& round : planned->rounds) {
      round.start += by;
      round.end += by;
    }
    to_.ordered.insert(one.item);
  }

  void move(const Disruption& one) {
    if (auto* planned = find_planned(to_.plan.sessions, one.item); planned != nullptr) {
      planned->end += one.time - planned->start;
      planned->start = one.time;
      if (!one.other.empty()) planned->room = one.other;
      return;
    }
    auto* planned = find_planned(to_.plan.rotations, one.item);
    if (planned == nullptr || planned->rounds.empty()) return;
    const auto by = one.time - planned->rounds.front().start;
    for (auto& round : planned->rounds) {
      round.start += by;
      round.end += by;
      for (auto& station : round.stations)
        if (!one.other.empty()) station.room = one.other;
    }
  }

  /// In the roles as written and as planned.
  void substitute(const Disruption& one) {
    if (one.now) to_.concerned.insert(one.other);
    to_.sent_in.insert(one.other);
    const auto in_role = [&](Role& role) {
      for (auto& key : role.people)
        if (key.value == one.item) key.value = one.other;
    };
    const auto in_plan = [&](std::vector<RoleHolders>& team) {
      for (auto& holders : team)
        std::replace(holders.people.begin(), holders.people.end(), one.item, one.other);
    };
    for (auto& planned : to_.plan.sessions)
      if (!clock_.begun(planned.start)) {
        in_plan(planned.team);
        auto* session = find_item(to_.gathering.sessions, planned.id);
        if (session == nullptr) continue;
        for (auto& role : session->team) in_role(role);
      }
    for (auto& planned : to_.plan.rotations)
      if (!planned.rounds.empty() && !clock_.begun(planned.rounds.back().start)) {
        for (auto& round : planned.rounds)
          if (!clock_.begun(round.start))
            for (auto& station : round.stations) in_plan(station.team);
        auto* rotation = find_item(to_.gathering.rotations, planned.id);
        const bool whole = !clock_.begun(planned.rounds.front().start);
        if (rotation == nullptr || !whole) continue;
        for (auto& station : rotation->stations)
          for (auto& role : station.team) in_role(role);
      }
  }

  /// Takes a person out of what begins before `until` and has not begun.
  void excuse(const std::string& id, Minute until) {
    const auto stays_away = [&](Minute start) { return !clock_.begun(start) && start < until; };
    for (auto& planned : to_.plan.sessions) {
      if (!stays_away(planned.start) || !has(planned.participants, id)) continue;
      std::erase(planned.participants, id);
      find_item(to_.gathering.sessions, planned.id)->excused.push_back(id);
    }
    for (auto& planned : to_.plan.rotations) {
      bool stays = false;
      for (auto& round : planned.rounds)
        for (auto& station : round.stations) {
          if (stays_away(round.start)) std::erase(station.participants, id);
          stays = stays || has(station.participants, id);
        }
      // Participants of what has begun stay in its rows, without a seat in the rounds to come.
      if (!stays) find_item(to_.gathering.rotations, planned.id)->excused.push_back(id);
    }
  }

  void edit_roles() {
    for (auto& planned : to_.plan.sessions) {
      auto* session = find_item(to_.gathering.sessions, planned.id);
      if (session == nullptr || clock_.begun(planned.start)) continue;
      for (std::size_t i = 0; i < session->team.size() && i < planned.team.size(); ++i) {
        const auto& role = session->team[i];
        const int needed =
            engine::least_holders(session->format.value, role.name.value, places(role));
        open_role(session->team[i], planned.team[i], needed, planned.start);
        in_order(session->team[i], planned.team[i]);
      }
    }
    for (auto& planned : to_.plan.rotations) {
      auto* rotation = find_item(to_.gathering.rotations, planned.id);
      if (rotation == nullptr || planned.rounds.empty()) continue;
      if (clock_.begun(planned.rounds.back().start)) continue;
      for (auto& station : rotation->stations)
        for (std::size_t i = 0; i < station.team.size(); ++i) {
          open_role(station.team[i],
                    holders_of(planned, station.id.value, i),
                    kLeastAtStation,
                    next_round(planned));
          for (auto& round : planned.rounds)
            if (auto* there = find_planned(round.stations, station.id.value);
                there != nullptr && i < there->team.size())
              in_order(station.team[i], there->team[i]);
        }
    }
  }

  /// Of the first round to come in which the station takes place.
  [[nodiscard]] RoleHolders holders_of(PlannedRotation& planned,
                                       const std::string& station,
                                       std::size_t role) const {
    for (auto& round : planned.rounds)
      if (const auto* there = find_planned(round.stations, station);
          !clock_.begun(round.start) && there != nullptr && role < there->team.size())
        return there->team[role];
    return {};
  }

  /// The start of the first round to come.
  [[nodiscard]] Minute next_round(const PlannedRotation& planned) const {
    for (const auto& round : planned.rounds)
      if (!clock_.begun(round.start)) return round.start;
    return planned.rounds.back().start;
  }

  static int places(const Role& role) {
    return role.open ? role.open->value : static_cast<int>(role.people.size());
  }

  /// Named holders who cannot be there leave places that stand-ins may take.
  void open_role(Role& role, const RoleHolders& holders, int needed, Minute start) const {
    const auto missing = [&](const Key& key) { return away(key.value, start); };
    const auto lost =
        static_cast<int>(std::count_if(role.people.begin(), role.people.end(), missing));
    const int held = places(role);
    if (role.open) {
      const bool any = std::any_of(holders.people.begin(),
                                   holders.people.end(),
                                   [&](const auto& id) { return away(id, start); });
      if (any || static_cast<int>(holders.people.size()) < held) {
        role.from = either(role.from, role.substitutes);
        role.spare = std::max(0, held - needed);
      }
      return;
    }
    if (lost == 0) return;
    engine::Who pool{.kind = engine::Who::Kind::List, .list = {}, .where = role.name.where};
    for (const auto& key : role.people)
      if (missing(key)) pool.list.push_back(key);
    role.from = either(pool, role.substitutes);
    role.open = At<int>{lost, role.name.where};
    role.spare = std::min(lost, std::max(0, held - needed));
    std::erase_if(role.people, missing);
  }

  [[nodiscard]] bool away(const std::string& id, Minute start) const {
    if (to_.out.contains(id)) return true;
    const auto late = to_.late.find(id);
    return late != to_.late.end() && start < late->second;
  }

  static engine::Who either(engine::Who who, const std::optional<engine::Who>& more) {
    if (!more || who.kind == engine::Who::Kind::All) return who;
    if (more->kind == engine::Who::Kind::All) return *more;
    if (who.kind == engine::Who::Kind::List && more->kind == engine::Who::Kind::List)
      who.list.insert(who.list.end(), more->list.begin(), more->list.end());
    return who;
  }

  /// As plans list a role: those named, in the order of the file, then those chosen.
  static void in_order(const Role& role, RoleHolders& holders) {
    std::vector<std::string> list;
    for (const auto& key : role.people) list.push_back(key.value);
    for (const auto& id : holders.people)
      if (!has(list, id)) list.push_back(id);
    holders.people = std::move(list);
  }

  /// What begins soon stays too, unless something is late: then it may have to wait.
  void fix_what_has_begun() {
    const auto stays = [&](Minute start) {
      return clock_.begun(start) || (clock_.frozen(start) && !to_.cascades);
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
        write(find_item(to_.gathering.sessions, planned.id)->timing, planned.start);
    for (const auto& planned : to_.plan.rotations) {
      auto* rotation = find_item(to_.gathering.rotations, planned.id);
      if (to_.fixed.contains(planned.id) && rotation->contiguous)
        write(rotation->timing, planned.rounds.front().start);
    }
  }

  [[nodiscard]] const std::string& key(engine::PersonId person) const {
    return to_.gathering.people[person.index()].id.value;
  }

  const engine::Problem& problem_;
  Clock clock_;
  const engine::Plan& before_;
  std::set<std::string> arrived_;
  Adapted to_;
};

}  // namespace

Adapted adapt(const engine::Gathering& gathering,
              const engine::Problem& problem,
              const engine::Plan& plan,
              const std::vector<Disruption>& disruptions,
              const Clock& clock) {
  return Adapter(gathering, problem, plan, clock).adapt(disruptions);
}

}  // namespace scheduler
