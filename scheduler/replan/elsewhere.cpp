#include "scheduler/replan/elsewhere.h"

#include "scheduler/timetable/around.h"

namespace scheduler {
namespace {

using engine::BlockId;
using engine::Change;

engine::PlanEvaluator emptied(const RepairModel& model) {
  auto board = model.standing();
  const auto& problem = board.problem();
  problem.blocks.each([&](BlockId b) {
    if (board.placed(b)) board.apply(Change::place(b, engine::kNever));
  });
  for (const auto& variable : model.variables())
    for (const auto slot : variable.slots) board.apply(Change::holder(slot, engine::PersonId{}));
  return engine::PlanEvaluator(board, engine::Scope::HardRules);
}

}  // namespace

Elsewhere::Pairs::Pairs(const RepairModel& repaired)
    : model(repaired),
      home(model.standing()),
      alone(emptied(model)),
      reach(furthest_reach(home.problem())),
      harm_alone(home.problem().blocks.size()) {
  home.problem().blocks.each([&](BlockId b) {
    if (home.placed(b)) harm_alone[b.index()] = harm_of(b);
  });
}

std::int64_t Elsewhere::Pairs::harm_of(BlockId block) const {
  return alone.hard_delta(Change::place(block, home.start(block), model.room_of(block, home)));
}

const Elsewhere::WaysOut* Elsewhere::of(std::size_t variable, Budget& budget) {
  const auto [known, is_new] = known_.try_emplace(variable);
  if (!is_new) return &known->second;
  if (!pairs_) pairs_.emplace(model_);
  const auto block = model_.variables()[variable].block;
  for (const auto& option : model_.options(variable, pairs_->home)) {
    if (option.loss > 0) continue;
    if (budget.spend()) {
      known_.erase(known);
      return nullptr;
    }
    const auto& change = option.changes.front();
    const Place place{change.start, {change.value}};
    if (auto way = way_to(block, place)) known->second.emplace(place, std::move(*way));
  }
  return &known->second;
}

std::optional<WayOut> Elsewhere::way_to(BlockId block, Place place) {
  auto& [model, home, alone, reach, harm_alone] = *pairs_;
  const auto go = Change::place(block, place.first, place.second);
  const auto back = home.inverse(go);
  home.apply(go);
  const auto near = around(home, block, reach);
  home.apply(back);
  const auto out = alone.board().inverse(go);
  alone.apply(go);
  std::optional<WayOut> way{{.others = {}, .people = PeopleSet(home.problem().people)}};
  for (const auto other : near) {
    if (!is_in_the_way(other)) continue;
    const auto variable = model.of_block(other);
    if (variable < 0) {
      way.reset();
      break;
    }
    way->others.push_back(static_cast<std::size_t>(variable));
    way->people.add(model.variables()[way->others.back()].people);
  }
  alone.apply(out);
  return way;
}

/// Of the one session that is placed.
bool Elsewhere::is_in_the_way(BlockId other) const {
  return pairs_->home.placed(other) && pairs_->home.problem().blocks[other].session >= 0 &&
         pairs_->harm_of(other) > pairs_->harm_alone[other.index()];
}

}  // namespace scheduler
