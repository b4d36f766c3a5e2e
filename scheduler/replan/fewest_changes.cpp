#include "scheduler/replan/fewest_changes.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace scheduler {
namespace {

using engine::Change;

constexpr std::size_t kMostPlaces = 60'000;
/// What a search for places may cost (Network::work) that is not the last word.
constexpr std::int64_t kMostWorkOfTrial = 50'000;
constexpr std::int64_t kMostWorkOfRepair = 1'000'000;
constexpr std::int64_t kMostWorkOfAll = 10'000'000;
constexpr std::int64_t kAnyWork = INT64_MAX / 2;
/// Places tried that only the whole plan refuses.
constexpr int kMostRefused = 200;
/// Rooms of several stations tried together.
constexpr int kMostRoomLooks = 500;

}  // namespace

FewestChanges::FewestChanges(const RepairModel& model,
                             const RepairTerms& terms,
                             const Repair& known,
                             const std::function<void(const RepairPrice&)>& on_better)
    : model_(model),
      terms_(terms),
      on_better_(on_better),
      evaluator_(model.standing()),
      best_(known),
      bound_(terms.disturbed.count()) {
  const auto& blocks = model_.standing().problem().blocks;
  for (const auto& variable : model_.variables()) {
    Changeable item{&variable.people, {}};
    const bool block = variable.kind == Variable::Kind::Block;
    if (block && variable.droppable)
      item.loss = terms_.weights.drop_freely ? 0 : engine::loss_of(blocks[variable.block]);
    items_.push_back(item);
    blocks_.push_back(block);
  }
  if (best_.price.hard > 0 || !is_small() || !list_clashes()) return;
  search_.emplace(model_, must_go());
  exact_ = nobody_stands_in() && engine::PlanEvaluator(best_.board).score().hard == 0;
}

std::int64_t FewestChanges::most_loss() const {
  return terms_.weights.drop_freely ? INT64_MAX / 2 : best_.price.loss;
}

/// Few enough starts and rooms to compare them all.
bool FewestChanges::is_small() const {
  const auto& problem = evaluator_.problem();
  std::size_t places = 0;
  for (const auto& variable : model_.variables())
    if (variable.kind == Variable::Kind::Block)
      places +=
          problem.starts[variable.block].size() *
          std::max<std::size_t>(
              1, problem.room_choices[engine::first_activity(problem, variable.block)].size());
  return places <= kMostPlaces;
}

/// False when something is wrong that other things than places and rooms may mend.
bool FewestChanges::list_clashes() {
  for (const auto& violation : violations(evaluator_, model_)) {
    const auto& list = violation.variables;
    const bool place = std::any_of(list.begin(), list.end(), [&](std::size_t i) {
      return model_.variables()[i].kind == Variable::Kind::Place;
    });
    if (place || list.empty() || !violation.complete || violation.needs_team ||
        !may_be_mended(violation, evaluator_, model_))
      return false;
    clashes_.push_back({list, {}});
  }
  return true;
}

/// What cannot be where it is, whatever else changes.
std::vector<bool> FewestChanges::must_go() const {
  std::vector<bool> alone(items_.size());
  for (const auto& clash : clashes_)
    if (clash.stay.size() == 1) alone[clash.stay.front()] = true;
  return alone;
}

/// Whether the whole plan is sound so, in some rooms of the stations that may have others; then it
/// may be the best repair known.
Leaf FewestChanges::judge(const std::vector<Fate>& fates, const std::vector<Placed>& placed) {
  std::vector<Change> back;
  const auto make = [&](const Change& change) {
    back.push_back(evaluator_.board().inverse(change));
    evaluator_.apply(change);
  };
  for (const auto& [item, row] : placed) {
    if (row == 0) continue;
    const auto block = model_.variables()[item].block;
    const auto& place = search_->place(item, row);
    make(place.room.exists() ? Change::place(block, place.start, place.room)
                             : Change::place(block, place.start));
  }
  std::vector<std::size_t> stations;
  for (std::size_t i = 0; i < fates.size(); ++i) {
    const auto& variable = model_.variables()[i];
    if (blocks_[i] && fates[i] == Fate::IsLeftOut)
      make(Change::place(variable.block, engine::kNever));
    if (variable.kind == Variable::Kind::Rooms && fates[i] != Fate::Stays) stations.push_back(i);
  }
  int looks_left = kMostRoomLooks;
  const bool sound = sound_in_some_rooms(stations, 0, looks_left);
  for (; !back.empty(); back.pop_back()) evaluator_.apply(back.back());
  if (sound) return Leaf::Accept;
  if (exact_ && looks_left > 0) return Leaf::Reject;
  return ++refused_ < kMostRefused ? Leaf::Unsure : Leaf::Accept;
}

/// Station after station in each of its rooms, the one it has first. The board is left as it was.
bool FewestChanges::sound_in_some_rooms(const std::vector<std::size_t>& stations,
                                        std::size_t next,
                                        int& looks_left) {
  if (next < stations.size()) {
    if (sound_in_some_rooms(stations, next + 1, looks_left)) return true;
    for (const auto& option : model_.options(stations[next], evaluator_.board())) {
      std::vector<Change> back;
      for (const auto& change : option.changes) {
        back.push_back(evaluator_.board().inverse(change));
        evaluator_.apply(change);
      }
      const bool sound = sound_in_some_rooms(stations, next + 1, looks_left);
      for (; !back.empty(); back.pop_back()) evaluator_.apply(back.back());
      if (sound) return true;
    }
    return false;
  }
  if (--looks_left <= 0 || evaluator_.score().hard > 0 ||
      !model_.misheld(evaluator_.board()).empty())
    return false;
  auto [price, gaps] = toll_of(model_, evaluator_.board(), terms_);
  price.soft = evaluator_.score().soft;
  if (price < best_.price) {
    best_ = Repair{evaluator_.board(), price, gaps};
    if (on_better_) on_better_(price);
  }
  return true;
}

/// No place of a team may change hands.
bool FewestChanges::nobody_stands_in() const {
  const auto& problem = evaluator_.problem();
  const auto& variables = model_.variables();
  return std::none_of(variables.begin(), variables.end(), [&](const Variable& variable) {
    if (variable.kind != Variable::Kind::Place) return false;
    const auto slot = variable.slots.front();
    const auto now = evaluator_.board().holder(slot);
    const auto pool = problem.pools[slot];
    return (problem.slots[slot].spare && now.exists()) ||
           std::any_of(pool.begin(), pool.end(), [&](auto p) { return p != now; });
  });
}

Outcome FewestChanges::place(const std::vector<Fate>& fates,
                             std::int64_t most_work,
                             Budget& budget) {
  const auto outcome = search_->run(
      fates, [&](const auto& placed) { return judge(fates, placed); }, most_work, budget);
  return refused_ < kMostRefused ? outcome : Outcome::GivenUp;
}

/// Of items that have no place together, as few as could be found: those that matter to nobody are
/// taken away, and those that stay set free, whoever is disturbed least first.
Clash FewestChanges::clash_in(std::vector<Fate> fates, Budget& budget) {
  const auto make = [&](std::size_t from, std::size_t to, const auto& list, Fate fate) {
    auto next = fates;
    for (auto n = from; n < to; ++n) next[list[n]] = fate;
    const auto accept = [](const auto&) { return Leaf::Accept; };
    if (search_->run(next, accept, kMostWorkOfTrial, budget) != Outcome::None) return false;
    fates = std::move(next);
    return true;
  };
  std::vector<std::size_t> list;
  for (std::size_t i = 0; i < fates.size(); ++i)
    if (blocks_[i] && fates[i] == Fate::Stays) list.push_back(i);
  std::stable_sort(list.begin(), list.end(), [&](std::size_t a, std::size_t b) {
    return items_[a].people->count() < items_[b].people->count();
  });
  for (auto chunk = list.size(); chunk > 0; chunk /= 2)
    for (std::size_t from = 0; from + chunk <= list.size();) {
      if (make(from, from + chunk, list, Fate::IsLeftOut))
        list.erase(list.begin() + static_cast<std::ptrdiff_t>(from),
                   list.begin() + static_cast<std::ptrdiff_t>(from + chunk));
      else
        from += chunk;
    }
  // Only what may be left out makes the clash a weaker one.
  std::vector<std::size_t> free;
  for (std::size_t i = 0; i < fates.size(); ++i)
    if (blocks_[i] && fates[i] == Fate::Changes && items_[i].loss && *items_[i].loss <= most_loss())
      free.push_back(i);
  for (std::size_t n = 0; n < free.size(); ++n) (void)make(n, n + 1, free, Fate::IsLeftOut);
  for (std::size_t i = 0; i < fates.size(); ++i)
    if (model_.variables()[i].kind == Variable::Kind::Rooms && fates[i] == Fate::Stays)
      list.push_back(i);
  for (std::size_t n = 0; n < list.size(); ++n) (void)make(n, n + 1, list, Fate::Changes);
  Clash clash;
  for (std::size_t i = 0; i < fates.size(); ++i) {
    if (fates[i] == Fate::Stays && model_.variables()[i].kind != Variable::Kind::Place)
      clash.stay.push_back(i);
    if (blocks_[i] && fates[i] == Fate::Changes) clash.take_place.push_back(i);
  }
  return clash;
}

/// The step that disturbs the fewest more; leaving out comes last. False when there is none.
bool FewestChanges::mend_cheaply(const Clash& clash, std::vector<Fate>& fates) const {
  const auto people = disturbed_by(fates);
  std::int64_t loss = 0;
  for (std::size_t i = 0; i < fates.size(); ++i)
    if (fates[i] == Fate::IsLeftOut) loss += items_[i].loss.value_or(0);
  std::optional<std::tuple<std::int64_t, std::int64_t, std::size_t, Fate>> least;
  const auto offer = [&](std::int64_t more, std::size_t i, Fate fate) {
    const std::tuple step{more, people.lacking(*items_[i].people), i, fate};
    if (!least || step < *least) least = step;
  };
  for (const auto i : clash.stay)
    if (fates[i] == Fate::Stays) offer(0, i, Fate::Changes);
  for (const auto i : clash.take_place)
    if (items_[i].loss && loss + *items_[i].loss <= most_loss())
      offer(*items_[i].loss, i, Fate::IsLeftOut);
  if (!least) return false;
  fates[std::get<2>(*least)] = std::get<3>(*least);
  return true;
}

/// Mends one clash after the other as cheaply as can be until all have a place. Where that cannot
/// be told soon, more may change, until it can.
void FewestChanges::widen(std::vector<Fate> fates, Outcome outcome, Budget& budget) {
  for (std::size_t more = 1; outcome != Outcome::Found && !budget.over();) {
    if (outcome == Outcome::None) {
      clashes_.push_back(clash_in(fates, budget));
      if (!mend_cheaply(clashes_.back(), fates)) return;
    } else {
      for (std::size_t n = 0; n < more; ++n)
        if (!loosen(fates)) return;
      more *= 2;
    }
    outcome = place(fates, kMostWorkOfRepair, budget);
  }
  if (outcome != Outcome::Found) return;
  bring_back(budget);
  put_back(budget);
}

/// One item more may change, whoever disturbs the fewest more. False when that betters nothing.
bool FewestChanges::loosen(std::vector<Fate>& fates) const {
  const auto people = disturbed_by(fates);
  std::optional<std::pair<std::int64_t, std::size_t>> least;
  for (std::size_t i = 0; i < fates.size(); ++i) {
    if (!blocks_[i] || fates[i] != Fate::Stays) continue;
    const std::pair step{people.lacking(*items_[i].people), i};
    if (!least || step < *least) least = step;
  }
  if (!least) return false;
  fates[least->second] = Fate::Changes;
  return best_.price.loss > 0 || people.count() + least->first < best_.price.people;
}

/// One item after the other that the best repair leaves out finds a place, if all others may
/// change.
void FewestChanges::bring_back(Budget& budget) {
  if (best_.price.loss >= std::exchange(least_loss_tried_, best_.price.loss)) return;
  const auto is_out = [&](std::size_t i) {
    return blocks_[i] && !best_.board.placed(model_.variables()[i].block);
  };
  for (std::size_t i = 0; i < items_.size() && !budget.over(); ++i) {
    if (!is_out(i)) continue;
    std::vector<Fate> fates(items_.size(), Fate::Stays);
    for (std::size_t j = 0; j < fates.size(); ++j)
      if (blocks_[j]) fates[j] = j != i && is_out(j) ? Fate::IsLeftOut : Fate::Changes;
    if (place(fates, kMostWorkOfAll, budget) == Outcome::Found)
      least_loss_tried_ = best_.price.loss;
  }
}

/// Of what has changed in the best repair, one item after the other goes back to where it was, if
/// all others find places that disturb nobody else.
void FewestChanges::put_back(Budget& budget) {
  const auto& variables = model_.variables();
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < items_.size(); ++i)
    if (blocks_[i]) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return items_[a].people->count() > items_[b].people->count();
  });
  for (const auto i : order) {
    if (budget.over()) return;
    const auto& board = best_.board;
    if (!board.placed(variables[i].block) || model_.at_home(variables[i].block, board)) continue;
    std::vector<Fate> fates(items_.size(), Fate::Stays);
    for (std::size_t j = 0; j < fates.size(); ++j)
      if (blocks_[j] && j != i && !model_.at_home(variables[j].block, board))
        fates[j] = board.placed(variables[j].block) ? Fate::Changes : Fate::IsLeftOut;
    if (disturbed_by(fates).lacking(*items_[i].people) == 0) continue;
    change_what_costs_nothing(fates);
    if (std::all_of(clashes_.begin(), clashes_.end(), [&](const Clash& clash) {
          return is_mended(clash, fates);
        }))
      (void)place(fates, kMostWorkOfTrial, budget);
  }
}

PeopleSet FewestChanges::disturbed_by(const std::vector<Fate>& fates) const {
  auto people = terms_.disturbed;
  for (std::size_t i = 0; i < fates.size(); ++i)
    if (fates[i] != Fate::Stays) people.add(*items_[i].people);
  return people;
}

/// Items that disturb nobody but those disturbed anyway may change as well.
void FewestChanges::change_what_costs_nothing(std::vector<Fate>& fates) const {
  const auto people = disturbed_by(fates);
  for (std::size_t i = 0; i < fates.size(); ++i)
    if (blocks_[i] && fates[i] == Fate::Stays && people.lacking(*items_[i].people) == 0)
      fates[i] = Fate::Changes;
}

/// Whether everything has a place at all, and what it takes.
void FewestChanges::change_everything(Budget& budget) {
  std::vector<Fate> fates(items_.size(), Fate::Stays);
  for (std::size_t i = 0; i < fates.size(); ++i)
    if (blocks_[i]) fates[i] = Fate::Changes;
  const auto outcome = place(fates, kMostWorkOfAll, budget);
  if (outcome != Outcome::GivenUp) return widen(fates, outcome, budget);
  bring_back(budget);
  put_back(budget);
}

void FewestChanges::run(Aim aim, Budget& budget) {
  if (search_ && best_.price.loss > 0 && !std::exchange(opened_, true)) change_everything(budget);
  Cost least{0, terms_.disturbed.count()};
  while (search_ && !budget.over() && !proved()) {
    auto fates =
        cheapest_fates(items_, clashes_, {aim, terms_.disturbed, most_loss(), least}, budget);
    if (!fates) return;
    least = fates->cost;
    if (aim == Aim::People || least.loss == most_loss()) bound_ = std::max(bound_, least.people);
    if (proved()) return;
    change_what_costs_nothing(fates->of);
    const auto outcome = place(fates->of, kAnyWork, budget);
    if (outcome == Outcome::Found) bound_ = std::max(bound_, least.people);
    if (outcome != Outcome::None) return;
    widen(fates->of, outcome, budget);
  }
}

}  // namespace scheduler
