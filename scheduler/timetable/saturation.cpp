#include "scheduler/timetable/saturation.h"

#include <algorithm>

namespace scheduler {

using engine::BlockId;
using engine::Minute;
using engine::PartId;

Saturation::Saturation(const engine::Problem& problem,
                       const Spots& spots,
                       const std::vector<BlockId>& waiting)
    : problem_(problem),
      spots_(spots),
      waits_(spots.blocks()),
      left_(spots.blocks()),
      first_(spots.blocks()) {
  std::size_t rows = 0;
  problem.blocks.each([&](BlockId block) {
    first_[block.index()] = rows;
    left_[block.index()] = static_cast<std::int32_t>(spots[block].size());
    rows += spots[block].size();
  });
  open_.assign(rows, true);
  for (const BlockId block : waiting) {
    waits_[block.index()] = true;
    queue_.insert(key_of(block));
  }
}

Saturation::Key Saturation::key_of(BlockId block) const {
  constexpr std::uint64_t kMostSpots = 0xFFFF'FFFF;
  const auto left = static_cast<std::uint64_t>(left_[block.index()]);
  return {left << 32 | std::min<std::uint64_t>(spots_.count(block), kMostSpots), block.value};
}

BlockId Saturation::take() {
  const BlockId block{queue_.begin()->second};
  queue_.erase(queue_.begin());
  waits_[block.index()] = false;
  return block;
}

/// Calls `f(other, first, last)` for each block that waits and shares people: the rows of its spots
/// that `block` at `start` forbids.
template <class F>
void Saturation::each_forbidden(BlockId block, Minute start, F f) const {
  engine::each_part(problem_, block, [&](PartId mine) {
    const auto& here = problem_.parts[mine];
    for (const auto& neighbour : problem_.neighbours[mine]) {
      const auto& there = problem_.parts[neighbour.part];
      if (!waits_[there.block.index()]) continue;
      const Minute after = start + here.offset - there.offset - there.minutes;
      const Minute before = start + here.offset - there.offset + here.minutes;
      const auto spots = spots_[there.block];
      const auto first = std::partition_point(
          spots.begin(), spots.end(), [&](const Spot& s) { return s.start <= after; });
      const auto last =
          std::partition_point(first, spots.end(), [&](const Spot& s) { return s.start < before; });
      if (first != last)
        f(there.block,
          static_cast<std::size_t>(first - spots.begin()),
          static_cast<std::size_t>(last - spots.begin()));
    }
  });
}

void Saturation::place(BlockId block, Minute start) {
  each_forbidden(block, start, [&](BlockId other, std::size_t first, std::size_t last) {
    std::int32_t lost = 0;
    for (auto row = first_[other.index()] + first; row < first_[other.index()] + last; ++row) {
      if (open_[row]) ++lost;
      open_[row] = false;
    }
    if (lost == 0) return;
    queue_.erase(key_of(other));
    left_[other.index()] -= lost;
    queue_.insert(key_of(other));
  });
}

std::vector<Weight> Saturation::taken_from_others(BlockId block, Weight unit) const {
  const auto spots = spots_[block];
  std::vector<Weight> taken(spots.size());
  for (std::size_t i = 0; i < spots.size(); ++i)
    each_forbidden(block, spots[i].start, [&](BlockId other, std::size_t first, std::size_t last) {
      if (left_[other.index()] == 0) return;
      const auto begin = open_.begin() + static_cast<std::ptrdiff_t>(first_[other.index()]);
      const auto lost = std::count(begin + static_cast<std::ptrdiff_t>(first),
                                   begin + static_cast<std::ptrdiff_t>(last),
                                   true);
      taken[i] += static_cast<Weight>(lost * unit / left_[other.index()]);
    });
  return taken;
}

}  // namespace scheduler
