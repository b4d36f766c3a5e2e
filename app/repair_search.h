/// Looks for the cheapest changes of a gathering file that give it a plan.
#pragma once

#include <cstddef>
#include <optional>
#include <queue>
#include <set>
#include <string>
#include <vector>

#include "app/repairs.h"
#include "scheduler/explain/candidates.h"
#include "scheduler/explain/oracle.h"

namespace app {

/// What stands in the way of one part of the gathering.
struct Found {
  scheduler::Core core;
  engine::Obstruction conflict;
};

/// The first conflict, looked for among `suspects` first; none when all items have a plan, as far
/// as can be told.
[[nodiscard]] std::optional<scheduler::Core> core_among(const engine::Gathering& gathering,
                                                        const scheduler::Items& suspects,
                                                        scheduler::Oracle& oracle);

/// The search of Reiter (1987) for the cheapest diagnoses, with single changes before several:
/// every change that frees the conflict is made, and where the whole still has no plan the next
/// conflict is looked for and one more change added.
class RepairSearch {
 public:
  /// Keeps references: all must outlive it.
  RepairSearch(const Hopeless& hopeless, scheduler::Oracle& oracle)
      : hopeless_(hopeless), oracle_(oracle) {}

  /// Cheapest first. Once there is one, others are looked for in the first half of the effort only.
  [[nodiscard]] std::vector<engine::Repair> run(const Found& first);

 private:
  /// Some changes to be made together.
  struct Attempt {
    enum class Stage : std::uint8_t {
      Listed,  ///< not looked at yet
      Frees,   ///< gives the items of the conflict a plan
      Failed,  ///< the whole has none; one more change may help
    };
    engine::Repair before;                    ///< the changes but for the last
    std::vector<scheduler::Candidate> steps;  ///< of the last, cheapest first; each allows more
    std::size_t step = 0;                     ///< the one to take
    scheduler::Items core;                    ///< the items that the last is to give a plan
    std::set<std::string> families;           ///< of all of them
    Stage stage = Stage::Listed;
    std::size_t order = 0;

    [[nodiscard]] engine::Repair whole(std::size_t with_step) const;
    [[nodiscard]] std::int64_t cost() const { return before.cost + steps[step].repair.cost; }
    [[nodiscard]] bool unlikely() const { return steps[step].unlikely; }
    /// Single changes come first, then those that concern the conflict, then the cheapest.
    [[nodiscard]] bool later_than(const Attempt& other) const;
  };
  struct Later {
    bool operator()(const Attempt& a, const Attempt& b) const { return a.later_than(b); }
  };

  void list(const engine::Repair& before,
            const std::set<std::string>& families,
            const engine::Gathering& gathering,
            const Found& found);
  void advance(Attempt attempt);
  /// Whether the items of the conflict have a plan after the change; takes the least step that
  /// does.
  [[nodiscard]] bool frees(Attempt& attempt);
  /// The same for the whole gathering.
  [[nodiscard]] bool gives_a_plan(Attempt& attempt);
  void expand(const Attempt& attempt);
  [[nodiscard]] bool says_nothing_new(const Attempt& attempt) const;
  [[nodiscard]] std::optional<engine::Gathering> changed(const engine::Repair& repair) const;

  const Hopeless& hopeless_;
  scheduler::Oracle& oracle_;
  std::priority_queue<Attempt, std::vector<Attempt>, Later> queue_;
  std::vector<engine::Repair> found_;
  std::vector<std::set<std::string>> families_;  ///< of the repairs found
  std::size_t listed_ = 0;
};

}  // namespace app
