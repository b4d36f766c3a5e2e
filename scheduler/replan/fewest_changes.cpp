#include "scheduler/replan/fewest_changes.h"

#include <algorithm>
#include <utility>

namespace scheduler {
namespace {

using engine::BlockId;
using engine::Change;

constexpr std::size_t kMostPlaces = 60'000;
/// What a search for places may cost (Network::work) that is not the last word.
constexpr std::int64_t kMostWorkOfTrial = 50'000;
constexpr std::int64_t kAnyWork = INT64_MAX / 2;
constexpr std::int64_t kAnyLoss = kTooLong / 2;
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
    const bool block = variable.kind == Variable::Kind::Block;
    people_.push_back(&variable.people);
    losses_.emplace_back();
    if (block && variable.droppable)
      losses_.back() = terms_.weights.drop_freely ? 0 : engine::loss_of(blocks[variable.block]);
    blocks_.push_back(block);
  }
  if (best_.price.hard > 0 || !is_small() || !list_clashes()) return;
  search_.emplace(model_, must_go(), losses_);
  exact_ = nobody_stands_in() && engine::PlanEvaluator(best_.board).score().hard == 0;
}

std::int64_t FewestChanges::most_loss() const {
  return terms_.weights.drop_freely ? kAnyLoss : best_.price.loss;
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
    clashes_.push_back(list);
  }
  return true;
}

/// What cannot be where it is, whatever else changes.
std::vector<bool> FewestChanges::must_go() const {
  std::vector<bool> alone(people_.size());
  for (const auto& clash : clashes_)
    if (clash.size() == 1) alone[clash.front()] = true;
  return alone;
}

/// Whether the whole plan is sound so, in some rooms of the stations that may have others; then it
/// may be the best repair known.
Leaf FewestChanges::judge(const engine::Board& base,
                          const std::vector<Fate>& fates,
                          const std::vector<Placed>& placed) {
  std::vector<Change> back;
  const auto make = [&](BlockId block, engine::Minute start, engine::RoomId room) {
    const auto change =
        room.exists() ? Change::place(block, start, room) : Change::place(block, start);
    back.push_back(evaluator_.board().inverse(change));
    evaluator_.apply(change);
  };
  for (std::size_t i = 0; i < fates.size(); ++i) {
    const auto block = model_.variables()[i].block;
    if (blocks_[i] && fates[i] == Fate::Stays && !model_.at_home(block, base))
      make(block, base.start(block), model_.room_of(block, base));
    if (blocks_[i] && fates[i] == Fate::IsLeftOut) make(block, engine::kNever, {});
  }
  for (const auto& one : placed) {
    if (one.row == 0) continue;
    const auto place = search_->place(one).value_or(PlaceTable::Place{engine::kNever, {}});
    make(model_.variables()[one.item].block, place.start, place.room);
  }
  std::vector<std::size_t> stations;
  for (std::size_t i = 0; i < fates.size(); ++i) {
    const auto& variable = model_.variables()[i];
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
                             std::int64_t most_loss,
                             std::int64_t most_work,
                             Budget& budget) {
  const auto before = search_->work();
  const auto outcome = search_->run(
      fates,
      model_.standing(),
      most_loss,
      [&](const auto& placed) { return judge(model_.standing(), fates, placed); },
      most_work,
      budget);
  work_of_last_ = search_->work() - before;
  return refused_ < kMostRefused ? outcome : Outcome::GivenUp;
}

/// Of items that cannot all stay, as few as could be found: one after the other may change too,
/// whoever disturbs the fewest more first.
Clash FewestChanges::clash_in(std::vector<Fate> fates, std::int64_t most_loss, Budget& budget) {
  const auto most_work = std::clamp(2 * work_of_last_, kMostWorkOfTrial, kMostWorkOfRepair);
  const auto people = disturbed_by(fates);
  std::vector<std::size_t> list;
  for (std::size_t i = 0; i < fates.size(); ++i)
    if (blocks_[i] && fates[i] == Fate::Stays) list.push_back(i);
  std::stable_sort(list.begin(), list.end(), [&](std::size_t a, std::size_t b) {
    return people.lacking(*people_[a]) < people.lacking(*people_[b]);
  });
  for (std::size_t i = 0; i < fates.size(); ++i)
    if (model_.variables()[i].kind == Variable::Kind::Rooms && fates[i] == Fate::Stays)
      list.push_back(i);
  const auto accept = [](const auto&) { return Leaf::Accept; };
  for (const auto i : list) {
    fates[i] = Fate::Changes;
    if (search_->run(fates, model_.standing(), most_loss, accept, most_work, budget) !=
        Outcome::None)
      fates[i] = Fate::Stays;
  }
  Clash clash;
  for (std::size_t i = 0; i < fates.size(); ++i)
    if (fates[i] == Fate::Stays && model_.variables()[i].kind != Variable::Kind::Place)
      clash.push_back(i);
  return clash;
}

/// The step that disturbs the fewest more.
void FewestChanges::mend_cheaply(const Clash& clash, std::vector<Fate>& fates) const {
  const auto people = disturbed_by(fates);
  const auto least = std::min_element(clash.begin(), clash.end(), [&](auto a, auto b) {
    return people.lacking(*people_[a]) < people.lacking(*people_[b]);
  });
  fates[*least] = Fate::Changes;
  change_what_costs_nothing(fates);
}

/// Mends one clash after the other as cheaply as can be until all have a place but those that cost
/// `most_loss` at most. Where that cannot be told soon, more may change, until it can. None: it
/// cannot be.
Outcome FewestChanges::widen(std::vector<Fate> fates,
                             std::int64_t most_loss,
                             Outcome outcome,
                             Budget& budget) {
  for (std::size_t more = 1; outcome != Outcome::Found && !budget.over();) {
    if (outcome == Outcome::None) {
      auto clash = clash_in(fates, most_loss, budget);
      if (clash.empty()) return budget.over() ? Outcome::GivenUp : Outcome::None;
      mend_cheaply(clash, fates);
      clashes_.push_back(std::move(clash));
    } else {
      for (std::size_t n = 0; n < more; ++n)
        if (!loosen(fates, most_loss)) return Outcome::GivenUp;
      more *= 2;
    }
    outcome = place(fates, most_loss, kMostWorkOfRepair, budget);
  }
  if (outcome == Outcome::Found) put_back(budget);
  return outcome;
}

/// One item more may change, whoever disturbs the fewest more. False when that betters nothing.
bool FewestChanges::loosen(std::vector<Fate>& fates, std::int64_t most_loss) const {
  const auto people = disturbed_by(fates);
  std::optional<std::pair<std::int64_t, std::size_t>> least;
  for (std::size_t i = 0; i < fates.size(); ++i) {
    if (!blocks_[i] || fates[i] != Fate::Stays) continue;
    const std::pair step{people.lacking(*people_[i]), i};
    if (!least || step < *least) least = step;
  }
  if (!least) return false;
  fates[least->second] = Fate::Changes;
  return best_.price.loss > most_loss || people.count() + least->first < best_.price.people;
}

/// Of what has changed in the best repair, one item after the other goes back to where it was, if
/// all others find places that disturb nobody else.
void FewestChanges::put_back(Budget& budget) {
  const auto& variables = model_.variables();
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < people_.size(); ++i)
    if (blocks_[i]) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return people_[a]->count() > people_[b]->count();
  });
  for (const auto i : order) {
    if (budget.over()) return;
    const auto& board = best_.board;
    if (!board.placed(variables[i].block) || model_.at_home(variables[i].block, board)) continue;
    std::vector<Fate> fates(people_.size(), Fate::Stays);
    for (std::size_t j = 0; j < fates.size(); ++j)
      if (blocks_[j] && j != i && !model_.at_home(variables[j].block, board))
        fates[j] = Fate::Changes;
    if (disturbed_by(fates).lacking(*people_[i]) == 0) continue;
    change_what_costs_nothing(fates);
    if (is_mended(fates)) (void)place(fates, most_loss(), kMostWorkOfTrial, budget);
  }
}

/// Every clash that is known.
bool FewestChanges::is_mended(const std::vector<Fate>& fates) const {
  return std::all_of(clashes_.begin(), clashes_.end(), [&](const Clash& clash) {
    return std::any_of(
        clash.begin(), clash.end(), [&](std::size_t i) { return fates[i] != Fate::Stays; });
  });
}

PeopleSet FewestChanges::disturbed_by(const std::vector<Fate>& fates) const {
  auto people = terms_.disturbed;
  for (std::size_t i = 0; i < fates.size(); ++i)
    if (fates[i] != Fate::Stays) people.add(*people_[i]);
  return people;
}

/// Items that disturb nobody but those disturbed anyway may change as well.
void FewestChanges::change_what_costs_nothing(std::vector<Fate>& fates) const {
  const auto people = disturbed_by(fates);
  for (std::size_t i = 0; i < fates.size(); ++i)
    if (blocks_[i] && fates[i] == Fate::Stays && people.lacking(*people_[i]) == 0)
      fates[i] = Fate::Changes;
}

void FewestChanges::disturb_fewer(Budget& budget) {
  while (search_ && !budget.over() && !proved()) {
    const auto hit = fewest_people({people_, clashes_, terms_.disturbed, bound_}, budget);
    if (!hit) return;
    bound_ = std::max(bound_, hit->people);
    if (proved()) return;
    std::vector<Fate> fates(people_.size(), Fate::Stays);
    for (std::size_t i = 0; i < fates.size(); ++i)
      if (hit->changes[i]) fates[i] = Fate::Changes;
    change_what_costs_nothing(fates);
    const auto outcome = place(fates, most_loss(), kAnyWork, budget);
    if (outcome != Outcome::None) return;
    (void)widen(std::move(fates), most_loss(), outcome, budget);
  }
}

}  // namespace scheduler
