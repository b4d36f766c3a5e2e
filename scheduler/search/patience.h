/// How long each cooling of a search lasts, and when another one no longer pays.
#pragma once

#include <algorithm>

namespace scheduler {

/// Two coolings that gain nothing end the search. Those who set a time get all of it for each
/// cooling. For the others coolings begin short, since most gatherings are soon as good as they
/// get; after three that gained, each twice as long as the one before, the rest is worth its time.
class Patience {
 public:
  Patience() = default;
  /// `share`: of the whole budget, above 0 and at most 1, for the first cooling.
  explicit Patience(double share) : share_(share) {}

  [[nodiscard]] bool lasts() const { return fruitless_ < kFruitlessCoolings; }
  [[nodiscard]] double share() const { return share_; }

  void after_cooling(bool gained) {
    fruitless_ = gained ? 0 : fruitless_ + 1;
    if (gained) share_ = ++gains_ < kShortCoolings ? std::min(1.0, 2 * share_) : 1;
  }

 private:
  static constexpr int kFruitlessCoolings = 2;
  static constexpr int kShortCoolings = 3;
  double share_ = 1;
  int gains_ = 0;
  int fruitless_ = 0;
};

}  // namespace scheduler
