#include "scheduler/timetable/obstacles.h"

#include <algorithm>

#include "engine/problem/travel.h"
#include "engine/rules/rule.h"

namespace scheduler {

using engine::BlockId;
using engine::Minute;
using engine::PartId;
using engine::PlaceId;
using engine::RoomId;

Obstacles::Obstacles(const engine::Problem& problem)
    : problem_(problem),
      by_place_(problem.places + 1),
      by_room_(problem.rooms.size()),
      nothing_(problem.ticks.size() + 1),
      looked_(problem.rooms.size()) {}

void Obstacles::look(const engine::Board& board, BlockId block, const std::vector<Weight>& weight) {
  board_ = &board;
  weight_ = &weight;
  ++look_;
  places_.clear();
  const auto& row = problem_.blocks[block];
  part_ = problem_.parts[row.first_part];
  const auto add_place = [&](std::size_t place) {
    places_.push_back(place);
    reset(by_place_[place]);
  };
  add_place(problem_.places);
  if (!row.rotation.exists())
    for (const RoomId room : problem_.room_choices[part_.first_activity]) {
      const auto place = problem_.rooms[room].place.index();
      if (std::find(places_.begin(), places_.end(), place) == places_.end()) add_place(place);
    }
  look_at_people(block);
}

std::size_t Obstacles::place(RoomId room) const {
  return room.exists() ? problem_.rooms[room].place.index() : problem_.places;
}

std::span<const Weight> Obstacles::people(RoomId room) const {
  return by_place_[place(room)];
}

std::span<const Weight> Obstacles::room(RoomId room) {
  if (!room.exists()) return nothing_;
  if (looked_[room.index()] != look_) look_at_room(room);
  return by_room_[room.index()];
}

void Obstacles::look_at_people(BlockId block) {
  const auto place_of = [&](std::size_t row) {
    return row == problem_.places ? PlaceId{} : PlaceId{static_cast<std::int32_t>(row)};
  };
  engine::each_part(problem_, block, [&](PartId part) {
    const auto& here = problem_.parts[part];
    for (const auto& n : problem_.neighbours[part]) {
      const auto& there = problem_.parts[n.part];
      if (!board_->placed(there.block)) continue;
      const Minute from = board_->start(there.block) + there.offset;
      const auto other = place_of(place(board_->room(there.first_activity)));
      for (const auto own : places_)
        forbid(by_place_[own],
               from - here.minutes - minutes_between(problem_, place_of(own), other) - here.offset,
               from + there.minutes + minutes_between(problem_, other, place_of(own)) - here.offset,
               (*weight_)[there.block.index()]);
    }
  });
  for (const auto place : places_) {
    auto& sums = by_place_[place];
    for (std::size_t i = 1; i < sums.size(); ++i) sums[i] += sums[i - 1];
  }
}

void Obstacles::look_at_room(RoomId room) {
  looked_[room.index()] = look_;
  auto& sums = reset(by_room_[room.index()]);
  const auto& row = problem_.rooms[room];
  if (row.shared) return;
  for (const auto& booking : board_->in_room(room))
    forbid(sums,
           booking.use.from - part_.minutes - part_.teardown - row.setup,
           booking.use.to + part_.setup + row.setup,
           (*weight_)[booking.block.index()]);
  for (std::size_t i = 1; i < sums.size(); ++i) sums[i] += sums[i - 1];
}

/// Starts strictly between `after` and `before` meet the obstacle.
void Obstacles::forbid(Sums& sums, Minute after, Minute before, Weight weight) const {
  const auto [first, last] = problem_.ticks.between(after, before);
  sums[first] += weight;
  sums[last] -= weight;
}

Obstacles::Sums& Obstacles::reset(Sums& sums) const {
  sums.assign(problem_.ticks.size() + 1, 0);
  return sums;
}

}  // namespace scheduler
