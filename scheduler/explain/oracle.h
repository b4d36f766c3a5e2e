/// Whether a gathering has a plan, as far as a short search can tell.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/model/diagnostic.h"
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

/// What shows that there is no plan, whatever the numbers in it: two of the same are equal.
struct Proof {
  std::variant<std::string_view, ConflictKind> kind;  ///< of a check of the file: form of its words
  std::vector<engine::RuleId> rules;
  std::vector<std::string> about;  ///< ids of items, people, rooms
  friend bool operator==(const Proof&, const Proof&) = default;
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

  /// What the last answer NoPlan was proved by: conflicts, or what the checks of the file refuse.
  [[nodiscard]] const std::vector<Conflict>& conflicts() const { return conflicts_; }
  [[nodiscard]] const std::optional<engine::Impossible>& refused() const { return refused_; }
  /// None after an answer of another kind.
  [[nodiscard]] const std::optional<Proof>& proof() const { return proof_; }

 private:
  enum class Preferences : std::uint8_t { Off, On };
  [[nodiscard]] Answer ask(const engine::Gathering& gathering, double seconds, Preferences with);

  Effort effort_;
  std::chrono::steady_clock::time_point half_;
  std::int64_t asked_ = 0;
  std::vector<Conflict> conflicts_;
  std::optional<engine::Impossible> refused_;
  std::optional<Proof> proof_;
};

}  // namespace scheduler
