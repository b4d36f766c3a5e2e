#include "scheduler/explain/core.h"

#include <algorithm>
#include <deque>
#include <set>
#include <string_view>

namespace scheduler {
namespace {

// What is not proved is hard to decide at any size: it is taken apart in so many pieces, no
// smaller.
constexpr std::size_t kPiecesUnproved = 8;

std::size_t least_piece(std::size_t items) {
  return std::max<std::size_t>(1, items / kPiecesUnproved);
}

/// What ties items together: people, rooms and one another, by their ids as written.
std::vector<std::string> ties(const engine::Gathering& gathering, std::size_t item) {
  std::vector<std::string> list;
  const auto add_team = [&](const std::vector<engine::Role>& team) {
    for (const auto& role : team)
      for (const auto& person : role.people) list.push_back("p:" + person.value);
  };
  const auto add_rooms = [&](const std::vector<engine::RoomChoice>& rooms) {
    for (const auto& choice : rooms) list.push_back("r:" + choice.room.value);
  };
  const auto add_timing = [&](const engine::Key& id, const engine::Timing& timing) {
    list.push_back("i:" + id.value);
    for (const auto& after : timing.after) list.push_back("i:" + after.item.value);
    for (const auto& other : timing.same_start) list.push_back("i:" + other.value);
    for (const auto& other : timing.not_with) list.push_back("i:" + other.item.value);
  };
  const auto add_who = [&](const engine::Who& who) {
    for (const auto& one : who.list) list.push_back("p:" + one.value);
    if (who.kind == engine::Who::Kind::All) list.emplace_back("all");
  };
  const auto sessions = gathering.sessions.size();
  if (item < sessions) {
    const auto& session = gathering.sessions[item];
    add_timing(session.id, session.timing);
    add_team(session.team);
    add_rooms(session.rooms);
    add_who(session.audience);
    for (const auto& use : session.equipment) list.push_back("e:" + use.equipment.value);
    if (session.rooms.empty()) list.emplace_back("any room");
  } else {
    const auto& rotation = gathering.rotations[item - sessions];
    add_timing(rotation.id, rotation.timing);
    add_who(rotation.participants);
    for (const auto& station : rotation.stations) {
      add_team(station.team);
      add_rooms(station.rooms);
    }
  }
  return list;
}

/// All items: the suspects, then what is tied to them, nearest first, then the others.
Items nearest_first(const engine::Gathering& gathering, const Items& suspects) {
  const auto count = item_count(gathering);
  std::vector<std::vector<std::string>> all;
  for (std::size_t i = 0; i < count; ++i) all.push_back(ties(gathering, i));
  Items order;
  std::vector<bool> taken(count);
  std::set<std::string, std::less<>> known;
  const auto take = [&](std::size_t item) {
    if (taken[item]) return;
    taken[item] = true;
    order.push_back(item);
  };
  for (const auto item : suspects) take(item);
  for (std::size_t next = 0; next < order.size() || order.size() < count; ++next) {
    if (next == order.size())
      take(static_cast<std::size_t>(std::find(taken.begin(), taken.end(), false) - taken.begin()));
    known.clear();
    known.insert(all[order[next]].begin(), all[order[next]].end());
    for (std::size_t i = 0; i < count; ++i)
      if (!taken[i] && std::any_of(all[i].begin(), all[i].end(), [&](const auto& tie) {
            return known.contains(tie);
          }))
        take(i);
  }
  return order;
}

class Filter {
 public:
  /// Each part is given `look`; with `by_proof` only what is proved to have no plan has none.
  Filter(const engine::Gathering& gathering, Oracle& oracle, Look look, bool by_proof)
      : gathering_(gathering), oracle_(oracle), look_(look), by_proof_(by_proof) {}

  /// The first items of `order`, `n` of them at least, that have no plan together; empty when all
  /// of them have one.
  Items grown(const Items& order, std::size_t n) {
    for (;; n *= 2) {
      Items part(order.begin(),
                 order.begin() + static_cast<std::ptrdiff_t>(std::min(n, order.size())));
      if (has_no_plan(part)) return part;
      if (n >= order.size() || oracle_.over()) return {};
    }
  }

  /// Less what could be spared, in pieces of `least` items at least.
  Items shrunk(Items items, std::size_t least) {
    for (std::size_t piece = (items.size() + 1) / 2; piece >= least && items.size() > 1;) {
      bool smaller = false;
      for (std::size_t end = items.size(); end > 0 && items.size() > 1 && !oracle_.over();) {
        const auto begin = end > piece ? end - piece : 0;
        Items rest = items;
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(begin),
                   rest.begin() + static_cast<std::ptrdiff_t>(end));
        end = begin;
        if (rest.empty() || !has_no_plan(rest)) continue;
        items = std::move(rest);
        smaller = true;
      }
      if (oracle_.over()) break;
      if (!smaller || piece > 1) piece = piece == 1 ? 0 : (piece + 1) / 2;
    }
    return items;
  }

 private:
  [[nodiscard]] bool has_no_plan(const Items& items) {
    const auto answer = oracle_.ask(part_of(gathering_, items), look_);
    return answer == Answer::NoPlan || (answer == Answer::Unknown && !by_proof_);
  }

  const engine::Gathering& gathering_;
  Oracle& oracle_;
  Look look_;
  bool by_proof_;
};

/// As far as a longer look can tell.
Items core_at_length(const engine::Gathering& gathering, const Items& suspects, Oracle& oracle) {
  Filter filter(gathering, oracle, Look::Long, false);
  const auto items = filter.grown(nearest_first(gathering, suspects), suspects.size());
  return filter.shrunk(items, least_piece(items.size()));
}

}  // namespace

Core find_core(const engine::Gathering& gathering,
               const Items& suspects,
               Answer all,
               Oracle& oracle) {
  const auto order = nearest_first(gathering, suspects);
  Filter filter(gathering, oracle, Look::Short, all == Answer::NoPlan);
  Core core;
  core.items = filter.grown(order, 1);
  if (core.items.empty() && all == Answer::NoPlan)  // what proves it takes more than a short look
    return find_core(gathering, suspects, Answer::Unknown, oracle);
  const bool open = !oracle.proof();
  core.items = filter.shrunk(core.items, open ? least_piece(core.items.size()) : 1);
  const auto ask = [&](Look look) { return oracle.ask(part_of(gathering, core.items), look); };
  if (!core.items.empty() && ask(Look::Short) != Answer::NoPlan && ask(Look::Long) == Answer::Plan)
    core.items = core_at_length(gathering, core.items, oracle);
  std::sort(core.items.begin(), core.items.end());
  core.proved = !core.items.empty() && ask(Look::Short) == Answer::NoPlan;
  return core;
}

}  // namespace scheduler
