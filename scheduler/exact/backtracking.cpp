#include "scheduler/exact/backtracking.h"

namespace scheduler {
namespace {

constexpr std::int64_t kFirstFailures = 100;  // before the first new beginning

}  // namespace

Outcome Backtracking::run(Network::State root, std::int64_t most_work, Budget& budget) {
  most_work_ = network_.work() + most_work;
  budget_ = &budget;
  if (!network_.make_consistent(root) || hopeless(root)) return Outcome::None;
  states_.assign(network_.variables() + 1, root);
  for (auto failures = kFirstFailures; !over_; failures += failures / 2) {
    failures_left_ = failures;
    states_.front() = root;
    const auto outcome = explore(0);
    if (outcome == Outcome::Found) return outcome;
    if (outcome == Outcome::None) return unsure_ ? Outcome::GivenUp : outcome;
  }
  return Outcome::GivenUp;
}

bool Backtracking::out_of_time() {
  if (budget_->spend() || network_.work() > most_work_) over_ = true;
  return over_;
}

Outcome Backtracking::at_leaf(const Network::State& state) {
  std::vector<int> values;
  for (std::size_t v = 0; v < network_.variables(); ++v)
    values.push_back(network_.first_value(state, static_cast<int>(v)));
  network_.add_work(hooks_.work_to_accept);
  const auto verdict = hooks_.accept(values);
  if (verdict == Leaf::Accept) {
    solution_ = std::move(values);
    return Outcome::Found;
  }
  unsure_ = unsure_ || verdict == Leaf::Unsure;
  return Outcome::None;
}

/// None: the state at `depth` has no solution. GivenUp: enough failures, or out of time.
Outcome Backtracking::explore(std::size_t depth) {
  auto& state = states_[depth];
  std::vector<std::pair<int, int>> failed;
  while (true) {
    const auto variable = network_.hardest(state);
    if (!variable) return at_leaf(state);
    if (out_of_time()) return Outcome::GivenUp;
    const int value =
        hooks_.first ? hooks_.first(state, *variable) : network_.first_value(state, *variable);
    states_[depth + 1] = state;
    auto& next = states_[depth + 1];
    if (network_.assign(next, *variable, value) && !hopeless(next)) {
      const auto outcome = explore(depth + 1);
      if (outcome != Outcome::None) return outcome;
    }
    failed.assign(1, {*variable, value});
    if (hooks_.alike) hooks_.alike(state, *variable, value, failed);
    if (!network_.remove(state, failed) || hopeless(state)) return Outcome::None;
    if (--failures_left_ < 0) return Outcome::GivenUp;
  }
}

}  // namespace scheduler
