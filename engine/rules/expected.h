/// Who is expected at items, each person once wherever they sit, and on which day that is.
///
/// An item belongs to the day on which its block begins, also when it lasts past midnight.
#pragma once

#include <algorithm>
#include <compare>
#include <utility>
#include <vector>

#include "engine/rules/presence.h"

namespace engine {

[[nodiscard]] inline bool is_on(const Problem& problem, RuleId rule) {
  const auto weight = problem.weights[static_cast<std::size_t>(rule)];
  return weight.hard != 0 || weight.soft != 0;
}

/// Whether people come to work there: no welcome, meal, break or journey.
[[nodiscard]] inline bool is_session(const Problem& problem, BlockId block) {
  return problem.blocks[block].kind == ItemKind::Session;
}

/// Dense rows for the days on which blocks may begin.
class DayRows {
 public:
  explicit DayRows(const Problem& problem) {
    std::vector<Day> days;
    problem.blocks.each([&](BlockId b) {
      for (const Minute start : problem.starts[b]) days.push_back(day_of(start));
    });
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    if (days.empty()) return;
    first_ = days.front();
    rows_.resize(static_cast<std::size_t>(days.back() - first_) + 1);
    for (const Day day : days) rows_[static_cast<std::size_t>(day - first_)] = size_++;
    days_ = std::move(days);
  }
  [[nodiscard]] Day day(std::size_t row) const { return days_[row]; }
  [[nodiscard]] std::size_t size() const { return size_; }
  /// `start` is a candidate start of a block.
  [[nodiscard]] std::size_t operator[](Minute start) const {
    return rows_[static_cast<std::size_t>(day_of(start) - first_)];
  }

 private:
  Day first_ = 0;
  std::size_t size_ = 0;
  std::vector<std::size_t> rows_;  ///< [day − first]
  std::vector<Day> days_;          ///< per row
};

/// The first open place of a part that the person holds, or none.
template <class V>
SlotId first_held(const V& view, PartId part, PersonId person) {
  SlotId first;
  view.each_held(person, [&](SlotId slot) {
    const auto& problem = view.problem();
    if (problem.activities[problem.slots[slot].activity].part != part) return;
    if (!first.exists() || slot < first) first = slot;
  });
  return first;
}

/// Whether someone attends the part or holds one of its places, wherever it is placed.
template <class V>
bool expected_at(const V& view, PartId part, PersonId person) {
  return attends(view.problem(), part, person) || first_held(view, part, person).exists();
}

/// Calls `f(person)` for everyone expected at the part.
template <class V, class F>
void each_expected(const V& view, PartId part, F f) {
  const auto& problem = view.problem();
  for (const PersonId person : problem.attendees[part]) f(person);
  each_activity(problem, part, [&](ActivityId a) {
    for (const SlotId slot : problem.slots_of[a]) {
      const PersonId person = view.holder(slot);
      if (person.exists() && !attends(problem, part, person) &&
          first_held(view, part, person) == slot)
        f(person);
    }
  });
}

/// Calls `f(person)` for everyone expected at some part of the block.
template <class V, class F>
void each_expected(const V& view, BlockId block, F f) {
  const auto first = view.problem().blocks[block].first_part;
  each_expected(view, first, f);
  each_part(view.problem(), block, [&](PartId part) {
    if (part == first) return;
    each_expected(view, part, [&](PersonId person) {
      for (PartId earlier = first; earlier < part; ++earlier.value)
        if (expected_at(view, earlier, person)) return;
      f(person);
    });
  });
}

/// How many parts of the block expect the person, of whom it is known that one does.
template <class V>
int parts_expecting(const V& view, BlockId block, PersonId person) {
  if (view.problem().blocks[block].part_count == 1) return 1;
  int n = 0;
  each_part(
      view.problem(), block, [&](PartId part) { n += expected_at(view, part, person) ? 1 : 0; });
  return n;
}

/// A session that expects a person; ordered by day, then by time.
struct Stay {
  Day day = 0;
  Interval time;
  PartId part;
  friend constexpr auto operator<=>(const Stay&, const Stay&) = default;
};

/// Fills `stays` with the person's placed sessions in order, each once.
template <class V>
void list_sessions(const V& view, PersonId person, std::vector<Stay>& stays) {
  stays.clear();
  each_presence(view, person, [&](Presence p) {
    const BlockId block = view.block_of(p.part);
    if (is_session(view.problem(), block))
      stays.push_back({day_of(view.start(block)), view.time(p.part), p.part});
  });
  std::sort(stays.begin(), stays.end());
  stays.erase(std::unique(stays.begin(), stays.end()), stays.end());
}

/// Calls `f(person, stays of one day)` for everyone and every day with a session.
template <class F>
void each_day_of_sessions(const Board& board, F f) {
  const auto view = view_of(board);
  std::vector<Stay> stays;
  for (std::size_t i = 0; i < board.problem().people; ++i) {
    const PersonId person{static_cast<std::int32_t>(i)};
    list_sessions(view, person, stays);
    for (auto from = stays.begin(); from != stays.end();) {
      const auto to =
          std::find_if(from, stays.end(), [&](const Stay& stay) { return stay.day != from->day; });
      f(person, std::span<const Stay>(from, to));
      from = to;
    }
  }
}

}  // namespace engine
