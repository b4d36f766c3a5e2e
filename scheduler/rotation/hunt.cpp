#include "scheduler/rotation/hunt.h"

#include <algorithm>

#include "scheduler/rotation/design/formula.h"
#include "scheduler/rotation/design/inflated.h"
#include "scheduler/rotation/judge.h"
#include "scheduler/rotation/reduced.h"
#include "scheduler/rotation/stations.h"

namespace scheduler {
namespace {

constexpr engine::Words kStarter{"tours de base tournés par un groupe de {0} éléments",
                                 "base rounds turned by a group of {0} elements"};
constexpr engine::Words kMatrix{"matrice de différences d’ordre {0}",
                                "difference matrix of order {0}"};
constexpr engine::Words kFilled{"{0}, puis les colonnes entre elles",
                                "{0}, then within the columns"};

/// Beyond, tables of pairs of people would be larger than what they save.
constexpr std::int64_t kMostPeople = 600;
constexpr std::int32_t kSpareColumns = 2;
constexpr std::int64_t kFirstSteps = 20'000;
constexpr std::int64_t kLastSteps = 1'500'000;

}  // namespace

Hunt::Hunt(const engine::RotationSize& size)
    : people_(static_cast<std::int32_t>(size.people)),
      groups_(static_cast<std::int32_t>(size.stations)),
      rounds_(static_cast<std::int32_t>(size.rounds)),
      stations_(!size.revisit) {
  if (size.people > kMostPeople || size.people <= size.stations) return;
  const auto largest = (people_ + groups_ - 1) / groups_;
  const auto most = groups_ + (stations_ ? 0 : 1);
  for (auto columns = largest; columns <= std::min(largest + kSpareColumns, most - 1); ++columns)
    add_columns(columns + (stations_ ? 1 : 0), rounds_, Rounds());
  if (!stations_ && groups_ % largest == 0) {
    const auto fill = formula_recipe(groups_ / largest, largest, INT32_MAX);
    if (fill.rounds < rounds_) add_columns(largest, rounds_ - fill.rounds, fill.build());
  }
  add_starters();
}

void Hunt::add_columns(std::int32_t columns, std::int32_t rounds, const Rounds& fill) {
  const auto say_fill = [&](engine::Text method) {
    return fill.count > 0 ? say(kFilled, method) : method;
  };
  for (auto& group : abelian_groups(groups_))
    leads_.push_back({Matrix{group, columns, rounds}, fill, say_fill(say(kMatrix, groups_))});
  for (auto& shape : starter_shapes(columns * groups_, groups_, rounds, stations_))
    if (shape.columns()) leads_.push_back({shape, fill, say_fill(say(kMatrix, groups_))});
}

void Hunt::add_starters() {
  const auto hosts = stations_ ? groups_ : 0;
  const auto full = (people_ + groups_ - 1) / groups_ * groups_;
  for (const auto people : {people_, full}) {
    for (auto& shape : starter_shapes(people + hosts, groups_, rounds_, stations_)) {
      if (shape.columns()) continue;
      const auto order = shape.turns.size() * shape.fold.size();
      leads_.push_back({std::move(shape), Rounds(), say(kStarter, order)});
    }
    if (people_ == full) break;
  }
}

std::optional<Schedule> Hunt::run(std::int64_t steps, Random& random, Budget& budget) {
  for (auto each = kFirstSteps; !leads_.empty(); each = std::min(3 * each, kLastSteps))
    for (const auto& lead : leads_) {
      if (steps < each || budget.over()) return std::nullopt;
      steps -= each;
      auto schedule = finished(lead, search(lead, each, random, budget));
      if (!schedule) continue;
      const auto cost = judge(*schedule).repeat_cost;
      if (cost >= nearest_cost_) continue;
      nearest_cost_ = cost;
      nearest_ = Schedule{std::move(*schedule), lead.method};
      if (cost == 0) return nearest_;
    }
  return std::nullopt;
}

Rounds Hunt::search(const Lead& lead, std::int64_t steps, Random& random, Budget& budget) {
  if (const auto* shape = std::get_if<StarterShape>(&lead.look_for))
    return search_starter(*shape, steps, random, budget).rounds;
  const auto& matrix = std::get<Matrix>(lead.look_for);
  return developed(
      search_shifts(matrix.group, matrix.columns, matrix.rounds, steps, random, budget).shifts);
}

/// Nothing when the search left repeats that would make groups uneven or visits double.
std::optional<Rounds> Hunt::finished(const Lead& lead, Rounds found) const {
  if (lead.fill.count > 0) {
    Rounds one_group(found.people / groups_, 1, 1);
    found = inflated(one_group, found, lead.fill);
  }
  const auto hosts = stations_ ? groups_ : 0;
  if (found.people / groups_ > (people_ + hosts + groups_ - 1) / groups_) {  // spare columns
    std::vector<std::int32_t> kept;
    for (std::int32_t p = 0; p < (people_ + hosts + groups_ - 1) / groups_ * groups_; ++p)
      kept.push_back(p);
    found = only_people(found, kept);
  }
  auto table = reduced(std::move(found), people_ + hosts, rounds_);
  if (!table) return std::nullopt;
  if (stations_) table = at_hosts(*table);
  const auto found_here = judge(*table);
  if (found_here.spread > 1 || (stations_ && found_here.most_visits > 1)) return std::nullopt;
  return table;
}

}  // namespace scheduler
