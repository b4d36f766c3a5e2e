#include "scheduler/replan/repair_price.h"

#include <algorithm>

namespace scheduler {
namespace {

using engine::Board;
using engine::RepairMove;

class Adder {
 public:
  Adder(const RepairModel& model, const Board& board, const PeopleSet& disturbed)
      : model_(model), before_(model.standing()), board_(board), people_(disturbed) {}

  Toll sum(const RepairWeights& weights) {
    for (const auto& variable : model_.variables()) add(variable, weights);
    toll_.price.people = people_.count() + weights.people_for(toll_.gaps);
    toll_.price.taste += toll_.gaps * kOpenPlace;
    return toll_;
  }

 private:
  void add(const Variable& variable, const RepairWeights& weights) {
    switch (variable.kind) {
      case Variable::Kind::Block:
        add_block(variable, weights);
        break;
      case Variable::Kind::Place:
        if (board_.placed(variable.block)) add_place(variable);
        break;
      case Variable::Kind::Rooms:
        if (before_.room(variable.activities.front()) == board_.room(variable.activities.front()))
          break;
        people_.add(variable.people);
        toll_.price.taste += kOtherRoom;
        break;
    }
  }

  void add_block(const Variable& variable, const RepairWeights& weights) {
    const auto b = variable.block;
    if (model_.at_home(b, board_)) return;
    people_.add(variable.people);
    if (board_.placed(b))
      toll_.price.taste += model_.taste_of(b, board_.start(b), model_.room_of(b, board_));
    else if (!weights.drop_freely)
      toll_.price.loss += engine::loss_of(board_.problem().blocks[b]);
  }

  void add_place(const Variable& variable) {
    const auto was = before_.holder(variable.slots.front());
    const auto is = board_.holder(variable.slots.front());
    if (was == is) return;
    people_.add(variable.people);
    if (!is.exists()) {
      ++toll_.gaps;
      return;
    }
    if (!model_.concerned().has(is)) people_.add(is);
    toll_.price.taste += kStandIn;
  }

  const RepairModel& model_;
  const Board& before_;
  const Board& board_;
  PeopleSet people_;
  Toll toll_;
};

}  // namespace

RepairWeights weights_of(const std::vector<RepairMove>& order) {
  const auto at = [&](RepairMove move) { return std::find(order.begin(), order.end(), move); };
  return {.gaps_first = at(RepairMove::Fewer) < at(RepairMove::Substitute),
          .gaps_last = at(RepairMove::Move) < at(RepairMove::Fewer),
          .drop_freely = at(RepairMove::Drop) < at(RepairMove::Move)};
}

std::int64_t pages_void(const RepairModel& model, const Board& board) {
  const auto& before = model.standing();
  const auto& problem = board.problem();
  std::vector<std::uint8_t> doors(problem.rooms.size());
  std::vector<std::uint8_t> walls(problem.rotations.size());
  const auto mark_doors = [&](engine::ActivityId a) {
    for (const auto* state : {&before, &board})
      if (const auto room = state->room(a); room.exists()) doors[room.index()] = 1;
  };
  for (const auto& variable : model.variables()) {
    const auto rotation = problem.blocks[variable.block].rotation;
    if (variable.kind == Variable::Kind::Block && !model.at_home(variable.block, board)) {
      engine::each_moved_activity(
          problem, engine::Change::place(variable.block, engine::kNever), mark_doors);
    } else if (variable.kind == Variable::Kind::Rooms &&
               before.room(variable.activities.front()) !=
                   board.room(variable.activities.front())) {
      for (const auto a : variable.activities) mark_doors(a);
    } else {
      continue;
    }
    if (rotation.exists()) walls[rotation.index()] = 1;
  }
  return std::count(doors.begin(), doors.end(), 1) + std::count(walls.begin(), walls.end(), 1);
}

Toll toll_of(const RepairModel& model, const Board& board, const RepairTerms& terms) {
  auto toll = Adder(model, board, terms.disturbed).sum(terms.weights);
  toll.price.pages = pages_void(model, board);
  return toll;
}

}  // namespace scheduler
