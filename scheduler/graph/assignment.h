/// Each row gets a column of its own, so that it costs least in all.
#pragma once

#include <cstdint>
#include <vector>

namespace scheduler {

/// The column of each row. `cost[row × columns + column]`, of any sign and below 1e15 in size;
/// at most as many rows as columns. A cheapest flow of one through each row.
[[nodiscard]] std::vector<int> cheapest_assignment(const std::vector<std::int64_t>& cost,
                                                   int rows,
                                                   int columns);

}  // namespace scheduler
