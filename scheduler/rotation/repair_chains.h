/// People handed on from group to group, for groups that nobody can simply join or leave.
///
/// In one round the cheapest way to fill a group is a path: one person leaves a group that can
/// spare somebody, another makes room for them elsewhere, and so on (successive shortest paths;
/// Ahuja, Magnanti & Orlin 1993). Somebody who has changed already changes again for nothing.
/// Groups of a carousel go round as a whole: there a path leads from way to way.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "scheduler/rotation/repair_table.h"
#include "scheduler/search/random.h"

namespace scheduler {

class RepairChains {
 public:
  using People = std::vector<std::int32_t>;

  /// `ways[way][round]`, from the first round to come, where groups stay whole; else none. `units`
  /// says for each person who moves with them.
  RepairChains(const BrokenSeating& broken,
               const std::vector<std::vector<std::int32_t>>& ways,
               const std::vector<People>& units,
               RepairTable& table,
               Random& random);

  /// Mends one round after the other, as far as chains of people who move alone can. Where fewer
  /// people change when some groups are closed, they mostly are.
  void mend();

  /// Proved for one round to come (the last of `broken`, all others frozen, nobody kept together or
  /// apart): so many people change at least. Whoever has no seat may take any; a table that stays
  /// empty may open at once; closing one moves all who are there. Leaves the table changed.
  [[nodiscard]] std::int64_t fewest_changed();

 private:
  struct Edge {
    std::int64_t cost = 0;
    std::int32_t person = -1;
  };
  using Edges = std::vector<Edge>;  ///< [from × (nodes + 1) + to], the last one is nowhere
  using Marks = std::vector<bool>;  ///< [node]

  void mend(const std::vector<std::int32_t>& rounds);
  void close_some();
  [[nodiscard]] bool is_used(std::size_t node) const;
  [[nodiscard]] std::int64_t cost_of_closing(std::size_t node) const;
  bool hand_on();
  [[nodiscard]] Edges edges() const;
  [[nodiscard]] Edge edge(std::int32_t person, std::size_t to) const;
  [[nodiscard]] std::vector<std::size_t> shortest(const Edges& edges,
                                                  const Marks& from,
                                                  const Marks& to) const;
  void move(std::int32_t person, std::size_t to);
  [[nodiscard]] std::int32_t group(std::size_t node, std::int32_t round) const;
  [[nodiscard]] std::optional<std::size_t> node_of(std::int32_t person) const;
  [[nodiscard]] SeatLimits limits(std::size_t node, std::int32_t round) const;
  [[nodiscard]] std::int32_t people_at(std::size_t node, std::int32_t round) const;
  [[nodiscard]] std::int32_t most_at(std::size_t node) const;
  [[nodiscard]] std::int32_t missing(std::size_t node) const;
  [[nodiscard]] std::int32_t spare(std::size_t node) const;
  [[nodiscard]] std::int32_t too_many(std::size_t node) const;
  [[nodiscard]] std::int32_t free_seats(std::size_t node) const;

  const BrokenSeating& broken_;
  const std::vector<std::vector<std::int32_t>>& ways_;
  const std::vector<People>& units_;
  RepairTable& table_;
  Random& random_;
  std::size_t nodes_;
  std::vector<std::int32_t> rounds_;  ///< those of the repair at hand
  std::vector<bool> closed_;          ///< [node]: nobody is to be left there
  std::vector<bool> may_open_;        ///< [node]: nobody is there, and that costs nothing
  std::int64_t idle_ = 0;             ///< people without a seat who may take any
  std::vector<std::int32_t> taken_;   ///< [node]: seats that they took
};

}  // namespace scheduler
