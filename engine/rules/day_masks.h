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

/// Sessions after the `limit`-th in each unbroken run; sessions that begin together count once.
[[nodiscard]] inline std::int64_t beyond(DayMask mask, int limit) {
  auto busy = mask.busy & ~DayMask::kClash;
  std::int64_t sum = 0;
  if (busy == mask.begin) {  // every session fills one stretch
    for (int i = 0; i < limit; ++i) busy = mask.begin & (busy << 1);
    for (; busy != 0; busy &= busy - 1) ++sum;  // there are few
    return sum;
  }
  while (busy != 0) {
    const auto run = busy & ~(busy + (busy & (~busy + 1)));
    sum += std::max(0, std::popcount(mask.begin & run) - limit);
    busy &= ~run;
  }
  return sum;
}

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

  /// The part when its block begins at this candidate start.
  [[nodiscard]] DayMask mask(const PartRow& part, Minute start) const {
    const auto from = static_cast<std::size_t>(clock_of(start) + part.offset);
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
