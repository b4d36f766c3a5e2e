/// How long a search may go on: steps, seconds, or until someone says stop.
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <optional>

namespace scheduler {

/// With a step limit the clock plays no part, unless asked to, so that results do not depend on the
/// machine. Each thread has its own; the stop flags are shared.
class Budget {
 public:
  using Clock = std::chrono::steady_clock;

  Budget(std::optional<std::int64_t> steps,
         Clock::time_point deadline,
         const std::atomic<bool>* interrupted)
      : steps_(steps), begin_(Clock::now()), deadline_(deadline), interrupted_(interrupted) {}

  /// From now on the search also ends when `solved` is set; where steps are counted, only after
  /// hurry().
  void end_when(const std::atomic<bool>& solved) { solved_ = &solved; }

  /// Steps are counted, and nobody waits for more than the time given, nor for a second plan.
  void hurry() { hurried_ = true; }

  /// Nobody set a limit: a search need not go on where looking for more has gained nothing.
  void let_settle() { settles_ = true; }
  [[nodiscard]] bool settles() const { return settles_; }

  /// A share of what is left, for one search of several; what it spends is taken off with take().
  [[nodiscard]] Budget part(double share) const {
    const auto now = Clock::now();
    auto some = *this;
    some.begin_ = now;
    if (steps_)
      some.steps_ =
          spent_ + static_cast<std::int64_t>(share * static_cast<double>(*steps_ - spent_));
    else if (deadline_ > now)
      some.deadline_ = now + std::chrono::duration_cast<Clock::duration>(share * (deadline_ - now));
    return some;
  }
  void take(const Budget& part) {
    spent_ = part.spent_;
    crumbs_ = part.crumbs_;
    look();
    if (steps_ && spent_ > *steps_) over_ = true;
  }

  /// Counts one step. True when the search must end; then it stays true.
  bool spend() {
    ++spent_;
    if (steps_ && spent_ > *steps_) over_ = true;
    if (spent_ % kStepsPerLook == 0) look();
    return over_;
  }
  /// Counts a change to a flat table: so many of them take as long as one step.
  bool spend_crumb() { return ++crumbs_ % kCrumbsPerStep == 0 ? spend() : over_; }
  [[nodiscard]] bool over() const { return over_; }

  /// How much is spent, 0 to 1, as of the last look at the clock.
  [[nodiscard]] double fraction() const { return fraction_; }

 private:
  /// A look at the clock costs about as much as a trial change.
  static constexpr std::int64_t kStepsPerLook = 64;
  static constexpr std::int64_t kCrumbsPerStep = 64;

  void look() {
    if (interrupted_ != nullptr && interrupted_->load(std::memory_order_relaxed)) over_ = true;
    if (steps_)
      fraction_ =
          static_cast<double>(spent_) / static_cast<double>(std::max<std::int64_t>(1, *steps_));
    if (steps_ && !hurried_) return;
    if (solved_ != nullptr && solved_->load(std::memory_order_relaxed)) over_ = true;
    const auto now = Clock::now();
    if (now >= deadline_) over_ = true;
    if (!steps_)
      fraction_ = std::chrono::duration<double>(now - begin_) /
                  std::chrono::duration<double>(deadline_ - begin_);
  }

  std::optional<std::int64_t> steps_;
  Clock::time_point begin_;
  Clock::time_point deadline_;
  const std::atomic<bool>* interrupted_;
  const std::atomic<bool>* solved_ = nullptr;
  std::int64_t spent_ = 0;
  double fraction_ = 0;
  std::int64_t crumbs_ = 0;
  bool over_ = false;
  bool settles_ = false;
  bool hurried_ = false;
};

}  // namespace scheduler
