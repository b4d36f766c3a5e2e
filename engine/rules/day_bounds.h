/// Everything lies within the hours of its day. One point per item (session or round).
#pragma once

#include <algorithm>

#include "engine/rules/rule.h"

namespace engine {

class DayBounds : public LocalRule<DayBounds> {
 public:
  static constexpr RuleId kId = RuleId::DayBounds;
  using LocalRule::LocalRule;

  [[nodiscard]] bool concerns(const Board&, const Change& change) const {
    return change.kind == Change::Kind::Place;
  }

  template <class V>
  [[nodiscard]] std::int64_t around(const V& view, const Change& change) const {
    std::int64_t sum = 0;
    each_part(view.problem(), BlockId{change.row}, [&](PartId p) { sum += outside(view, p); });
    return sum;
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    const auto view = view_of(board);
    board.problem().parts.each([&](PartId p) {
      if (const auto n = outside(view, p); n > 0) sink(Finding{kId, n, p, {}, {}, {}});
    });
  }

 private:
  template <class V>
  static std::int64_t outside(const V& view, PartId p) {
    if (!view.placed(view.block_of(p))) return 0;
    const auto& days = view.problem().days;
    if (days.empty()) return 0;
    const auto time = view.time(p);
    const Day day = day_of(time.from);
    const auto hours = std::lower_bound(
        days.begin(), days.end(), day, [](const DayHours& d, Day key) { return d.date < key; });
    if (hours == days.end() || hours->date != day) return 1;
    const Interval open{moment_at(day, hours->opens), moment_at(day, hours->closes)};
    return open.contains(time) ? 0 : 1;
  }
};

}  // namespace engine
