#include "scheduler/graph/assignment.h"

#include <algorithm>
#include <cstddef>

#include "scheduler/graph/flow.h"

namespace scheduler {

std::vector<int> cheapest_assignment(const std::vector<std::int64_t>& cost, int rows, int columns) {
  const int sink = 1 + rows + columns;
  std::vector<Arc> arcs;
  for (int r = 0; r < rows; ++r) {
    const auto of_row = cost.begin() + std::ptrdiff_t{r} * columns;
    const auto least = *std::min_element(of_row, of_row + columns);
    for (int c = 0; c < columns; ++c) arcs.push_back({1 + r, 1 + rows + c, 1, of_row[c] - least});
  }
  for (int r = 0; r < rows; ++r) arcs.push_back({0, 1 + r, 1, 0});
  for (int c = 0; c < columns; ++c) arcs.push_back({1 + rows + c, sink, 1, 0});
  const auto flow = cheapest_flow(sink + 1, arcs, 0, sink);
  std::vector<int> column_of(static_cast<std::size_t>(rows), -1);
  for (std::size_t r = 0, i = 0; r < column_of.size(); ++r)
    for (int c = 0; c < columns; ++c, ++i)
      if (flow.on[i] > 0) column_of[r] = c;
  return column_of;
}

}  // namespace scheduler
