/// What stands in the way of a plan: the items, people, rooms and rules concerned, and the numbers.
///
/// A Conflict is plain data about the rows of a Problem; scheduler/explain/conflict_words.h says it
/// in a sentence.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/problem/problem.h"

namespace scheduler {

enum class ConflictKind : std::uint8_t {
  NoPlace,        ///< one item has no start and room at all; `causes` takes them away
  OrderTooLong,   ///< items that follow one another do not fit between their first and last hour
  PersonTooBusy,  ///< the items of one person need more minutes than the person has
  RoomsTooFew,    ///< items need more minutes in `rooms`, the only ones they can use, than are open
  NeverTogether,  ///< items no two of which can overlap need more minutes than there are
  NoRoomEach,     ///< items at one time cannot each have a room of their own
  Journey,        ///< one person cannot get from one item to another, wherever both are put
  StartTogether,  ///< items that must start together cannot
  TeamTooSmall,   ///< open places of teams need more people at one time than there are
  TooFewPieces,   ///< items at one time need more pieces of equipment than there are
  Combination,    ///< all of these items together have no place; each alone may have one
};

/// One reason that takes starts or rooms away from an item.
struct Cause {
  engine::RuleId rule{};
  std::vector<engine::PersonId> people;  ///< who are not there
  std::vector<engine::RoomId> rooms;     ///< closed, too small, without a feature
  std::vector<engine::BlockId> blocks;   ///< items it must follow, precede or avoid
  friend bool operator==(const Cause&, const Cause&) = default;
};

struct Conflict {
  ConflictKind kind = ConflictKind::Combination;
  std::vector<engine::RuleId> rules;  ///< which together cannot be kept; ascending
  std::vector<engine::BlockId> blocks;
  std::vector<engine::PersonId> people;
  std::vector<engine::RoomId> rooms;
  std::vector<engine::SiteId> sites;
  engine::EquipmentId equipment;  ///< with TooFewPieces
  engine::Interval during;        ///< when; empty (from == to): no hour in particular
  /// Minutes; items or places when `counted`; rooms with NoRoomEach, pieces with TooFewPieces; both
  /// 0 where nothing is counted.
  std::int64_t needed = 0;
  std::int64_t available = 0;
  bool counted = false;
  std::vector<Cause> causes;  ///< with NoPlace
  bool proved = true;         ///< while these rules are kept, no plan has all of these items
  friend bool operator==(const Conflict&, const Conflict&) = default;
};

}  // namespace scheduler
