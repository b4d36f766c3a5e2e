/// When everything could start, rooms left aside: the first of two stages, where a large gathering
/// finds no plan otherwise.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <vector>

#include "engine/problem/problem.h"
#include "scheduler/search/random.h"
#include "scheduler/timetable/apart.h"
#include "scheduler/timetable/clash.h"
#include "scheduler/timetable/spots.h"

namespace scheduler {

/// Annealing on the starts of a group of blocks alone. What counts is how many pairs of items
/// clash: they share people and overlap, or lie less apart than half the mean way between two
/// places, as nobody knows yet where they will be. Starts are a quarter of an hour apart, so that a
/// step is a draw among a hundred of them by what each costs (heat bath: Creutz 1980), a hundred
/// times as cheap as a look at all rooms; and pairs may clash on the way, so that it gets where
/// pushing one block after the other out does not (docs/adr/0011).
class TimesFirst {
 public:
  TimesFirst(const engine::Problem& problem, const Spots& spots, const Blocks& group);

  using Ends = std::function<bool()>;

  /// Cools down once, in so many draws per block; ends earlier when `ends()`, asked at every draw,
  /// says so. False when no block has a choice.
  bool run(std::int64_t sweeps, Random& random, const Ends& ends);

  /// Of a block of the group, by its place there; kNever for one without spots.
  [[nodiscard]] engine::Minute start(std::size_t row) const;

 private:
  /// Another block of the group that must not start in a stretch of ticks, which depends on one's
  /// own.
  struct Clash {
    std::uint32_t row = 0;
    std::uint32_t kind = 0;
  };
  struct Stretch {
    std::uint32_t first = 0;
    std::uint32_t last = 0;  ///< not clashing any more
  };

  using Windows = std::map<ClashWindow, std::uint32_t>;  ///< and their kinds

  void list_clashes(const Blocks& group);
  void list_stretches(const Windows& kinds);
  void list_choices(const Spots& spots, const Blocks& group);
  void set_prices(double temperature);
  void draw(std::size_t row, Random& random);
  void add(std::size_t row, std::uint32_t tick, int pairs);

  const engine::Problem& problem_;
  engine::Ticks ticks_;                              ///< a quarter of an hour apart, or more
  std::vector<std::vector<std::uint32_t>> choices_;  ///< per row: ticks with a spot close by
  std::vector<std::uint32_t> at_;                    ///< per row: the tick it is at, or kNowhere
  std::vector<std::vector<Clash>> clashes_;          ///< per row
  std::vector<Stretch> stretches_;                   ///< [kind × ticks + own tick]
  std::vector<std::int32_t> steps_;  ///< [row × (ticks + 1) + tick]: pairs more than a tick before
  std::vector<double> price_;        ///< per number of pairs: how likely it is, at the temperature
  std::vector<std::int32_t> pairs_;  ///< per tick, of the block that is drawn
  std::vector<double> sums_;         ///< of its choices
};

}  // namespace scheduler
