/// A board as it is, or as it would be after one change: rules read both through the same eyes.
#pragma once

#include "engine/plan/board.h"

namespace engine {

/// Decisions before (`Moment::Now`) or after (`Moment::Then`) a change that is not applied yet.
enum class Moment : std::uint8_t { Now, Then };

template <Moment M>
class View {
 public:
  View(const Board& board, const Change& change) : board_(&board), change_(change) {
    if (change.kind == Change::Kind::Place && change.value != Change::kKeepRoom)
      moved_activity_ = first_activity(problem(), BlockId{change.row}).value;
    else if (change.kind == Change::Kind::Room)
      moved_activity_ = change.row;
  }

  [[nodiscard]] const Problem& problem() const { return board_->problem(); }
  [[nodiscard]] const Board& board() const { return *board_; }

  [[nodiscard]] Minute start(BlockId block) const {
    if (M == Moment::Then && change_.kind == Change::Kind::Place && change_.row == block.value)
      return change_.start;
    return board_->start(block);
  }
  [[nodiscard]] bool placed(BlockId block) const { return start(block) != kNever; }
  [[nodiscard]] RoomId room(ActivityId activity) const {
    if (M == Moment::Then && moved_activity_ == activity.value) return {change_.value};
    return board_->room(activity);
  }
  [[nodiscard]] PersonId holder(SlotId slot) const {
    if (M == Moment::Then && change_.kind == Change::Kind::Holder && change_.row == slot.value)
      return {change_.value};
    return board_->holder(slot);
  }
  [[nodiscard]] std::int32_t station(SeatId seat) const {
    if (M == Moment::Then && change_.kind == Change::Kind::Station && change_.row == seat.value)
      return change_.value;
    return board_->station(seat);
  }

  /// The seat that a Station change moves, or none.
  [[nodiscard]] SeatId changed_seat() const {
    return change_.kind == Change::Kind::Station ? SeatId{change_.row} : SeatId{};
  }

  /// Calls `f(slot)` for every open place the person holds.
  template <class F>
  void each_held(PersonId person, F f) const {
    const bool changes = M == Moment::Then && change_.kind == Change::Kind::Holder;
    for (const SlotId slot : board_->held_by(person))
      if (!changes || slot.value != change_.row) f(slot);
    if (changes && change_.value == person.value) f(SlotId{change_.row});
  }

  /// People seated at a station in a round.
  [[nodiscard]] std::int32_t seated(ActivityId activity) const {
    auto n = static_cast<std::int32_t>(board_->seated(activity).size());
    if (M == Moment::Now || change_.kind != Change::Kind::Station) return n;
    const SeatId seat{change_.row};
    const auto& row = problem().activities[activity];
    if (row.part != problem().seats[seat].part) return n;
    if (board_->station(seat) == row.station) --n;
    if (change_.value == row.station) ++n;
    return n;
  }

  [[nodiscard]] BlockId block_of(PartId part) const { return problem().parts[part].block; }
  [[nodiscard]] BlockId block_of(ActivityId activity) const {
    return block_of(problem().activities[activity].part);
  }

  /// When people are there. The part's block must be placed.
  [[nodiscard]] Interval time(PartId part) const {
    const auto& row = problem().parts[part];
    const Minute from = start(row.block) + row.offset;
    return {from, from + row.minutes};
  }
  /// When the room and the equipment are taken: with setup and teardown.
  [[nodiscard]] Interval use(ActivityId activity) const {
    const auto& row = problem().parts[problem().activities[activity].part];
    const Minute from = start(row.block) + row.offset;
    return {from - row.setup, from + row.minutes + row.teardown};
  }

 private:
  const Board* board_;
  Change change_;
  std::int32_t moved_activity_ = -1;
};

/// The board as it is, for rules that inspect all of it.
using BoardView = View<Moment::Now>;
[[nodiscard]] inline BoardView view_of(const Board& board) {
  return {board, Change{}};
}

}  // namespace engine
