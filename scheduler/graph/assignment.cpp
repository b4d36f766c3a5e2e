#include "scheduler/graph/assignment.h"

#include <algorithm>
#include <cstddef>

namespace scheduler {
namespace {

constexpr int kNobody = -1;

/// Rows that have their columns so far, and prices of both at which no row would rather have
/// another one.
class Assigning {
 public:
  Assigning(const std::vector<std::int64_t>& cost, int rows, int columns)
      : cost_(cost),
        columns_(static_cast<std::size_t>(columns)),
        row_price_(static_cast<std::size_t>(rows)),
        column_price_(columns_),
        row_of_(columns_, kNobody) {}

  /// The cheapest path on from column to column, each taken from its row, up to one that is free.
  void add(int row) {
    std::vector<std::int64_t> way(columns_, INT64_MAX);
    std::vector<int> before(columns_, kNobody);
    std::vector<bool> passed(columns_);
    int column = kNobody;
    for (int at = row; at != kNobody; at = row_of_[index(column)]) {
      const auto here = column == kNobody ? 0 : way[index(column)];
      column = look(at, {column, here}, way, before, passed);
      passed[index(column)] = true;
    }
    reprice(row, way[index(column)], way, passed);
    for (int next = column; next != kNobody; next = before[index(next)])
      row_of_[index(next)] =
          before[index(next)] == kNobody ? row : row_of_[index(before[index(next)])];
  }

  [[nodiscard]] std::vector<int> columns() const {
    std::vector<int> result(row_price_.size(), kNobody);
    for (std::size_t c = 0; c < columns_; ++c)
      if (row_of_[c] != kNobody) result[index(row_of_[c])] = static_cast<int>(c);
    return result;
  }

 private:
  struct From {
    int column = kNobody;
    std::int64_t way = 0;
  };
  static std::size_t index(int i) { return static_cast<std::size_t>(i); }

  /// The nearest column not passed yet, once the ways on from `row` are known as well.
  int look(int row,
           From from,
           std::vector<std::int64_t>& way,
           std::vector<int>& before,
           const std::vector<bool>& passed) const {
    int nearest = kNobody;
    for (std::size_t c = 0; c < columns_; ++c) {
      if (passed[c]) continue;
      const auto step =
          cost_[index(row) * columns_ + c] - row_price_[index(row)] - column_price_[c];
      if (from.way + step < way[c]) {
        way[c] = from.way + step;
        before[c] = from.column;
      }
      if (nearest == kNobody || way[c] < way[index(nearest)]) nearest = static_cast<int>(c);
    }
    return nearest;
  }

  void reprice(int row,
               std::int64_t length,
               const std::vector<std::int64_t>& way,
               const std::vector<bool>& passed) {
    row_price_[index(row)] += length;
    for (std::size_t c = 0; c < columns_; ++c) {
      if (!passed[c]) continue;
      if (row_of_[c] != kNobody) row_price_[index(row_of_[c])] += length - way[c];
      column_price_[c] -= length - way[c];
    }
  }

  const std::vector<std::int64_t>& cost_;
  std::size_t columns_;
  std::vector<std::int64_t> row_price_;
  std::vector<std::int64_t> column_price_;
  std::vector<int> row_of_;  ///< [column]
};

}  // namespace

std::vector<int> cheapest_assignment(const std::vector<std::int64_t>& cost, int rows, int columns) {
  Assigning assigning(cost, rows, columns);
  for (int r = 0; r < rows; ++r) assigning.add(r);
  return assigning.columns();
}

}  // namespace scheduler
