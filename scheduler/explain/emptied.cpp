#include "scheduler/explain/emptied.h"

#include <algorithm>
#include <map>

namespace scheduler {
namespace {

using engine::BlockId;
using engine::PersonId;
using engine::Problem;
using engine::RoomId;
using engine::RuleId;

constexpr RuleSet kPeople = one_rule(RuleId::PersonOverlap) | one_rule(RuleId::TravelTime);
constexpr RuleSet kRooms = one_rule(RuleId::RoomOverlap) | one_rule(RuleId::RoomCapacity);

/// Those expected at two of the blocks or more, ascending.
std::vector<PersonId> people_in_common(const Problem& problem, const std::vector<BlockId>& blocks) {
  std::map<PersonId, BlockId> first;
  std::vector<PersonId> shared;
  for (const BlockId block : blocks)
    engine::each_part(problem, block, [&](engine::PartId part) {
      for (const PersonId p : problem.attendees[part])
        if (first.emplace(p, block).first->second != block) shared.push_back(p);
    });
  std::sort(shared.begin(), shared.end());
  shared.erase(std::unique(shared.begin(), shared.end()), shared.end());
  return shared;
}

/// The only room of two of the blocks or more.
std::vector<RoomId> rooms_in_common(const std::vector<Domain>& domains,
                                    const std::vector<BlockId>& blocks) {
  std::map<RoomId, int> users;
  for (const BlockId block : blocks)
    if (domains[block.index()].rooms.size() == 1 &&
        domains[block.index()].rooms.front().room.exists())
      ++users[domains[block.index()].rooms.front().room];
  std::vector<RoomId> shared;
  for (const auto& [room, count] : users)
    if (count > 1) shared.push_back(room);
  return shared;
}

/// Items in a row that need more than there is between the first start and the last end.
bool say_too_long(const Problem& problem, const std::vector<Domain>& domains, Conflict& conflict) {
  const auto holds = [&](BlockId b) {
    return std::binary_search(conflict.blocks.begin(), conflict.blocks.end(), b);
  };
  conflict.needed = 0;
  engine::Interval span{INT32_MAX, INT32_MIN};
  for (const BlockId block : conflict.blocks) {
    const auto& starts = domains[block.index()].starts;
    const auto minutes = problem.blocks[block].minutes;
    conflict.needed += minutes;
    span.from = std::min(span.from, starts.front());
    span.to = std::max(span.to, starts.back() + minutes);
  }
  std::size_t links = 0;
  for (const auto& row : problem.precedences) {
    if (!holds(row.earlier) || !holds(row.later)) continue;
    conflict.needed += row.gap;
    ++links;
  }
  conflict.during = span;
  conflict.available = span.to - span.from;
  // A tree of items need not take place one after the other.
  return links + 1 == conflict.blocks.size() && conflict.needed > conflict.available;
}

}  // namespace

std::vector<RuleId> rules_in(RuleSet rules) {
  std::vector<RuleId> list;
  for (unsigned bit = 0; bit < engine::kRuleCount; ++bit)
    if ((rules >> bit & 1) != 0) list.push_back(static_cast<RuleId>(bit));
  return list;
}

Conflict conflict_of(const Problem& problem,
                     const std::vector<Domain>& domains,
                     const Emptied& emptied) {
  Conflict conflict;
  conflict.blocks = emptied.blocks;
  conflict.rules = rules_in(emptied.rules);
  if ((emptied.rules & ~one_rule(RuleId::Precedence)) == 0 &&
      say_too_long(problem, domains, conflict)) {
    conflict.kind = ConflictKind::OrderTooLong;
    return conflict;
  }
  conflict.needed = conflict.available = 0;
  conflict.during = {};
  if ((emptied.rules & kPeople) != 0) conflict.people = people_in_common(problem, conflict.blocks);
  if ((emptied.rules & kRooms) != 0) conflict.rooms = rooms_in_common(domains, conflict.blocks);
  const bool two = conflict.blocks.size() == 2;
  if (two && (emptied.rules & one_rule(RuleId::SameStart)) != 0)
    conflict.kind = ConflictKind::StartTogether;
  else if (two && (emptied.rules & ~kPeople) == 0)
    conflict.kind = ConflictKind::Journey;
  return conflict;
}

Conflict conflict_of(ConflictKind kind, const Overfull& overfull) {
  Conflict conflict;
  conflict.kind = kind;
  conflict.blocks = overfull.blocks;
  conflict.during = overfull.during;
  conflict.counted = overfull.counted;
  conflict.needed = overfull.needed;
  conflict.available = overfull.available;
  return conflict;
}

}  // namespace scheduler
