/// The base of rules over pairs of presences of one person: being in two places, and getting there.
///
/// `Cost::pair(view, a, b)` is what one pair of placed presences costs; `Cost::kUsesPlaces` says
/// whether rooms matter. Attended parts are paired through `Problem::neighbours`, so that moving a
/// session costs a look at each session that shares people with it, not at each person.
#pragma once

#include <vector>

#include "engine/rules/presence.h"

namespace engine {

template <class Cost>
class PersonPairs : public LocalRule<PersonPairs<Cost>> {
 public:
  static constexpr RuleId kId = Cost::kId;

  PersonPairs(const Problem& problem, const Board& board)
      : LocalRule<PersonPairs>(problem, board), idle_(Cost::never(problem)), slots_near_(problem) {}

  [[nodiscard]] bool concerns(const Board& board, const Change& change) const {
    if (idle_) return false;
    if (change.kind == Change::Kind::Room) return Cost::kUsesPlaces;
    if (change.kind != Change::Kind::Station) return true;
    const auto person = board.problem().seats[SeatId{change.row}].person;
    return Cost::kUsesPlaces || !board.held_by(person).empty();
  }

  template <class V>
  [[nodiscard]] std::int64_t around(const V& view, const Change& change) const {
    if (change.kind == Change::Kind::Place) return of_block(view, BlockId{change.row});
    if (change.kind == Change::Kind::Room) return of_room_change(view, ActivityId{change.row});
    std::int64_t sum = 0;
    each_reassigned_person(
        view.board(), change, [&](PersonId person) { sum += of_person(view, person); });
    return sum;
  }

  /// What a Place change alters of the pairs that a held place is part of.
  template <class V>
  [[nodiscard]] std::int64_t holders_around(const V& view, const Change& change) const {
    const BlockId block{change.row};
    return view.placed(block) ? with_slots(view, block) : 0;
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    const auto view = view_of(board);
    for (std::size_t i = 0; i < board.problem().people; ++i) {
      const PersonId person{static_cast<std::int32_t>(i)};
      std::vector<Presence> list;
      each_presence(view, person, [&](Presence p) { list.push_back(p); });
      for (std::size_t a = 0; a < list.size(); ++a)
        for (std::size_t b = a + 1; b < list.size(); ++b)
          if (const auto n = Cost::pair(view, list[a], list[b]); n > 0)
            sink(Finding{kId, n, list[a].part, list[b].part, list[a].activity, person});
    }
  }

 private:
  template <class V>
  [[nodiscard]] std::int64_t of_person(const V& view, PersonId person) const {
    scratch_.clear();
    each_presence(view, person, [&](Presence p) { scratch_.push_back(p); });
    std::int64_t sum = 0;
    for (std::size_t a = 0; a < scratch_.size(); ++a)
      for (std::size_t b = a + 1; b < scratch_.size(); ++b)
        sum += Cost::pair(view, scratch_[a], scratch_[b]);
    return sum;
  }

  template <class V>
  [[nodiscard]] std::int64_t of_block(const V& view, BlockId block) const {
    if (!view.placed(block)) return 0;
    std::int64_t sum = 0;
    each_part(view.problem(), block, [&](PartId part) {
      sum += with_neighbours(view, part);
      if (Cost::kUsesPlaces)
        each_part(view.problem(), block, [&](PartId later) {
          if (part < later) sum += attended_pair(view, part, later, 0);
        });
    });
    return sum + with_slots(view, block);
  }

  template <class V>
  [[nodiscard]] std::int64_t with_neighbours(const V& view, PartId part) const {
    std::int64_t sum = 0;
    for (const auto& n : view.problem().neighbours[part])
      if (view.placed(view.block_of(n.part))) sum += attended_pair(view, part, n.part, n.people);
    return sum;
  }

  /// Everyone who attends both parts. `people` is their number, used when all are in one place.
  template <class V>
  std::int64_t attended_pair(const V& view, PartId a, PartId b, std::int32_t people) const {
    const auto& problem = view.problem();
    const auto& pa = problem.parts[a];
    const auto& pb = problem.parts[b];
    if (!Cost::kUsesPlaces || (pa.activity_count == 1 && pb.activity_count == 1 && people > 0))
      return people * Cost::pair(view, {a, pa.first_activity}, {b, pb.first_activity});
    std::int64_t sum = 0;
    const auto left = problem.attendees[a];
    const auto right = problem.attendees[b];
    for (auto i = left.begin(), j = right.begin(); i != left.end() && j != right.end();) {
      if (*i < *j) {
        ++i;
        continue;
      }
      if (*j < *i) {
        ++j;
        continue;
      }
      sum += Cost::pair(
          view, {a, activity_attended(view, a, *i)}, {b, activity_attended(view, b, *i)});
      ++i;
      ++j;
    }
    return sum;
  }

  /// Pairs of a held place with anything else of its holder, one of the two in `block`.
  template <class V>
  [[nodiscard]] std::int64_t with_slots(const V& view, BlockId block) const {
    std::int64_t sum = 0;
    for (const SlotId slot : slots_near_[block]) {
      const PersonId person = view.holder(slot);
      if (!person.exists() || !is_presence(view, slot, person)) continue;
      const auto& problem = view.problem();
      const ActivityId a = problem.slots[slot].activity;
      const Presence held{problem.activities[a].part, a};
      const bool inside = view.block_of(a) == block;
      const auto add = [&](PartId part, ActivityId activity) {
        if (inside || view.block_of(part) == block) sum += Cost::pair(view, held, {part, activity});
      };
      for (const PartId part : problem.parts_of[person])
        if (view.placed(view.block_of(part))) add(part, activity_attended(view, part, person));
      view.each_held(person, [&](SlotId other) {
        const ActivityId b = problem.slots[other].activity;
        if (slot < other && is_presence(view, other, person)) add(problem.activities[b].part, b);
      });
    }
    return sum;
  }

  template <class V>
  [[nodiscard]] std::int64_t of_room_change(const V& view, ActivityId activity) const {
    const auto& problem = view.problem();
    const PartId part = problem.activities[activity].part;
    const BlockId block = view.block_of(part);
    if (!view.placed(block)) return 0;
    if (problem.parts[part].activity_count == 1)
      return with_neighbours(view, part) + within_block(view, part) + with_slots(view, block);
    std::int64_t sum = 0;
    people_.assign(problem.team[activity].begin(), problem.team[activity].end());
    for (const SeatId seat : view.board().seated(activity))
      people_.push_back(problem.seats[seat].person);
    for (const SlotId slot : problem.slots_of[activity])
      if (view.holder(slot).exists()) people_.push_back(view.holder(slot));
    std::sort(people_.begin(), people_.end());
    people_.erase(std::unique(people_.begin(), people_.end()), people_.end());
    for (const PersonId person : people_) sum += of_person(view, person);
    return sum;
  }

  /// The part with the other parts of its block.
  template <class V>
  [[nodiscard]] std::int64_t within_block(const V& view, PartId part) const {
    std::int64_t sum = 0;
    each_part(view.problem(), view.block_of(part), [&](PartId other) {
      if (other != part) sum += attended_pair(view, part, other, 0);
    });
    return sum;
  }

  bool idle_;
  SlotsNear slots_near_;
  mutable std::vector<Presence> scratch_;
  mutable std::vector<PersonId> people_;
};

}  // namespace engine
