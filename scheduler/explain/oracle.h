/// Whether a gathering has a plan, as far as a short search can tell.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/model/diagnostic.h"
#include "engine/model/gathering.h"
#include "engine/plan/progress.h"
#include "engine/problem/problem.h"
#include "scheduler/explain/conflict.h"
#include "scheduler/explain/part_of.h"

namespace scheduler {

/// How much may be asked in all.
struct Effort {
  using Clock = std::chrono::steady_clock;

  Clock::time_point until;                 ///< no more is asked then …
  std::optional<std::int64_t> iterations;  ///< … but with a limit in steps, of each search
  std::uint64_t seed = 1;
  int threads = 0;
  const std::atomic<bool>* stop = nullptr;
  std::function<void(const engine::Progress&)> on_progress = {};  ///< a few times a second
};

enum class Answer : std::uint8_t {
  Plan,
  NoPlan,   ///< proved
  Unknown,  ///< none was found
  Wrong,    ///< the gathering has an error of another kind
};

/// How hard a question is looked at: a number of steps, so that the answer does not depend on how
/// fast the machine is.
enum class Look : std::uint8_t {
  Glance,  ///< what is seen at once, or not at all
  Short,
  Long,
  Whole,  ///< as long as a plan of everything may take
};

/// What shows that there is no plan, whatever the numbers in it: two of the same are equal.
struct Proof {
  std::variant<std::string_view, ConflictKind> kind;  ///< of a check of the file: form of its words
  std::vector<engine::RuleId> rules;
  std::vector<std::string> about;  ///< ids of items, people, rooms
  friend bool operator==(const Proof&, const Proof&) = default;
};

/// The same questions in the same order have the same answers; only once over() does Unknown say
/// nothing.
class Oracle {
 public:
  explicit Oracle(Effort effort);

  /// Preferences play no part.
  [[nodiscard]] Answer ask(const engine::Gathering& gathering, Look look);
  /// The same with preferences, which may lead the search elsewhere: as when a plan is asked for.
  [[nodiscard]] Answer ask_as_planned(const engine::Gathering& gathering, Look look);

  /// Nothing more should be asked.
  [[nodiscard]] bool over() const;
  void end_at(Effort::Clock::time_point until) { effort_.until = until; }

  /// Questions that stayed open: each took as long as its look allows.
  [[nodiscard]] std::size_t left_open() const { return open_; }

  /// What the last answer NoPlan was proved by: conflicts, or what the checks of the file refuse.
  [[nodiscard]] const std::vector<Conflict>& conflicts() const { return conflicts_; }
  [[nodiscard]] const std::optional<engine::Impossible>& refused() const { return refused_; }
  /// None after an answer of another kind.
  [[nodiscard]] const std::optional<Proof>& proof() const { return proof_; }
  /// With the last answer Unknown: what the search left out.
  [[nodiscard]] const Items& left_out() const { return left_out_; }

 private:
  enum class Preferences : std::uint8_t { Off, On };
  [[nodiscard]] Answer ask(const engine::Gathering& gathering, Look look, Preferences with);
  [[nodiscard]] Answer search(const engine::Gathering& gathering,
                              const engine::Problem& problem,
                              Look look);
  void tell();

  Effort effort_;
  Effort::Clock::time_point begin_;
  Effort::Clock::time_point told_;
  std::int64_t asked_ = 0;
  std::size_t open_ = 0;
  std::vector<Conflict> conflicts_;
  std::optional<engine::Impossible> refused_;
  std::optional<Proof> proof_;
  Items left_out_;
};

}  // namespace scheduler
