/// Who gets what, one each: matchings of a bipartite graph, and why one leaves someone out.
#pragma once

#include <vector>

#include "scheduler/graph/graph.h"

namespace scheduler {

/// Rows of `left` may have any of the right rows listed for them.
struct Choices {
  std::vector<std::vector<int>> of_left;  ///< right rows, each once
  int right = 0;                          ///< number of right rows
};

struct Matching {
  std::vector<int> right_of;  ///< per left row: what it has, or −1
  /// When some left row has none: left rows that have fewer right rows among them than they are
  /// (Hall 1935), and these right rows. Both ascending.
  std::vector<int> too_many;
  std::vector<int> too_few;

  [[nodiscard]] bool perfect() const { return too_many.empty(); }
};

/// As many left rows as possible get a right row of their own (Edmonds 1965).
[[nodiscard]] Matching match(const Choices& choices);

}  // namespace scheduler
