/// Searches a network completely: either a solution, or the proof that there is none.
#pragma once

#include <functional>
#include <utility>
#include <vector>

#include "scheduler/exact/network.h"
#include "scheduler/search/budget.h"

namespace scheduler {

enum class Outcome : std::uint8_t { Found, None, GivenUp };

/// What a full assignment is worth in the eyes of the caller.
enum class Leaf : std::uint8_t { Accept, Reject, Unsure };

struct Hooks {
  /// The value of each variable. Unsure goes on, and in the end nothing is proved.
  std::function<Leaf(const std::vector<int>&)> accept;
  std::int64_t work_to_accept = 0;  ///< words that one question to `accept` takes as long as
  /// Whether what is left has no solution for a reason that the network does not know. May be
  /// empty.
  std::function<bool(const Network::State&)> hopeless{};
  /// What may be taken away with (variable, value) once it has failed: values that are the same but
  /// for names. May be empty.
  std::function<void(const Network::State&, int, int, std::vector<std::pair<int, int>>&)> alike{};
  /// The value to try first of those that are left to a variable. Empty: the lowest.
  std::function<int(const Network::State&, int)> first{};
};

/// Depth first, the hardest variable first, all that follows from a choice taken away at once;
/// begins anew after ever more failures, keeping what it learned about which constraints are hard.
class Backtracking {
 public:
  Backtracking(Network& network, Hooks hooks) : network_(network), hooks_(std::move(hooks)) {}

  /// Ends GivenUp after `most_work` words (Network::work) or when `budget` is over.
  [[nodiscard]] Outcome run(std::int64_t most_work, Budget& budget) {
    return run(network_.whole(), most_work, budget);
  }
  /// With some of the values only.
  [[nodiscard]] Outcome run(Network::State root, std::int64_t most_work, Budget& budget);

  /// After Outcome::Found: the value of each variable.
  [[nodiscard]] const std::vector<int>& solution() const { return solution_; }

 private:
  [[nodiscard]] Outcome explore(std::size_t depth);
  [[nodiscard]] Outcome at_leaf(const Network::State& state);
  [[nodiscard]] bool out_of_time();
  [[nodiscard]] bool hopeless(const Network::State& state) const {
    return hooks_.hopeless && hooks_.hopeless(state);
  }

  Network& network_;
  Hooks hooks_;
  std::vector<Network::State> states_;
  std::vector<int> solution_;
  Budget* budget_ = nullptr;
  std::int64_t most_work_ = 0;
  std::int64_t failures_left_ = 0;
  bool unsure_ = false;
  bool over_ = false;
};

}  // namespace scheduler
