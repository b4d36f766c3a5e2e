/// Not too many sessions in a row: one point per person and session after the second (`long_run`)
/// in a run without any gap on one day (ITC-2007 track 2). Meals, breaks, welcomes and journeys end
/// a run, and so does a free minute; each round of a rotation counts; of sessions that begin
/// together, one.
#pragma once

#include <vector>

#include "engine/rules/day_masks.h"

namespace engine {

class LongRun {
 public:
  static constexpr RuleId kId = RuleId::LongRun;

  LongRun(const Problem& problem, const Board& board)
      : days_(problem), clock_(problem), beyond_(clock_.stretches(), problem.long_run) {
    if (!is_on(problem, kId) || !clock_.fits()) return;
    masks_.resize(problem.people * days_.size());
    const auto view = view_of(board);
    problem.blocks.each([&](BlockId b) {
      if (!board.placed(b) || !is_session(problem, b)) return;
      each_expected(view, b, [&](PersonId p) {
        masks_[cell(p, board.start(b))].add(mask_of(view, b, p, board.start(b)));
      });
    });
  }

  [[nodiscard]] std::int64_t delta(const Board& board, const Change& change) const {
    std::int64_t sum = 0;
    if (masks_.empty())
      each_touched(board, change, [&](PersonId person, Minute day) {
        const View<Moment::Then> then(board, change);
        sum += cost(then, person, day) - cost(view_of(board), person, day);
      });
    else
      each_new_mask(board, change, [&](std::size_t cell, DayMask mask) {
        sum += beyond_(mask) - beyond_(masks_[cell]);
      });
    return sum;
  }

  void apply(const Board& board, const Change& change) {
    if (masks_.empty()) return;
    each_new_mask(board, change, [&](std::size_t cell, DayMask mask) { masks_[cell] = mask; });
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    each_day_of_sessions(board, [&](PersonId person, std::span<const Stay> stays) {
      each_long_run(stays, board.problem().long_run, [&](PartId last, std::int64_t too_many) {
        sink(Finding{kId, too_many, last, {}, {}, person});
      });
    });
  }

 private:
  /// Calls `f(last session, sessions too many)` for each run of one day that is too long.
  template <class F>
  static void each_long_run(std::span<const Stay> stays, std::int64_t limit, F f) {
    for (std::size_t i = 0; i < stays.size();) {
      Minute end = stays[i].time.to;
      std::int64_t sessions = 1;
      PartId last = stays[i].part;
      for (++i; i < stays.size() && stays[i].time.from <= end; ++i) {
        end = std::max(end, stays[i].time.to);
        if (stays[i].time.from != stays[i - 1].time.from) ++sessions;
        last = stays[i].part;
      }
      if (sessions > limit) f(last, sessions - limit);
    }
  }

  /// From the board alone, for days with too many different times for a mask.
  template <class V>
  [[nodiscard]] std::int64_t cost(const V& view, PersonId person, Minute day) const {
    list_sessions(view, person, stays_);
    std::erase_if(stays_, [&](const Stay& stay) { return stay.day != day_of(day); });
    std::int64_t sum = 0;
    each_long_run(stays_, view.problem().long_run, [&](PartId, std::int64_t n) { sum += n; });
    return sum;
  }

  /// Calls `f(person, a moment of the day)` for each day that may change for someone, each once.
  template <class F>
  static void each_touched(const Board& board, const Change& change, F f) {
    const auto& problem = board.problem();
    const bool move = change.kind == Change::Kind::Place;
    if (!move && change.kind != Change::Kind::Holder) return;
    const BlockId block = move
                              ? BlockId{change.row}
                              : view_of(board).block_of(problem.slots[SlotId{change.row}].activity);
    if (!is_session(problem, block)) return;
    const Minute before = board.start(block);
    const Minute after = move ? change.start : kNever;
    const bool both = after != kNever && (before == kNever || day_of(before) != day_of(after));
    const auto touch = [&](PersonId person) {
      if (before != kNever) f(person, before);
      if (both) f(person, after);
    };
    if (move)
      each_expected(view_of(board), block, touch);
    else
      each_reassigned_person(board, change, touch);
  }

  /// Calls `f(cell, mask after the change)`, for each cell at most once.
  template <class F>
  void each_new_mask(const Board& board, const Change& change, F f) const {
    if (change.kind == Change::Kind::Place &&
        board.problem().blocks[BlockId{change.row}].part_count == 1)
      return each_moved(board, change, f);
    each_touched(board, change, [&](PersonId person, Minute day) {
      f(cell(person, day), rebuilt(View<Moment::Then>(board, change), person, day_of(day)));
    });
  }

  /// The same for a block of one part, where everybody's mask loses and gains the same bits.
  template <class F>
  void each_moved(const Board& board, const Change& change, F f) const {
    const auto& problem = board.problem();
    const BlockId block{change.row};
    const Minute before = board.start(block);
    const Minute after = change.start;
    if (before == after || !is_session(problem, block)) return;
    const auto& part = problem.parts[problem.blocks[block].first_part];
    const DayMask gone = before == kNever ? DayMask{} : clock_.mask(part, before);
    const DayMask come = after == kNever ? DayMask{} : clock_.mask(part, after);
    const std::size_t from = before == kNever ? 0 : days_[before];
    const std::size_t to = after == kNever ? 0 : days_[after];
    const bool stays = before == kNever || after == kNever || from == to;
    const auto shift = [&](PersonId person, std::size_t day, DayMask less, DayMask more) {
      const auto c = person.index() * days_.size() + day;
      DayMask mask = masks_[c];
      if (mask.clashes()) {
        mask = rebuilt(View<Moment::Then>(board, change), person, days_.day(day));
      } else {
        mask.remove(less);
        mask.add(more);
      }
      f(c, mask);
    };
    each_expected(view_of(board), block, [&](PersonId person) {
      if (stays) return shift(person, before == kNever ? to : from, gone, come);
      shift(person, from, gone, {});
      shift(person, to, {}, come);
    });
  }

  /// The block's parts that expect the person, when it begins at `start`.
  template <class V>
  [[nodiscard]] DayMask mask_of(const V& view, BlockId block, PersonId person, Minute start) const {
    const auto& problem = view.problem();
    const auto& row = problem.blocks[block];
    if (row.part_count == 1) return clock_.mask(problem.parts[row.first_part], start);
    DayMask mask;
    each_part(problem, block, [&](PartId part) {
      if (expected_at(view, part, person)) mask.add(clock_.mask(problem.parts[part], start));
    });
    return mask;
  }

  template <class V>
  [[nodiscard]] DayMask rebuilt(const V& view, PersonId person, Day day) const {
    const auto& problem = view.problem();
    DayMask mask;
    list_sessions(view, person, stays_);
    for (const Stay& stay : stays_) {
      const auto& part = problem.parts[stay.part];
      if (stay.day == day) mask.add(clock_.mask(part, view.start(part.block)));
    }
    return mask;
  }

  [[nodiscard]] std::size_t cell(PersonId person, Minute start) const {
    return person.index() * days_.size() + days_[start];
  }

  DayRows days_;
  DayClock clock_;
  SessionsBeyond beyond_;
  std::vector<DayMask> masks_;  ///< [person × days + day]; empty: off, or too many times
  mutable std::vector<Stay> stays_;
};

}  // namespace engine
