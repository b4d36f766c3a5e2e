/// A seat for everyone. One point per person without a seat: in a session, in all the stations of
/// one round that stand in one room, or in a shared room whenever something begins there.
#pragma once

#include <algorithm>
#include <vector>

#include "engine/rules/peaks.h"
#include "engine/rules/rule.h"

namespace engine {

class RoomCapacity : public LocalRule<RoomCapacity> {
 public:
  static constexpr RuleId kId = RuleId::RoomCapacity;
  using LocalRule::LocalRule;

  [[nodiscard]] bool concerns(const Board&, const Change& change) const {
    return change.kind != Change::Kind::Holder;
  }

  template <class V>
  [[nodiscard]] std::int64_t around(const V& view, const Change& change) const {
    const auto& problem = view.problem();
    std::int64_t sum = 0;
    if (change.kind == Change::Kind::Place)
      each_part(problem, BlockId{change.row}, [&](PartId p) { sum += standing(view, p); });
    else if (change.kind == Change::Kind::Room)
      sum += standing(view, problem.activities[ActivityId{change.row}].part);
    else
      sum += standing(view, problem.seats[SeatId{change.row}].part);
    for (const RoomId room : shared_rooms_touched(view, change))
      sum += crowding(view, room, change);
    return sum;
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    const auto view = view_of(board);
    const auto& problem = board.problem();
    problem.parts.each([&](PartId p) {
      each_first_in_room(view, p, [&](ActivityId a) {
        if (const auto n = standing_in_room(view, p, a); n > 0) sink(Finding{kId, n, p, {}, a, {}});
      });
    });
    problem.rooms.each([&](RoomId room) {
      if (!problem.rooms[room].shared) return;
      std::vector<Use> uses;
      for (const auto& b : board.in_room(room)) uses.push_back({b.use, heads(view, b.activity)});
      for (std::size_t i = 0; i < uses.size(); ++i)
        if (const auto n = lacking_at(uses[i], uses, problem.rooms[room].capacity); n > 0) {
          const ActivityId a = board.in_room(room)[i].activity;
          sink(Finding{kId, n, problem.activities[a].part, {}, a, {}});
        }
    });
  }

 private:
  /// Heads of an activity: its seats when people are seated one by one, else what was announced.
  template <class V>
  static std::int64_t heads(const V& view, ActivityId a) {
    return std::max(view.problem().activities[a].heads, view.seated(a));
  }

  /// People without a seat in the unshared rooms of one part.
  template <class V>
  static std::int64_t standing(const V& view, PartId part) {
    std::int64_t sum = 0;
    each_first_in_room(view, part, [&](ActivityId a) { sum += standing_in_room(view, part, a); });
    return sum;
  }

  /// Calls `f(activity)` once for each unshared room that the placed part uses.
  template <class V, class F>
  static void each_first_in_room(const V& view, PartId part, F f) {
    const auto& problem = view.problem();
    if (!view.placed(view.block_of(part))) return;
    each_activity(problem, part, [&](ActivityId a) {
      const RoomId room = view.room(a);
      if (!room.exists() || problem.rooms[room].shared) return;
      for (auto b = problem.parts[part].first_activity; b < a; ++b.value)
        if (view.room(b) == room) return;
      f(a);
    });
  }

  template <class V>
  static std::int64_t standing_in_room(const V& view, PartId part, ActivityId first) {
    std::int64_t sum = 0;
    each_activity(view.problem(), part, [&](ActivityId a) {
      if (view.room(a) == view.room(first)) sum += heads(view, a);
    });
    return std::max<std::int64_t>(0, sum - view.problem().rooms[view.room(first)].capacity);
  }

  /// Shared rooms that a change enters, leaves or stays in; the same list before and after it.
  template <class V>
  const std::vector<RoomId>& shared_rooms_touched(const V& view, const Change& change) const {
    const auto& problem = view.problem();
    const View<Moment::Then> then(view.board(), change);
    touched_.clear();
    const auto add = [&](RoomId room) {
      if (room.exists() && problem.rooms[room].shared &&
          std::find(touched_.begin(), touched_.end(), room) == touched_.end())
        touched_.push_back(room);
    };
    const auto add_both = [&](ActivityId a) {
      add(view.board().room(a));
      add(then.room(a));
    };
    each_moved_activity(problem, change, add_both);
    if (change.kind == Change::Kind::Station)
      each_activity(problem, problem.seats[SeatId{change.row}].part, add_both);
    return touched_;
  }

  template <class V>
  std::int64_t crowding(const V& view, RoomId room, const Change& change) const {
    uses_.clear();
    const auto add = [&](ActivityId a) { uses_.push_back({view.use(a), heads(view, a)}); };
    const auto moves = [&](ActivityId a) {
      return (change.kind == Change::Kind::Room && a.value == change.row) ||
             (change.kind == Change::Kind::Place && view.block_of(a).value == change.row);
    };
    for (const auto& booking : view.board().in_room(room))
      if (!moves(booking.activity)) add(booking.activity);
    each_moved_activity(view.problem(), change, [&](ActivityId a) {
      if (view.room(a) == room && view.placed(view.block_of(a))) add(a);
    });
    return lacking(uses_, view.problem().rooms[room].capacity);
  }

  mutable std::vector<RoomId> touched_;
  mutable std::vector<Use> uses_;
};

}  // namespace engine
