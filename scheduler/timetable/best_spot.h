/// The start and room of a block where what stands in its way weighs least.
#pragma once

#include <vector>

#include "engine/rules/all.h"
#include "scheduler/search/random.h"
#include "scheduler/timetable/obstacles.h"
#include "scheduler/timetable/spots.h"

namespace scheduler {

/// Whether it may be where a programme already sent out has it.
[[nodiscard]] bool may_be_as_published(const engine::Problem& problem,
                                       const Spots& spots,
                                       engine::BlockId block);

/// Looks at all the spots of a block at once. Keeps its tables from one look to the next.
class BestSpot {
 public:
  /// Which of equally good spots.
  enum class Taste {
    Any,      ///< drawn at random
    Earliest  ///< where it was published if that is free, else no gaps that nothing fits in
  };
  /// A spot, by its row among those of the block, and one of its rooms.
  struct Choice {
    std::size_t row = 0;
    engine::RoomId room;
    Weight weight = 0;  ///< of the blocks in its way, and what `beside` said of the row
  };

  BestSpot(engine::PlanEvaluator& evaluator, const Spots& spots, Random& random);

  /// `block` is not placed and has a spot. `weights` is per block what it costs to take it out,
  /// `beside` per row of the spots what it costs beside that.
  Choice find(engine::BlockId block,
              const std::vector<Weight>& weights,
              const std::vector<Weight>& beside,
              Taste taste);

 private:
  struct Look;
  void add_order_and_company(engine::BlockId block, const std::vector<Weight>& weights);
  void look_along(std::size_t first, std::size_t last, Look& look);
  void consider(std::size_t row, engine::RoomId room, Weight weight, Look& look);
  Weight weight_of_rooms(engine::BlockId block, engine::Minute start);

  engine::PlanEvaluator& evaluator_;
  const Spots& spots_;
  Random& random_;
  Obstacles obstacles_;
  std::vector<Weight> beside_;    ///< per row of the spots looked at: neither people nor rooms
  std::vector<Weight> least_at_;  ///< per row of Obstacles::place: at any start, rooms left aside
};

}  // namespace scheduler
