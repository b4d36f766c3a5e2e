/// A rotation on the day: people missing, people more, a table closed; the fewest cards change.
///
/// Whoever has a card keeps it unless a group is left too small, too large or closed. People who
/// come in addition take free seats. Changes in the next round come last, so that no host waits for
/// somebody who has just been sent elsewhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "engine/problem/problem.h"
#include "scheduler/rotation/halls.h"
#include "scheduler/rotation/rounds.h"
#include "scheduler/rotation/seat_limits.h"
#include "scheduler/search/budget.h"
#include "scheduler/search/random.h"

namespace scheduler {

/// In BrokenSeating::before: has no card for that round.
inline constexpr std::int32_t kNoGroup = -1;

struct BrokenSeating {
  Rounds before;                      ///< what people's cards say; kNoGroup where they say nothing
  std::vector<std::uint8_t> present;  ///< [round × people + person]: needs a seat in that round
  std::vector<std::uint8_t> concerned;  ///< [person]: the news is theirs; their card is not counted
  std::int32_t frozen_rounds = 0;       ///< the first rounds stay as they are
  std::vector<SeatLimits> limits;       ///< [round × groups + group]
  std::vector<Hall> halls{};            ///< groups that share rooms
  std::vector<std::int32_t> runs;       ///< [group]: rounds it may take place in
  std::vector<std::int32_t> hosts;      ///< [group]: people disturbed when it runs in other rounds
  /// Participant and group: who takes part where that group does not take place, and is there, as
  /// often as it does, where it does.
  std::vector<std::pair<std::int32_t, std::int32_t>> hosting{};
  std::vector<std::uint8_t> out_of_reach{};  ///< [person × groups + group], empty: nothing is
  bool once = false;                         ///< nobody is in the group of one number twice
  bool whole_groups = false;                 ///< groups go round together (carousel)
  bool meet_new = false;                     ///< a repeated meeting is worse than none (remix)
  std::vector<std::vector<std::int32_t>> together;  ///< sets of people, always in one group
  std::vector<std::vector<std::int32_t>> apart;     ///< sets of people, never in one group

  [[nodiscard]] bool is_present(std::int32_t round, std::int32_t person) const {
    return present[static_cast<std::size_t>(round) * static_cast<std::size_t>(before.people) +
                   static_cast<std::size_t>(person)] != 0;
  }
};

/// One card for one round; kNoGroup: had no seat, or has none any more.
struct SeatMove {
  std::int32_t round = 0;
  std::int32_t person = 0;
  std::int32_t from = kNoGroup;
  std::int32_t to = kNoGroup;
  friend bool operator==(const SeatMove&, const SeatMove&) = default;
};

struct RepairedSeating {
  Rounds after;                         ///< kNoGroup for whoever is not there
  std::vector<SeatMove> moves;          ///< by round, then by person; those who come and go too
  std::vector<std::int32_t> disturbed;  ///< who is there, had a card and has another one; ascending
  std::int64_t disturbed_hosts = 0;     ///< whose group runs in other rounds than before
  std::int64_t broken = 0;  ///< people too many or too few, seen twice, apart or not: 0 when whole
  std::int64_t bound = 0;   ///< no repair that breaks nothing disturbs fewer people and hosts

  [[nodiscard]] std::int64_t people() const {
    return static_cast<std::int64_t>(disturbed.size()) + disturbed_hosts;
  }
  [[nodiscard]] bool proved() const { return broken == 0 && people() == bound; }
};

/// A rotation whose cards say `before` ([round × participants + position], kNoStation where there
/// is none), everybody there whenever they can come; `present` and `frozen_rounds` are for the
/// caller to change. `concerned`, per person: the news is about them.
[[nodiscard]] BrokenSeating broken_seating(const engine::Problem& problem,
                                           engine::RotationId rotation,
                                           const std::vector<std::int32_t>& before,
                                           const std::vector<bool>& concerned);

/// The repair that breaks nothing, then disturbs the fewest people, then changes the fewest cards
/// (those of the next round count double), then repeats the fewest meetings. Milliseconds for some
/// hundred people; with a step limit the same answer on every machine.
[[nodiscard]] RepairedSeating repair_seats(const BrokenSeating& broken,
                                           Random& random,
                                           Budget& budget);

/// No repair that breaks no limit disturbs fewer people: in every round those who are too many
/// leave their group and those who are missing come from one that can spare them, newcomers first;
/// two rounds together need more when few people could be moved in both.
[[nodiscard]] std::int64_t fewest_disturbed(const BrokenSeating& broken);

/// The same of each round by itself, exactly but for sets of people: who has seen the one topic
/// that lacks somebody cannot go there. As long as a repair.
[[nodiscard]] std::int64_t fewest_by_chains(const BrokenSeating& broken, Random& random);

}  // namespace scheduler
