/// People are there when they are expected: each item lies inside one of their windows, with the
/// way from where they start the day and to where they end it. One point per person and item
/// outside.
#pragma once

#include "engine/rules/day_ends.h"
#include "engine/rules/presence.h"

namespace engine {

class PersonUnavailable : public LocalRule<PersonUnavailable> {
 public:
  static constexpr RuleId kId = RuleId::PersonUnavailable;

  PersonUnavailable(const Problem& problem, const Board& board) : LocalRule(problem, board) {
    problem.parts.each([&](PartId part) {
      std::vector<PersonId> limited;
      for (const PersonId p : problem.attendees[part])
        if (!problem.available[p].empty()) limited.push_back(p);
      limited_.add(limited);
    });
  }

  [[nodiscard]] bool concerns(const Board& board, const Change& change) const {
    return change.kind != Change::Kind::Room || !board.problem().day_ends.empty();
  }

  template <class V>
  [[nodiscard]] std::int64_t around(const V& view, const Change& change) const {
    std::int64_t sum = 0;
    if (change.kind == Change::Kind::Place)
      each_part(view.problem(), BlockId{change.row}, [&](PartId p) { sum += of_part(view, p); });
    else if (change.kind == Change::Kind::Room)
      sum = of_part(view, view.problem().activities[ActivityId{change.row}].part);
    else
      each_reassigned_person(
          view.board(), change, [&](PersonId person) { sum += of_person(view, person); });
    return sum;
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    const auto view = view_of(board);
    for (std::size_t i = 0; i < board.problem().people; ++i) {
      const PersonId person{static_cast<std::int32_t>(i)};
      each_presence(view, person, [&](Presence p) {
        if (away(view, person, p)) sink(Finding{kId, 1, p.part, {}, p.activity, person});
      });
    }
  }

 private:
  template <class V>
  [[nodiscard]] std::int64_t of_part(const V& view, PartId part) const {
    if (!view.placed(view.block_of(part))) return 0;
    std::int64_t sum = 0;
    for (const PersonId person : limited_[part])
      sum +=
          away(view,
               person,
               {part, place_matters(view) ? activity_attended(view, part, person) : ActivityId{}});
    each_activity(view.problem(), part, [&](ActivityId a) {
      for (const SlotId slot : view.problem().slots_of[a]) {
        const PersonId person = view.holder(slot);
        if (person.exists() && is_presence(view, slot, person))
          sum += away(view, person, {part, a});
      }
    });
    return sum;
  }

  template <class V>
  static std::int64_t of_person(const V& view, PersonId person) {
    if (view.problem().available[person].empty()) return 0;
    std::int64_t sum = 0;
    each_presence(view, person, [&](Presence p) { sum += away(view, person, p); });
    return sum;
  }

  template <class V>
  static bool place_matters(const V& view) {
    return !view.problem().day_ends.empty();
  }

  template <class V>
  static bool away(const V& view, PersonId person, Presence p) {
    const auto& problem = view.problem();
    PlaceId place;
    if (place_matters(view) && p.activity.exists() && view.room(p.activity).exists())
      place = problem.rooms[view.room(p.activity)].place;
    return is_away(problem, person, view.time(p.part), place);
  }

  Lists<PartId, PersonId> limited_;  ///< attendees who are not there all the time
};

}  // namespace engine
