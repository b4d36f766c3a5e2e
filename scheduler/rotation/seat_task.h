/// What a seating has to keep and what it costs, as one flat table that a search can work on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "engine/problem/problem.h"
#include "scheduler/rotation/halls.h"
#include "scheduler/rotation/seat_limits.h"

namespace scheduler {

/// Who moves as one: people to keep together, a group of a carousel, or a person alone.
using Unit = std::vector<std::int32_t>;  ///< positions among the participants, ascending

/// Where people have wishes, a group that is a whole person away from the mix asked for weighs so
/// many times what the rules say: everybody sees who is at the table.
inline constexpr std::int64_t kMixFirst = 5;
/// So does a person too many at a table where people meet: the host counts chairs, and no table is
/// left with two people fewer for one repeated meeting less.
inline constexpr std::int64_t kEvenFirst = 5;

/// Sizes, numbers and costs of one rotation. Vectors may be empty where nothing is to be kept.
struct SeatTask {
  std::int32_t stations = 0;
  std::int32_t rounds = 0;
  std::vector<Unit> units;
  std::vector<std::uint8_t> present;  ///< [round × units + unit]
  std::vector<SeatLimits> limits;     ///< [round × stations + station], in people
  std::vector<Hall> halls;            ///< of the stations in one room, together
  std::vector<std::int32_t> heads;    ///< [unit]: people in a hall where units stand for groups
  std::vector<std::int32_t> runs;     ///< [station]: rounds it may take place in
  std::vector<std::int32_t> own;      ///< [unit]: the station it hosts whenever that runs, or −1
  bool may_rest = false;              ///< stations may be empty in some rounds
  bool once = false;                  ///< no unit is at a station twice, its own aside
  bool meetings = false;              ///< pairs of units that meet again cost
  bool mix_first = false;             ///< a better mix is worth any number of repeated meetings
  std::vector<std::pair<std::int32_t, std::int32_t>> apart;  ///< units, each pair once per set
  std::vector<std::vector<std::int32_t>> mix;                ///< [attribute][participant]: value
  std::vector<std::int32_t> rank;     ///< [unit × stations + station]: what a seat there pays
  std::vector<std::uint8_t> wished;   ///< [participant × stations + station]
  std::vector<std::uint8_t> barred;   ///< [unit × stations + station]: people out of reach of it
  std::vector<std::int32_t> way;      ///< [from × stations + to]: minutes between two rounds
  std::vector<std::int32_t> too_far;  ///< [from × stations + to]: 1 when there is no time for it

  engine::RuleWeight capacity_weight, room_weight, once_weight, apart_weight, repeat_weight,
      balance_weight, mix_weight, rank_weight, none_met_weight, way_weight, far_weight;

  [[nodiscard]] std::int32_t size(std::int32_t unit) const {
    return static_cast<std::int32_t>(units[static_cast<std::size_t>(unit)].size());
  }
  /// People who need a seat in a hall.
  [[nodiscard]] std::int32_t heads_of(std::int32_t unit) const {
    return heads.empty() ? size(unit) : heads[static_cast<std::size_t>(unit)];
  }
};

/// A rotation that seats people: units as `together` says, and limits as the stations have them.
[[nodiscard]] SeatTask seat_task(const engine::Problem& problem, engine::RotationId id);

/// What the pairs of each unit repeat, whatever the seats: no part of the cost of a table.
[[nodiscard]] std::int64_t cost_of_keeping_together(const engine::RotationRow& rotation,
                                                    const SeatTask& task);

/// Who is in which of the groups of a carousel that go these ways, [round × groups + group]: one
/// round in which every group has the limits of all the stations it sees.
[[nodiscard]] SeatTask group_task(const engine::Problem& problem,
                                  engine::RotationId id,
                                  std::int32_t groups,
                                  const std::vector<std::int32_t>& ways);

/// Which way round groups of these sizes go in a carousel: each is one unit, and no two meet. A
/// station that is too small or too large for a group counts as out of its reach.
[[nodiscard]] SeatTask way_task(const engine::Problem& problem,
                                engine::RotationId id,
                                const std::vector<std::int32_t>& sizes);

}  // namespace scheduler
