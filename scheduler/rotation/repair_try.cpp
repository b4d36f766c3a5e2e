#include "scheduler/rotation/repair_try.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "scheduler/rotation/best_card.h"
#include "scheduler/rotation/repair_chains.h"
#include "scheduler/search/cooling.h"

namespace scheduler {
namespace {

constexpr std::int64_t kStepsPerSeat = 400;  // per person who may move and round to come
constexpr std::int64_t kMostSteps = 60'000;
constexpr std::int32_t kHelps = 100;  // more than being somewhere in all rounds
constexpr double kHot = 60;           // below one person
constexpr double kCold = 0.7;
constexpr std::size_t kMostLooks = 40'000;  // seats, for one best card

}  // namespace

RepairFrame::RepairFrame(const BrokenSeating& seating)
    : broken(seating), unit_of(static_cast<std::size_t>(seating.before.people)) {
  std::vector<std::int32_t> lead(unit_of.size());
  std::iota(lead.begin(), lead.end(), 0);
  for (const auto& set : broken.together)
    for (const auto one : set)
      std::replace(lead.begin(),
                   lead.end(),
                   lead[static_cast<std::size_t>(one)],
                   lead[static_cast<std::size_t>(set.front())]);
  std::map<std::int32_t, People> units;
  for (std::size_t p = 0; p < lead.size(); ++p)
    units[lead[p]].push_back(static_cast<std::int32_t>(p));
  for (std::size_t p = 0; p < lead.size(); ++p) unit_of[p] = units[lead[p]];
  if (!broken.whole_groups) return;
  for (std::int32_t p = 0; p < broken.before.people; ++p) {
    std::vector<std::int32_t> way;
    for (auto r = broken.frozen_rounds; r < broken.before.count; ++r)
      way.push_back(broken.before.at(r, p));
    const bool whole = std::find(way.begin(), way.end(), kNoGroup) == way.end();
    if (whole && std::find(ways.begin(), ways.end(), way) == ways.end()) ways.push_back(way);
  }
}

bool RepairFrame::may_move(std::int32_t person) const {
  for (auto r = broken.frozen_rounds; r < broken.before.count; ++r)
    if (broken.is_present(r, person)) return true;
  return false;
}

RepairTry::RepairTry(const RepairFrame& frame, Random& random, Budget& budget)
    : frame_(frame),
      random_(random),
      budget_(budget),
      table_(frame.broken),
      moves_(frame.broken, table_) {
  seat_newcomers();
}

void RepairTry::run(Opening opening) {
  if (opening == Opening::Cards) give_best_cards();
  if (opening == Opening::Closing) close_one();
  if (opening == Opening::Chains || opening == Opening::Closing) hand_on();
  anneal();
  while (table_.cost().broken > 0 && !budget_.over() && set_more_free()) anneal();
  send_home();
}

void RepairTry::seat_newcomers() {
  const auto& before = frame_.broken.before;
  for (std::int32_t p = 0; p < before.people; ++p)
    for (auto r = frame_.broken.frozen_rounds; r < before.count; ++r)
      if (table_.is_present(r, p) && table_.rounds().at(r, p) == kNoGroup) {
        set_free(p);
        break;
      }
  for (const auto& unit : free_) seat(unit);
}

/// Where somebody without a seat costs least; a carousel's groups stay whole.
void RepairTry::seat(const People& unit) {
  const auto& broken = frame_.broken;
  if (broken.whole_groups && !frame_.ways.empty()) {
    moves_.follow(unit, frame_.ways[cheapest_way(unit)]);
    return moves_.keep();
  }
  for (auto r = broken.frozen_rounds; r < broken.before.count; ++r) {
    double least = INFINITY;
    std::int32_t best = 0;
    for (std::int32_t g = 0; g < broken.before.groups; ++g) {
      const double cost = weighed(moves_.go(unit, r, g));
      moves_.undo();
      if (cost >= least) continue;
      least = cost;
      best = g;
    }
    moves_.go(unit, r, best);
    moves_.keep();
  }
}

std::size_t RepairTry::cheapest_way(const People& unit) {
  double least = INFINITY;
  std::size_t best = 0;
  for (std::size_t w = 0; w < frame_.ways.size(); ++w) {
    const double cost = weighed(moves_.follow(unit, frame_.ways[w]));
    moves_.undo();
    if (cost >= least) continue;
    least = cost;
    best = w;
  }
  return best;
}

void RepairTry::give_best_cards() {
  if (frame_.broken.whole_groups) return;
  while (table_.cost().broken > 0 && !budget_.spend() && give_best_card()) continue;
}

/// To those with whom that mends most.
bool RepairTry::give_best_card() {
  const auto seats = static_cast<std::size_t>(frame_.rounds_to_come()) *
                     static_cast<std::size_t>(frame_.broken.before.groups);
  People all(frame_.unit_of.size());
  std::iota(all.begin(), all.end(), 0);
  random_.shuffle(all);
  all.resize(std::min(all.size(), kMostLooks / std::max<std::size_t>(1, seats)));
  double least = 0;
  std::pair<std::int32_t, std::vector<std::int32_t>> best{-1, {}};
  for (const auto p : all) {
    const auto& unit = frame_.unit_of[static_cast<std::size_t>(p)];
    if (!frame_.may_move(p)) continue;
    auto card = best_card(frame_.broken, table_, unit);
    const double cost = weighed(moves_.follow(unit, card));
    moves_.undo();
    if (cost >= least) continue;
    least = cost;
    best = {p, std::move(card)};
  }
  if (best.first < 0) return false;
  moves_.follow(frame_.unit_of[static_cast<std::size_t>(best.first)], best.second);
  moves_.keep();
  set_free(best.first);
  return true;
}

void RepairTry::hand_on() {
  RepairChains(frame_.broken, frame_.ways, frame_.unit_of, table_, random_).mend();
  const auto& before = frame_.broken.before;
  for (auto r = frame_.broken.frozen_rounds; r < before.count; ++r)
    for (std::int32_t p = 0; p < before.people; ++p)
      if (table_.is_present(r, p) && table_.rounds().at(r, p) != before.at(r, p)) set_free(p);
}

/// All who are in one of the groups that are too small go wherever they cost least.
void RepairTry::close_one() {
  if (frame_.broken.whole_groups) return;
  const auto& before = frame_.broken.before;
  std::vector<std::pair<std::int32_t, std::int32_t>> small;
  for (auto r = frame_.broken.frozen_rounds; r < before.count; ++r)
    for (std::int32_t g = 0; g < before.groups; ++g)
      if (table_.misfit(r, g) < 0) small.emplace_back(r, g);
  if (small.empty()) return;
  const auto [round, group] = small[random_.below(small.size())];
  for (const auto p : People(table_.at(round, group))) {
    if (table_.rounds().at(round, p) != group) continue;  // gone with another one
    set_free(p);
    evict(frame_.unit_of[static_cast<std::size_t>(p)], round);
  }
}

void RepairTry::evict(const People& unit, std::int32_t round) {
  const auto from = table_.rounds().at(round, unit.front());
  double least = INFINITY;
  std::int32_t group = kNoGroup;
  for (std::int32_t g = 0; g < frame_.broken.before.groups; ++g) {
    const double cost = weighed(moves_.go(unit, round, g));
    moves_.undo();
    if (g == from || cost >= least) continue;
    least = cost;
    group = g;
  }
  if (group != kNoGroup) moves_.go(unit, round, group);
  moves_.keep();
}

RepairCost RepairTry::draw() {
  const auto& broken = frame_.broken;
  const auto& unit = free_[random_.below(free_.size())];
  if (broken.whole_groups && !frame_.ways.empty())
    return moves_.follow(unit, frame_.ways[random_.below(frame_.ways.size())]);
  const auto round = random_round();
  if (broken.once && random_.below(4) == 0) return moves_.swap_rounds(unit, round, random_round());
  const auto home = broken.before.at(round, unit.front());
  if (home != kNoGroup && random_.below(3) == 0) return moves_.go(unit, round, home);
  const auto groups = static_cast<std::size_t>(broken.before.groups);
  const auto to = static_cast<std::int32_t>(random_.below(groups));
  auto sum = moves_.go(unit, round, to);
  const auto kind = moves_.any() ? random_.below(4) : 0;
  if (kind < 2) return sum;
  // And another one goes where they were, or comes along: nobody sits alone on the way.
  const auto& other = free_[random_.below(free_.size())];
  sum += moves_.go(other, round, kind == 2 ? moves_.first_left() : to);
  return sum;
}

std::int32_t RepairTry::random_round() {
  const auto rounds = static_cast<std::size_t>(frame_.rounds_to_come());
  return frame_.broken.frozen_rounds + static_cast<std::int32_t>(random_.below(rounds));
}

void RepairTry::anneal() {
  if (free_.empty() || frame_.rounds_to_come() == 0) return;
  const auto steps =
      std::min(kMostSteps,
               kStepsPerSeat * static_cast<std::int64_t>(free_.size()) * frame_.rounds_to_come());
  const Cooling cooling{.first = kHot, .last = kCold};
  auto best = table_.cost();
  auto best_rounds = table_.rounds();
  double temperature = kHot;
  for (std::int64_t i = 0; i < steps && !budget_.spend(); ++i) {
    if (i % 64 == 0) temperature = cooling.at(static_cast<double>(i) / static_cast<double>(steps));
    moves_.keep();
    if (weighed(draw()) > tolerance(temperature, random_)) moves_.undo();
    if (table_.cost() < best) {
      best = table_.cost();
      best_rounds = table_.rounds();
    }
  }
  moves_.keep();
  restore(best_rounds);
}

void RepairTry::restore(const Rounds& rounds) {
  for (std::int32_t r = frame_.broken.frozen_rounds; r < rounds.count; ++r)
    for (const auto p : is_free_)
      if (table_.is_present(r, p)) table_.move(r, p, rounds.at(r, p));
}

void RepairTry::set_free(std::int32_t person) {
  const auto& unit = frame_.unit_of[static_cast<std::size_t>(person)];
  if (is_free(person)) return;
  free_.push_back(unit);
  is_free_.insert(is_free_.end(), unit.begin(), unit.end());
}

bool RepairTry::is_free(std::int32_t person) const {
  return std::find(is_free_.begin(), is_free_.end(), person) != is_free_.end();
}

/// One person more may move: whoever sits, in most rounds, in a group that is too large, or that
/// can spare somebody while another one is too small.
bool RepairTry::set_more_free() {
  if (set_concerned_free()) return true;
  std::vector<std::int32_t> merit(frame_.unit_of.size());
  for (auto r = frame_.broken.frozen_rounds; r < frame_.broken.before.count; ++r)
    note_merit(r, merit);
  std::int32_t most = 0;
  People best;
  for (std::int32_t p = 0; p < frame_.broken.before.people; ++p) {
    const auto n = merit[static_cast<std::size_t>(p)];
    if (n < std::max(1, most) || is_free(p) || !frame_.may_move(p)) continue;
    if (n > most) best.clear();
    most = n;
    best.push_back(p);
  }
  if (best.empty()) return false;
  set_free(best[random_.below(best.size())]);
  return true;
}

/// Those whom the news is about: it counts for nothing that their cards change as well.
bool RepairTry::set_concerned_free() {
  bool any = false;
  for (std::int32_t p = 0; p < frame_.broken.before.people; ++p)
    if (!table_.counts(p) && !is_free(p) && frame_.may_move(p)) {
      set_free(p);
      any = true;
    }
  return any;
}

void RepairTry::note_merit(std::int32_t round, std::vector<std::int32_t>& merit) const {
  const auto groups = frame_.broken.before.groups;
  bool missing = false;
  for (std::int32_t g = 0; g < groups; ++g) missing = missing || table_.misfit(round, g) < 0;
  for (std::int32_t g = 0; g < groups; ++g) {
    const auto misfit = table_.misfit(round, g);
    const auto& here = table_.at(round, g);
    const bool better_closed = misfit < 0 && static_cast<std::int32_t>(here.size()) <= -misfit;
    const bool crowded = misfit > 0 || table_.seats_left(round, g, 0) < 0;
    const bool helps = crowded || better_closed || (missing && table_.may_spare_one(round, g));
    for (const auto p : here) merit[static_cast<std::size_t>(p)] += helps ? kHelps : 1;
  }
}

/// Those who need not have been moved go back to what their cards say.
void RepairTry::send_home() {
  for (const auto& unit : free_) {
    const auto before = table_.cost();
    moves_.keep();
    moves_.go_home(unit);
    if (before < table_.cost()) moves_.undo();
  }
  moves_.keep();
}

}  // namespace scheduler
