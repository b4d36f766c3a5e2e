#include "scheduler/rotation/design/formula.h"

#include <algorithm>
#include <utility>

#include "scheduler/rotation/design/bose.h"
#include "scheduler/rotation/design/eight_fours.h"
#include "scheduler/rotation/design/inflated.h"
#include "scheduler/rotation/design/kirkman.h"
#include "scheduler/rotation/design/orthogonal_array.h"
#include "scheduler/rotation/design/orthomorphisms.h"
#include "scheduler/rotation/design/round_robin.h"
#include "scheduler/rotation/design/shifts.h"

namespace scheduler {
namespace {

constexpr engine::Words kOnce{"une seule fois chaque table", "one round"};
constexpr engine::Words kRoundRobin{"tournoi toutes rondes", "round robin"};
constexpr engine::Words kLines{"droites d’un plan à {0} points de côté",
                               "lines of a plane with {0} points a side"};
constexpr engine::Words kOrthomorphisms{"orthomorphismes orthogonaux d’un groupe d’ordre {0}",
                                        "orthogonal orthomorphisms of a group of order {0}"};
constexpr engine::Words kInflated{"{0} colonnes sur {1}", "{0} columns on {1}"};
constexpr engine::Words kFilled{"{0}, puis les colonnes entre elles",
                                "{0}, then within the columns"};

Rounds one_round(std::int32_t groups, std::int32_t size) {
  Rounds rounds(groups * size, groups, 1);
  for (std::int32_t p = 0; p < rounds.people; ++p) rounds.at(0, p) = p / size;
  return rounds;
}

Recipe inflate(Recipe base, std::int32_t width, const Recipe& columns, std::int32_t size) {
  Recipe fill;
  if (width % size == 0) fill = formula_recipe(width / size, size, INT32_MAX);
  Recipe recipe;
  recipe.rounds = base.rounds * columns.rounds + fill.rounds;
  recipe.method = base.rounds == 1 ? columns.method : say(kInflated, width, base.method);
  if (fill.rounds > 0) recipe.method = say(kFilled, recipe.method);
  recipe.build = [base = std::move(base), columns, fill] {
    return inflated(base.build(), columns.build(), fill.rounds > 0 ? fill.build() : Rounds());
  };
  return recipe;
}

}  // namespace

std::optional<Recipe> column_recipe(std::int32_t tables,
                                    std::int32_t columns,
                                    std::int32_t rounds) {
  const auto recipe_of = [&](const engine::Words& method, Shifts shifts) {
    return Recipe{
        rounds, say(method, tables), [shifts = std::move(shifts)] { return developed(shifts); }};
  };
  if (auto shifts = formula_shifts(tables, columns, rounds))
    return recipe_of(kLines, std::move(*shifts));
  if (auto shifts = orthomorphism_shifts(tables, columns, rounds))
    return recipe_of(kOrthomorphisms, std::move(*shifts));
  return orthogonal_squares(tables, columns, rounds);
}

std::optional<Recipe> longest_columns(std::int32_t tables, std::int32_t columns) {
  for (auto rounds = tables; rounds >= 1; --rounds)
    if (auto recipe = column_recipe(tables, columns, rounds)) return recipe;
  return std::nullopt;
}

Recipe formula_recipe(std::int32_t groups, std::int32_t size, std::int32_t enough) {
  Recipe best{1, say(kOnce), [=] { return one_round(groups, size); }};
  const auto offer = [&](std::optional<Recipe> recipe) {
    if (recipe && recipe->rounds > best.rounds) best = std::move(*recipe);
    return best.rounds >= enough;
  };
  if (size < 2 || size > groups || offer(std::nullopt)) return best;
  if (enough < INT32_MAX && offer(column_recipe(groups, size, enough))) return best;
  if (size == 2 &&
      offer(Recipe{2 * groups - 1, say(kRoundRobin), [=] { return round_robin(groups); }}))
    return best;
  if (offer(bose_fours(groups, size)) || offer(kirkman_triples(groups, size)) ||
      offer(eight_fours(groups, size)))
    return best;
  for (auto width = groups; width >= size; --width) {
    if (groups % width != 0) continue;
    const auto columns = longest_columns(width, size);
    if (!columns) continue;
    auto base = formula_recipe(groups / width, size, INT32_MAX);
    if (offer(inflate(std::move(base), width, *columns, size))) return best;
  }
  return best;
}

}  // namespace scheduler
