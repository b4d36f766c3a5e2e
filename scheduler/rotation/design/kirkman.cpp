#include "scheduler/rotation/design/kirkman.h"

#include "scheduler/rotation/design/field.h"

namespace scheduler {
namespace {

constexpr engine::Words kMethod{"système de Kirkman sur le corps à {0} éléments",
                                "Kirkman triple system over the field with {0} elements"};

/// Point (j, y) of Z3 × GF(q) is person j·q + y.
Rounds three_copies(std::int32_t q) {
  const Field field(q);
  const auto t = (q - 1) / 6;
  Rounds rounds(3 * q, q, q + 3 * t);
  const auto seat = [&](std::int32_t r, std::int32_t j, std::int32_t y, std::int32_t group) {
    rounds.at(r, j * q + y) = group;
  };
  for (std::int32_t r = 0; r < q; ++r) {
    std::int32_t group = 0;
    for (std::int32_t j = 0; j < 3; ++j) seat(r, j, r, group);
    for (std::int32_t i = 0; i < t; ++i)
      for (std::int32_t j = 0; j < 3; ++j) {
        ++group;
        for (std::int32_t k = 0; k < 3; ++k)
          seat(r, j, field.add(field.power(i + 2 * t * k), r), group);
      }
    for (std::int32_t i = 0; i < 6 * t; ++i) {
      if (i / t % 2 == 0) continue;
      ++group;
      for (std::int32_t j = 0; j < 3; ++j)
        seat(r, j, field.add(field.power(i + 2 * t * j), r), group);
    }
  }
  std::int32_t round = q;
  for (std::int32_t i = 0; i < 6 * t; ++i) {
    if (i / t % 2 == 1) continue;
    for (std::int32_t y = 0; y < q; ++y)
      for (std::int32_t j = 0; j < 3; ++j)
        seat(round, j, field.add(field.power(i + 2 * t * j), y), y);
    ++round;
  }
  return rounds;
}

/// Point (j, y) of Z2 × GF(q) is person j·q + y; ∞ is person 2q. Round r is the base round plus r.
Rounds two_copies(std::int32_t q) {
  const Field field(q);
  const auto t = (q - 1) / 6;
  std::int32_t m = 0;  // 2·x^m = x^t + 1
  while (field.add(field.power(m), field.power(m)) != field.add(field.power(t), 1)) ++m;
  Rounds rounds(2 * q + 1, (2 * q + 1) / 3, q);
  for (std::int32_t r = 0; r < q; ++r) {
    std::int32_t group = 0;
    const auto seat = [&](std::int32_t j, std::int32_t y) {
      rounds.at(r, j * q + field.add(y, r)) = group;
    };
    rounds.at(r, 2 * q) = group;
    for (const std::int32_t j : {0, 1}) seat(j, 0);
    for (std::int32_t i = 0; i < 6 * t; ++i) {
      if (i / t % 2 == 1) continue;
      ++group;
      seat(0, field.power(i));
      seat(0, field.power(i + t));
      seat(1, field.power(i + m));
    }
    for (std::int32_t i = 0; i < t; ++i) {
      ++group;
      for (const std::int32_t k : {1, 3, 5}) seat(1, field.power(i + m + k * t));
    }
  }
  return rounds;
}

bool fits(std::int32_t q) {
  return q % 6 == 1 && is_prime_power(q);
}

}  // namespace

std::optional<Recipe> kirkman_triples(std::int32_t groups, std::int32_t size) {
  if (size != 3) return std::nullopt;
  const auto half = (3 * groups - 1) / 2;
  if (fits(groups))
    return Recipe{half, say(kMethod, groups), [groups] { return three_copies(groups); }};
  if (groups % 2 == 1 && fits(half))
    return Recipe{half, say(kMethod, half), [half] { return two_copies(half); }};
  return std::nullopt;
}

}  // namespace scheduler
