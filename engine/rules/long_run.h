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

  LongRun(const Problem& problem, const Board& board) : days_(problem), clock_(problem) {
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
    const int limit = board.problem().long_run;
    std::int64_t sum = 0;
    if (masks_.empty())
      each_touched(board, change, [&](PersonId person, Minute day) {
        const View<Moment::Then> then(board, change);
        sum += cost(then, person, day) - cost(view_of(board), person, day);
      });
    else
      each_new_mask(board, change, [&](std::size_t cell, DayMask mask) {
        sum += beyond(mask, limit) - beyond(masks_[cell], limit);
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
    if (change.kind != Change::Kind::Place) {
      each_touched(board, change, [&](PersonId person, Minute day) {
        f(cell(person, day), rebuilt(View<Moment::Then>(board, change), person, day));
      });
      return;
    }
    const BlockId block{change.row};
    const Minute before = board.start(block);
    const auto view = view_of(board);
    each_touched(board, change, [&](PersonId person, Minute day) {
      const auto c = cell(person, day);
      DayMask mask = masks_[c];
      if (mask.clashes()) {
        f(c, rebuilt(View<Moment::Then>(board, change), person, day));
        return;
      }
      if (before != kNever && days_[before] == days_[day])
        mask.remove(mask_of(view, block, person, before));
      if (change.start != kNever && days_[change.start] == days_[day])
        mask.add(mask_of(view, block, person, change.start));
      f(c, mask);
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
  [[nodiscard]] DayMask rebuilt(const V& view, PersonId person, Minute day) const {
    const auto& problem = view.problem();
    DayMask mask;
    list_sessions(view, person, stays_);
    for (const Stay& stay : stays_) {
      const auto& part = problem.parts[stay.part];
      if (stay.day == day_of(day)) mask.add(clock_.mask(part, view.start(part.block)));
    }
    return mask;
  }

  [[nodiscard]] std::size_t cell(PersonId person, Minute start) const {
    return person.index() * days_.size() + days_[start];
  }

  DayRows days_;
  DayClock clock_;
  std::vector<DayMask> masks_;  ///< [person × days + day]; empty: off, or too many times
  mutable std::vector<Stay> stays_;
};

}  // namespace engine
