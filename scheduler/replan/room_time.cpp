#include "scheduler/replan/room_time.h"

#include <algorithm>
#include <numeric>
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
                   const std::vector<PlaceTable::Place>& places,
                   std::int64_t loss) {
  const auto number = static_cast<std::size_t>(variable);
  if (items_.size() <= number) items_.resize(number + 1);
  auto& item = items_[number];
  item.nowhere = static_cast<int>(places.size());
  item.loss = loss;
  if (!applies_ || problem_.blocks[block].session < 0) return;
  std::vector<std::pair<Use, int>> by_value;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto& [start, room] = places[i];
    // It may be where its length does not count.
    if (!room.exists() || problem_.rooms[room].shared) return;
    by_value.push_back({{static_cast<std::uint32_t>(room.index()), start}, static_cast<int>(i)});
  }
  std::sort(by_value.begin(), by_value.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first.room, a.first.from) < std::tie(b.first.room, b.first.from);
  });
  item.use_of.resize(places.size());
  for (const auto& [use, value] : by_value) {
    item.use_of[static_cast<std::size_t>(value)] = static_cast<int>(item.uses.size());
    item.uses.push_back(use);
  }
  const auto& part = problem_.parts[problem_.blocks[block].first_part];
  item.minutes = part.setup + part.minutes + part.teardown;
}

std::int64_t RoomTime::least_loss(const Network& network,
                                  const Network::State& state,
                                  const std::vector<std::size_t>& variables) {
  list_runs(network, state, variables);
  if (!applies_) return lost_;
  list_stretches();
  masks_ = rooms_of_;
  std::uint64_t all = 0;
  for (const auto mask : rooms_of_) all |= mask;
  masks_.push_back(all);
  std::sort(masks_.begin(), masks_.end());
  masks_.erase(std::unique(masks_.begin(), masks_.end()), masks_.end());
  std::int64_t most = 0;
  for (const auto rooms : masks_) most = std::max(most, loss_within(rooms));
  return most == kTooLong ? kTooLong : lost_ + most;
}

void RoomTime::list_runs(const Network& network,
                         const Network::State& state,
                         const std::vector<std::size_t>& variables) {
  runs_.clear();
  asked_.clear();
  rooms_of_.clear();
  optional_.clear();
  lost_ = 0;
  for (const auto variable : variables) {
    if (variable >= items_.size()) continue;
    const auto& item = items_[variable];
    const bool optional =
        item.nowhere >= 0 && network.has(state, static_cast<int>(variable), item.nowhere);
    if (optional && state.left[variable] == 1) {
      lost_ += item.loss;
      continue;
    }
    if (item.uses.empty()) continue;
    const auto position = asked_.size();
    asked_.push_back(variable);
    optional_.push_back(optional);
    auto& rooms = rooms_of_.emplace_back(0);
    auto first = runs_.size();
    left_.clear();
    network.each_value(state, static_cast<int>(variable), [&](int value) {
      if (value != item.nowhere) left_.push_back(item.use_of[static_cast<std::size_t>(value)]);
    });
    std::sort(left_.begin(), left_.end());
    for (const auto left : left_) {
      const auto& use = item.uses[static_cast<std::size_t>(left)];
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
  Minute unit = 0;
  for (auto i = stretch.first_item; i < stretch.last_item; ++i) {
    const auto minutes = items_[asked_[eligible_[i]]].minutes;
    all += minutes + setup;
    unit = std::gcd(unit, minutes + setup);
  }
  const auto count = static_cast<Minute>(stretch.last_item - stretch.first_item);
  const auto room = length + setup;
  if (all <= room) return all - count * setup;
  fewest_.assign(static_cast<std::size_t>(room / unit) + 1, kNone);
  fewest_[0] = 0;
  for (auto i = stretch.first_item; i < stretch.last_item; ++i) {
    const auto more =
        static_cast<std::size_t>((items_[asked_[eligible_[i]]].minutes + setup) / unit);
    for (auto sum = fewest_.size(); sum-- > more;)
      fewest_[sum] = std::min(fewest_[sum], fewest_[sum - more] + 1);
  }
  Minute most = 0;
  for (std::size_t sum = 0; sum < fewest_.size(); ++sum)
    if (fewest_[sum] < kNone)
      most = std::max(most, static_cast<Minute>(sum) * unit - fewest_[sum] * setup);
  return most;
}

/// That the items which cannot be anywhere else have too little.
Minute RoomTime::minutes_lacking(std::uint64_t rooms) const {
  Minute lacking = 0;
  for (std::size_t i = 0; i < asked_.size(); ++i)
    if ((rooms_of_[i] & ~rooms) == 0) lacking += items_[asked_[i]].minutes;
  for (const auto& stretch : stretches_) {
    if ((stretch.room & rooms) == 0) continue;
    Minute here = 0;
    for (auto i = stretch.first_item; i < stretch.last_item; ++i)
      if ((rooms_of_[eligible_[i]] & ~rooms) == 0) here += items_[asked_[eligible_[i]]].minutes;
    lacking -= std::min(here, stretch.most);
    if (lacking <= 0) return 0;
  }
  return lacking;
}

/// Of leaving out enough of the items that cannot be anywhere else.
std::int64_t RoomTime::loss_within(std::uint64_t rooms) {
  const auto lacking = minutes_lacking(rooms);
  if (lacking == 0) return 0;
  Minute unit = 0;
  const auto may_go = [&](std::size_t i) { return optional_[i] && (rooms_of_[i] & ~rooms) == 0; };
  for (std::size_t i = 0; i < asked_.size(); ++i)
    if (may_go(i)) unit = std::gcd(unit, items_[asked_[i]].minutes);
  if (unit == 0) return kTooLong;
  cover_.assign(static_cast<std::size_t>((lacking + unit - 1) / unit) + 1, kTooLong);
  cover_[0] = 0;
  for (std::size_t i = 0; i < asked_.size(); ++i) {
    if (!may_go(i)) continue;
    const auto& item = items_[asked_[i]];
    const auto frees = static_cast<std::size_t>(item.minutes / unit);
    for (auto sum = cover_.size(); sum-- > 1;)
      cover_[sum] = std::min(cover_[sum], cover_[sum > frees ? sum - frees : 0] + item.loss);
  }
  return std::min(cover_.back(), kTooLong);
}

}  // namespace scheduler
