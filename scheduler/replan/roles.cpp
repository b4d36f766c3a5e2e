#include "scheduler/replan/roles.h"

#include <algorithm>
#include <utility>

#include "engine/formats/formats.h"
#include "scheduler/replan/rows.h"

namespace scheduler {
namespace {

using engine::At;
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

 private:
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
