#include "scheduler/rotation/closing.h"

#include <algorithm>
#include <utility>

namespace scheduler {
namespace {

std::size_t count_of(std::int64_t people) {
  return static_cast<std::size_t>(std::max<std::int64_t>(0, people));
}

}  // namespace

Closing::Closing(std::vector<GroupState> groups, std::int64_t newcomers)
    : groups_(std::move(groups)), newcomers_(newcomers) {
  std::int64_t lacking = -newcomers;
  for (const auto& group : groups_) lacking += group.missing - group.spare;
  lacking_ = count_of(lacking);
  most_ = most_who_leave();
  table_.emplace_back(index(most_, lacking_) + 1);
  table_[0][0] = {.missing = 0, .seats = -newcomers};
  for (const auto& group : groups_) {
    std::vector<Cell> next(table_.back().size());
    add(kept(group), table_.back(), next);
    if (group.used) add(closed(group), table_.back(), next);
    table_.push_back(std::move(next));
  }
}

/// So many leave in one choice that leaves enough people: closing in turn what is cheapest.
std::size_t Closing::most_who_leave() const {
  std::int64_t leave = 0;
  std::int64_t missing = -newcomers_;
  std::vector<std::pair<std::int64_t, std::size_t>> by_price;
  for (const auto& group : groups_) {
    leave += group.too_many;
    missing += group.missing;
    if (group.used) by_price.emplace_back(group.price, closed(group).gained);
  }
  std::sort(by_price.begin(), by_price.end());
  std::size_t gained = 0;
  for (auto next = by_price.begin(); next != by_price.end() && gained < lacking_; ++next) {
    leave += next->first;
    gained += next->second;
  }
  return count_of(std::max(leave, missing));
}

Closing::Step Closing::kept(const GroupState& group) {
  return {.leave = count_of(group.too_many),
          .missing = group.missing,
          .seats = group.free - group.too_many};
}

Closing::Step Closing::closed(const GroupState& group) {
  return {.leave = count_of(group.price),
          .gained = count_of(group.people + group.missing - group.spare),
          .seats = -group.people};
}

void Closing::add(const Step& step, const std::vector<Cell>& from, std::vector<Cell>& to) const {
  for (std::size_t leave = 0; leave + step.leave <= most_; ++leave)
    for (std::size_t gained = 0; gained <= lacking_; ++gained) {
      const auto& cell = from[index(leave, gained)];
      if (cell.missing == kNone) continue;
      auto& target = to[index(leave + step.leave, std::min(lacking_, gained + step.gained))];
      if (const auto made = after(cell, step); made.better(target)) target = made;
    }
}

std::int64_t Closing::movers(std::size_t leave) const {
  const auto missing = table_.back()[index(leave, lacking_)].missing;
  if (missing == kNone) return kNone;
  return std::max(static_cast<std::int64_t>(leave), missing - newcomers_);
}

std::size_t Closing::best(bool with_seats) const {
  std::size_t best = most_;
  auto least = kNone;
  for (std::size_t leave = 0; leave <= most_; ++leave) {
    if (with_seats && table_.back()[index(leave, lacking_)].seats < 0) continue;
    if (movers(leave) >= least) continue;
    least = movers(leave);
    best = leave;
  }
  return with_seats && least == kNone ? this->best(false) : best;
}

std::ptrdiff_t Closing::origin(std::size_t group,
                               const Step& step,
                               std::size_t leave,
                               std::size_t gained) const {
  if (step.leave > leave) return -1;
  const auto& made = table_[group + 1][index(leave, gained)];
  for (std::size_t before = 0; before <= gained; ++before) {
    const auto from = index(leave - step.leave, before);
    const auto& cell = table_[group][from];
    if (std::min(lacking_, before + step.gained) == gained && cell.missing != kNone &&
        after(cell, step) == made)
      return static_cast<std::ptrdiff_t>(from);
  }
  return -1;
}

std::vector<bool> Closing::choose(Random& random) const {
  std::vector<bool> choice(groups_.size());
  auto leave = best(true);
  auto gained = lacking_;
  if (movers(leave) == kNone) return choice;
  for (auto n = groups_.size(); n-- > 0;) {
    const auto stays = origin(n, kept(groups_[n]), leave, gained);
    const auto closes = groups_[n].used ? origin(n, closed(groups_[n]), leave, gained) : -1;
    choice[n] = closes >= 0 && (stays < 0 || random.below(2) == 0);
    const auto from = static_cast<std::size_t>(choice[n] ? closes : stays);
    leave = from / (lacking_ + 1);
    gained = from % (lacking_ + 1);
  }
  return choice;
}

}  // namespace scheduler
