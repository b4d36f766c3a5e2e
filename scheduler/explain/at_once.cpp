#include "scheduler/explain/at_once.h"

#include <algorithm>
#include <map>

#include "scheduler/explain/alone.h"
#include "scheduler/graph/matching.h"

namespace scheduler {
namespace {

using engine::BlockId;
using engine::Interval;
using engine::PersonId;
using engine::Problem;
using engine::RoomId;
using engine::RuleId;

/// A matching of wishes with things called by an id; what is left of too long lists is enough.
template <class Id>
class Wishes {
 public:
  void add(BlockId block, std::vector<Id> choices) {
    blocks_.push_back(block);
    wanted_.push_back(std::move(choices));
  }

  [[nodiscard]] std::size_t size() const { return blocks_.size(); }

  /// Who comes off short: the blocks, and the things they have among them.
  [[nodiscard]] std::optional<std::pair<std::vector<BlockId>, std::vector<Id>>> short_of() const {
    std::map<Id, int> row;
    std::vector<Id> things;
    Choices choices;
    for (const auto& wanted : wanted_) {
      auto& list = choices.of_left.emplace_back();
      for (const Id id : wanted) {
        if (list.size() == wanted_.size()) break;  // as many as there are wishes: never short
        const auto [found, is_new] = row.emplace(id, static_cast<int>(row.size()));
        if (is_new) things.push_back(id);
        list.push_back(found->second);
      }
    }
    choices.right = static_cast<int>(things.size());
    const auto matching = match(choices);
    if (matching.perfect()) return {};
    std::pair<std::vector<BlockId>, std::vector<Id>> result;
    for (const int i : matching.too_many)
      result.first.push_back(blocks_[static_cast<std::size_t>(i)]);
    for (const int i : matching.too_few)
      result.second.push_back(things[static_cast<std::size_t>(i)]);
    std::sort(result.second.begin(), result.second.end());
    return result;
  }

 private:
  std::vector<BlockId> blocks_;
  std::vector<std::vector<Id>> wanted_;
};

void keep_once(std::vector<BlockId>& blocks) {
  std::sort(blocks.begin(), blocks.end());
  blocks.erase(std::unique(blocks.begin(), blocks.end()), blocks.end());
}

class Moment {
 public:
  Moment(const Problem& problem,
         const std::vector<Domain>& domains,
         const std::vector<Running>& running,
         Interval during)
      : problem_(problem), domains_(domains), running_(running), during_(during) {}

  std::optional<Conflict> look() const {
    if (is_hard(problem_, RuleId::RoomOverlap))
      if (auto found = rooms()) return found;
    if (is_hard(problem_, RuleId::TeamComplete) && is_hard(problem_, RuleId::PersonOverlap))
      if (auto found = teams()) return found;
    if (is_hard(problem_, RuleId::EquipmentStock)) return equipment();
    return {};
  }

 private:
  /// Where the block can be; empty: it needs no room, or one that takes several at once.
  [[nodiscard]] std::vector<RoomId> rooms_of(const Running& running) const {
    const auto& domain = domains_[running.block.index()];
    const auto row = std::lower_bound(domain.starts.begin(), domain.starts.end(), running.start);
    const bool known = row != domain.starts.end() && *row == running.start;
    std::vector<RoomId> rooms;
    for (const auto& room : domain.rooms) {
      if (problem_.rooms[room.room].shared) return {};
      if (!known || room.at(static_cast<std::size_t>(row - domain.starts.begin())))
        rooms.push_back(room.room);
    }
    return rooms;
  }

  std::optional<Conflict> rooms() const {
    Wishes<RoomId> wishes;
    for (const auto& one : running_)
      if (auto rooms = rooms_of(one); !rooms.empty()) wishes.add(one.block, std::move(rooms));
    auto found = wishes.short_of();
    if (!found) return {};
    Conflict conflict;
    conflict.kind = ConflictKind::NoRoomEach;
    conflict.rules = {RuleId::RoomOverlap};
    conflict.needed = static_cast<std::int64_t>(found->first.size());
    conflict.available = static_cast<std::int64_t>(found->second.size());
    conflict.blocks = std::move(found->first);
    conflict.rooms = std::move(found->second);
    conflict.during = during_;
    return conflict;
  }

  /// Expected in another of the blocks, or away.
  [[nodiscard]] bool taken(PersonId person, BlockId block) const {
    const auto windows = problem_.available[person];
    if (!windows.empty() && is_hard(problem_, RuleId::PersonUnavailable) &&
        std::none_of(
            windows.begin(), windows.end(), [&](Interval w) { return w.contains(during_); }))
      return true;
    return std::any_of(running_.begin(), running_.end(), [&](const Running& other) {
      const auto& row = problem_.blocks[other.block];
      return other.people && other.block != block && !row.rotation.exists() &&
             engine::attends(problem_, row.first_part, person);
    });
  }

  std::optional<Conflict> teams() const {
    Wishes<PersonId> wishes;
    for (const auto& one : running_) {
      if (!one.people || problem_.blocks[one.block].rotation.exists()) continue;
      const auto a = engine::first_activity(problem_, one.block);
      const auto team = problem_.team[a];
      for (const auto slot : problem_.slots_of[a]) {
        if (problem_.slots[slot].spare) continue;
        std::vector<PersonId> able;
        for (const PersonId p : problem_.pools[slot])
          if (!std::binary_search(team.begin(), team.end(), p) && !taken(p, one.block))
            able.push_back(p);
        wishes.add(one.block, std::move(able));
      }
    }
    auto found = wishes.short_of();
    if (!found) return {};
    Conflict conflict;
    conflict.kind = ConflictKind::TeamTooSmall;
    conflict.rules = {RuleId::PersonOverlap, RuleId::TeamComplete};
    conflict.counted = true;
    conflict.needed = static_cast<std::int64_t>(found->first.size());
    conflict.available = static_cast<std::int64_t>(found->second.size());
    keep_once(found->first);
    // Those who attend one of the others are in the way as much as the places are.
    conflict.blocks = std::move(found->first);
    conflict.people = std::move(found->second);
    conflict.during = during_;
    return conflict;
  }

  std::optional<Conflict> equipment() const {
    std::map<engine::EquipmentId, Conflict> uses;
    for (const auto& one : running_)
      for (const auto& need : problem_.equipment[engine::first_activity(problem_, one.block)]) {
        auto& conflict = uses[need.equipment];
        conflict.needed += need.count;
        conflict.blocks.push_back(one.block);
      }
    for (auto& [equipment, conflict] : uses) {
      if (conflict.needed <= problem_.stock[equipment]) continue;
      conflict.kind = ConflictKind::TooFewPieces;
      conflict.rules = {RuleId::EquipmentStock};
      conflict.equipment = equipment;
      conflict.available = problem_.stock[equipment];
      conflict.during = during_;
      keep_once(conflict.blocks);
      return conflict;
    }
    return {};
  }

  const Problem& problem_;
  const std::vector<Domain>& domains_;
  const std::vector<Running>& running_;
  Interval during_;
};

}  // namespace

std::optional<Conflict> short_of(const Problem& problem,
                                 const std::vector<Domain>& domains,
                                 const std::vector<Running>& running,
                                 Interval during) {
  return Moment(problem, domains, running, during).look();
}

}  // namespace scheduler
