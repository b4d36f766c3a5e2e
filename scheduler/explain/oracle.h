/// Whether a gathering has a plan, as far as a short search can tell.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/problem/problem.h"
#include "scheduler/explain/conflict.h"

namespace scheduler {

/// How much may be asked in all. With steps the clock plays no part.
struct Effort {
  std::chrono::steady_clock::time_point until;
  std::optional<std::int64_t> iterations;  ///< of each search
  std::uint64_t seed = 1;
  int threads = 0;
  const std::atomic<bool>* stop = nullptr;
};

enum class Answer : std::uint8_t {
  Plan,
  NoPlan,   ///< proved
  Unknown,  ///< none was found
  Wrong,    ///< the gathering has an error of another kind
};

class Oracle {
 public:
  explicit Oracle(const Effort& effort);

  /// `seconds` is the most one search may take. Preferences play no part.
  [[nodiscard]] Answer ask(const engine::Gathering& gathering, double seconds);
  /// The same with preferences, which may lead the search elsewhere: as when a plan is asked for.
  [[nodiscard]] Answer ask_as_planned(const engine::Gathering& gathering, double seconds);

  /// Nothing more should be asked.
  [[nodiscard]] bool over() const;
  /// Half of the effort is used.
  [[nodiscard]] bool half_over() const;

  /// What the last answer NoPlan was proved by; empty when the checks of the file said so.
  [[nodiscard]] const std::vector<Conflict>& conflicts() const { return conflicts_; }

  /// Two proofs of the same are equal here, the numbers in them aside; empty: there was none.
  [[nodiscard]] const std::string& proof() const { return proof_; }

 private:
  enum class Preferences : std::uint8_t { Off, On };
  [[nodiscard]] Answer ask(const engine::Gathering& gathering, double seconds, Preferences with);

  Effort effort_;
  std::chrono::steady_clock::time_point half_;
  std::int64_t asked_ = 0;
  std::vector<Conflict> conflicts_;
  std::string proof_;
};

}  // namespace scheduler
