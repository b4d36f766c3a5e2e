/// Who sits in which group in each round: a plain table, apart from any gathering.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace scheduler {

/// People, groups and rounds are numbered from 0. A schedule made by a construction has groups of
/// one size and no pair that meets twice; what becomes of it later is for the judge to say.
struct Rounds {
  std::int32_t people = 0;
  std::int32_t groups = 0;
  std::int32_t count = 0;           ///< how many rounds
  std::vector<std::int32_t> group;  ///< [round × people + person]: 0 to groups − 1

  Rounds() = default;
  /// Everybody in group 0.
  Rounds(std::int32_t of_people, std::int32_t in_groups, std::int32_t rounds)
      : people(of_people),
        groups(in_groups),
        count(rounds),
        group(static_cast<std::size_t>(of_people) * static_cast<std::size_t>(rounds)) {}

  [[nodiscard]] std::int32_t& at(std::int32_t round, std::int32_t person) {
    return group[index(round, person)];
  }
  [[nodiscard]] std::int32_t at(std::int32_t round, std::int32_t person) const {
    return group[index(round, person)];
  }
  friend bool operator==(const Rounds&, const Rounds&) = default;

 private:
  [[nodiscard]] std::size_t index(std::int32_t round, std::int32_t person) const {
    return static_cast<std::size_t>(round) * static_cast<std::size_t>(people) +
           static_cast<std::size_t>(person);
  }
};

/// The people of each group in one round, in ascending order.
[[nodiscard]] std::vector<std::vector<std::int32_t>> members(const Rounds& rounds,
                                                             std::int32_t round);

/// Only the first `count` rounds.
[[nodiscard]] Rounds first_rounds(Rounds rounds, std::int32_t count);

/// Only these people, who are numbered anew in the order given.
[[nodiscard]] Rounds only_people(const Rounds& rounds, const std::vector<std::int32_t>& people);

}  // namespace scheduler
