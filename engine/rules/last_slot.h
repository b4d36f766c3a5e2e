/// The last slot of a day is nobody's favourite: one point per person and session that lasts to the
/// day's closing or beyond (ITC-2007 track 2). Meals, breaks, welcomes and journeys do not count; a
/// round of a rotation counts as a session. A gathering without days has no closing time.
#pragma once

#include <climits>
#include <vector>

#include "engine/rules/expected.h"

namespace engine {

class LastSlot {
 public:
  static constexpr RuleId kId = RuleId::LastSlot;

  LastSlot(const Problem& problem, const Board&) : days_(problem) {
    for (std::size_t row = 0; row < days_.size(); ++row)
      closes_.push_back(closing(problem, days_.day(row)));
  }

  [[nodiscard]] std::int64_t delta(const Board& board, const Change& change) const {
    if (change.kind == Change::Kind::Place) return of_move(board, change);
    return change.kind == Change::Kind::Holder ? of_holder(board, change) : 0;
  }
  void apply(const Board&, const Change&) {}

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    each_day_of_sessions(board, [&](PersonId person, std::span<const Stay> stays) {
      const Minute closes = closing(board.problem(), stays.front().day);
      for (const Stay& stay : stays)
        if (stay.time.to >= closes) sink(Finding{kId, 1, stay.part, {}, {}, person});
    });
  }

 private:
  static Minute closing(const Problem& problem, Day day) {
    for (const DayHours& hours : problem.days)
      if (hours.date == day) return moment_at(day, hours.closes);
    return INT_MAX;
  }

  [[nodiscard]] bool is_last(const PartRow& part, Minute start) const {
    return start != kNever && start + part.offset + part.minutes >= closes_[days_[start]];
  }

  [[nodiscard]] std::int64_t of_move(const Board& board, const Change& change) const {
    const auto& problem = board.problem();
    const BlockId block{change.row};
    if (!is_session(problem, block)) return 0;
    std::int64_t sum = 0;
    each_part(problem, block, [&](PartId part) {
      const auto& row = problem.parts[part];
      const int step = is_last(row, change.start) - is_last(row, board.start(block));
      if (step != 0) each_expected(view_of(board), part, [&](PersonId) { sum += step; });
    });
    return sum;
  }

  [[nodiscard]] std::int64_t of_holder(const Board& board, const Change& change) const {
    const auto& problem = board.problem();
    const PartId part = problem.activities[problem.slots[SlotId{change.row}].activity].part;
    const BlockId block = problem.parts[part].block;
    if (!is_session(problem, block) || !is_last(problem.parts[part], board.start(block))) return 0;
    const View<Moment::Then> then(board, change);
    std::int64_t sum = 0;
    each_reassigned_person(board, change, [&](PersonId person) {
      sum += expected_at(then, part, person) - expected_at(view_of(board), part, person);
    });
    return sum;
  }

  DayRows days_;
  std::vector<Minute> closes_;  ///< per day row
};

}  // namespace engine
