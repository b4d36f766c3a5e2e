/// Nobody comes for a single session: one point per person and day with exactly one (ITC-2007 track
/// 2). Meals, breaks, welcomes and journeys do not count; each round of a rotation counts as one.
#pragma once

#include <vector>

#include "engine/rules/expected.h"

namespace engine {

class LoneSession {
 public:
  static constexpr RuleId kId = RuleId::LoneSession;

  LoneSession(const Problem& problem, const Board& board) : days_(problem) {
    if (!is_on(problem, kId)) return;
    sessions_.resize(problem.people * days_.size());
    const auto view = view_of(board);
    problem.blocks.each([&](BlockId b) {
      if (board.placed(b) && is_session(problem, b))
        each_expected(view, b, [&](PersonId p) {
          add(cell(p, board.start(b)), parts_expecting(view, b, p));
        });
    });
  }

  [[nodiscard]] std::int64_t delta(const Board& board, const Change& change) const {
    std::int64_t sum = 0;
    each_step(board, change, [&](std::size_t cell, int step) {
      sum += (sessions_[cell] + step == 1) - (sessions_[cell] == 1);
    });
    return sum;
  }

  void apply(const Board& board, const Change& change) {
    if (is_on(board.problem(), kId))
      each_step(board, change, [&](std::size_t cell, int step) { add(cell, step); });
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    each_day_of_sessions(board, [&](PersonId person, std::span<const Stay> stays) {
      if (stays.size() == 1) sink(Finding{kId, 1, stays.front().part, {}, {}, person});
    });
  }

 private:
  [[nodiscard]] std::size_t cell(PersonId person, Minute start) const {
    return person.index() * days_.size() + days_[start];
  }
  void add(std::size_t cell, int step) {
    sessions_[cell] = static_cast<std::uint16_t>(sessions_[cell] + step);
  }

  /// Calls `f(cell, sessions more or fewer)`, for each cell at most once.
  template <class F>
  void each_step(const Board& board, const Change& change, F f) const {
    if (change.kind == Change::Kind::Place) each_moved(board, change, f);
    if (change.kind == Change::Kind::Holder) each_reassigned(board, change, f);
  }

  template <class F>
  void each_moved(const Board& board, const Change& change, F f) const {
    const BlockId block{change.row};
    const Minute before = board.start(block);
    if (!is_session(board.problem(), block)) return;
    if (before == change.start) return;
    if (before != kNever && change.start != kNever && days_[before] == days_[change.start]) return;
    const auto view = view_of(board);
    each_expected(view, block, [&](PersonId person) {
      const int n = parts_expecting(view, block, person);
      if (before != kNever) f(cell(person, before), -n);
      if (change.start != kNever) f(cell(person, change.start), n);
    });
  }

  template <class F>
  void each_reassigned(const Board& board, const Change& change, F f) const {
    const auto& problem = board.problem();
    const PartId part = problem.activities[problem.slots[SlotId{change.row}].activity].part;
    const BlockId block = problem.parts[part].block;
    if (!is_session(problem, block) || !board.placed(block)) return;
    const View<Moment::Then> then(board, change);
    each_reassigned_person(board, change, [&](PersonId person) {
      f(cell(person, board.start(block)),
        expected_at(then, part, person) - expected_at(view_of(board), part, person));
    });
  }

  DayRows days_;
  std::vector<std::uint16_t> sessions_;  ///< [person × days + day]; empty when the rule is off
};

}  // namespace engine
