/// Groups of one round are of the same size: one point per person of difference beyond one, between
/// the largest and the smallest group in use.
#pragma once

#include <algorithm>

#include "engine/rules/seat_rule.h"

namespace engine {

class GroupBalance : public SeatRule<GroupBalance> {
 public:
  static constexpr RuleId kId = RuleId::GroupBalance;
  using SeatRule::SeatRule;

  template <class V>
  [[nodiscard]] std::int64_t around(const V& view, const Change& change) const {
    return excess(view, view.problem().seats[SeatId{change.row}].part);
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    const auto view = view_of(board);
    each_seated_rotation(board.problem(), [&](RotationId, const RotationRow& rotation) {
      for (const PartId part : rotation.parts)
        if (const auto n = excess(view, part); n > 0) sink(Finding{kId, n, part, {}, {}, {}});
    });
  }

 private:
  template <class V>
  static std::int64_t excess(const V& view, PartId part) {
    std::int32_t least = INT32_MAX;
    std::int32_t most = 0;
    each_activity(view.problem(), part, [&](ActivityId a) {
      const auto n = view.seated(a);
      if (n == 0) return;
      least = std::min(least, n);
      most = std::max(most, n);
    });
    return most == 0 ? 0 : std::max(0, most - least - 1);
  }
};

}  // namespace engine
