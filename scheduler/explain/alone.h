/// The rules that one block can break by itself, asked one by one.
#pragma once

#include <cstdint>

#include "engine/rules/all.h"

namespace scheduler {

/// A set of rules: bit n stands for the rule with number n.
using RuleSet = std::uint64_t;
static_assert(engine::kRuleCount <= 64);

[[nodiscard]] constexpr RuleSet one_rule(engine::RuleId rule) {
  return RuleSet{1} << static_cast<unsigned>(rule);
}

/// Looks at one block on an empty board. Only hard rules count.
class Alone {
 public:
  explicit Alone(const engine::Problem& problem);

  /// Hard rules broken by the start, whatever the room: people away, hours of the day, a lock; for
  /// rotations also what its settled rooms break.
  [[nodiscard]] RuleSet by_start(engine::BlockId block, engine::Minute start) const;
  /// Hard rules that a session breaks in `room` at every hour: too small, without a feature.
  [[nodiscard]] RuleSet by_room(engine::BlockId block, engine::RoomId room) const;
  /// Hard rules that a session breaks in `room` at this hour: closed.
  [[nodiscard]] RuleSet by_both(engine::BlockId block,
                                engine::Minute start,
                                engine::RoomId room) const;
  /// Whether the hour matters to how `room` fits the session.
  [[nodiscard]] bool has_hours(engine::BlockId block, engine::RoomId room) const;

 private:
  template <class R>
  [[nodiscard]] RuleSet ask(const R& rule, const engine::Change& change) const;
  [[nodiscard]] bool team_can_come(engine::BlockId block, engine::Minute start) const;

  const engine::Problem& problem_;
  engine::Board board_;
  engine::PersonUnavailable away_;
  engine::DayBounds day_;
  engine::Locked locked_;
  engine::RoomUnavailable closed_;
  engine::SiteClosed site_;
  engine::RoomCapacity capacity_;
  engine::RoomFeatures features_;
};

}  // namespace scheduler
