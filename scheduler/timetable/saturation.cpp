#include "scheduler/timetable/saturation.h"

#include <algorithm>

#include "scheduler/timetable/clash.h"

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
  open_.assign(rows, 1);
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

void Saturation::place(BlockId block, Minute start) {
  engine::each_part(problem_, block, [&](PartId mine) {
    for (const auto& neighbour : problem_.neighbours[mine])
      if (waits_[problem_.parts[neighbour.part].block.index()]) forbid(mine, start, neighbour.part);
  });
}

/// `mine` is placed: takes the starts that clash from the block of `theirs`.
void Saturation::forbid(PartId mine, Minute start, PartId theirs) {
  const auto clash = clash_of(problem_.parts[mine], problem_.parts[theirs]);
  const BlockId other = problem_.parts[theirs].block;
  const auto spots = spots_[other];
  const auto is_before = [&](const Spot& s) { return s.start <= start + clash.after; };
  const auto first = std::partition_point(spots.begin(), spots.end(), is_before);
  auto* open = open_.data() + first_[other.index()] + (first - spots.begin());
  std::int32_t lost = 0;
  for (auto spot = first; spot != spots.end() && spot->start < start + clash.before; ++spot) {
    lost += *open;
    *open++ = 0;
  }
  if (lost == 0) return;
  queue_.erase(key_of(other));
  left_[other.index()] -= lost;
  queue_.insert(key_of(other));
}

std::vector<Weight> Saturation::taken_from_others(BlockId block, Weight unit) const {
  std::vector<Weight> taken(spots_[block].size());
  engine::each_part(problem_, block, [&](PartId mine) {
    for (const auto& neighbour : problem_.neighbours[mine]) {
      const auto other = problem_.parts[neighbour.part].block;
      if (waits_[other.index()] && left_[other.index()] > 0)
        add_taken(mine, neighbour.part, unit, taken);
    }
  });
  return taken;
}

/// What `mine` would take from the block of `theirs`: as the starts of both are in order, those
/// forbidden are a window that slides along.
void Saturation::add_taken(PartId mine,
                           PartId theirs,
                           Weight unit,
                           std::vector<Weight>& taken) const {
  const auto clash = clash_of(problem_.parts[mine], problem_.parts[theirs]);
  const auto starts = spots_[problem_.parts[mine].block];
  const BlockId other = problem_.parts[theirs].block;
  const auto spots = spots_[other];
  const auto* open = open_.data() + first_[other.index()];
  std::size_t first = 0;
  std::size_t last = 0;
  std::int64_t lost = 0;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    for (; last < spots.size() && spots[last].start < starts[i].start + clash.before; ++last)
      lost += open[last];
    for (; first < last && spots[first].start <= starts[i].start + clash.after; ++first)
      lost -= open[first];
    taken[i] += static_cast<Weight>(lost * unit / left_[other.index()]);
  }
}

}  // namespace scheduler
