#include "scheduler/rotation/design/bose.h"

#include "scheduler/rotation/design/field.h"

namespace scheduler {
namespace {

constexpr engine::Words kMethod{"plan résoluble de Bose sur le corps à {0} éléments",
                                "Bose’s resolvable design over the field with {0} elements"};

/// Point (j, y) of Z3 × GF(q) is person j·q + y; ∞ is person 3q. Round r is the base round plus r.
Rounds build(std::int32_t q) {
  const Field field(q);
  const auto t = (q - 1) / 4;
  Rounds rounds(3 * q + 1, 3 * t + 1, q);
  for (std::int32_t r = 0; r < q; ++r) {
    const auto seat = [&](std::int32_t j, std::int32_t y, std::int32_t group) {
      rounds.at(r, j % 3 * q + field.add(y, r)) = group;
    };
    rounds.at(r, 3 * q) = 0;
    for (std::int32_t j = 0; j < 3; ++j) seat(j, 0, 0);
    std::int32_t group = 1;
    for (std::int32_t i = 0; i < t; ++i)
      for (std::int32_t j = 0; j < 3; ++j, ++group)
        for (const bool minus : {false, true}) {
          const auto near = field.power(i);
          const auto far = field.power(i + t);
          seat(j, minus ? field.negative(near) : near, group);
          seat(j + 1, minus ? field.negative(far) : far, group);
        }
  }
  return rounds;
}

}  // namespace

std::optional<Recipe> bose_fours(std::int32_t groups, std::int32_t size) {
  if (size != 4 || groups % 3 != 1) return std::nullopt;
  const auto q = (4 * groups - 1) / 3;
  if (q % 4 != 1 || !is_prime_power(q)) return std::nullopt;
  return Recipe{q, say(kMethod, q), [q] { return build(q); }};
}

}  // namespace scheduler
