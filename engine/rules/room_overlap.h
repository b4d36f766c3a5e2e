/// Two items must not use one room at the same time, setup and teardown included, and the room's
/// own pause lies between two uses. One point per pair. Shared rooms are left to room-capacity, and
/// so are the stations of one rotation, which may stand in one hall.
#pragma once

#include <vector>

#include "engine/rules/rule.h"

namespace engine {

class RoomOverlap : public LocalRule<RoomOverlap> {
 public:
  static constexpr RuleId kId = RuleId::RoomOverlap;
  using LocalRule::LocalRule;

  [[nodiscard]] bool concerns(const Board&, const Change& change) const {
    return change.kind == Change::Kind::Place || change.kind == Change::Kind::Room;
  }

  template <class V>
  [[nodiscard]] std::int64_t around(const V& view, const Change& change) const {
    std::int64_t sum = 0;
    each_moved_activity(view.problem(), change, [&](ActivityId a) { sum += clashes(view, a); });
    return sum;
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    const auto view = view_of(board);
    const auto& problem = board.problem();
    std::vector<std::vector<ActivityId>> in_room(problem.rooms.size());
    each_placed_activity(board, [&](ActivityId a) {
      if (board.room(a).exists()) in_room[board.room(a).index()].push_back(a);
    });
    each_placed_activity(board, [&](ActivityId a) {
      if (!board.room(a).exists()) return;
      for (const ActivityId b : in_room[board.room(a).index()])
        if (a < b && clash(view, a, b))
          sink(Finding{kId, 1, problem.activities[a].part, problem.activities[b].part, a, {}});
    });
  }

  /// Both are placed, in the room of `a`.
  template <class V>
  static bool clash(const V& view, ActivityId a, ActivityId b) {
    const auto& problem = view.problem();
    const auto& room = problem.rooms[view.room(a)];
    if (room.shared || of_one_rotation(problem, a, b)) return false;
    const auto use = view.use(a);
    return Interval{use.from - room.setup, use.to + room.setup}.overlaps(view.use(b));
  }

 private:
  /// Clashes of `a` with activities of other blocks, which a change of a's block leaves alone.
  template <class V>
  static std::int64_t clashes(const V& view, ActivityId a) {
    const BlockId block = view.block_of(a);
    if (!view.placed(block) || !view.room(a).exists()) return 0;
    const auto& room = view.problem().rooms[view.room(a)];
    if (room.shared) return 0;
    const auto use = view.use(a);
    const Interval taken{use.from - room.setup, use.to + room.setup};
    std::int64_t sum = 0;
    for (const auto& other : view.board().in_room(view.room(a), taken))
      if (taken.overlaps(other.use) && other.block != block &&
          !of_one_rotation(view.problem(), a, other.activity))
        ++sum;
    return sum;
  }

  static bool of_one_rotation(const Problem& problem, ActivityId a, ActivityId b) {
    const auto rotation = problem.parts[problem.activities[a].part].rotation;
    return rotation.exists() && rotation == problem.parts[problem.activities[b].part].rotation;
  }
};

}  // namespace engine
