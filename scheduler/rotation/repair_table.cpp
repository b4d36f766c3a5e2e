#include "scheduler/rotation/repair_table.h"

#include <algorithm>

namespace scheduler {
namespace {

// In an annealing that ends near 1: rules before people, people before cards, cards before comfort.
constexpr double kBroken = 1000;
constexpr double kDisturbed = 100;
constexpr double kCard = 8;
constexpr double kRepeat = 4;
/// Nobody can lead one group and sit in another: worse than a few people too few.
constexpr std::int64_t kHostAway = 4;

std::size_t row(std::int32_t i) {
  return static_cast<std::size_t>(i);
}

/// What is over is not mended any more.
std::vector<Hall> halls_to_come(const BrokenSeating& broken) {
  auto halls = broken.halls;
  std::erase_if(halls, [&](const Hall& hall) { return hall.round < broken.frozen_rounds; });
  return halls;
}

RepairCost negative(const RepairCost& cost) {
  return {-cost.broken, -cost.disturbed, -cost.cards, -cost.repeats, -cost.crowd};
}

}  // namespace

RepairCost& RepairCost::operator+=(const RepairCost& other) {
  broken += other.broken;
  disturbed += other.disturbed;
  cards += other.cards;
  repeats += other.repeats;
  crowd += other.crowd;
  return *this;
}

double weighed(const RepairCost& cost) {
  return kBroken * static_cast<double>(cost.broken) +
         kDisturbed * static_cast<double>(cost.disturbed) +
         kCard * static_cast<double>(cost.cards) + kRepeat * static_cast<double>(cost.repeats) +
         static_cast<double>(cost.crowd);
}

RepairTable::RepairTable(const BrokenSeating& broken)
    : broken_(broken),
      rounds_(broken.before),
      here_(row(rounds_.count) * row(rounds_.groups)),
      halls_(halls_to_come(broken), rounds_.groups, rounds_.count),
      before_(here_.size()),
      visits_(row(rounds_.people) * row(rounds_.groups)),
      used_(row(rounds_.groups)),
      changed_(row(rounds_.people)),
      apart_(row(rounds_.people)),
      own_(row(rounds_.people), kNoGroup),
      hosts_(row(rounds_.groups)) {
  for (const auto& [person, group] : broken.hosting) {
    own_[row(person)] = group;
    hosts_[row(group)].push_back(person);
  }
  for (const auto& set : broken.apart)
    for (const auto a : set)
      for (const auto b : set)
        if (a != b) apart_[row(a)].push_back(b);
  for (std::int32_t r = 0; r < rounds_.count; ++r)
    for (std::int32_t p = 0; p < rounds_.people; ++p) {
      const auto group = broken.before.at(r, p);
      rounds_.at(r, p) = kNoGroup;
      if (group == kNoGroup) continue;
      ++before_[cell(r, group)];
      if (is_present(r, p)) enter(r, p, group);
    }
  for (auto r = broken.frozen_rounds; r < rounds_.count; ++r)
    for (std::int32_t g = 0; g < rounds_.groups; ++g)
      cost_.broken += std::abs(misfit(r, g)) + kHostAway * hosts_away(r, g);
  cost_.broken += halls_.lacking();
}

void RepairTable::enter(std::int32_t round, std::int32_t person, std::int32_t group) {
  auto& here = here_[cell(round, group)];
  if (here.empty()) ++used_[row(group)];
  here.push_back(person);
  halls_.add(cell(round, group), 1);
  ++visits_[spot(person, group)];
  rounds_.at(round, person) = group;
}

void RepairTable::leave(std::int32_t round, std::int32_t person) {
  const auto group = rounds_.at(round, person);
  auto& here = here_[cell(round, group)];
  *std::find(here.begin(), here.end(), person) = here.back();
  here.pop_back();
  halls_.add(cell(round, group), -1);
  if (here.empty()) --used_[row(group)];
  --visits_[spot(person, group)];
  rounds_.at(round, person) = kNoGroup;
}

std::int32_t RepairTable::misfit(std::int32_t round, std::int32_t group) const {
  const auto people = static_cast<std::int32_t>(here_[cell(round, group)].size());
  const auto limits = broken_.limits[cell(round, group)];
  if (people > limits.max) return people - limits.max;
  return -std::clamp(limits.min - people, 0, people);
}

RepairCost RepairTable::judged() const {
  auto cost = cost_;
  for (auto r = broken_.frozen_rounds; r < rounds_.count; ++r)
    for (std::int32_t g = 0; g < rounds_.groups; ++g) {
      const auto people = static_cast<std::int32_t>(here_[cell(r, g)].size());
      const auto missing = broken_.limits[cell(r, g)].min - people;
      if (people > 0) cost.broken += std::max(0, missing - people);
    }
  return cost;
}

bool RepairTable::may_spare_one(std::int32_t round, std::int32_t group) const {
  return static_cast<std::int32_t>(here_[cell(round, group)].size()) >
         std::max(1, broken_.limits[cell(round, group)].min);
}

bool RepairTable::counts(std::int32_t person) const {
  return broken_.concerned.empty() || broken_.concerned[row(person)] == 0;
}

std::int64_t RepairTable::disturbed_hosts() const {
  std::int64_t sum = 0;
  for (std::int32_t g = 0; g < rounds_.groups; ++g)
    for (auto r = broken_.frozen_rounds; r < rounds_.count; ++r)
      if (here_[cell(r, g)].empty() != (before_[cell(r, g)] == 0)) {
        sum += broken_.hosts[row(g)];
        break;
      }
  return sum;
}

std::int64_t RepairTable::hosts_away(std::int32_t round, std::int32_t group) const {
  if (here_[cell(round, group)].empty()) return 0;
  const auto& hosts = hosts_[row(group)];
  return std::count_if(hosts.begin(), hosts.end(), [&](auto host) {
    const auto at = rounds_.at(round, host);
    return at != kNoGroup && at != group;
  });
}

RepairCost RepairTable::of_group(std::int32_t round, std::int32_t group) const {
  const auto people = static_cast<std::int64_t>(here_[cell(round, group)].size());
  const bool other_rounds = (people == 0) != (before_[cell(round, group)] == 0);
  return {.broken = std::abs(misfit(round, group)) + kHostAway * hosts_away(round, group) +
                    std::max(0, used_[row(group)] - broken_.runs[row(group)]),
          .disturbed = other_rounds ? broken_.hosts[row(group)] : 0,
          .cards = 0,
          .repeats = 0,
          .crowd = people * (people - 1) / 2};
}

std::int32_t RepairTable::times_together(std::int32_t a, std::int32_t b) const {
  std::int32_t times = 0;
  for (std::int32_t r = 0; r < rounds_.count; ++r)
    times += rounds_.at(r, a) != kNoGroup && rounds_.at(r, a) == rounds_.at(r, b) ? 1 : 0;
  return times;
}

std::int64_t RepairTable::conflicts(std::int32_t round,
                                    std::int32_t person,
                                    std::int32_t group,
                                    const std::vector<std::int32_t>& left) const {
  const auto own = own_[row(person)];
  const auto people_at = [&](std::int32_t g) { return here_[cell(round, g)].size(); };
  const bool leads = own != kNoGroup && own != group &&
                     people_at(own) > (rounds_.at(round, person) == own ? 1U : 0U);
  std::int64_t away = leads ? 1 : 0;
  if (people_at(group) == 0)
    for (const auto host : hosts_[row(group)])
      away += host != person && rounds_.at(round, host) != kNoGroup ? 1 : 0;
  return clashes(round, person, group, left) + kHostAway * away;
}

std::int64_t RepairTable::clashes(std::int32_t round,
                                  std::int32_t person,
                                  std::int32_t group,
                                  const std::vector<std::int32_t>& left) const {
  std::int64_t broken = 0;
  for (const auto other : apart_[row(person)]) broken += rounds_.at(round, other) == group ? 1 : 0;
  const auto given_up = std::count_if(
      left.begin(), left.end(), [&](auto r) { return rounds_.at(r, person) == group; });
  if (broken_.once && group != own_[row(person)] && visits_[spot(person, group)] > given_up)
    ++broken;
  const bool out_of_reach =
      !broken_.out_of_reach.empty() && broken_.out_of_reach[spot(person, group)];
  if (out_of_reach && group != broken_.before.at(round, person)) ++broken;
  return broken;
}

RepairCost RepairTable::of_company(std::int32_t round,
                                   std::int32_t person,
                                   std::int32_t group) const {
  RepairCost cost{.broken = clashes(round, person, group, {})};
  if (broken_.meet_new)
    for (const auto other : here_[cell(round, group)])
      cost.repeats += times_together(person, other);
  return cost;
}

std::int32_t RepairTable::cards_changed(std::int32_t round,
                                        std::int32_t person,
                                        std::int32_t group) const {
  const auto card = broken_.before.at(round, person);
  if (card == kNoGroup || !counts(person)) return 0;
  return (group == card ? 0 : 1) - (rounds_.at(round, person) == card ? 0 : 1);
}

RepairCost RepairTable::note_card(std::int32_t round, std::int32_t person, std::int32_t group) {
  const auto step = cards_changed(round, person, group);
  auto& changed = changed_[row(person)];
  const bool was = changed > 0;
  changed += step;
  const std::int64_t urgency = round == broken_.frozen_rounds ? 2 : 1;
  return {.disturbed = (changed > 0 ? 1 : 0) - (was ? 1 : 0), .cards = urgency * step};
}

RepairCost RepairTable::move(std::int32_t round, std::int32_t person, std::int32_t group) {
  const auto from = rounds_.at(round, person);
  if (from == group) return {};
  auto change = note_card(round, person, group);
  const auto own = own_[row(person)];
  const auto beside = own == from || own == group ? kNoGroup : own;
  for (const auto g : {from, group, beside})
    if (g != kNoGroup) change += negative(of_group(round, g));
  const auto lacked = halls_.lacking();
  if (from != kNoGroup) {
    leave(round, person);
    change += negative(of_company(round, person, from));
  }
  if (group != kNoGroup) {
    change += of_company(round, person, group);
    enter(round, person, group);
  }
  for (const auto g : {from, group, beside})
    if (g != kNoGroup) change += of_group(round, g);
  change.broken += halls_.lacking() - lacked;
  cost_ += change;
  return change;
}

}  // namespace scheduler
