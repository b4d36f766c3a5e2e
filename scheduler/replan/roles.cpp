#include "scheduler/replan/roles.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "engine/formats/formats.h"
#include "engine/model/rows.h"

namespace scheduler {
namespace {

using engine::At;
using engine::contains;
using engine::find_row;
using engine::Key;
using engine::Minute;
using engine::PlannedRotation;
using engine::Role;
using engine::RoleHolders;

/// A table whose host is missing finds one among its people (DOMAIN 5).
constexpr int kLeastAtStation = 0;

class Roles {
 public:
  Roles(Adapted& to, const Clock& clock) : to_(to), clock_(clock) {}

  /// In the roles as written and as planned.
  void send_in(const Disruption& one) {
    if (one.now) to_.concerned.insert(one.other);
    to_.sent_in.insert(one.other);
    const auto in_role = [&](Role& role) {
      for (auto& key : role.people)
        if (key.value == one.item) key.value = one.other;
    };
    std::vector<Led> led;
    for (auto& planned : to_.plan.sessions) {
      if (clock_.begun(planned.start)) continue;
      if (now_led(planned.team, one)) led.push_back({planned.id, {planned.start, planned.end}});
      auto* session = find_row(to_.gathering.sessions, planned.id);
      if (session == nullptr) continue;
      for (auto& role : session->team) in_role(role);
    }
    for (auto& planned : to_.plan.rotations) {
      auto* rotation = find_row(to_.gathering.rotations, planned.id);
      if (rotation == nullptr || planned.rounds.empty()) continue;
      const auto before = led.size();
      for (auto& round : planned.rounds)
        for (auto& station : round.stations)
          if (!clock_.begun(round.start) && now_led(station.team, one))
            led.push_back({{}, {round.start, round.end}});
      if (clock_.begun(planned.rounds.front().start)) continue;
      for (auto& station : rotation->stations)
        for (auto& role : station.team) in_role(role);
      // Whoever leads a group is in no other.
      if (led.size() > before) give_up_seats(planned, *rotation, one.other);
    }
    for (const auto& what : led) make_free(one.other, what);
  }

  void edit_roles() {
    for (auto& planned : to_.plan.sessions) {
      auto* session = find_row(to_.gathering.sessions, planned.id);
      if (session == nullptr) continue;
      for (std::size_t i = 0; i < session->team.size() && i < planned.team.size(); ++i) {
        auto& role = session->team[i];
        edit(role,
             {{planned.start, planned.team[i]}},
             engine::least_holders(session->format.value, role.name.value, places(role)));
      }
    }
    for (auto& planned : to_.plan.rotations) {
      auto* rotation = find_row(to_.gathering.rotations, planned.id);
      if (rotation == nullptr) continue;
      for (auto& station : rotation->stations)
        for (std::size_t i = 0; i < station.team.size(); ++i)
          edit(station.team[i], rounds_of(planned, station.id.value, i), kLeastAtStation);
    }
  }

 private:
  /// Who holds a role in a session, or in one round of a station.
  struct Held {
    Minute start = 0;
    RoleHolders& holders;
  };

  /// The rounds in which the station takes place.
  static std::vector<Held> rounds_of(PlannedRotation& planned,
                                     const std::string& station,
                                     std::size_t role) {
    std::vector<Held> rounds;
    for (auto& round : planned.rounds)
      if (auto* there = find_row(round.stations, station);
          there != nullptr && role < there->team.size())
        rounds.push_back({round.start, there->team[role]});
    return rounds;
  }

  /// What somebody is sent to lead.
  struct Led {
    std::string session;  ///< empty: a round
    engine::Interval time;
  };

  /// The stand-in takes the place in a planned team; whether they lead it then.
  static bool now_led(std::vector<RoleHolders>& team, const Disruption& one) {
    bool leads = false;
    for (auto& holders : team) {
      std::replace(holders.people.begin(), holders.people.end(), one.item, one.other);
      leads = leads || contains(holders.people, one.other);
    }
    return leads;
  }

  static void give_up_seats(PlannedRotation& planned,
                            engine::Rotation& rotation,
                            const std::string& id) {
    rotation.excused.push_back(id);
    for (auto& round : planned.rounds)
      for (auto& station : round.stations) std::erase(station.participants, id);
  }

  /// Whoever is sent to lead something takes part in nothing else meanwhile.
  void make_free(const std::string& id, const Led& led) {
    for (auto& planned : to_.plan.sessions) {
      if (planned.id == led.session || clock_.begun(planned.start)) continue;
      if (!led.time.overlaps({planned.start, planned.end}) || !contains(planned.participants, id))
        continue;
      std::erase(planned.participants, id);
      if (auto* session = find_row(to_.gathering.sessions, planned.id); session != nullptr)
        session->excused.push_back(id);
    }
    for (auto& planned : to_.plan.rotations)
      if (auto* rotation = find_row(to_.gathering.rotations, planned.id); rotation != nullptr)
        miss_rounds(planned, *rotation, id, led.time);
    to_.leading[id].push_back(led.time);
  }

  /// Of a rotation that is missed as a whole, the person is excused.
  void miss_rounds(PlannedRotation& planned,
                   engine::Rotation& rotation,
                   const std::string& id,
                   engine::Interval time) const {
    bool misses_all = true;
    for (auto& round : planned.rounds) {
      const bool missed = !clock_.begun(round.start) && time.overlaps({round.start, round.end});
      misses_all = misses_all && missed;
      if (!missed) continue;
      for (auto& station : round.stations) std::erase(station.participants, id);
    }
    if (misses_all) rotation.excused.push_back(id);
  }

  static int places(const Role& role) {
    return role.open ? role.open->value : static_cast<int>(role.people.size());
  }

  /// `needed`: how many have to hold it in what is to come. What has begun stays as it was held.
  void edit(Role& role, const std::vector<Held>& rounds, int needed) const {
    if (rounds.empty()) return;
    const int held = places(role);
    int least = needed;
    for (const auto& round : rounds)
      if (clock_.begun(round.start))
        least = std::min(least, static_cast<int>(round.holders.people.size()));
    if (role.open) {
      const bool lacking = std::any_of(rounds.begin(), rounds.end(), [&](const Held& round) {
        const auto& people = round.holders.people;
        return static_cast<int>(people.size()) < held ||
               std::any_of(
                   people.begin(), people.end(), [&](const auto& id) { return !stays(id, round); });
      });
      if (!lacking) return;
      role.from = either(role.from, role.substitutes);
    } else if (!leave_places(role, rounds)) {
      return;
    }
    role.spare = std::min(role.open->value, std::max(0, held - least));
    for (const auto& round : rounds) in_order(role, round.holders);
  }

  /// Named holders who are not there in every round leave places that those in the plan hold, and
  /// that stand-ins may take. False when all of them are there.
  bool leave_places(Role& role, const std::vector<Held>& rounds) const {
    engine::Who pool{.kind = engine::Who::Kind::List, .list = {}, .where = role.name.where};
    const auto missing = [&](const Key& key) {
      return std::any_of(rounds.begin(), rounds.end(), [&](const Held& round) {
        return !stays(key.value, round);
      });
    };
    for (const auto& key : role.people)
      if (missing(key)) pool.list.push_back(key);
    if (pool.list.empty()) return false;
    role.open = At<int>{static_cast<int>(pool.list.size()), role.name.where};
    std::erase_if(role.people, missing);
    std::set<std::string> known;
    for (const auto* list : {&pool.list, &role.people})
      for (const auto& key : *list) known.insert(key.value);
    for (const auto& round : rounds)
      for (const auto& id : round.holders.people)
        if (known.insert(id).second) pool.list.push_back({id, role.name.where});
    role.from = either(pool, role.substitutes);
    return true;
  }

  /// Does this person hold the role, and still can?
  [[nodiscard]] bool stays(const std::string& id, const Held& round) const {
    return contains(round.holders.people, id) &&
           (clock_.begun(round.start) || !away(id, round.start));
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
      if (!contains(list, id)) list.push_back(id);
    holders.people = std::move(list);
  }

  Adapted& to_;
  const Clock& clock_;
};

}  // namespace

void send_in(Adapted& to, const Disruption& one, const Clock& clock) {
  Roles(to, clock).send_in(one);
}

void open_roles(Adapted& to, const Clock& clock) {
  Roles(to, clock).edit_roles();
}

}  // namespace scheduler
