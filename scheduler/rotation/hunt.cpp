#include "scheduler/rotation/hunt.h"

#include <algorithm>
#include <utility>

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
constexpr std::int64_t kFirstSteps = 8'000;
constexpr std::int64_t kLastSteps = 1'500'000;
/// An entry of a matrix is changed as fast as this share of an exchange of people in a starter.
constexpr std::int64_t kMatrixSteps = 6;
constexpr std::int64_t kShareForFill = 8;  ///< of the steps
constexpr int kPasses = 6;                 ///< until all leads are tried again
constexpr std::size_t kFewestLeads = 4;
constexpr std::int64_t kPlainSize = 4;  ///< of groups where a tried change counts once

}  // namespace

Hunt::Hunt(const engine::RotationSize& size, bool zero)
    : people_(static_cast<std::int32_t>(size.people)),
      groups_(static_cast<std::int32_t>(size.stations)),
      rounds_(static_cast<std::int32_t>(size.rounds)),
      stations_(!size.revisit),
      zero_(zero),
      each_(kFirstSteps) {
  add_fill();
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
  width_ = leads_.size();
}

void Hunt::add_columns(std::int32_t columns, std::int32_t rounds, const Rounds& fill) {
  const auto say_fill = [&](const engine::Text& method) {
    return fill.count > 0 ? say(kFilled, method) : method;
  };
  for (const auto& shape : starter_shapes(columns * groups_, groups_, rounds, stations_))
    if (shape.columns()) add_shape(shape, fill, say_fill(say(kMatrix, groups_)));
  for (auto& group : abelian_groups(groups_))
    leads_.push_back({MatrixShape{group, columns, rounds}, fill, say_fill(say(kMatrix, groups_))});
}

void Hunt::add_starters() {
  const auto hosts = stations_ ? groups_ : 0;
  const auto full = (people_ + groups_ - 1) / groups_ * groups_;
  for (const auto people : {people_, full}) {
    for (const auto& shape : starter_shapes(people + hosts, groups_, rounds_, stations_))
      if (!shape.columns())
        add_shape(shape, Rounds(), say(kStarter, shape.turns.size() * shape.fold.size()));
    if (people_ == full) break;
  }
}

void Hunt::add_shape(const StarterShape& shape, const Rounds& fill, engine::Text method) {
  if (!zero_ || counting_allows(shape)) leads_.push_back({shape, fill, std::move(method)});
}

/// Columns by formula, and within them what no formula gives but a smaller hunt may: 18 groups of 3
/// over 26 rounds are 18 rounds of columns and 8 rounds of 6 groups.
void Hunt::add_fill() {
  const auto size = people_ / groups_;
  if (stations_ || !zero_ || people_ % groups_ != 0 || size < 1 || groups_ % size != 0) return;
  const auto columns = longest_columns(groups_, size);
  if (!columns || columns->rounds >= rounds_) return;
  const engine::RotationSize within{
      .people = groups_, .stations = groups_ / size, .rounds = rounds_ - columns->rounds};
  if (engine::least_repeat_cost(within) == 0) fill_ = std::make_unique<Hunt>(within, true);
}

std::optional<Schedule> Hunt::by_hunted_fill(std::int64_t steps, Random& random, Budget& budget) {
  const auto found = fill_ ? fill_->run(steps, random, budget) : std::nullopt;
  if (!found) return std::nullopt;
  const auto size = people_ / groups_;
  const auto columns = longest_columns(groups_, size);
  return Schedule{inflated(Rounds(size, 1, 1), columns->build(), found->rounds),
                  say(kFilled, columns->method)};
}

std::optional<Schedule> Hunt::run(std::int64_t steps, Random& random, Budget& budget) {
  if (auto schedule = by_hunted_fill(steps / kShareForFill, random, budget)) return schedule;
  if (leads_.empty()) return std::nullopt;
  for (left_ += steps; left_ > 0 && !budget.over();) {
    if (next_ == width_) next_pass();
    left_ -= each_ * (kPlainSize + people_ / groups_) / (2 * kPlainSize);
    if (follow(leads_[next_++], each_, random, budget)) return nearest_;
  }
  return std::nullopt;
}

void Hunt::next_pass() {
  rank_leads();
  const bool again = pass_++ % kPasses == 0;
  width_ = again ? leads_.size() : std::min(width_, std::max(kFewestLeads, width_ / 2));
  each_ = again ? kFirstSteps : std::min(3 * each_, kLastSteps);
  next_ = 0;
}

/// The nearest to nothing first; the best difference matrix stays among those that go on, since a
/// starter is often near from the beginning and never gets there.
void Hunt::rank_leads() {
  std::stable_sort(
      leads_.begin(), leads_.end(), [](const Lead& a, const Lead& b) { return a.best < b.best; });
  const auto matrix = std::find_if(leads_.begin(), leads_.end(), [](const Lead& lead) {
    return std::holds_alternative<MatrixShape>(lead.look_for);
  });
  if (matrix != leads_.end() && matrix != leads_.begin())
    std::rotate(leads_.begin() + 1, matrix, matrix + 1);
}

/// True when the lead gives a schedule without a repeat.
bool Hunt::follow(Lead& lead, std::int64_t steps, Random& random, Budget& budget) {
  auto schedule = finished(lead, search(lead, steps, random, budget));
  if (!schedule) return false;
  const auto cost = judge(*schedule).repeat_cost;
  if (cost >= nearest_cost_) return false;
  nearest_cost_ = cost;
  nearest_ = Schedule{std::move(*schedule), lead.method};
  return cost == 0;
}

Rounds Hunt::search(Lead& lead, std::int64_t steps, Random& random, Budget& budget) {
  const auto note = [&](std::int64_t cost) { lead.best = std::min(lead.best, cost); };
  if (const auto* shape = std::get_if<StarterShape>(&lead.look_for)) {
    auto starter = search_starter(*shape, steps, random, budget);
    note(starter.cost * shape->turns.size() * shape->fold.size());
    return std::move(starter.rounds);
  }
  const auto& shape = std::get<MatrixShape>(lead.look_for);
  const auto found = search_shifts(shape, kMatrixSteps * steps, random, budget);
  note(found.repeats);
  return developed(found.shifts);
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
