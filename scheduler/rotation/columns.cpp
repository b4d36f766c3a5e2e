#include "scheduler/rotation/columns.h"

#include <utility>

#include "scheduler/rotation/design/difference.h"
#include "scheduler/rotation/design/formula.h"
#include "scheduler/rotation/reduced.h"
#include "scheduler/rotation/stations.h"

namespace scheduler {
namespace {

constexpr engine::Words kMatrix{"matrice de différences d’ordre {0}",
                                "difference matrix of order {0}"};

/// How many people, tables, columns and rounds there are, as the constructions take them.
struct Shape {
  std::int32_t people = 0;
  std::int32_t tables = 0;
  std::int32_t columns = 0;
  std::int32_t rounds = 0;
};

std::optional<Schedule> full_columns(const Shape& shape,
                                     std::int64_t steps,
                                     Random& random,
                                     Budget& budget) {
  const auto recipe = column_recipe(shape.tables, shape.columns, shape.rounds);
  if (recipe) return Schedule{recipe->build(), recipe->method};
  if (shape.columns > shape.tables || shape.rounds > shape.tables) return std::nullopt;
  for (const auto& group : abelian_groups(shape.tables)) {
    auto found = search_shifts({group, shape.columns, shape.rounds}, steps, random, budget);
    if (found.repeats == 0 && !budget.over())
      return Schedule{developed(found.shifts), engine::say(kMatrix, shape.tables)};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Schedule> in_columns(const engine::RotationSize& size,
                                   std::int64_t steps,
                                   Random& random,
                                   Budget& budget) {
  Shape shape{.people = static_cast<std::int32_t>(size.people),
              .tables = static_cast<std::int32_t>(size.stations),
              .columns = 0,
              .rounds = static_cast<std::int32_t>(size.rounds)};
  if (shape.people < shape.tables || shape.tables < 2) return std::nullopt;
  shape.columns = (shape.people + shape.tables - 1) / shape.tables;
  if (!size.revisit) {  // the hosts of the stations are one column more, the first
    ++shape.columns;
    shape.people += shape.tables;
  }
  auto schedule = full_columns(shape, steps, random, budget);
  if (!schedule) return std::nullopt;
  auto rounds = reduced(std::move(schedule->rounds), shape.people, shape.rounds);
  if (!rounds) return std::nullopt;
  return Schedule{size.revisit ? std::move(*rounds) : at_hosts(*rounds), schedule->method};
}

}  // namespace scheduler
