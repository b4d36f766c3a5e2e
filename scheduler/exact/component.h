/// Some blocks of a problem as a network: a variable per block, a value per start and room.
#pragma once

#include <vector>

#include "scheduler/exact/backtracking.h"
#include "scheduler/exact/place_pairs.h"
#include "scheduler/graph/graph.h"

namespace scheduler {

class Component {
 public:
  /// `problem` and `rules` must outlive it.
  Component(const engine::Problem& problem,
            const std::vector<Domain>& domains,
            const PairRules& rules,
            std::vector<engine::BlockId> blocks);

  /// Whether the blocks have few enough places to be searched.
  static bool is_small(const std::vector<Domain>& domains,
                       const std::vector<engine::BlockId>& blocks);

  using Accept = std::function<Leaf(const std::vector<Placement>&)>;
  [[nodiscard]] Outcome search(const Accept& accept, std::int64_t most_work, Budget& budget);

  /// After Outcome::Found.
  [[nodiscard]] const std::vector<Placement>& solution() const { return solution_; }
  /// Words looked at so far.
  [[nodiscard]] std::int64_t work() const { return network_.work(); }

 private:
  using Values = std::vector<Network::Word>;  ///< as bits

  void relate(std::size_t a, std::size_t b);
  void add_tables();
  [[nodiscard]] bool list_tuples(const std::vector<int>& clique,
                                 std::vector<std::vector<int>>& tuples) const;
  [[nodiscard]] Values values_beside(const std::vector<int>& clique,
                                     const std::vector<int>& tuple) const;
  void add_alike(const Network::State& state,
                 int variable,
                 int value,
                 std::vector<std::pair<int, int>>& values) const;
  [[nodiscard]] std::vector<Placement> placements(const std::vector<int>& values) const;
  [[nodiscard]] std::vector<int> interchangeable_rooms() const;
  /// Words that putting all blocks on a board and taking them off again takes as long as.
  [[nodiscard]] std::int64_t work_to_judge() const;

  const engine::Problem& problem_;
  const PairRules& rules_;
  std::vector<engine::BlockId> blocks_;
  std::vector<Places> places_;   ///< per block of `blocks_`
  std::vector<Edge> apart_;      ///< that can never overlap, whatever their rooms
  std::vector<int> room_class_;  ///< rooms of a class differ by name only
  Network network_;
  std::vector<Placement> solution_;
};

}  // namespace scheduler
