#include "scheduler/series/order_bounds.h"

#include <cstddef>
#include <utility>

#include "scheduler/explain/domains.h"

namespace scheduler {
namespace {

using engine::BlockId;
using engine::Minute;
using engine::Precedence;
using engine::Problem;
using engine::RuleId;

/// Rows still possible of one block's list: [first, last).
struct Rows {
  std::size_t first = 0;
  std::size_t last = 0;

  [[nodiscard]] bool empty() const { return first == last; }
};

class Bounds {
 public:
  Bounds(const Problem& problem, const StartLists& starts) : problem_(problem), starts_(starts) {
    for (const auto& list : starts) rows_.push_back({0, list.size()});
  }

  std::optional<std::vector<Minute>> run() {
    if (!settle()) return {};
    std::vector<Minute> earliest;
    for (std::size_t i = 0; i < rows_.size(); ++i)
      earliest.push_back(rows_[i].empty() ? engine::kNever : starts_[i][rows_[i].first]);
    return earliest;
  }

 private:
  bool settle() {
    for (bool changed = true; changed;) {
      changed = false;
      if (is_hard(problem_, RuleId::Precedence))
        for (const auto& row : problem_.precedences) {
          if (!takes_part(row.earlier) || !takes_part(row.later)) continue;
          if (!cut(row, changed)) return false;
        }
      if (is_hard(problem_, RuleId::SameStart))
        for (const auto& [a, b] : problem_.same_start) {
          if (!takes_part(a) || !takes_part(b)) continue;
          if (!align(a, b, changed)) return false;
        }
    }
    return true;
  }

  [[nodiscard]] bool takes_part(BlockId block) const {
    return !problem_.blocks[block].optional && !starts_[block.index()].empty();
  }
  Rows& rows(BlockId block) { return rows_[block.index()]; }
  [[nodiscard]] Minute earliest(BlockId block) { return starts_[block.index()][rows(block).first]; }
  [[nodiscard]] Minute latest(BlockId block) {
    return starts_[block.index()][rows(block).last - 1];
  }

  /// Takes starts off the front or the back while `wrong(start)`. False when none is left.
  template <class Wrong>
  bool drop_first(BlockId block, bool& changed, Wrong wrong) {
    auto& left = rows(block);
    while (!left.empty() && wrong(earliest(block))) {
      ++left.first;
      changed = true;
    }
    return !left.empty();
  }
  template <class Wrong>
  bool drop_last(BlockId block, bool& changed, Wrong wrong) {
    auto& left = rows(block);
    while (!left.empty() && wrong(latest(block))) {
      --left.last;
      changed = true;
    }
    return !left.empty();
  }

  [[nodiscard]] bool too_soon(const Precedence& row, Minute earlier, Minute later) const {
    const Minute end = earlier + problem_.blocks[row.earlier].minutes;
    return later - end < row.gap || engine::day_of(later) - engine::day_of(end) < row.gap_days;
  }
  [[nodiscard]] bool too_late(const Precedence& row, Minute earlier, Minute later) const {
    const Minute end = earlier + problem_.blocks[row.earlier].minutes;
    const auto from = engine::day_of(end);
    const auto to = engine::day_of(later);
    return later - end > row.max_gap || to - from > row.max_gap_days ||
           (row.max_term_days != INT32_MAX && to > from &&
            problem_.term_days.between(from, to) > row.max_term_days);
  }

  bool cut(const Precedence& row, bool& changed) {
    return drop_first(row.later,
                      changed,
                      [&](Minute start) { return too_soon(row, earliest(row.earlier), start); }) &&
           drop_last(row.earlier,
                     changed,
                     [&](Minute start) { return too_soon(row, start, latest(row.later)); }) &&
           drop_last(row.later,
                     changed,
                     [&](Minute start) { return too_late(row, latest(row.earlier), start); }) &&
           drop_first(row.earlier, changed, [&](Minute start) {
             return too_late(row, start, earliest(row.later));
           });
  }

  bool align(BlockId a, BlockId b, bool& changed) {
    for (const auto& [from, to] : {std::pair{a, b}, std::pair{b, a}}) {
      const auto first = earliest(from);
      const auto last = latest(from);
      if (!drop_first(to, changed, [&](Minute start) { return start < first; })) return false;
      if (!drop_last(to, changed, [&](Minute start) { return start > last; })) return false;
    }
    return true;
  }

  const Problem& problem_;
  const StartLists& starts_;
  std::vector<Rows> rows_;
};

}  // namespace

std::optional<std::vector<Minute>> earliest_in_order(const Problem& problem,
                                                     const StartLists& starts) {
  return Bounds(problem, starts).run();
}

}  // namespace scheduler
