#include "scheduler/replan/repair_walk.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "scheduler/timetable/around.h"

namespace scheduler {
namespace {

using engine::BlockId;
using engine::Change;
using engine::kNever;

/// Sessions of one chain: longer ones disturb more than they mend.
constexpr std::size_t kLongestChain = 8;
/// Spots looked at to aim at one where little is in the way.
constexpr std::size_t kLooks = 6;
/// What one seat lost weighs, in people disturbed, while the walk is warm.
constexpr double kLossInPeople = 3;

}  // namespace

RepairWalk::RepairWalk(
    const RepairModel& model, const RepairTerms& terms, Repair start, Random random, Budget& budget)
    : model_(model),
      terms_(terms),
      random_(random),
      budget_(budget),
      evaluator_(start.board),
      reach_(furthest_reach(evaluator_.problem())),
      best_(std::move(start)),
      hard_(evaluator_.score().hard),
      misheld_(model.misheld(evaluator_.board()).size()),
      spots_(evaluator_.problem().blocks.size()),
      known_(evaluator_.problem().blocks.size()) {
  best_.price = current_ = price_now();
  std::int64_t people = 0;
  for (const auto& variable : model_.variables()) people += variable.people.count();
  const auto count = std::max<std::size_t>(1, model_.variables().size());
  warmth_ = 0.5 * static_cast<double>(people) / static_cast<double>(count);
}

RepairPrice RepairWalk::price_now() const {
  auto price = toll_of(model_, evaluator_.board(), terms_).price;
  price.hard = best_.price.hard;  // never more than at the start
  price.soft = evaluator_.score().soft;
  return price;
}

/// Whether the walk may put a block elsewhere and take it out.
bool RepairWalk::walks(const Variable& variable) const {
  return variable.kind == Variable::Kind::Block && variable.droppable &&
         (variable.movable || variable.room_movable) &&
         evaluator_.problem().blocks[variable.block].session >= 0;
}

const Variable& RepairWalk::variable_of(BlockId block) const {
  return model_.variables()[static_cast<std::size_t>(model_.of_block(block))];
}

bool RepairWalk::may_stay_home(BlockId block) const {
  return !model_.misplaced(variable_of(block), model_.standing());
}

std::vector<BlockId> RepairWalk::changed(bool left_out_only) const {
  std::vector<BlockId> list;
  for (const auto& variable : model_.variables()) {
    if (!walks(variable)) continue;
    const bool placed = evaluator_.board().placed(variable.block);
    if (left_out_only ? !placed : !model_.at_home(variable.block, evaluator_.board()))
      list.push_back(variable.block);
  }
  return list;
}

RepairWalk::Spot RepairWalk::home(BlockId block) const {
  return {model_.standing().start(block), model_.room_of(block, model_.standing())};
}

const std::vector<RepairWalk::Spot>& RepairWalk::spots(BlockId block) {
  auto& list = spots_[block.index()];
  if (known_[block.index()]) return list;
  known_[block.index()] = true;
  auto options =
      model_.options(static_cast<std::size_t>(model_.of_block(block)), model_.standing());
  std::erase_if(options, [](const Option& option) { return option.loss > 0; });
  std::stable_sort(options.begin(), options.end(), [](const Option& a, const Option& b) {
    return a.taste < b.taste;
  });
  for (const auto& option : options)
    list.push_back({option.changes.front().start, {option.changes.front().value}});
  return list;
}

void RepairWalk::put(BlockId block, Spot spot) {
  const auto change = spot.start == kNever ? Change::place(block, kNever)
                                           : Change::place(block, spot.start, spot.room);
  const auto delta = evaluator_.delta(change);
  made_.emplace_back(evaluator_.board().inverse(change), delta);
  evaluator_.apply(change, delta);
}

void RepairWalk::undo() {
  for (; !made_.empty(); made_.pop_back())
    evaluator_.apply(made_.back().first, engine::Score{} - made_.back().second);
}

bool RepairWalk::fits(BlockId block, Spot spot) {
  (void)budget_.spend();
  return evaluator_.score().hard +
             evaluator_.hard_delta(Change::place(block, spot.start, spot.room)) <=
         hard_;
}

/// Home every other time; else the spot of a few where least is in the way.
RepairWalk::Spot RepairWalk::aim(BlockId block) {
  const bool away = !model_.at_home(block, evaluator_.board());
  const bool may_return = away && may_stay_home(block);
  const auto& list = spots(block);
  if (may_return && (list.empty() || random_.below(2) == 0)) return home(block);
  Spot best;
  std::int64_t least = INT64_MAX;
  for (std::size_t n = 0; n < kLooks && !list.empty(); ++n) {
    const auto& spot = list[random_.below(list.size())];
    (void)budget_.spend();
    const auto harm = evaluator_.hard_delta(Change::place(block, spot.start, spot.room));
    if (harm < least) {
      least = harm;
      best = spot;
    }
  }
  return best;
}

/// False when what is in the way has to stay.
bool RepairWalk::take_out_those_in_the_way(BlockId block) {
  if (evaluator_.score().hard <= hard_) return true;
  const auto others = around(evaluator_.board(), block, reach_);
  while (evaluator_.score().hard > hard_) {
    BlockId worst;
    double most = 0;
    for (const auto other : others) {
      if (!evaluator_.board().placed(other) || model_.of_block(other) < 0) continue;
      const auto& row = variable_of(other);
      if (!walks(row) || std::count(moved_.begin(), moved_.end(), other) > 0) continue;
      (void)budget_.spend();
      const auto gain = -evaluator_.hard_delta(Change::place(other, kNever));
      const auto worth = static_cast<double>(gain) / static_cast<double>(1 + row.people.count());
      if (worth > most) {
        most = worth;
        worst = other;
      }
    }
    if (!worst.exists() || moved_.size() + out_.size() >= kLongestChain) return false;
    put(worst, {});
    out_.push_back(worst);
  }
  return true;
}

/// `forced`: whatever is in the way. Else at home or where nothing is, or left out.
bool RepairWalk::put_somewhere(BlockId block, bool forced) {
  moved_.push_back(block);
  if (!forced) {
    if (may_stay_home(block) && fits(block, home(block))) {
      put(block, home(block));
      return true;
    }
    const auto& list = spots(block);
    // The nearest free spot, or any: the nearest alone would make every chain the same.
    const auto first = list.empty() || random_.below(2) == 0 ? 0 : random_.below(list.size());
    for (std::size_t n = 0; n < list.size(); ++n) {
      const auto& spot = list[(first + n) % list.size()];
      if (budget_.over()) return false;
      if (!fits(block, spot)) continue;
      put(block, spot);
      return true;
    }
    if (random_.below(2) == 0) return true;
  }
  const auto spot = aim(block);
  if (spot.start == kNever) return !forced;
  put(block, spot);
  return take_out_those_in_the_way(block);
}

bool RepairWalk::try_chain() {
  made_.clear();
  out_.clear();
  moved_.clear();
  auto list = changed(true);
  if (list.empty() || random_.below(2) == 0) list = changed(false);
  if (list.empty()) return false;
  if (!put_somewhere(list[random_.below(list.size())], true)) return false;
  while (!out_.empty()) {
    const auto any = random_.below(out_.size());
    const auto next = out_[any];
    out_.erase(out_.begin() + static_cast<std::ptrdiff_t>(any));
    if (!put_somewhere(next, false)) return false;
  }
  return evaluator_.score().hard <= hard_ && model_.misheld(evaluator_.board()).size() <= misheld_;
}

bool RepairWalk::accepted(const RepairPrice& next) {
  if (std::pair(next.loss, next.people) <= std::pair(current_.loss, current_.people)) return true;
  const double worse = kLossInPeople * static_cast<double>(next.loss - current_.loss) +
                       static_cast<double>(next.people - current_.people);
  const double warmth = warmth_ * std::max(0.01, 1 - budget_.fraction());
  return worse < -warmth * std::log(1 - random_.unit());
}

Repair RepairWalk::run(std::int64_t enough,
                       const std::function<void(const RepairPrice&)>& on_better) {
  while (!budget_.spend()) {
    if (best_.price.loss == 0 && best_.price.people <= enough) break;
    if (changed(false).empty()) break;
    const bool sound = try_chain();
    const auto next = sound ? price_now() : RepairPrice{};
    if (!sound || !accepted(next)) {
      undo();
      continue;
    }
    current_ = next;
    if (next >= best_.price) continue;
    best_.price = next;
    best_.board = evaluator_.board();
    if (on_better) on_better(next);
  }
  best_.gaps = toll_of(model_, best_.board, terms_).gaps;
  return std::move(best_);
}

}  // namespace scheduler
