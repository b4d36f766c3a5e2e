/// Typed dense row numbers: an id of one table cannot index another.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace engine {

/// Row of one table of a compiled problem, 0-based; -1 is "none". `Tag` names the table.
template <class Tag>
struct Id {
  std::int32_t value = -1;

  [[nodiscard]] constexpr bool exists() const { return value >= 0; }
  [[nodiscard]] constexpr std::size_t index() const { return static_cast<std::size_t>(value); }
  friend constexpr auto operator<=>(Id, Id) = default;
};

/// A vector that only an id of the right table can index.
template <class IdType, class T>
class Table {
 public:
  Table() = default;
  explicit Table(std::size_t rows, T fill = T{}) : rows_(rows, fill) {}

  [[nodiscard]] const T& operator[](IdType id) const { return rows_[id.index()]; }
  [[nodiscard]] T& operator[](IdType id) { return rows_[id.index()]; }
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  [[nodiscard]] auto begin() const { return rows_.begin(); }
  [[nodiscard]] auto end() const { return rows_.end(); }

  IdType add(T row) {
    rows_.push_back(std::move(row));
    return IdType{static_cast<std::int32_t>(rows_.size() - 1)};
  }

  /// Calls `f(id)` for every row, in id order.
  template <class F>
  void each(F f) const {
    for (std::size_t i = 0; i < rows_.size(); ++i) f(IdType{static_cast<std::int32_t>(i)});
  }

 private:
  std::vector<T> rows_;
};

/// A list of T per row, stored flat. Filled once, row after row.
template <class IdType, class T>
class Lists {
 public:
  Lists() = default;
  explicit Lists(const std::vector<std::vector<T>>& rows) {
    for (const auto& row : rows) add(row);
  }

  IdType add(std::span<const T> row) {
    values_.insert(values_.end(), row.begin(), row.end());
    ends_.push_back(values_.size());
    return IdType{static_cast<std::int32_t>(ends_.size() - 1)};
  }

  [[nodiscard]] std::span<const T> operator[](IdType id) const {
    const std::size_t begin = id.value == 0 ? 0 : ends_[id.index() - 1];
    return {values_.data() + begin, ends_[id.index()] - begin};
  }
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] std::size_t total() const { return values_.size(); }

 private:
  std::vector<T> values_;
  std::vector<std::size_t> ends_;
};

}  // namespace engine
