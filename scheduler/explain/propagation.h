/// Takes away the starts that nothing else goes with, until none is left of some block.
#pragma once

#include <optional>
#include <vector>

#include "scheduler/explain/differences.h"

namespace scheduler {

/// Blocks that cannot all be placed, and the rules about them.
struct Emptied {
  std::vector<engine::BlockId> blocks;  ///< ascending; none can be spared
  RuleSet rules = 0;
};

/// Arc consistency on starts (Mackworth 1977) over pairs of blocks: people and rooms in common with
/// the way between, order, not_with, same_start, equipment. A start goes when no start of the
/// other block is at an allowed distance from it.
class Propagation {
 public:
  /// Keeps references: both must outlive it. Blocks that may be left out take no part.
  Propagation(const engine::Problem& problem, const std::vector<Domain>& domains);

  /// Up to `most` sets of blocks that share none, each found without the earlier ones.
  [[nodiscard]] std::vector<Emptied> find(std::size_t most);

  /// The starts left by a run over the blocks that no set of `find` names, and per block those that
  /// took starts away from it.
  [[nodiscard]] const std::vector<std::vector<engine::Minute>>& starts() const { return starts_; }
  [[nodiscard]] const std::vector<Relation>& relations() const { return relations_; }

 private:
  [[nodiscard]] std::optional<engine::BlockId> run();
  bool revise(const Relation& relation, engine::BlockId block);
  [[nodiscard]] bool supported(const Relation& relation, bool is_b, engine::Minute start) const;
  [[nodiscard]] std::vector<engine::BlockId> origin_of(engine::BlockId emptied) const;
  [[nodiscard]] std::vector<engine::BlockId> minimized(std::vector<engine::BlockId> blocks);
  void include(const std::vector<engine::BlockId>& blocks);

  const engine::Problem& problem_;
  const std::vector<Domain>& domains_;
  PairRules rules_;
  std::vector<Relation> relations_;
  std::vector<std::vector<std::size_t>> of_block_;  ///< relations per block
  std::vector<bool> included_;
  std::vector<std::vector<engine::Minute>> starts_;
  std::vector<std::vector<engine::BlockId>> reduced_by_;
};

}  // namespace scheduler
