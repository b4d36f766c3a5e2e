#include "scheduler/rotation/design/difference.h"

#include <algorithm>

#include "scheduler/rotation/design/field.h"
#include "scheduler/search/metropolis.h"

namespace scheduler {
namespace {

// Hotter nothing settles, colder nothing moves any more: 7 rounds of 80 people at 10 tables take 1
// s on average from 0.40 to 0.30, 2 s and more from 0.8 to 0.15.
constexpr double kFirstTemperature = 0.40;
constexpr double kLastTemperature = 0.30;

std::size_t row(std::int32_t i) {
  return static_cast<std::size_t>(i);
}

/// The matrix with a count of each difference of two columns. The first row and column stay 0.
class Matrix {
 public:
  Matrix(const MatrixShape& shape, Random& random)
      : n_(row(shape.group.size())),
        columns_(row(shape.columns)),
        rounds_(row(shape.rounds)),
        entry_(columns_ * rounds_),
        minus_(n_ * n_),
        count_(columns_ * columns_ * n_) {
    for (std::int32_t a = 0; a < shape.group.size(); ++a)
      for (std::int32_t b = 0; b < shape.group.size(); ++b)
        minus_[row(a) * n_ + row(b)] = shape.group.subtract(a, b);
    for (std::size_t r = 1; r < rounds_; ++r)
      for (std::size_t c = 1; c < columns_; ++c)
        entry(r, c) = static_cast<std::int32_t>(random.below(n_));
    for (std::size_t r = 0; r < rounds_; ++r)
      for (std::size_t c = 0; c < columns_; ++c)
        for (std::size_t d = 0; d < c; ++d) {
          cost_ += count(c, d, entry(r, c), entry(r, d))++;
          ++count(d, c, entry(r, d), entry(r, c));
        }
  }

  [[nodiscard]] std::int64_t cost() const { return cost_; }
  [[nodiscard]] const std::vector<std::int32_t>& entries() const { return entry_; }

  void attempt(Metropolis& test, Random& random) {
    const auto r = 1 + random.below(rounds_ - 1);
    const auto c = 1 + random.below(columns_ - 1);
    const auto from = entry(r, c);
    const auto to = static_cast<std::int32_t>(random.below(n_));
    if (to == from) return;
    std::int64_t worse = 0;
    for (std::size_t d = 0; d < columns_; ++d)
      if (d != c) worse += count(c, d, to, entry(r, d)) - count(c, d, from, entry(r, d)) + 1;
    if (!test.accepts(worse, random)) return;
    for (std::size_t d = 0; d < columns_; ++d) {
      if (d == c) continue;
      --count(c, d, from, entry(r, d));
      --count(d, c, entry(r, d), from);
      ++count(c, d, to, entry(r, d));
      ++count(d, c, entry(r, d), to);
    }
    entry(r, c) = to;
    cost_ += worse;
  }

 private:
  std::int32_t& entry(std::size_t r, std::size_t c) { return entry_[r * columns_ + c]; }
  std::int32_t& count(std::size_t c, std::size_t d, std::int32_t a, std::int32_t b) {
    return count_[(c * columns_ + d) * n_ + row(minus_[row(a) * n_ + row(b)])];
  }

  std::size_t n_;
  std::size_t columns_;
  std::size_t rounds_;
  std::vector<std::int32_t> entry_;  ///< [round × columns + column]: an element
  std::vector<std::int32_t> minus_;  ///< [element × n + element]: their difference
  std::vector<std::int32_t> count_;  ///< [(c × columns + d) × n + difference]: how many rounds
  std::int64_t cost_ = 0;
};

/// Every way to write `exponent` as a sum, largest part first.
void each_partition(std::int32_t exponent,
                    std::int32_t largest,
                    std::vector<std::int32_t>& parts,
                    std::vector<std::vector<std::int32_t>>& all) {
  if (exponent == 0) all.push_back(parts);
  for (auto part = std::min(exponent, largest); part >= 1; --part) {
    parts.push_back(part);
    each_partition(exponent - part, part, parts, all);
    parts.pop_back();
  }
}

}  // namespace

SearchedShifts search_shifts(const MatrixShape& shape,
                             std::int64_t steps,
                             Random& random,
                             Budget& budget) {
  Matrix matrix(shape, random);
  auto best = matrix.cost();
  auto entries = matrix.entries();
  if (shape.columns > 1 && shape.rounds > 1) {
    Metropolis test({.first = kFirstTemperature, .last = kLastTemperature}, steps);
    for (std::int64_t i = 0; i < steps && best > 0 && !budget.spend_crumb(); ++i) {
      matrix.attempt(test, random);
      if (matrix.cost() >= best) continue;
      best = matrix.cost();
      entries = matrix.entries();
    }
  }
  return {Shifts{shape.group, shape.columns, shape.rounds, std::move(entries)},
          best * shape.group.size()};
}

std::vector<AbelianGroup> abelian_groups(std::int32_t order) {
  std::vector<std::vector<std::int32_t>> all{{}};
  for (const auto& factor : prime_powers(order)) {
    std::vector<std::vector<std::int32_t>> partitions;
    std::vector<std::int32_t> parts;
    each_partition(factor.exponent, factor.exponent, parts, partitions);
    std::reverse(partitions.begin(), partitions.end());  // elementary first
    std::vector<std::vector<std::int32_t>> next;
    for (const auto& orders : all)
      for (const auto& partition : partitions) {
        next.push_back(orders);
        for (const auto part : partition)
          next.back().push_back(PrimePower{factor.prime, part}.value());
      }
    all = std::move(next);
  }
  std::vector<AbelianGroup> groups;
  for (auto& orders : all) groups.emplace_back(std::move(orders));
  return groups;
}

}  // namespace scheduler
