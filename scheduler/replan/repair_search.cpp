#include "scheduler/replan/repair_search.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace scheduler {
namespace {

using engine::Change;
using engine::Finding;
}  // namespace

RepairSearch::RepairSearch(const RepairModel& model,
                           const engine::Board& board,
                           const RepairTerms& terms,
                           Budget& budget)
    : model_(model),
      evaluator_(board),
      terms_(terms),
      budget_(budget),
      state_(model.variables().size(), State::Free) {}

/// Those that nothing can mend are left aside.
std::vector<Violation> RepairSearch::open_violations() const {
  auto list = violations(evaluator_, model_);
  std::erase_if(list, [&](const Violation& v) {
    return std::any_of(unavoidable_.begin(), unavoidable_.end(), [&](const Finding& f) {
      return same(f, v.finding);
    });
  });
  for (auto& v : list)
    std::erase_if(v.variables, [&](std::size_t i) { return state_[i] != State::Free; });
  return list;
}

bool RepairSearch::worth(const RepairPrice& least) const {
  if (!best_) return true;
  const auto key = [](const RepairPrice& c) { return std::tuple(c.hard, c.loss, c.people); };
  return for_comfort_ ? key(least) <= key(best_->price) : key(least) < key(best_->price);
}

/// Those with one decision cost all together.
PeopleSet RepairSearch::surely_disturbed(const Node& node,
                                         const std::vector<Violation>& list) const {
  auto sure = node.people;
  for (const auto& v : list)
    if (v.variables.size() == 1 && v.complete)
      sure.add(model_.variables()[v.variables.front()].people);
  return sure;
}

/// Each violation costs at least its cheapest decision.
std::int64_t RepairSearch::least_more(const PeopleSet& sure, const Violation& violation) const {
  if (!violation.complete) return 0;
  std::int64_t least = INT64_MAX;
  for (const auto i : violation.variables)
    least = std::min(least, sure.lacking(model_.variables()[i].people));
  return least == INT64_MAX ? 0 : least;
}

const Violation* RepairSearch::narrowest(const std::vector<Violation>& list) const {
  const auto& variables = model_.variables();
  const auto width = [&](const Violation& v) {
    std::int64_t people = 0;
    for (const auto i : v.variables) people += variables[i].people.count();
    return std::tuple(v.variables.size(), people);
  };
  const Violation* narrowest = nullptr;
  for (const auto& v : list)
    if (narrowest == nullptr || width(v) < width(*narrowest)) narrowest = &v;
  return narrowest;
}

void RepairSearch::visit(const Node& node) {
  ++steps_;
  if (budget_.spend() || (for_comfort_ && steps_ > kComfortSteps)) {
    complete_ = false;
    return leave_open(node.price);
  }
  const auto list = open_violations();
  if (list.empty()) return offer(node);
  const bool dead =
      std::any_of(list.begin(), list.end(), [](const auto& v) { return v.variables.empty(); });
  if (dead) return;
  const auto sure = surely_disturbed(node, list);
  auto least = node.price;
  least.people += node.people.lacking(sure);
  if (!worth(least)) return;
  std::int64_t more = 0;
  for (const auto& violation : list) more = std::max(more, least_more(sure, violation));
  least.people += more;
  if (!worth(least)) return;
  branch(node, *narrowest(list), least);
}

RepairSearch::Node RepairSearch::after(const Node& node,
                                       std::size_t variable,
                                       const Option& option) const {
  auto next = node;
  const auto& who = model_.variables()[variable].people;
  next.price.people += next.people.lacking(who);
  next.people.add(who);
  const auto newcomer = option.newcomer;
  if (newcomer.exists() && !model_.concerned().has(newcomer) && !next.people.has(newcomer)) {
    next.people.add(newcomer);
    ++next.price.people;
  }
  next.gaps += option.gaps;
  next.price.people += terms_.weights.people_for(option.gaps);
  if (!terms_.weights.drop_freely) next.price.loss += option.loss;
  next.price.taste += option.taste + option.gaps * kOpenPlace;
  return next;
}

/// The options of a variable, the most promising first.
std::vector<RepairSearch::Priced> RepairSearch::priced(const Node& node,
                                                       std::size_t variable,
                                                       std::vector<Option> options) {
  std::vector<Priced> list;
  for (auto& option : options) {
    auto price = after(node, variable, option).price;
    if (!worth(price)) continue;
    if (budget_.spend()) break;
    engine::Score sum;
    std::vector<std::pair<Change, engine::Score>> made;
    for (const auto& change : option.changes) {
      const auto delta = evaluator_.delta(change);
      sum += delta;
      if (option.changes.size() == 1) break;
      made.emplace_back(evaluator_.board().inverse(change), delta);
      evaluator_.apply(change, delta);
    }
    for (; !made.empty(); made.pop_back())
      evaluator_.apply(made.back().first, engine::Score{} - made.back().second);
    price.soft = evaluator_.score().soft + sum.soft;
    const auto broken = mendable(evaluator_.score().hard + sum.hard);
    list.push_back({std::move(option), price, broken});
  }
  std::stable_sort(list.begin(), list.end(), [](const Priced& a, const Priced& b) {
    const auto key = [](const Priced& p) {
      return std::tuple(p.price.loss, p.price.people, p.broken, p.price.taste, p.price.soft);
    };
    return key(a) < key(b);
  });
  return list;
}

/// Of the options that mend a violation and break no more, the one that costs least; else the one
/// that leaves least broken.
std::optional<std::pair<std::size_t, RepairSearch::Priced>> RepairSearch::nearest_mend(
    const Node& node, const Violation& violation) {
  const auto now = mendable(evaluator_.score().hard);
  std::optional<std::pair<std::size_t, Priced>> best;
  const auto key = [&](std::size_t variable, const Priced& p) {
    const bool place = model_.variables()[variable].kind == Variable::Kind::Place;
    const bool mends = p.broken < now || (place && p.broken == now);
    return std::tuple(
        !mends, mends ? 0 : p.broken, p.price.loss, p.broken, p.price.people, p.price.taste);
  };
  for (const auto i : violation.variables) {
    auto options = model_.options(i, evaluator_.board());
    if (violation.needs_team && model_.variables()[i].kind == Variable::Kind::Block)
      std::erase_if(options, [](const Option& option) { return option.loss == 0; });
    for (auto& one : priced(node, i, std::move(options)))
      if (!best || key(i, one) < key(best->first, best->second)) best.emplace(i, std::move(one));
  }
  return best;
}

/// One violation after the other, without a look back: a repair to begin with.
void RepairSearch::descend(Node node) {
  std::vector<Change> made;
  for (auto list = open_violations(); !list.empty(); list = open_violations()) {
    const auto mend = nearest_mend(node, *narrowest(list));
    if (!mend) break;
    const auto& [variable, choice] = *mend;
    for (const auto& change : choice.option.changes) {
      made.push_back(evaluator_.board().inverse(change));
      evaluator_.apply(change);
    }
    state_[variable] = State::Changed;
    node = after(node, variable, choice.option);
  }
  if (open_violations().empty()) offer(node);
  for (; !made.empty(); made.pop_back()) evaluator_.apply(made.back());
  std::fill(state_.begin(), state_.end(), State::Free);
}

void RepairSearch::leave_open(const RepairPrice& least) {
  const auto [at, is_new] = open_.try_emplace(least.loss, least.people);
  if (!is_new) at->second = std::min(at->second, least.people);
}

/// Of what was not looked at, only what leaves out no more than the best counts.
std::int64_t RepairSearch::bound() const {
  auto least = best_->price.people;
  for (const auto& [loss, people] : open_)
    if (loss <= best_->price.loss) least = std::min(least, people);
  return least;
}

void RepairSearch::branch(const Node& node, const Violation& violation, const RepairPrice& least) {
  auto order = violation.variables;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto& v = model_.variables();
    return node.people.lacking(v[a].people) < node.people.lacking(v[b].people);
  });
  if (!violation.complete) {
    complete_ = false;
    leave_open(node.price);
  }
  for (std::size_t n = 0; n < order.size(); ++n) {
    const auto i = order[n];
    const bool block = model_.variables()[i].kind == Variable::Kind::Block;
    auto options = model_.options(i, evaluator_.board());
    if (violation.needs_team && block)
      std::erase_if(options, [](const Option& option) { return option.loss == 0; });
    // What keeps the hour comes first: where that is enough, nothing else need be priced.
    const auto rest = std::stable_partition(options.begin(), options.end(), [](const Option& o) {
      return o.loss == 0 && o.taste < kOtherHour;
    });
    try_options(node, i, {options.begin(), rest});
    try_options(node, i, {rest, options.end()});
    if (ended()) {
      complete_ = false;
      leave_open(least);
    }
    // Whatever comes next leaves this decision as it is.
    state_[i] = State::Kept;
  }
  for (const auto i : order) state_[i] = State::Free;
}

void RepairSearch::try_options(const Node& node,
                               std::size_t variable,
                               std::vector<Option> options) {
  for (const auto& choice : priced(node, variable, std::move(options))) {
    if (ended()) return;
    if (worth(choice.price)) follow(node, variable, choice);
  }
}

void RepairSearch::follow(const Node& node, std::size_t variable, const Priced& choice) {
  state_[variable] = State::Changed;
  std::vector<std::pair<Change, engine::Score>> made;
  for (const auto& change : choice.option.changes) {
    const auto delta = evaluator_.delta(change);
    made.emplace_back(evaluator_.board().inverse(change), delta);
    evaluator_.apply(change, delta);
  }
  visit(after(node, variable, choice.option));
  for (; !made.empty(); made.pop_back())
    evaluator_.apply(made.back().first, engine::Score{} - made.back().second);
  state_[variable] = State::Free;
}

void RepairSearch::offer(const Node& node) {
  auto price = node.price;
  price.hard = mendable(evaluator_.score().hard);
  price.soft = evaluator_.score().soft;
  price.pages = pages_void(model_, evaluator_.board());
  if (best_ && best_->price <= price) return;
  best_ = Repair{.board = evaluator_.board(), .price = price, .gaps = node.gaps};
  if (on_better_ != nullptr && *on_better_) (*on_better_)(price);
}

/// Without the time to mend anything, a place nobody can hold is left open where that is allowed,
/// and else what is in the way is left out by name.
FoundRepair RepairSearch::cut_short() {
  const auto kind = [&](std::size_t i) { return model_.variables()[i].kind; };
  for (;;) {
    std::optional<std::pair<std::size_t, Option>> mend;
    for (const auto& v : open_violations())
      for (const auto i : v.variables)
        for (auto& option : model_.options(i, evaluator_.board())) {
          const bool open = kind(i) == Variable::Kind::Place && option.gaps > 0;
          const bool out = kind(i) == Variable::Kind::Block && option.loss > 0;
          if (open || (out && !mend)) mend.emplace(i, std::move(option));
        }
    if (!mend) break;
    for (const auto& change : mend->second.changes) evaluator_.apply(change);
    state_[mend->first] = State::Changed;
  }
  auto [price, gaps] = toll_of(model_, evaluator_.board(), terms_);
  price.hard = mendable(evaluator_.score().hard);
  return {.repair = {.board = evaluator_.board(), .price = price, .gaps = gaps},
          .bound = terms_.disturbed.count()};
}

FoundRepair RepairSearch::run(const std::function<void(const RepairPrice&)>& on_better) {
  on_better_ = &on_better;
  for (const auto& v : violations(evaluator_, model_))
    if (!may_be_mended(v, evaluator_, model_)) {
      unavoidable_.push_back(v.finding);
      const auto weight = evaluator_.problem().weights[static_cast<std::size_t>(v.finding.rule)];
      unavoidable_hard_ += weight.hard * v.finding.amount;
    }
  const Node root{.people = terms_.disturbed, .price = {.people = terms_.disturbed.count()}};
  if (!best_) descend(root);
  visit(root);
  if (!best_) return cut_short();
  const bool complete = complete_;
  const auto least = bound();
  if (complete && best_->price.people > terms_.disturbed.count()) {
    for_comfort_ = true;
    steps_ = 0;
    visit(root);
  }
  return {.repair = *best_,
          .bound = complete ? best_->price.people : least,
          .complete = complete,
          .steps = steps_};
}

}  // namespace scheduler
