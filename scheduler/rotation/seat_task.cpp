#include "scheduler/rotation/seat_task.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "engine/problem/reach.h"
#include "engine/problem/travel.h"
#include "engine/rules/rule.h"

namespace scheduler {
namespace {

using engine::Pattern;
using engine::Problem;
using engine::RotationRow;
using engine::RuleId;

std::size_t row(std::int64_t i) {
  return static_cast<std::size_t>(i);
}

engine::RuleWeight weight_of(const Problem& problem, RuleId rule) {
  return problem.weights[static_cast<std::size_t>(rule)];
}

std::vector<Unit> units_of(const RotationRow& rotation) {
  std::vector<std::int32_t> lead(rotation.participants.size());
  std::iota(lead.begin(), lead.end(), 0);
  for (const auto& set : rotation.together)
    for (const auto one : set) lead[row(one)] = set.front();
  std::map<std::int32_t, Unit> by_lead;
  for (std::size_t p = 0; p < lead.size(); ++p)
    by_lead[lead[p]].push_back(static_cast<std::int32_t>(p));
  std::vector<Unit> units;
  for (auto& [first, unit] : by_lead) units.push_back(std::move(unit));
  return units;
}

std::vector<std::int32_t> unit_of_person(const SeatTask& task, std::size_t people) {
  std::vector<std::int32_t> unit_of(people);
  for (std::size_t u = 0; u < task.units.size(); ++u)
    for (const auto p : task.units[u]) unit_of[row(p)] = static_cast<std::int32_t>(u);
  return unit_of;
}

/// Those who may hold an open place of a station's team are spread over the stations like any
/// profile: a group where nobody could be its scribe has no plan.
void add_pools(const Problem& problem, const RotationRow& rotation, SeatTask& task) {
  std::set<std::vector<engine::PersonId>> pools;
  engine::each_activity(problem, rotation.parts.front(), [&](engine::ActivityId a) {
    for (const auto slot : problem.slots_of[a])
      pools.emplace(problem.pools[slot].begin(), problem.pools[slot].end());
  });
  for (const auto& pool : pools) {
    std::vector<std::int32_t> values;
    for (const auto person : rotation.participants)
      values.push_back(std::binary_search(pool.begin(), pool.end(), person) ? 1 : 0);
    if (std::count(values.begin(), values.end(), 1) > 1) task.mix.push_back(std::move(values));
  }
}

/// What people are, whoever they sit with.
void add_people(const Problem& problem, const RotationRow& rotation, SeatTask& task) {
  task.units = units_of(rotation);
  task.own.assign(task.units.size(), -1);
  const auto unit_of = unit_of_person(task, rotation.participants.size());
  for (const auto& set : rotation.apart)
    for (std::size_t b = 1; b < set.size(); ++b)
      for (std::size_t a = 0; a < b; ++a)
        if (const auto pair = std::pair(unit_of[row(set[a])], unit_of[row(set[b])]);
            pair.first != pair.second)
          task.apart.push_back(pair);
  task.mix = rotation.mix;
  add_pools(problem, rotation, task);
  task.apart_weight = weight_of(problem, RuleId::Apart);
  task.mix_weight = weight_of(problem, RuleId::ProfileMix);
  task.balance_weight = weight_of(problem, RuleId::GroupBalance);
  task.capacity_weight = weight_of(problem, RuleId::StationCapacity);
  task.room_weight = weight_of(problem, RuleId::RoomCapacity);
  task.once_weight = weight_of(problem, RuleId::StationOnce);
}

/// As the rules have it: a station without a wish pays one rank after the person's last wish, and
/// nobody has a wish for what is out of reach. Where ranks are a hard rule, such a station pays as
/// one without a wish: nobody is sent there for it.
void add_wishes(const Problem& problem, const RotationRow& rotation, SeatTask& task) {
  const auto stations = row(rotation.stations);
  const auto& ranks = rotation.wish_rank;
  if (std::all_of(ranks.begin(), ranks.end(), [](auto rank) { return rank == 0; })) return;
  task.rank_weight = weight_of(problem, RuleId::WishRank);
  task.none_met_weight = weight_of(problem, RuleId::NoWishMet);
  task.rank.resize(task.units.size() * stations);
  task.wished.resize(ranks.size());
  for (std::size_t u = 0; u < task.units.size(); ++u)
    for (const auto p : task.units[u]) {
      const auto* const of = &ranks[row(p) * stations];
      const auto last = *std::max_element(of, of + stations);
      for (std::int32_t s = 0; s < rotation.stations; ++s) {
        const bool granted = of[s] > 0 && !engine::kept_from(rotation, p, s);
        const bool pays_rank = granted || (of[s] > 0 && task.rank_weight.hard == 0);
        if (last > 0) task.rank[u * stations + row(s)] += pays_rank ? of[s] : last + 1;
        task.wished[row(p) * stations + row(s)] = granted ? 1 : 0;
      }
    }
}

/// Between rounds that follow at once, stations whose rooms are known are so many minutes apart.
void add_ways(const Problem& problem, const RotationRow& rotation, SeatTask& task) {
  if (rotation.parts.size() < 2 || rotation.hosts_move) return;
  const auto& first = problem.parts[rotation.parts[0]];
  const auto& second = problem.parts[rotation.parts[1]];
  if (first.block != second.block) return;
  const auto pause = second.offset - first.offset - first.minutes;
  const auto place_of = [&](std::int32_t station) {
    const auto rooms = problem.room_choices[{first.first_activity.value + station}];
    return rooms.size() == 1 ? problem.rooms[rooms.front()].place : engine::PlaceId{};
  };
  std::vector<std::int32_t> way;
  std::vector<std::int32_t> far;
  for (std::int32_t a = 0; a < rotation.stations; ++a)
    for (std::int32_t b = 0; b < rotation.stations; ++b) {
      way.push_back(engine::minutes_between(problem, place_of(a), place_of(b)));
      far.push_back(way.back() > pause ? 1 : 0);
    }
  if (std::all_of(way.begin(), way.end(), [](auto minutes) { return minutes == 0; })) return;
  task.way = std::move(way);
  task.too_far = std::move(far);
  task.way_weight = weight_of(problem, RuleId::Walking);
  task.far_weight = weight_of(problem, RuleId::TravelTime);
}

/// No rule counts who cannot reach a station, so that nothing is ever said of it: it comes next to
/// the hard rules here, as a rotation with too few stations in reach is better than none.
/// `sees(station, at)` tells whether a seat at `at` leads to the station.
template <class F>
void bar(const RotationRow& rotation, F sees, SeatTask& task) {
  if (rotation.out_of_reach.empty()) return;
  task.barred.resize(task.units.size() * row(task.stations));
  for (std::size_t u = 0; u < task.units.size(); ++u)
    for (std::int32_t at = 0; at < task.stations; ++at)
      for (const auto p : task.units[u])
        for (std::int32_t s = 0; s < rotation.stations; ++s)
          if (rotation.out_of_reach[row(p) * row(rotation.stations) + row(s)] != 0 && sees(s, at))
            ++task.barred[u * row(task.stations) + row(at)];
}

/// As many groups as those fill who cannot go everywhere keep to stations that all of these reach.
void bar_ways(const RotationRow& rotation, SeatTask& task) {
  if (rotation.out_of_reach.empty()) return;
  const auto stations = row(task.stations);
  std::vector<std::uint8_t> out(stations);
  std::size_t kept = 0;
  for (std::size_t p = 0; p < rotation.participants.size(); ++p) {
    const auto* const of = &rotation.out_of_reach[p * stations];
    if (std::all_of(of, of + stations, [](auto one) { return one == 0; })) continue;
    ++kept;
    for (std::size_t s = 0; s < stations; ++s) out[s] = std::max(out[s], of[s]);
  }
  const auto groups = task.units.size();
  const auto size = std::max<std::size_t>(1, rotation.participants.size() / groups);
  task.barred.assign(groups * stations, 0);
  for (std::size_t g = 0; g < std::min(groups, (kept + size - 1) / size); ++g)
    std::copy(
        out.begin(), out.end(), task.barred.begin() + static_cast<std::ptrdiff_t>(g * stations));
}

/// By as many people as the station has too few seats, or too many, in the rounds it takes place.
void bar_sizes(const std::vector<std::int32_t>& sizes, SeatTask& task) {
  const auto stations = row(task.stations);
  std::vector<std::int32_t> misfits(sizes.size() * stations);
  for (std::size_t g = 0; g < sizes.size(); ++g)
    for (std::size_t i = 0; i < task.limits.size(); ++i) {
      const auto& limits = task.limits[i];
      auto& misfit = misfits[g * stations + i % stations];
      if (limits.max > 0) misfit = std::max({misfit, limits.min - sizes[g], sizes[g] - limits.max});
    }
  if (std::all_of(misfits.begin(), misfits.end(), [](auto n) { return n == 0; })) return;
  task.barred.resize(misfits.size());
  std::transform(
      misfits.begin(), misfits.end(), task.barred.begin(), task.barred.begin(), [](auto a, auto b) {
        return static_cast<std::uint8_t>(std::min(a + b, 255));
      });
}

void add_presence(const RotationRow& rotation, SeatTask& task) {
  for (std::int32_t r = 0; r < rotation.rounds; ++r)
    for (const auto& unit : task.units)
      task.present.push_back(
          std::any_of(unit.begin(), unit.end(), [&](auto p) { return rotation.present(r, p); })
              ? 1
              : 0);
}

/// Of groups that go these ways: those that the hall holds in its round, as a hall of round 0.
Hall groups_in(const Hall& hall, std::int32_t groups, const std::vector<std::int32_t>& ways) {
  Hall there{0, {}, hall.seats};
  for (std::int32_t g = 0; g < groups; ++g)
    if (std::binary_search(
            hall.stations.begin(), hall.stations.end(), ways[row(hall.round * groups + g)]))
      there.stations.push_back(g);
  return there;
}

}  // namespace

SeatTask seat_task(const Problem& problem, engine::RotationId id) {
  const auto& rotation = problem.rotations[id];
  SeatTask task;
  task.stations = rotation.stations;
  task.rounds = rotation.rounds;
  add_people(problem, rotation, task);
  add_presence(rotation, task);
  task.limits = seat_limits(problem, id);
  task.halls = halls_of(problem, id);
  task.runs = rotation.runs;
  task.once = !rotation.revisit;
  task.meetings = rotation.pattern == Pattern::Remix;
  task.repeat_weight = weight_of(problem, RuleId::RepeatMeeting);
  if (task.meetings) task.balance_weight.soft *= kEvenFirst;
  // Unless the gathering itself says that it would rather have new people meet.
  task.mix_first = task.meetings && task.mix_weight.soft >= task.repeat_weight.soft;
  if (!task.mix_first) task.mix_weight.soft *= kMixFirst;
  for (const auto& [participant, station] : rotation.hosting)
    for (std::size_t u = 0; u < task.units.size(); ++u)
      if (task.units[u] == Unit{participant}) task.own[u] = station;
  add_wishes(problem, rotation, task);
  add_ways(problem, rotation, task);
  bar(
      rotation, [](auto station, auto at) { return station == at; }, task);
  return task;
}

std::int64_t cost_of_keeping_together(const RotationRow& rotation, const SeatTask& task) {
  std::int64_t cost = 0;
  for (const auto& unit : task.units)
    for (std::size_t b = 1; b < unit.size(); ++b)
      for (std::size_t a = 0; a < b; ++a) {
        std::int64_t rounds = 0;
        for (std::int32_t r = 0; r < rotation.rounds; ++r)
          rounds += rotation.present(r, unit[a]) && rotation.present(r, unit[b]) ? 1 : 0;
        cost += rounds * (rounds - 1) / 2;
      }
  return cost;
}

SeatTask group_task(const Problem& problem,
                    engine::RotationId id,
                    std::int32_t groups,
                    const std::vector<std::int32_t>& ways) {
  const auto& rotation = problem.rotations[id];
  const auto limits = seat_limits(problem, id);
  SeatTask task;
  task.stations = groups;
  task.rounds = 1;
  add_people(problem, rotation, task);
  task.mix_weight.soft *= kMixFirst;
  task.present.assign(task.units.size(), 1);
  task.runs.assign(row(groups), 1);
  for (std::int32_t g = 0; g < groups; ++g) {
    SeatLimits all{.min = 1};
    for (std::int32_t r = 0; r < rotation.rounds; ++r) {
      const auto station = ways[row(r * groups + g)];
      const auto& here = limits[row(r * rotation.stations + station)];
      all = {std::max(all.min, here.min), std::min(all.max, here.max)};
    }
    task.limits.push_back(all);
  }
  for (const auto& hall : halls_of(problem, id))
    task.halls.push_back(groups_in(hall, groups, ways));
  const auto sees = [&](std::int32_t station, std::int32_t group) {
    for (std::int32_t r = 0; r < rotation.rounds; ++r)
      if (ways[row(r * groups + group)] == station) return true;
    return false;
  };
  bar(rotation, sees, task);
  return task;
}

SeatTask way_task(const Problem& problem,
                  engine::RotationId id,
                  const std::vector<std::int32_t>& sizes) {
  const auto& rotation = problem.rotations[id];
  const auto groups = static_cast<std::int32_t>(sizes.size());
  SeatTask task;
  task.stations = rotation.stations;
  task.rounds = rotation.rounds;
  for (std::int32_t g = 0; g < groups; ++g) {
    task.units.push_back({g});
    for (std::int32_t other = 0; other < g; ++other) task.apart.emplace_back(other, g);
  }
  task.own.assign(task.units.size(), -1);
  task.present.assign(task.units.size() * row(task.rounds), 1);
  task.limits = seat_limits(problem, id);
  bar_ways(rotation, task);
  bar_sizes(sizes, task);
  for (auto& one : task.limits) one = {.min = 0, .max = std::min(1, one.max)};
  task.halls = halls_of(problem, id);
  task.heads = sizes;
  task.runs = rotation.runs;
  task.may_rest = task.once = true;
  task.apart_weight = task.capacity_weight = task.room_weight =
      task.once_weight = {.hard = 1, .soft = 0};
  add_ways(problem, rotation, task);
  return task;
}

}  // namespace scheduler
