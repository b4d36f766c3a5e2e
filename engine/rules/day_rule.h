/// The base of rules about how one person's day goes: pauses, waits, ways between rooms.
///
/// A rule says what one day of one person costs, from all that expects them on it in order of time.
/// The base remembers the cost of every day, so that a change recounts only the days it touches.
#pragma once

#include <vector>

#include "engine/rules/touched_days.h"

namespace engine {

/// Something placed that expects a person; ordered by time.
struct DayItem {
  Interval time;
  PartId part;
  ActivityId activity;  ///< the station; none when it is not known
  bool turn = false;    ///< the person has a role there; said to rules that ask for it only
  friend constexpr auto operator<=>(const DayItem&, const DayItem&) = default;
};

/// Named in the team of an activity, or holding one of its places.
template <class V>
bool has_role(const V& view, ActivityId activity, PersonId person) {
  if (!activity.exists()) return false;
  const auto team = view.problem().team[activity];
  bool found = std::binary_search(team.begin(), team.end(), person);
  view.each_held(person, [&](SlotId slot) {
    found = found || view.problem().slots[slot].activity == activity;
  });
  return found;
}

/// Fills `items` with what expects the person on a day.
template <bool kTurns, class V>
void list_day(const V& view, PersonId person, Day day, std::vector<DayItem>& items) {
  const auto& problem = view.problem();
  const Minute from = moment_at(day, 0);
  items.clear();
  const auto add = [&](PartId part, auto activity) {
    const Minute start = view.start(view.block_of(part));
    if (start < from || start >= from + kMinutesPerDay) return;
    const ActivityId a = activity();
    items.push_back({view.time(part), part, a, kTurns && has_role(view, a, person)});
  };
  for (const PartId part : problem.parts_of[person])
    add(part, [&] { return activity_attended(view, part, person); });
  view.each_held(person, [&](SlotId slot) {
    const ActivityId a = problem.slots[slot].activity;
    if (is_presence(view, slot, person)) add(problem.activities[a].part, [&] { return a; });
  });
  std::sort(items.begin(), items.end());
}

/// Whether two parts are of one session, or of one rotation.
[[nodiscard]] inline bool same_item(const Problem& problem, PartId a, PartId b) {
  const auto& left = problem.parts[a];
  const auto& right = problem.parts[b];
  return left.rotation.exists() ? left.rotation == right.rotation : left.block == right.block;
}

/// Calls `f(person, day, items)` for each day on which something placed expects somebody, person by
/// person.
template <bool kTurns, class V, class F>
void each_day_of_everyone(const V& view, F f) {
  std::vector<Day> days;
  std::vector<DayItem> items;
  for (std::size_t i = 0; i < view.problem().people; ++i) {
    const PersonId person{static_cast<std::int32_t>(i)};
    days.clear();
    each_presence(view, person, [&](Presence p) {
      days.push_back(day_of(view.board().start(view.block_of(p.part))));
    });
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    for (const Day day : days) {
      list_day<kTurns>(view, person, day, items);
      f(person, day, std::span<const DayItem>(items));
    }
  }
}

/// `R::judge(view, items, found)` calls `found(amount, part, other)` for each fault of one day,
/// each amount above 0. `R::kTurns` says whether it asks for roles, `R::uses_rooms(problem)`
/// whether rooms can matter.
template <class R>
class DayRule {
 public:
  DayRule(const Problem& problem, const Board& board)
      : days_(problem), uses_rooms_(R::uses_rooms(problem)) {
    if (!is_on(problem, R::kId)) return;
    costs_.resize(problem.people * days_.size());
    inspect(board, [&](const Finding& f) {
      const BlockId block = problem.parts[f.part].block;
      costs_[cell(f.person, day_of(board.start(block)))] += static_cast<std::int32_t>(f.amount);
    });
  }

  [[nodiscard]] std::int64_t delta(const Board& board, const Change& change) const {
    const View<Moment::Then> then(board, change);
    std::int64_t sum = 0;
    each_touched_day(board, change, uses_rooms_, [&](PersonId person, Day day) {
      sum += cost(then, person, day) - costs_[cell(person, day)];
    });
    return sum;
  }

  void apply(const Board& board, const Change& change) {
    const View<Moment::Then> then(board, change);
    each_touched_day(board, change, uses_rooms_, [&](PersonId person, Day day) {
      costs_[cell(person, day)] = static_cast<std::int32_t>(cost(then, person, day));
    });
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    const auto view = view_of(board);
    each_day_of_everyone<R::kTurns>(
        view, [&](PersonId person, Day, std::span<const DayItem> items) {
          R::judge(view, items, [&](std::int64_t amount, PartId part, PartId other) {
            sink(Finding{R::kId, amount, part, other, {}, person});
          });
        });
  }

 private:
  template <class V>
  [[nodiscard]] std::int64_t cost(const V& view, PersonId person, Day day) const {
    list_day<R::kTurns>(view, person, day, items_);
    std::int64_t sum = 0;
    R::judge(view, std::span<const DayItem>(items_), [&](std::int64_t amount, PartId, PartId) {
      sum += amount;
    });
    return sum;
  }

  [[nodiscard]] std::size_t cell(PersonId person, Day day) const {
    return person.index() * days_.size() + days_[moment_at(day, 0)];
  }

  DayRows days_;
  bool uses_rooms_;
  std::vector<std::int32_t> costs_;  ///< [person × days + day]; empty when the rule is off
  mutable std::vector<DayItem> items_;
};

}  // namespace engine
