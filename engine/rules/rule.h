/// What a rule is, and the base of those that look only around a change.
#pragma once

#include <concepts>
#include <cstdint>

#include "engine/plan/view.h"
#include "engine/rules/finding.h"

namespace engine {

/// `delta` and `apply` see the board *before* the change. `inspect` reads the board from scratch
/// and is written to be obviously right; tests hold `delta` to it. A rule may also have
/// `amount_after(board, change)`: its `delta` on a board that breaks it nowhere, for less work.
template <class R>
concept Rule = requires(const R& r, R& m, const Board& b, const Change& c, void (*sink)(Finding)) {
  { R::kId } -> std::convertible_to<RuleId>;
  requires std::constructible_from<R, const Problem&, const Board&>;
  { r.delta(b, c) } -> std::same_as<std::int64_t>;
  { m.apply(b, c) } -> std::same_as<void>;
  { R::inspect(b, sink) } -> std::same_as<void>;
};

/// A rule without memory: its amount near a change, after minus before. `R::around(view, change)`
/// adds up every violation that the change may touch.
template <class R>
class LocalRule {
 public:
  LocalRule(const Problem&, const Board&) {}

  [[nodiscard]] std::int64_t delta(const Board& board, const Change& change) const {
    const auto& rule = static_cast<const R&>(*this);
    if (!rule.concerns(board, change)) return 0;
    return rule.around(View<Moment::Then>(board, change), change) -
           rule.around(View<Moment::Now>(board, change), change);
  }
  /// As `delta`, on a board where the rule is broken nowhere.
  [[nodiscard]] std::int64_t amount_after(const Board& board, const Change& change) const {
    const auto& rule = static_cast<const R&>(*this);
    if (!rule.concerns(board, change)) return 0;
    return rule.around(View<Moment::Then>(board, change), change);
  }
  void apply(const Board&, const Change&) {}
};

template <class F>
void each_part(const Problem& problem, BlockId block, F f) {
  const auto& row = problem.blocks[block];
  for (std::int32_t i = 0; i < row.part_count; ++i) f(PartId{row.first_part.value + i});
}

template <class F>
void each_activity(const Problem& problem, PartId part, F f) {
  const auto& row = problem.parts[part];
  for (std::int32_t i = 0; i < row.activity_count; ++i) f(ActivityId{row.first_activity.value + i});
}

/// The activities whose place or time a Place or Room change alters; none for other changes.
template <class F>
void each_moved_activity(const Problem& problem, const Change& change, F f) {
  if (change.kind == Change::Kind::Room) f(ActivityId{change.row});
  if (change.kind != Change::Kind::Place) return;
  each_part(problem, BlockId{change.row}, [&](PartId p) { each_activity(problem, p, f); });
}

/// Calls `f(activity)` for every activity of a placed block.
template <class F>
void each_placed_activity(const Board& board, F f) {
  const auto& problem = board.problem();
  problem.activities.each([&](ActivityId a) {
    if (board.placed(problem.parts[problem.activities[a].part].block)) f(a);
  });
}

/// A rule about one activity alone, its time and its room: `R::amount(view, activity)`, asked only
/// for activities of placed blocks that have a room.
template <class R>
class RoomedRule : public LocalRule<R> {
 public:
  using LocalRule<R>::LocalRule;

  [[nodiscard]] bool concerns(const Board&, const Change& change) const {
    return change.kind == Change::Kind::Place || change.kind == Change::Kind::Room;
  }

  template <class V>
  [[nodiscard]] std::int64_t around(const V& view, const Change& change) const {
    std::int64_t sum = 0;
    each_moved_activity(view.problem(), change, [&](ActivityId a) { sum += measure(view, a); });
    return sum;
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    const auto view = view_of(board);
    each_placed_activity(board, [&](ActivityId a) {
      if (const auto n = measure(view, a); n > 0)
        sink(Finding{R::kId, n, board.problem().activities[a].part, {}, a, {}});
    });
  }

 private:
  template <class V>
  static std::int64_t measure(const V& view, ActivityId a) {
    return view.placed(view.block_of(a)) && view.room(a).exists() ? R::amount(view, a) : 0;
  }
};

}  // namespace engine
