/// Every open place of a team is held, by a person who holds no other place of that team. One point
/// per place. A station where nobody sits in a round needs no team then, and a spare place may stay
/// open. A named host who takes part while their station rests is there when it does not: one point
/// per round elsewhere.
#pragma once

#include <algorithm>

#include "engine/rules/rule.h"

namespace engine {

class TeamComplete : public LocalRule<TeamComplete> {
 public:
  static constexpr RuleId kId = RuleId::TeamComplete;
  using LocalRule::LocalRule;

  [[nodiscard]] bool concerns(const Board& board, const Change& change) const {
    return change.kind != Change::Kind::Room &&
           (board.problem().slots.size() > 0 || board.problem().own_seats.total() > 0);
  }

  template <class V>
  [[nodiscard]] std::int64_t around(const V& view, const Change& change) const {
    const auto& problem = view.problem();
    std::int64_t sum = 0;
    const auto add = [&](ActivityId a) { sum += lacking(view, a); };
    if (change.kind == Change::Kind::Place) each_moved_activity(problem, change, add);
    if (change.kind == Change::Kind::Holder) add(problem.slots[SlotId{change.row}].activity);
    if (change.kind == Change::Kind::Station)
      each_activity(problem, problem.seats[SeatId{change.row}].part, add);
    return sum;
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    const auto view = view_of(board);
    board.problem().activities.each([&](ActivityId a) {
      if (const auto n = lacking(view, a); n > 0)
        sink(Finding{kId, n, board.problem().activities[a].part, {}, a, {}});
    });
  }

 private:
  template <class V>
  static std::int64_t lacking(const V& view, ActivityId a) {
    const auto& problem = view.problem();
    const auto slots = problem.slots_of[a];
    const auto own = problem.own_seats[a];
    if (slots.empty() && own.empty()) return 0;
    if (!view.placed(view.block_of(a)) || rests(view, a)) return 0;
    const auto strayed = std::count_if(own.begin(), own.end(), [&](SeatId seat) {
      return view.station(seat) != problem.activities[a].station;
    });
    const auto team = problem.team[a];
    return strayed + std::count_if(slots.begin(), slots.end(), [&](SlotId slot) {
             const PersonId person = view.holder(slot);
             if (!person.exists()) return !problem.slots[slot].spare;
             if (std::binary_search(team.begin(), team.end(), person)) return true;
             return std::any_of(slots.begin(), slots.end(), [&](SlotId other) {
               return other < slot && view.holder(other) == person;
             });
           });
  }

  template <class V>
  static bool rests(const V& view, ActivityId a) {
    const auto& problem = view.problem();
    const auto rotation = problem.parts[problem.activities[a].part].rotation;
    if (!rotation.exists() || problem.rotations[rotation].pattern == Pattern::Free) return false;
    return view.seated(a) == 0;
  }
};

}  // namespace engine
