/// Looks for the cheapest changes of a gathering file that give it a plan.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
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

/// The first conflict; none when all items have a plan, as far as can be told.
[[nodiscard]] std::optional<scheduler::Core> core_among(const engine::Gathering& gathering,
                                                        scheduler::Oracle& oracle);

/// The search of Reiter (1987) for the cheapest diagnoses, with single changes before several:
/// every change that frees the conflict is made, and where the whole still has no plan one more
/// change is added against another conflict. Conflicts and what frees them are remembered, and
/// questions are short at first: those that stay open are asked again, longer, after the others.
/// Everything is tried in the same order each time, and each repair found costs at least as much as
/// those before: the first few are the same however long the search goes on.
class RepairSearch {
 public:
  /// Keeps references: all must outlive it.
  RepairSearch(const Hopeless& hopeless, scheduler::Oracle& oracle)
      : hopeless_(hopeless), oracle_(oracle) {}

  /// So many at most, cheapest first. Once there is one, others are looked for only for a while.
  [[nodiscard]] std::vector<engine::Repair> run(const Found& first, std::size_t most);

 private:
  /// An answer, and how often it was asked for.
  struct Asked {
    scheduler::Answer answer = scheduler::Answer::Unknown;
    std::size_t times = 0;
  };

  /// What changes do to a conflict; the better first.
  enum class Effect : std::uint8_t {
    Frees,      ///< gives its items a plan
    EndsProof,  ///< they may have one
    Shifts,     ///< they have none for another reason, or by other numbers
  };

  /// What is known of a row of changes against a conflict.
  struct Verdict {
    scheduler::Answer answer = scheduler::Answer::Unknown;
    std::size_t times = 0;            ///< it was asked, longer each time
    std::optional<Effect> effect;     ///< where it has one
    std::optional<std::size_t> step;  ///< the least that does, where it was looked for
  };

  using Changes = std::vector<engine::Setting>;

  /// A conflict on the way, and what is known about changes that might free it.
  struct Knot {
    Found found;
    std::optional<scheduler::Proof> proof;
    engine::Gathering part;  ///< its items, as they were when it was found
    std::map<std::vector<engine::RuleId>, Asked> without;  ///< has it a plan without the rules?
    std::map<Changes, Verdict> verdicts;  ///< per row of changes, named by its first step
  };

  /// Some changes to be made together.
  struct Attempt {
    enum class Stage : std::uint8_t {
      Listed,    ///< not looked at yet
      Frees,     ///< its last step gives the items of the conflict a plan, or ends its proof
      Measured,  ///< `step` is the least that does
      Planned,   ///< the whole has a plan: a repair, once all that is cheaper was looked at
      Failed,    ///< the whole has none; one more change may help
    };
    engine::Repair before;                    ///< the changes but for the last
    std::vector<scheduler::Candidate> steps;  ///< of the last, cheapest first; each allows more
    std::size_t step = 0;                     ///< the one to take
    std::size_t knot = 0;                     ///< the conflict that the last is to free
    std::optional<std::size_t> next;          ///< with Failed: the conflict left, where it is known
    bool proved = false;                      ///< with Failed: the whole has none for sure
    std::vector<std::size_t> freed;           ///< conflicts of the changes before
    std::set<std::string> families;           ///< of all of them
    Stage stage = Stage::Listed;
    Effect effect = Effect::Frees;         ///< of the last change, as far as is known
    Effect effect_before = Effect::Frees;  ///< the worst of those before
    bool urgent = false;                   ///< time is short: before anything else
    bool put_off = false;   ///< others of its kind were in vain: after the other kinds
    bool alike = false;     ///< the last change is of the kind of those before
    std::size_t asked = 0;  ///< how often the stage was left open
    std::size_t order = 0;

    [[nodiscard]] engine::Repair whole(std::size_t with_step) const;
    [[nodiscard]] std::int64_t cost() const { return before.cost + steps[step].repair.cost; }
    /// Is, or is about to be, several changes.
    [[nodiscard]] bool together() const { return families.size() > 1 || stage == Stage::Failed; }
    [[nodiscard]] Effect worst_effect() const { return std::max(effect, effect_before); }
    [[nodiscard]] bool unlikely() const { return steps[step].unlikely; }
    [[nodiscard]] std::string kind() const {
      const auto& family = steps.front().family;
      return family.substr(0, family.find(' '));
    }
    /// Leaves something out or lets a rule go: nearly always does, and is what nobody wants.
    [[nodiscard]] bool last_resort() const { return kind() == "optional" || kind() == "rule"; }
    /// Changes all there is of a kind, beyond the conflict: dear, and does where nothing less may.
    [[nodiscard]] bool sweeping() const { return kind() == "all" || kind() == "registered"; }
    [[nodiscard]] const Changes& row() const { return steps.front().repair.changes; }
    /// Single changes come first; where they certainly do not do, several of one kind; then one
    /// way is followed to a repair before the next, what frees most and what is cheap first. Last
    /// resorts come after these; what stayed open or is unlikely waits.
    [[nodiscard]] bool later_than(const Attempt& other) const;
  };
  struct Later {
    bool operator()(const Attempt& a, const Attempt& b) const { return a.later_than(b); }
  };

  void list(const Attempt* made, const engine::Gathering& gathering, std::size_t knot);
  [[nodiscard]] bool enough(std::size_t most) const;
  /// What gives a plan will do: too many questions about cheaper changes stay open.
  void keep_planned();
  /// Much was tried and nothing found: the last resorts take their turn now.
  void hurry();
  /// These come before all others.
  void press(std::vector<Attempt>& attempts);
  void advance(Attempt attempt);
  void settle(Attempt attempt, const Verdict& verdict);
  void try_on_all(Attempt attempt);
  /// Whether a change of its kind can free the conflict at all, as far as was asked.
  [[nodiscard]] scheduler::Answer promises(const Attempt& attempt);
  /// Whether the items of the conflict have a plan after the change.
  [[nodiscard]] Verdict verdict_on(const Attempt& attempt);
  /// The least step that changes the conflict as the last one does.
  [[nodiscard]] std::size_t least_step(const Attempt& attempt);
  [[nodiscard]] scheduler::Answer answer_of_part(const Attempt& attempt,
                                                 std::size_t step,
                                                 scheduler::Look look);
  /// The same for the whole gathering, with preferences, as `plan` will look for one.
  [[nodiscard]] scheduler::Answer gives_a_plan(Attempt& attempt);
  [[nodiscard]] scheduler::Answer answer_of_whole(Attempt& attempt, std::size_t step);
  void expand(const Attempt& attempt);
  /// The conflict known that is proved so, of just these items; a new one where there is none.
  [[nodiscard]] std::size_t knot_of(const engine::Gathering& gathering,
                                    const scheduler::Core& core);
  /// Puts it back into the queue, once, where enough of its kind were tried on the whole in vain.
  [[nodiscard]] bool put_off(Attempt& attempt);
  [[nodiscard]] bool says_nothing_new(const Attempt& attempt) const;
  [[nodiscard]] std::optional<engine::Gathering> changed(const engine::Repair& repair) const;

  const Hopeless& hopeless_;
  scheduler::Oracle& oracle_;
  std::vector<Knot> knots_;
  std::priority_queue<Attempt, std::vector<Attempt>, Later> queue_;
  std::vector<Attempt> sweeping_;      ///< single changes, for when questions stay open …
  std::vector<Attempt> last_resorts_;  ///< … and for when time is short
  std::vector<engine::Repair> found_;
  std::vector<std::set<std::string>> families_;  ///< of the repairs found
  std::map<std::string, std::size_t> in_vain_;   ///< single changes tried on the whole, per kind
  std::size_t listed_ = 0;
  std::size_t tried_ = 0;                       ///< changes tried on the whole
  std::size_t tried_at_found_ = 0;              ///< … when the last repair was found
  std::optional<std::size_t> open_at_planned_;  ///< questions open when the first in the queue was
};

}  // namespace app
