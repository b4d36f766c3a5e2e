/// One person's sessions of one day as two words of bits, so that a search can count runs fast.
///
/// Bit i stands for the stretch between the i-th and the next of the clock times at which any
/// session may begin or end. Two sessions without a gap between them have neighbouring bits.
#pragma once

#include <bit>
#include <vector>

#include "engine/rules/expected.h"

namespace engine {

struct DayMask {
  static constexpr std::uint64_t kClash = std::uint64_t{1} << 63;

  std::uint64_t busy = 0;   ///< stretches with a session; with kClash when two share a stretch
  std::uint64_t begin = 0;  ///< stretches at which a session begins

  [[nodiscard]] bool clashes() const { return (busy & kClash) != 0; }
  void add(DayMask other) {
    if ((busy & other.busy) != 0) busy |= kClash;
    busy |= other.busy;
    begin |= other.begin;
  }
  /// What `add` added; not after a clash, where nobody knows which bits are shared.
  void remove(DayMask other) {
    busy &= ~other.busy;
    begin &= ~other.begin;
  }
};

/// Counts the sessions of a day after the `limit`-th of each unbroken run. Sessions that begin
/// together count once.
class SessionsBeyond {
 public:
  /// `stretches` of a day, at most 62.
  SessionsBeyond(int stretches, int limit) : limit_(limit) {
    const auto short_days = std::uint64_t{1} << std::min(stretches, kFewStretches);
    for (std::uint64_t busy = 0; busy < short_days; ++busy)
      of_short_day_.push_back(static_cast<std::uint8_t>(count({.busy = busy, .begin = busy})));
  }

  [[nodiscard]] std::int64_t operator()(DayMask mask) const {
    if (mask.begin == mask.busy && mask.busy < of_short_day_.size())
      return of_short_day_[static_cast<std::size_t>(mask.busy)];
    return count(mask);
  }

 private:
  static constexpr int kFewStretches = 12;

  [[nodiscard]] std::int64_t count(DayMask mask) const {
    std::int64_t sum = 0;
    for (auto busy = mask.busy & ~DayMask::kClash; busy != 0;) {
      const auto run = busy & ~(busy + (busy & (~busy + 1)));
      sum += std::max(0, std::popcount(mask.begin & run) - limit_);
      busy &= ~run;
    }
    return sum;
  }

  int limit_;
  std::vector<std::uint8_t> of_short_day_;  ///< [busy] of days whose sessions fill one stretch each
};

class DayClock {
 public:
  explicit DayClock(const Problem& problem) {
    const auto each_time = [&](auto f) {
      problem.parts.each([&](PartId p) {
        const auto& part = problem.parts[p];
        if (!is_session(problem, part.block)) return;
        for (const Minute start : problem.starts[part.block]) {
          f(clock_of(start) + part.offset);
          f(clock_of(start) + part.offset + part.minutes);
        }
      });
    };
    Minute last = 0;
    each_time([&](Minute time) { last = std::max(last, time); });
    std::vector<bool> used(static_cast<std::size_t>(last) + 1);
    each_time([&](Minute time) { used[static_cast<std::size_t>(time)] = true; });
    for (const bool time : used) {
      bits_.push_back(static_cast<std::uint8_t>(times_));
      times_ += time ? 1 : 0;
      if (times_ > kMost) return;
    }
  }

  /// Whether a day has few enough stretches for the bits of a word.
  [[nodiscard]] bool fits() const { return times_ <= kMost; }
  [[nodiscard]] int stretches() const { return std::max(0, times_ - 1); }

  /// The part when its block begins at this candidate start.
  [[nodiscard]] DayMask mask(const PartRow& part, Minute start) const {
    const Minute clock = clock_of(start) + part.offset;
    const auto from = static_cast<std::size_t>(clock);
    const auto begin = std::uint64_t{1} << bits_[from];
    const auto end = std::uint64_t{1} << bits_[from + static_cast<std::size_t>(part.minutes)];
    return {.busy = end - begin, .begin = begin};
  }

 private:
  static constexpr int kMost = 63;  ///< so that the last bit below kClash is never busy

  std::vector<std::uint8_t> bits_;  ///< [minute of the day] the stretch that begins then
  int times_ = 0;
};

}  // namespace engine
