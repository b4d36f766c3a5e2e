#include "scheduler/rotation/design/difference.h"

#include <algorithm>

#include "scheduler/rotation/design/field.h"
#include "scheduler/search/metropolis.h"

namespace scheduler {
namespace {

constexpr double kFirstTemperature = 0.8;
constexpr double kLastTemperature = 0.15;

/// The matrix with a count of each difference of two columns. The first row and column stay 0.
class Matrix {
 public:
  Matrix(const AbelianGroup& group, std::int32_t columns, std::int32_t rounds, Random& random)
      : n_(group.size()),
        columns_(columns),
        rounds_(rounds),
        entry_(static_cast<std::size_t>(columns * rounds)),
        minus_(static_cast<std::size_t>(n_ * n_)),
        count_(static_cast<std::size_t>(columns * columns * n_)) {
    for (std::int32_t a = 0; a < n_; ++a)
      for (std::int32_t b = 0; b < n_; ++b)
        minus_[static_cast<std::size_t>(a * n_ + b)] = group.subtract(a, b);
    for (std::int32_t r = 1; r < rounds; ++r)
      for (std::int32_t c = 1; c < columns; ++c)
        entry(r, c) = static_cast<std::int32_t>(random.below(static_cast<std::size_t>(n_)));
    for (std::int32_t r = 0; r < rounds; ++r)
      for (std::int32_t c = 0; c < columns; ++c)
        for (std::int32_t d = 0; d < c; ++d) {
          cost_ += count(c, d, entry(r, c), entry(r, d))++;
          ++count(d, c, entry(r, d), entry(r, c));
        }
  }

  [[nodiscard]] std::int64_t cost() const { return cost_; }
  [[nodiscard]] const std::vector<std::int32_t>& entries() const { return entry_; }

  void attempt(Metropolis& test, Random& random) {
    const auto r =
        1 + static_cast<std::int32_t>(random.below(static_cast<std::size_t>(rounds_ - 1)));
    const auto c =
        1 + static_cast<std::int32_t>(random.below(static_cast<std::size_t>(columns_ - 1)));
    const auto from = entry(r, c);
    const auto to = static_cast<std::int32_t>(random.below(static_cast<std::size_t>(n_)));
    if (to == from) return;
    std::int64_t worse = 0;
    for (std::int32_t d = 0; d < columns_; ++d)
      if (d != c) worse += count(c, d, to, entry(r, d)) - count(c, d, from, entry(r, d)) + 1;
    if (!test.accepts(worse, random)) return;
    for (std::int32_t d = 0; d < columns_; ++d) {
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
  std::int32_t& entry(std::int32_t r, std::int32_t c) {
    return entry_[static_cast<std::size_t>(r * columns_ + c)];
  }
  std::int32_t& count(std::int32_t c, std::int32_t d, std::int32_t a, std::int32_t b) {
    return count_[static_cast<std::size_t>((c * columns_ + d) * n_ +
                                           minus_[static_cast<std::size_t>(a * n_ + b)])];
  }

  std::int32_t n_;
  std::int32_t columns_;
  std::int32_t rounds_;
  std::vector<std::int32_t> entry_;
  std::vector<std::int32_t> minus_;
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

SearchedShifts search_shifts(const AbelianGroup& group,
                             std::int32_t columns,
                             std::int32_t rounds,
                             std::int64_t steps,
                             Random& random,
                             Budget& budget) {
  Matrix matrix(group, columns, rounds, random);
  auto best = matrix.cost();
  auto entries = matrix.entries();
  if (columns > 1 && rounds > 1) {
    Metropolis test({.first = kFirstTemperature, .last = kLastTemperature}, steps);
    for (std::int64_t i = 0; i < steps && best > 0 && !budget.spend_crumb(); ++i) {
      matrix.attempt(test, random);
      if (matrix.cost() >= best) continue;
      best = matrix.cost();
      entries = matrix.entries();
    }
  }
  return {Shifts{group, columns, rounds, std::move(entries)}, best * group.size()};
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
