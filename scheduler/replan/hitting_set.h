/// The fewest people whose items change or are left out so that every known conflict is mended.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "scheduler/replan/people_set.h"
#include "scheduler/search/budget.h"

namespace scheduler {

/// What becomes of an item.
enum class Fate : std::uint8_t { Stays, Changes, IsLeftOut };

/// Not all of them together: one of `stay` changes or is left out, or one of `stay` or `take_place`
/// is left out.
struct Clash {
  std::vector<std::size_t> stay;
  std::vector<std::size_t> take_place;
};

/// Whether one of its items does what ends it.
[[nodiscard]] bool is_mended(const Clash& clash, const std::vector<Fate>& fates);

/// An item that may change.
struct Changeable {
  const PeopleSet* people = nullptr;  ///< disturbed when it changes or is left out
  std::optional<std::int64_t> loss;   ///< when it is left out; none: it cannot be
};

struct Cost {
  std::int64_t loss = 0;
  std::int64_t people = 0;  ///< disturbed
  friend bool operator==(const Cost&, const Cost&) = default;
};

/// What counts first.
enum class Aim : std::uint8_t { Loss, People };

struct Fates {
  std::vector<Fate> of;  ///< per item
  Cost cost;
};

/// What is asked for, and what is known before.
struct Terms {
  Aim aim = Aim::Loss;
  const PeopleSet& disturbed;  ///< who is so whatever is done
  std::int64_t most_loss = 0;  ///< more is not asked for
  Cost enough;                 ///< nothing costs less: the first that costs no more will do
};

/// Minimum-cost hitting set by branch and bound; clashes that share nobody cost one after the
/// other. None when no fates that lose so little mend every clash, or when the budget ended.
[[nodiscard]] std::optional<Fates> cheapest_fates(const std::vector<Changeable>& items,
                                                  const std::vector<Clash>& clashes,
                                                  const Terms& terms,
                                                  Budget& budget);

/// Whether `a` costs less.
[[nodiscard]] bool is_less(const Cost& a, const Cost& b, Aim aim);

}  // namespace scheduler
