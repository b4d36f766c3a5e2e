#include "scheduler/rotation/repair.h"

#include <algorithm>
#include <array>
#include <optional>

#include "scheduler/rotation/repair_table.h"
#include "scheduler/rotation/repair_try.h"

namespace scheduler {
namespace {

constexpr int kMostTries = 48;
constexpr int kFewestTries = 3;   // also when the bound is met: who else, with less repeats
constexpr int kTriesInVain = 16;  // in a row
constexpr std::array kOpenings{RepairTry::Opening::Cards,
                               RepairTry::Opening::Chains,
                               RepairTry::Opening::Nothing,
                               RepairTry::Opening::Closing};

RepairedSeating result_of(const BrokenSeating& broken, const RepairTable& table) {
  RepairedSeating result{.after = table.rounds(), .moves = {}, .disturbed = {}};
  result.broken = table.judged().broken;
  result.disturbed_hosts = table.disturbed_hosts();
  for (auto r = broken.frozen_rounds; r < broken.before.count; ++r)
    for (std::int32_t p = 0; p < broken.before.people; ++p)
      if (const SeatMove move{r, p, broken.before.at(r, p), table.rounds().at(r, p)};
          move.from != move.to)
        result.moves.push_back(move);
  for (std::int32_t p = 0; p < broken.before.people; ++p)
    if (table.is_disturbed(p)) result.disturbed.push_back(p);
  return result;
}

/// People of a station's team who do not take part, whose cards are counted already, and whom the
/// news is not about.
std::int32_t hosts_beside(const engine::Problem& problem,
                          const engine::RotationRow& row,
                          engine::ActivityId station,
                          const std::vector<bool>& concerned) {
  const auto takes_part = [&](engine::PersonId person) {
    return std::find(row.participants.begin(), row.participants.end(), person) !=
           row.participants.end();
  };
  const auto& team = problem.team[station];
  auto hosts = std::count_if(team.begin(), team.end(), [&](engine::PersonId person) {
    return !takes_part(person) && !concerned[person.index()];
  });
  for (const auto slot : problem.slots_of[station])
    hosts += std::none_of(problem.pools[slot].begin(), problem.pools[slot].end(), takes_part);
  return static_cast<std::int32_t>(hosts);
}

}  // namespace

RepairedSeating repair_seats(const BrokenSeating& broken, Random& random, Budget& budget) {
  const RepairFrame frame(broken);
  const auto bound = fewest_disturbed(broken);
  std::optional<RepairTable> best(RepairTry(frame, random, budget).table());  // cards as they are
  for (int i = 0, in_vain = 0; i < kMostTries && in_vain < kTriesInVain; ++i) {
    if (i > 0 && budget.over()) break;
    RepairTry one(frame, random, budget);
    one.run(kOpenings[static_cast<std::size_t>(i) % kOpenings.size()]);
    const bool better = one.table().judged() < best->judged();
    in_vain = better ? 0 : in_vain + 1;
    if (better) best.emplace(one.table());
    const auto& cost = best->cost();
    if (i + 1 >= kFewestTries && cost.broken == 0 && cost.disturbed <= bound) break;
  }
  auto result = result_of(broken, *best);
  result.bound = bound;
  if (result.broken == 0 && result.people() > bound)
    result.bound = std::max(bound, fewest_by_chains(broken, random));
  return result;
}

BrokenSeating broken_seating(const engine::Problem& problem,
                             engine::RotationId rotation,
                             const std::vector<std::int32_t>& before,
                             const std::vector<bool>& concerned) {
  const auto& row = problem.rotations[rotation];
  BrokenSeating broken;
  for (const auto person : row.participants)
    broken.concerned.push_back(concerned[person.index()] ? 1 : 0);
  broken.before =
      Rounds(static_cast<std::int32_t>(row.participants.size()), row.stations, row.rounds);
  broken.before.group = before;
  for (std::int32_t r = 0; r < row.rounds; ++r)
    for (std::int32_t p = 0; p < broken.before.people; ++p)
      broken.present.push_back(row.present(r, p) ? 1 : 0);
  broken.limits = seat_limits(problem, rotation);
  broken.halls = halls_of(problem, rotation);
  broken.runs = row.runs;
  const auto first = problem.parts[row.parts.front()].first_activity.value;
  for (std::int32_t s = 0; s < row.stations; ++s)
    broken.hosts.push_back(hosts_beside(problem, row, {first + s}, concerned));
  broken.hosting = row.hosting;
  broken.out_of_reach = row.out_of_reach;
  broken.once = !row.revisit;
  broken.whole_groups = row.pattern == engine::Pattern::Carousel;
  broken.meet_new = row.pattern == engine::Pattern::Remix;
  broken.together = row.together;
  broken.apart = row.apart;
  return broken;
}

}  // namespace scheduler
