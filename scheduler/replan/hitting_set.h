/// The fewest people whose items change so that every known conflict is mended.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "scheduler/replan/people_set.h"
#include "scheduler/search/budget.h"

namespace scheduler {

/// Items that cannot all stay where they are: one of them changes. Ascending.
using Clash = std::vector<std::size_t>;

/// What is asked for, and what is known before.
struct Hitting {
  const std::vector<const PeopleSet*>& people;  ///< per item, disturbed when it changes
  const std::vector<Clash>& clashes;
  const PeopleSet& disturbed;  ///< who is so whatever is done
  std::int64_t enough = 0;     ///< nothing disturbs fewer: the first that disturbs no more will do
};

struct Hit {
  std::vector<bool> changes;  ///< per item
  std::int64_t people = 0;    ///< disturbed
};

/// Minimum-cost hitting set by branch and bound; clashes cost one after the other what is not
/// counted yet. None when something in no way can change, or when the budget ended.
[[nodiscard]] std::optional<Hit> fewest_people(const Hitting& hitting, Budget& budget);

}  // namespace scheduler
