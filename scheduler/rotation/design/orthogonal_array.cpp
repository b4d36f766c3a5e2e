#include "scheduler/rotation/design/orthogonal_array.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

#include "scheduler/search/metropolis.h"

namespace scheduler {
namespace {

using Row = std::array<std::int32_t, 4>;
constexpr engine::Words kMethod{"deux carrés latins orthogonaux d’ordre {0}",
                                "two orthogonal Latin squares of order {0}"};

constexpr std::int32_t kInfinite = 3;     ///< points at infinity, beside Z_n
constexpr std::int32_t kMostTables = 30;  ///< found in some 50 ms at most up to here
constexpr std::int64_t kSteps = 200'000;  ///< of one search
constexpr std::uint64_t kMostSearches = 20;

/// The base rows as the differences of neighbouring factors: three pairs (of the factors beside one
/// that is at infinity) and (n − 7) / 4 quadruples that go round and add up to 0. Turned and
/// shifted they are an orthogonal array exactly when all differences but 0 appear once and so do,
/// up to sign, the sums of two neighbouring ones: what factors that are opposite differ by.
class Differences {
 public:
  Differences(std::int32_t n, Random& random) : n_(n), of_(at(n) - 1), sums_(at(n)) {
    std::iota(of_.begin(), of_.end(), 1);
    random.shuffle(of_);
    for (std::size_t block = 0; block < blocks(); ++block) cost_ += count(block, +1);
  }

  bool settle(Random& random) {
    Metropolis test({.first = 1.0, .last = 0.3}, kSteps);
    for (std::int64_t i = 0; i < kSteps && cost_ > 0; ++i) {
      const auto a = random.below(of_.size());
      const auto b = random.below(of_.size());
      const auto worse = exchange(a, b);
      if (test.accepts(worse, random))
        cost_ += worse;
      else
        exchange(a, b);
    }
    return cost_ == 0;
  }

  /// Base rows; n stands for a factor at infinity. The row of four zeros is not among them.
  [[nodiscard]] std::vector<Row> rows() const {
    std::vector<Row> list;
    for (std::size_t block = 0; block < blocks(); ++block) {
      const auto* const d = &of_[first(block)];
      const auto second = sum(d[0], d[1]);
      list.push_back(block < kInfinite ? Row{n_, 0, d[0], second}
                                       : Row{0, d[0], second, sum(second, d[2])});
    }
    return list;
  }

 private:
  static std::size_t at(std::int32_t i) { return static_cast<std::size_t>(i); }
  [[nodiscard]] std::int32_t sum(std::int32_t a, std::int32_t b) const { return (a + b) % n_; }
  [[nodiscard]] std::size_t blocks() const { return kInfinite + (of_.size() - 6) / 4; }
  static std::size_t first(std::size_t block) {
    return block < kInfinite ? 2 * block : 6 + 4 * (block - kInfinite);
  }
  static std::size_t block_of(std::size_t place) {
    return place < 6 ? place / 2 : kInfinite + (place - 6) / 4;
  }

  std::int64_t exchange(std::size_t a, std::size_t b) {
    const auto x = block_of(a);
    const auto y = block_of(b);
    auto change = count(x, -1);
    if (x != y) change += count(y, -1);
    std::swap(of_[a], of_[b]);
    change += count(x, +1);
    if (x != y) change += count(y, +1);
    return change;
  }

  /// Takes a block in or out of the count of sums; what that costs more.
  std::int64_t count(std::size_t block, std::int32_t by) {
    const auto* const d = &of_[first(block)];
    if (block < kInfinite) return count_sum(sum(d[0], d[1]), by);
    const auto around = sum(sum(d[0], d[1]), sum(d[2], d[3]));
    return count_sum(sum(d[0], d[1]), by) + count_sum(sum(d[1], d[2]), by) +
           (around == 0 ? 0 : 2 * by);
  }
  /// A sum of 0 counts as one too many: opposite factors agree in the row of zeros.
  std::int64_t count_sum(std::int32_t value, std::int32_t by) {
    auto& there = sums_[at(std::min(value, n_ - value))];
    const auto others = there + (value == 0 ? 1 : 0);
    there += by;
    return by > 0 ? others : 1 - others;
  }

  std::int32_t n_;
  std::vector<std::int32_t> of_;    ///< 1 to n − 1: the pairs, then the quadruples
  std::vector<std::int32_t> sums_;  ///< [sum or its negative, the smaller]
  std::int64_t cost_ = 0;
};

/// The rows of the array: n to n + 2 lie at infinity. Empty when the search fails.
std::vector<Row> array_of(std::int32_t n) {
  std::vector<Row> base;
  for (std::uint64_t seed = 1; seed <= kMostSearches && base.empty(); ++seed) {
    Random random(seed);
    Differences differences(n, random);
    if (differences.settle(random)) base = differences.rows();
  }
  if (base.empty()) return {};
  std::vector<Row> list;
  for (std::int32_t d = 0; d < n; ++d) list.push_back({d, d, d, d});
  for (std::size_t b = 0; b < base.size(); ++b)
    for (std::size_t turn = 0; turn < 4; ++turn)
      for (std::int32_t d = 0; d < n; ++d) {
        Row row{};
        for (std::size_t k = 0; k < 4; ++k)
          row[(k + turn) % 4] =
              base[b][k] == n ? n + static_cast<std::int32_t>(b) : (base[b][k] + d) % n;
        list.push_back(row);
      }
  for (std::int32_t x = 0; x < kInfinite; ++x)
    for (std::int32_t y = 0; y < kInfinite; ++y)
      list.push_back({n + x, n + y, n + (x + y) % kInfinite, n + (x + 2 * y) % kInfinite});
  return list;
}

/// The first symbol of a row is the round; the others are the people of one table.
Rounds three_columns(const std::vector<Row>& rows, std::int32_t tables) {
  Rounds rounds(3 * tables, tables, tables);
  std::vector<std::int32_t> next_table(static_cast<std::size_t>(tables));
  for (const auto& row : rows) {
    const auto table = next_table[static_cast<std::size_t>(row[0])]++;
    for (std::int32_t c = 0; c < 3; ++c)
      rounds.at(row[0], c * tables + row[static_cast<std::size_t>(c) + 1]) = table;
  }
  return rounds;
}

/// A row is a person of the column of its first symbol; the others are the tables of three rounds.
Rounds three_rounds(const std::vector<Row>& rows, std::int32_t tables) {
  Rounds rounds(tables * tables, tables, 3);
  for (const auto& row : rows)
    for (std::int32_t r = 0; r < 3; ++r)
      rounds.at(r, row[0] * tables + row[1]) = row[static_cast<std::size_t>(r) + 1];
  return rounds;
}

Rounds first_people(const Rounds& rounds, std::int32_t count) {
  std::vector<std::int32_t> people(static_cast<std::size_t>(count));
  std::iota(people.begin(), people.end(), 0);
  return only_people(rounds, people);
}

}  // namespace

std::optional<Recipe> orthogonal_squares(std::int32_t tables,
                                         std::int32_t columns,
                                         std::int32_t rounds) {
  if (tables % 4 != 2 || tables < 10 || tables > kMostTables) return std::nullopt;
  if (std::max(columns, rounds) > tables || std::min(columns, rounds) > 3) return std::nullopt;
  auto rows = array_of(tables - kInfinite);
  if (rows.empty()) return std::nullopt;
  return Recipe{
      columns <= 3 ? tables : 3, say(kMethod, tables), [rows = std::move(rows), tables, columns] {
        return first_people(columns <= 3 ? three_columns(rows, tables) : three_rounds(rows, tables),
                            columns * tables);
      }};
}

}  // namespace scheduler
