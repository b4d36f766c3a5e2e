#include "scheduler/rotation/start.h"

#include "scheduler/rotation/design/formula.h"
#include "scheduler/rotation/reduced.h"
#include "scheduler/rotation/stations.h"

namespace scheduler {
namespace {

std::optional<Schedule> free_groups(std::int32_t people, std::int32_t groups, std::int32_t rounds) {
  const auto largest = (people + groups - 1) / groups;
  const auto recipe = formula_recipe(groups, largest, rounds);
  if (recipe.rounds < rounds) return std::nullopt;
  auto table = reduced(recipe.build(), people, rounds);
  if (!table) return std::nullopt;
  return Schedule{std::move(*table), recipe.method};
}

std::optional<Schedule> stations(std::int32_t people, std::int32_t groups, std::int32_t rounds) {
  const auto columns = (people + groups - 1) / groups + 1;
  const auto recipe = column_recipe(groups, columns, rounds);
  if (!recipe) return std::nullopt;
  auto table = reduced(recipe->build(), groups + people, rounds);
  if (!table) return std::nullopt;
  return Schedule{at_hosts(*table), recipe->method};
}

}  // namespace

std::optional<Schedule> by_formula(const engine::RotationSize& size) {
  const auto people = static_cast<std::int32_t>(size.people);
  const auto groups = static_cast<std::int32_t>(size.stations);
  const auto rounds = static_cast<std::int32_t>(size.rounds);
  if (people < 1 || groups < 1 || rounds < 1) return std::nullopt;
  return size.revisit ? free_groups(people, groups, rounds) : stations(people, groups, rounds);
}

}  // namespace scheduler
