#include "scheduler/replan/room_time.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "scheduler/explain/domains.h"

namespace scheduler {
namespace {

using engine::Minute;

constexpr std::size_t kMostRooms = 64;
constexpr std::int32_t kNone = INT32_MAX / 2;

}  // namespace

RoomTime::RoomTime(const engine::Problem& problem)
    : problem_(problem),
      applies_(problem.rooms.size() <= kMostRooms &&
               is_hard(problem, engine::RuleId::RoomOverlap)) {}

void RoomTime::add(int variable,
                   engine::BlockId block,
                   const std::vector<PlaceTable::Place>& places) {
  const auto number = static_cast<std::size_t>(variable);
  if (items_.size() <= number) items_.resize(number + 1);
  auto& item = items_[number];
  if (!applies_ || problem_.blocks[block].session < 0) return;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto& [start, room] = places[i];
    if (!room.exists() || problem_.rooms[room].shared) {
      item.uses.clear();  // it may be where its length does not count
      return;
    }
    item.uses.push_back({static_cast<std::uint32_t>(room.index()), start, static_cast<int>(i)});
  }
  std::sort(item.uses.begin(), item.uses.end(), [](const Use& a, const Use& b) {
    return std::tie(a.room, a.from) < std::tie(b.room, b.from);
  });
  const auto& part = problem_.parts[problem_.blocks[block].first_part];
  item.minutes = part.setup + part.minutes + part.teardown;
}

bool RoomTime::suffices(const Network& network,
                        const Network::State& state,
                        const std::vector<std::size_t>& variables) {
  if (!applies_) return true;
  list_runs(network, state, variables);
  list_stretches();
  masks_ = rooms_of_;
  std::uint64_t all = 0;
  for (const auto mask : rooms_of_) all |= mask;
  masks_.push_back(all);
  std::sort(masks_.begin(), masks_.end());
  masks_.erase(std::unique(masks_.begin(), masks_.end()), masks_.end());
  return std::all_of(
      masks_.begin(), masks_.end(), [&](std::uint64_t rooms) { return suffices_within(rooms); });
}

void RoomTime::list_runs(const Network& network,
                         const Network::State& state,
                         const std::vector<std::size_t>& variables) {
  runs_.clear();
  asked_.clear();
  rooms_of_.clear();
  for (const auto variable : variables) {
    const auto& item = items_[variable];
    if (item.uses.empty()) continue;
    const auto position = asked_.size();
    asked_.push_back(variable);
    auto& rooms = rooms_of_.emplace_back(0);
    auto first = runs_.size();
    for (const auto& use : item.uses) {
      if (!network.has(state, static_cast<int>(variable), use.value)) continue;
      const auto end = use.from + item.minutes;
      if (runs_.size() > first && runs_.back().room == use.room && use.from < runs_.back().to) {
        runs_.back().to = end;
        continue;
      }
      runs_.push_back({use.room, use.from, end, position});
      rooms |= std::uint64_t{1} << use.room;
    }
  }
  std::sort(runs_.begin(), runs_.end(), [](const Run& a, const Run& b) {
    return std::tie(a.room, a.from) < std::tie(b.room, b.from);
  });
}

void RoomTime::list_stretches() {
  stretches_.clear();
  eligible_.clear();
  seen_.assign(asked_.size(), SIZE_MAX);
  for (std::size_t i = 0; i < runs_.size();) {
    const auto room = runs_[i].room;
    const auto from = runs_[i].from;
    auto to = from;
    Stretch stretch{std::uint64_t{1} << room, 0, eligible_.size(), 0};
    for (; i < runs_.size() && runs_[i].room == room && (to == from || runs_[i].from < to); ++i) {
      to = std::max(to, runs_[i].to);
      if (std::exchange(seen_[runs_[i].item], stretches_.size()) != stretches_.size())
        eligible_.push_back(runs_[i].item);
    }
    stretch.last_item = eligible_.size();
    stretch.most = most_in(
        stretch, to - from, problem_.rooms[engine::RoomId{static_cast<std::int32_t>(room)}].setup);
    stretches_.push_back(stretch);
  }
}

/// Minutes of the items that fit best, one after the other with the pause that the room needs.
Minute RoomTime::most_in(const Stretch& stretch, Minute length, Minute setup) {
  Minute all = 0;
  for (auto i = stretch.first_item; i < stretch.last_item; ++i)
    all += items_[asked_[eligible_[i]]].minutes;
  const auto count = static_cast<Minute>(stretch.last_item - stretch.first_item);
  const auto room = length + setup;
  if (all + count * setup <= room) return all;
  fewest_.assign(static_cast<std::size_t>(room) + 1, kNone);
  fewest_[0] = 0;
  for (auto i = stretch.first_item; i < stretch.last_item; ++i) {
    const auto more = static_cast<std::size_t>(items_[asked_[eligible_[i]]].minutes + setup);
    for (auto sum = fewest_.size(); sum-- > more;)
      fewest_[sum] = std::min(fewest_[sum], fewest_[sum - more] + 1);
  }
  Minute most = 0;
  for (std::size_t sum = 0; sum < fewest_.size(); ++sum)
    if (fewest_[sum] < kNone)
      most = std::max(most, static_cast<Minute>(sum) - fewest_[sum] * setup);
  return most;
}

/// For the items that cannot be anywhere else.
bool RoomTime::suffices_within(std::uint64_t rooms) const {
  Minute needed = 0;
  for (std::size_t i = 0; i < asked_.size(); ++i)
    if ((rooms_of_[i] & ~rooms) == 0) needed += items_[asked_[i]].minutes;
  for (const auto& stretch : stretches_) {
    if ((stretch.room & rooms) == 0) continue;
    Minute here = 0;
    for (auto i = stretch.first_item; i < stretch.last_item; ++i)
      if ((rooms_of_[eligible_[i]] & ~rooms) == 0) here += items_[asked_[eligible_[i]]].minutes;
    needed -= std::min(here, stretch.most);
    if (needed <= 0) return true;
  }
  return needed <= 0;
}

}  // namespace scheduler
