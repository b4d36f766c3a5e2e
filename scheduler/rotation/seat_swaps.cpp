#include "scheduler/rotation/seat_swaps.h"

#include <algorithm>
#include <utility>

#include "scheduler/search/metropolis.h"

namespace scheduler {
namespace {

/// What a second visit costs. With less, a search that has left the stations does not find back,
/// with more it is held up; the larger groups are for their number, the more often all meet anyway
/// (measured on 25 to 80 people at 3 to 8 stations).
std::int64_t price_of_revisit(std::size_t size, std::size_t groups) {
  return 1 + 2 * static_cast<std::int64_t>(std::max<std::size_t>(1, (size + groups / 2) / groups));
}

}  // namespace

SeatSwaps::SeatSwaps(Rounds start, Rules rules)
    : rules_(rules),
      nobody_(start.people),
      row_(static_cast<std::size_t>(start.people) + 1),
      groups_(static_cast<std::size_t>(start.groups)),
      size_((static_cast<std::size_t>(start.people) + groups_ - 1) / groups_),
      places_(groups_ * size_),
      met_(row_ * row_),
      visits_(row_ * groups_),
      best_(std::move(start)) {
  for (std::size_t place = 0; place < places_; ++place) group_of_.push_back(place / size_);
  seat(best_);
  if (!rules_.once || revisits_ == 0) best_cost_ = cost_;
}

void SeatSwaps::seat(const Rounds& start) {
  seats_.reserve(places_ * static_cast<std::size_t>(start.count));
  for (std::int32_t r = 0; r < start.count; ++r) {
    std::size_t number = 0;
    for (auto& group : members(start, r)) {
      seat_group(group, number++);
      short_.push_back(group.size() < size_ ? 1 : 0);
      group.resize(size_, nobody_);
      seats_.insert(seats_.end(), group.begin(), group.end());
    }
  }
}

void SeatSwaps::seat_group(const std::vector<std::int32_t>& people, std::size_t group) {
  for (const auto p : people) {
    for (const auto q : people) {
      if (q >= p) continue;
      cost_ += met(p)[q]++;
      ++met(q)[p];
    }
    revisits_ += visits_[static_cast<std::size_t>(p) * groups_ + group]++;
  }
}

void SeatSwaps::run(
    Cooling cooling, std::int64_t steps, std::int64_t enough, Random& random, Budget& budget) {
  const auto free_rounds = static_cast<std::size_t>(best_.count - rules_.frozen_rounds);
  if (free_rounds == 0 || groups_ < 2) return;
  Metropolis test(cooling, steps);
  const auto revisit = price_of_revisit(size_, groups_);
  for (std::int64_t step = 0; step < steps && best_cost_ > enough && !budget.spend_crumb();
       ++step) {
    const auto move = draw(free_rounds, random);
    if (move.a == move.b || !keeps_even(move)) continue;
    const auto meetings = meetings_change(move);
    const auto revisits = rules_.once ? visits_change(move) : 0;
    if (!test.accepts(meetings + revisit * revisits, random)) continue;
    exchange(move);
    cost_ += meetings;
    revisits_ += revisits;
    if (cost_ < best_cost_ && (!rules_.once || revisits_ == 0)) keep_best();
  }
}

SeatSwaps::Move SeatSwaps::draw(std::size_t free_rounds, Random& random) const {
  Move move;
  move.round = static_cast<std::size_t>(rules_.frozen_rounds) + random.below(free_rounds);
  move.i = random.below(places_);
  move.j = random.below(places_);
  move.a = group_of_[move.i];
  move.b = group_of_[move.j];
  move.p = seats_[move.round * places_ + move.i];
  move.q = seats_[move.round * places_ + move.j];
  return move;
}

/// An empty seat goes to a group that is full.
bool SeatSwaps::keeps_even(const Move& move) const {
  if (move.p == nobody_) return move.q != nobody_ && short_[move.round * groups_ + move.b] == 0;
  return move.q != nobody_ || short_[move.round * groups_ + move.a] == 0;
}

std::int64_t SeatSwaps::meetings_change(const Move& move) const {
  const auto* const seats = &seats_[move.round * places_];
  const auto* const met_p = met(move.p);
  const auto* const met_q = met(move.q);
  const auto* const here = seats + move.a * size_;
  const auto* const there = seats + move.b * size_;
  std::int32_t change = 0;
  for (std::size_t k = 0; k < size_; ++k)
    change += met_q[here[k]] - met_p[here[k]] + met_p[there[k]] - met_q[there[k]];
  change -= 2 * met_p[move.q];  // the two stay apart
  const auto neighbours = [&](std::int32_t who, std::size_t group) {
    return who == nobody_ ? 0
                          : static_cast<std::int32_t>(size_) - 1 -
                                static_cast<std::int32_t>(short_[move.round * groups_ + group]);
  };
  return change + neighbours(move.p, move.a) + neighbours(move.q, move.b);
}

std::int64_t SeatSwaps::visits_change(const Move& move) const {
  std::int64_t change = 0;
  if (move.p != nobody_) change += visits(move.p, move.b) - visits(move.p, move.a) + 1;
  if (move.q != nobody_) change += visits(move.q, move.a) - visits(move.q, move.b) + 1;
  return change;
}

void SeatSwaps::exchange(const Move& move) {
  auto* const seats = &seats_[move.round * places_];
  meet(move.p, move.round * places_ + move.i, move.round * places_ + move.a * size_, -1);
  meet(move.q, move.round * places_ + move.j, move.round * places_ + move.b * size_, -1);
  std::swap(seats[move.i], seats[move.j]);
  meet(move.q, move.round * places_ + move.i, move.round * places_ + move.a * size_, +1);
  meet(move.p, move.round * places_ + move.j, move.round * places_ + move.b * size_, +1);
  --visits_[static_cast<std::size_t>(move.p) * groups_ + move.a];
  ++visits_[static_cast<std::size_t>(move.p) * groups_ + move.b];
  --visits_[static_cast<std::size_t>(move.q) * groups_ + move.b];
  ++visits_[static_cast<std::size_t>(move.q) * groups_ + move.a];
  if (move.p == nobody_ || move.q == nobody_)
    std::swap(short_[move.round * groups_ + move.a], short_[move.round * groups_ + move.b]);
}

void SeatSwaps::meet(std::int32_t p, std::size_t place, std::size_t first, int by) {
  if (p == nobody_) return;
  for (auto k = first; k < first + size_; ++k) {
    const auto other = seats_[k];
    if (k == place || other == nobody_) continue;
    auto& there = met(p)[other];
    there = static_cast<std::uint16_t>(there + by);
    met(other)[p] = there;
  }
}

void SeatSwaps::keep_best() {
  best_cost_ = cost_;
  for (auto r = rules_.frozen_rounds; r < best_.count; ++r)
    for (std::size_t k = 0; k < places_; ++k)
      if (const auto p = seats_[static_cast<std::size_t>(r) * places_ + k]; p != nobody_)
        best_.at(r, p) = static_cast<std::int32_t>(group_of_[k]);
}

}  // namespace scheduler
