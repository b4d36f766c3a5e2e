#include "scheduler/explain/obstruction.h"

#include <algorithm>
#include <functional>
#include <set>
#include <span>

#include "engine/problem/compile.h"
#include "engine/problem/items.h"
#include "scheduler/explain/conflict_words.h"
#include "scheduler/explain/naming.h"
#include "scheduler/explain/without_rule.h"

namespace scheduler {
namespace {

using engine::Gathering;
using engine::RuleId;

constexpr int kPlenty = 1'000'000;
constexpr std::size_t kMostThings = 60;  // of a kind

constexpr engine::Words kTogether{"ensemble, {0} n’ont pas de place", "{0} have no place together"};
constexpr engine::Words kInTheWay{"{1} {2:manque|manquent} de places\u00a0: {0}",
                                  "{1} {2:has|have} too few seats: {0}"};
constexpr engine::Words kOnTheWay{"{0} ({1})", "{0} ({1})"};
constexpr engine::Words kAlone{"{0} n’a pas de place", "{0} has no place"};

constexpr bool may_be_in_the_way(RuleId id) {
  return id <= RuleId::Locked && id != RuleId::StationOnce && id != RuleId::Locked;
}

void free_room(engine::Room& room, const std::vector<engine::Key>& needs) {
  room.closed.clear();
  room.setup = 0;
  room.shared = true;
  room.capacity.value = kPlenty;
  room.features.insert(room.features.end(), needs.begin(), needs.end());
}

/// Nobody is asked to be at `id` any more where it is named.
void excuse(Gathering& gathering, const std::string& id) {
  const auto is = [&](const engine::Key& key) { return key.value == id; };
  const auto from_team = [&](std::vector<engine::Role>& team) {
    for (auto& role : team) std::erase_if(role.people, is);
  };
  for (auto& session : gathering.sessions) {
    from_team(session.team);
    std::erase_if(session.audience.list, is);
  }
  for (auto& rotation : gathering.rotations)
    for (auto& station : rotation.stations) from_team(station.team);
  std::erase_if(gathering.registrations, [&](const auto& r) { return is(r.person); });
}

/// A change that takes one thing out of the way, and the id of the thing.
struct Thing {
  std::string id;
  std::function<void(Gathering&)> free;
};
using Things = std::vector<Thing>;

class Study {
 public:
  Study(const Gathering& part, Oracle& oracle) : part_(part), oracle_(oracle) {}

  /// Each question is given `look`.
  std::vector<std::string> rules(Look look) {
    look_ = look;
    Things all;
    for (const auto& rule : engine::kRules)
      if (may_be_in_the_way(rule.id))
        all.push_back({std::string(rule.key), [&](Gathering& g) { switch_off(g, rule.id); }});
    std::vector<std::string> found;
    add_decisive(all, found);
    return found.empty() ? needed_together(all) : found;
  }

  std::vector<std::string> things() {
    look_ = Look::Glance;
    std::vector<std::string> found;
    for (auto list : {places_, days_, people()}) {
      if (list.size() > kMostThings) list.resize(kMostThings);
      add_decisive(list, found);
    }
    return found;
  }

  void list_places() {
    std::vector<engine::Key> needs;
    for (const auto& session : part_.sessions)
      needs.insert(needs.end(), session.needs.begin(), session.needs.end());
    for (const auto& rotation : part_.rotations)
      for (const auto& station : rotation.stations)
        needs.insert(needs.end(), station.needs.begin(), station.needs.end());
    for (std::size_t i = 0; i < part_.rooms.size(); ++i)
      places_.push_back(
          {part_.rooms[i].id.value, [i, needs](Gathering& g) { free_room(g.rooms[i], needs); }});
    for (std::size_t i = 0; i < part_.sites.size(); ++i)
      places_.push_back({part_.sites[i].id.value, [i](Gathering& g) {
                           g.sites[i].opens.reset();
                           g.sites[i].closes.reset();
                         }});
    for (std::size_t i = 0; i < part_.equipment.size(); ++i)
      places_.push_back(
          {part_.equipment[i].id.value, [i](Gathering& g) { g.equipment[i].count = kPlenty; }});
    for (std::size_t i = 0; i < part_.vehicles.size(); ++i)
      places_.push_back(
          {part_.vehicles[i].id.value, [i](Gathering& g) { g.vehicles[i].seats.value = kPlenty; }});
    for (std::size_t i = 0; i < part_.travels.size(); ++i)
      for (const auto* end : {&part_.travels[i].from, &part_.travels[i].to})
        places_.push_back({end->value, [i](Gathering& g) {
                             g.travels[i].minutes = 0;
                             g.travels[i].seats.reset();
                           }});
    for (std::size_t i = 0; i < part_.days.size(); ++i)
      days_.push_back({engine::iso_date(part_.days[i].date), [i](Gathering& g) {
                         g.days[i].opens = 0;
                         g.days[i].closes = engine::kMinutesPerDay;
                       }});
  }

 private:
  template <class F>
  bool plans(F change) {
    if (oracle_.over()) return false;
    auto changed = part_;
    change(changed);
    return oracle_.ask(changed, look_) == Answer::Plan;
  }

  /// Those that make room alone: where all of some make none, no single one of them does.
  void add_decisive(std::span<const Thing> list, std::vector<std::string>& found) {
    if (list.empty() || !plans([&](Gathering& g) {
          for (const auto& thing : list) thing.free(g);
        }))
      return;
    if (list.size() == 1) return found.push_back(list.front().id);
    add_decisive(list.first(list.size() / 2), found);
    add_decisive(list.subspan(list.size() / 2), found);
  }

  /// Of things that only together make room, those that are in the way while the others are not.
  std::vector<std::string> needed_together(Things list) {
    const auto make_room = [&](const Things& things) {
      return plans([&](Gathering& g) {
        for (const auto& thing : things) thing.free(g);
      });
    };
    if (!make_room(list)) return {};
    for (std::size_t i = list.size(); i-- > 0;) {
      auto fewer = list;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      if (make_room(fewer)) list = std::move(fewer);
    }
    std::vector<std::string> found;
    for (const auto& thing : list) found.push_back(thing.id);
    return found;
  }

  /// Those who are not always there, and those whom two items name.
  Things people() const {
    std::multiset<std::string> named;
    const auto add_team = [&](const std::vector<engine::Role>& team) {
      for (const auto& role : team)
        for (const auto& person : role.people) named.insert(person.value);
    };
    for (const auto& session : part_.sessions) {
      add_team(session.team);
      for (const auto& person : session.audience.list) named.insert(person.value);
    }
    for (const auto& rotation : part_.rotations) {
      for (const auto& person : rotation.participants.list) named.insert(person.value);
      for (const auto& station : rotation.stations) add_team(station.team);
    }
    for (const auto& row : part_.registrations) named.insert(row.person.value);
    Things list;
    for (std::size_t i = 0; i < part_.people.size(); ++i) {
      const auto& person = part_.people[i];
      if (!person.available.empty())
        list.push_back({person.id.value, [i](Gathering& g) { g.people[i].available.clear(); }});
      if (named.count(person.id.value) > 1)
        list.push_back({person.id.value, [id = person.id.value](Gathering& g) { excuse(g, id); }});
    }
    std::stable_sort(list.begin(), list.end(), [&](const Thing& a, const Thing& b) {
      return named.count(a.id) > named.count(b.id);
    });
    return list;
  }

  const Gathering& part_;
  Oracle& oracle_;
  Look look_ = Look::Glance;  ///< of the questions
  Things places_;             ///< rooms, sites, equipment, vehicles
  Things days_;
};

bool is_in(const std::vector<std::string>& list, const std::string& id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

void add_new(std::vector<std::string>& list, const std::string& id) {
  if (!is_in(list, id)) list.push_back(id);
}

/// What the checks of the file say, into the obstruction.
void tell(const engine::Impossible& refused, engine::Obstruction& out) {
  out.text = refused.statement.by_name;
  for (const auto rule : refused.rules) add_new(out.rules, std::string(engine::info(rule).key));
  for (const auto& id : refused.statement.about) add_new(out.items, id);
}

/// What a proof names, into the obstruction.
void tell(const Gathering& part,
          const engine::Problem& problem,
          const Conflict& conflict,
          engine::Obstruction& out) {
  out.text = words_of(part, problem, conflict);
  const auto add_people = [&](const auto& list) {
    for (const auto id : list) add_new(out.items, part.people[id.index()].id.value);
  };
  const auto add_rooms = [&](const auto& list) {
    for (const auto id : list) add_new(out.items, part.rooms[id.index()].id.value);
  };
  for (const auto rule : conflict.rules) add_new(out.rules, std::string(engine::info(rule).key));
  add_people(conflict.people);
  add_rooms(conflict.rooms);
  for (const auto id : conflict.sites) add_new(out.items, part.sites[id.index()].id.value);
  if (conflict.equipment.exists())
    add_new(out.items, part.equipment[conflict.equipment.index()].id.value);
  for (const auto& cause : conflict.causes) {
    add_people(cause.people);
    add_rooms(cause.rooms);
  }
  const bool on_the_way =
      std::find(conflict.rules.begin(), conflict.rules.end(), RuleId::TravelTime) !=
      conflict.rules.end();
  if (!on_the_way) return;
  if (const auto* way = longest_way(part, problem, conflict.blocks))
    for (const auto* end : {&way->from, &way->to}) add_new(out.items, end->value);
}

engine::Text titles(const Gathering& part) {
  std::vector<engine::Text> names;
  const auto quoted = [&](const std::string& title, const engine::Key& id) {
    const auto& name = title.empty() ? id.value : title;
    names.push_back(engine::say({"«\u202f{0}\u202f»", "\"{0}\""}, name));
  };
  for (const auto& session : part.sessions) quoted(session.title, session.id);
  for (const auto& rotation : part.rotations) quoted(rotation.title, rotation.id);
  return engine::say(names.size() == 1 ? kAlone : kTogether, enumeration(names));
}

/// Names the vehicles that are too few or, where they are not, a way, if nothing was said of them.
void add_what_is_short(const Gathering& part, engine::Obstruction& out) {
  const auto is_new = [&](const engine::Key& id) {
    return !is_in(out.items, id.value) && is_in(out.decisive, id.value);
  };
  std::vector<engine::Text> names;
  for (const auto& vehicle : part.vehicles)
    if (is_new(vehicle.id))
      names.push_back(
          engine::say({"« {0} » ({1} {1:place|places})", "\"{0}\" ({1} {1:seat|seats})"},
                      vehicle.name.empty() ? vehicle.id.value : vehicle.name,
                      vehicle.seats.value));
  if (!names.empty()) {
    out.text = engine::say(kInTheWay, out.text, enumeration(names), names.size());
    return;
  }
  const auto way = std::find_if(part.travels.begin(), part.travels.end(), [&](const auto& one) {
    return is_new(one.from) && is_new(one.to);
  });
  if (way != part.travels.end())
    out.text = engine::say(kOnTheWay, out.text, words_of_way(part, *way));
}

}  // namespace

engine::Obstruction proof_of(const Gathering& gathering, const Core& core, Oracle& oracle) {
  engine::Obstruction out;
  for (const auto item : core.items) out.items.push_back(engine::id_of_item(gathering, item).value);
  const auto part = part_of(gathering, core.items);
  out.proved = oracle.ask(part, Look::Short) == Answer::NoPlan;
  if (const auto& refused = oracle.refused()) tell(*refused, out);
  if (const auto& conflicts = oracle.conflicts(); !conflicts.empty()) {
    engine::Diagnostics ignored;
    tell(part, *engine::compile(part, ignored), conflicts.front(), out);
  }
  if (out.text.empty()) out.text = titles(part);
  return out;
}

engine::Obstruction obstruction_of(const Gathering& gathering, const Core& core, Oracle& oracle) {
  auto out = proof_of(gathering, core, oracle);
  const auto part = part_of(gathering, core.items);
  Study study(part, oracle);
  study.list_places();
  if (out.rules.empty()) out.rules = study.rules(out.proved ? Look::Glance : Look::Long);
  out.decisive = study.things();
  add_what_is_short(part, out);
  for (const auto& id : out.decisive) add_new(out.items, id);
  return out;
}

}  // namespace scheduler
