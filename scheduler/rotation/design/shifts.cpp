#include "scheduler/rotation/design/shifts.h"

#include <algorithm>
#include <numeric>

#include "scheduler/rotation/design/field.h"

namespace scheduler {
namespace {

template <class Entry>
Shifts filled(AbelianGroup group, std::int32_t columns, std::int32_t rounds, Entry entry) {
  Shifts shifts{std::move(group), columns, rounds, {}};
  shifts.by.reserve(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rounds));
  for (std::int32_t r = 0; r < rounds; ++r)
    for (std::int32_t c = 0; c < columns; ++c) shifts.by.push_back(entry(r, c));
  return shifts;
}

/// Sizes of the fields whose product has n elements.
std::vector<Field> factor_fields(std::int32_t n) {
  std::vector<Field> fields;
  for (const auto& factor : prime_powers(n)) fields.emplace_back(factor.value());
  return fields;
}

}  // namespace

Rounds developed(const Shifts& shifts) {
  const auto tables = shifts.group.size();
  Rounds rounds(shifts.columns * tables, tables, shifts.rounds);
  for (std::int32_t r = 0; r < shifts.rounds; ++r)
    for (std::int32_t c = 0; c < shifts.columns; ++c)
      for (std::int32_t y = 0; y < tables; ++y)
        rounds.at(r, c * tables + y) = shifts.group.add(y, shifts.at(r, c));
  return rounds;
}

std::optional<Shifts> field_shifts(std::int32_t tables, std::int32_t columns, std::int32_t rounds) {
  if (std::max(columns, rounds) > tables || !is_prime_power(tables)) return std::nullopt;
  const Field field(tables);
  return filled(field.additive(), columns, rounds, [&](std::int32_t r, std::int32_t c) {
    return field.times(r, c);
  });
}

std::optional<Shifts> cyclic_shifts(std::int32_t tables,
                                    std::int32_t columns,
                                    std::int32_t rounds) {
  if (tables < 2) return std::nullopt;
  for (std::int32_t i = 1; i < rounds; ++i)  // tables | i·j for some j < columns
    if (tables / std::gcd(tables, i) < columns) return std::nullopt;
  return filled(AbelianGroup({tables}), columns, rounds, [&](std::int32_t r, std::int32_t c) {
    return static_cast<std::int32_t>(static_cast<std::int64_t>(r) * c % tables);
  });
}

std::optional<Shifts> product_shifts(std::int32_t tables,
                                     std::int32_t columns,
                                     std::int32_t rounds) {
  const auto factors = prime_powers(tables);
  if (factors.size() < 2 || std::max(columns, rounds) > tables) return std::nullopt;
  std::int32_t smallest = tables;
  for (const auto& factor : factors) smallest = std::min(smallest, factor.value());
  if (std::min(columns, rounds) > smallest) return std::nullopt;
  const auto fields = factor_fields(tables);
  std::vector<std::int32_t> orders;
  for (const auto& field : fields)
    orders.insert(orders.end(), field.additive().orders().begin(), field.additive().orders().end());
  const bool few_rounds = rounds <= smallest;
  return filled(AbelianGroup(orders), columns, rounds, [&](std::int32_t r, std::int32_t c) {
    const auto few = few_rounds ? r : c;  // the same number in each field
    auto many = few_rounds ? c : r;       // one number in the mixed base of the fields
    std::int32_t entry = 0;
    std::int32_t place = 1;
    for (const auto& field : fields) {
      entry += place * field.times(few, many % field.size());
      place *= field.size();
      many /= field.size();
    }
    return entry;
  });
}

std::optional<Shifts> formula_shifts(std::int32_t tables,
                                     std::int32_t columns,
                                     std::int32_t rounds) {
  if (auto shifts = cyclic_shifts(tables, columns, rounds)) return shifts;
  if (auto shifts = field_shifts(tables, columns, rounds)) return shifts;
  return product_shifts(tables, columns, rounds);
}

}  // namespace scheduler
