#include "scheduler/rotation/moving_hosts.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace scheduler {
namespace {

using engine::ActivityId;
using engine::Change;
using engine::RoomId;

class Moving {
 public:
  Moving(const engine::Board& board, const engine::RotationRow& rotation)
      : board_(board), rotation_(rotation) {
    for (std::int32_t s = 0; s < rotation.stations; ++s)
      places_.push_back(board.room(activity(0, s)));
  }

  /// Empty when a station may not go where its group is.
  std::vector<Change> changes() const {
    std::vector<Change> list;
    for (std::size_t round = 1; round < rotation_.parts.size(); ++round) {
      const auto rooms = rooms_in(round);
      for (std::int32_t s = 0; s < rotation_.stations; ++s) {
        const auto a = activity(round, s);
        const auto room = rooms[static_cast<std::size_t>(s)];
        if (room == board_.room(a)) continue;
        const auto allowed = board_.problem().room_choices[a];
        if (std::find(allowed.begin(), allowed.end(), room) == allowed.end()) return {};
        list.push_back(Change::room(a, room));
      }
    }
    return list;
  }

 private:
  [[nodiscard]] ActivityId activity(std::size_t round, std::int32_t station) const {
    return {board_.problem().parts[rotation_.parts[round]].first_activity.value + station};
  }

  /// Where the group at a station in this round began, or none when nobody is there.
  [[nodiscard]] RoomId home_of_group(std::size_t round, std::int32_t station) const {
    const auto people = static_cast<std::int32_t>(rotation_.participants.size());
    for (const auto seat : board_.seated(activity(round, station))) {
      const auto member = (seat.value - rotation_.first_seat.value) % people;
      const auto first = board_.station({rotation_.first_seat.value + member});
      if (first != engine::kNoStation) return places_[static_cast<std::size_t>(first)];
    }
    return {};
  }

  /// Per station; those without a group share the places that are left.
  [[nodiscard]] std::vector<RoomId> rooms_in(std::size_t round) const {
    auto left = places_;
    std::vector<RoomId> rooms;
    for (std::int32_t s = 0; s < rotation_.stations; ++s) {
      rooms.push_back(home_of_group(round, s));
      if (const auto at = std::find(left.begin(), left.end(), rooms.back()); at != left.end())
        left.erase(at);
    }
    for (auto& room : rooms)
      if (!room.exists() && !left.empty()) {
        room = left.back();
        left.pop_back();
      }
    return rooms;
  }

  const engine::Board& board_;
  const engine::RotationRow& rotation_;
  std::vector<RoomId> places_;  ///< per station: its room in the first round
};

}  // namespace

void let_hosts_move(engine::PlanEvaluator& evaluator) {
  const auto& problem = evaluator.problem();
  for (const auto& rotation : problem.rotations) {
    const bool moves = rotation.hosts_move && rotation.pattern == engine::Pattern::Carousel;
    if (!moves || !evaluator.board().placed(problem.parts[rotation.parts.front()].block)) continue;
    const auto before = evaluator.score().hard;
    std::vector<Change> undo;
    for (const auto& change : Moving(evaluator.board(), rotation).changes()) {
      undo.push_back(evaluator.board().inverse(change));
      evaluator.apply(change);
    }
    if (evaluator.score().hard <= before) continue;
    for (; !undo.empty(); undo.pop_back()) evaluator.apply(undo.back());
  }
}

}  // namespace scheduler
