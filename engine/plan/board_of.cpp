#include "engine/plan/board_of.h"

#include <map>
#include <string_view>

namespace engine {
namespace {

template <class Id>
using Rows = std::map<std::string_view, Id>;

template <class Id, class Row>
Rows<Id> rows_of(const std::vector<Row>& list) {
  Rows<Id> rows;
  for (std::size_t i = 0; i < list.size(); ++i)
    rows.emplace(list[i].id.value, Id{static_cast<std::int32_t>(i)});
  return rows;
}

/// A row that is not there is no id.
template <class Id>
Id find(const Rows<Id>& rows, std::string_view key) {
  const auto found = rows.find(key);
  return found == rows.end() ? Id{} : found->second;
}

class Reader {
 public:
  Reader(const Gathering& gathering, const Problem& problem)
      : gathering_(gathering),
        problem_(problem),
        board_(problem),
        rooms_(rows_of<RoomId>(gathering.rooms)),
        people_(rows_of<PersonId>(gathering.people)),
        rotations_(rows_of<RotationId>(gathering.rotations)) {
    problem.blocks.each([&](BlockId b) {
      const auto session = problem.blocks[b].session;
      if (session >= 0)
        sessions_.emplace(gathering.sessions[static_cast<std::size_t>(session)].id.value, b);
    });
  }

  Board read(const Plan& plan) {
    for (const auto& session : plan.sessions) place(session);
    for (const auto& rotation : plan.rotations) place(rotation);
    return std::move(board_);
  }

 private:
  void place(const PlannedSession& planned) {
    const auto block = find(sessions_, planned.id);
    if (!block.exists()) return;
    const auto a = first_activity(problem_, block);
    set_room(a, planned.room);
    board_.apply(Change::place(block, planned.start));
    const auto row = static_cast<std::size_t>(problem_.blocks[block].session);
    set_team(a, gathering_.sessions[row].team, planned.team);
  }

  void place(const PlannedRotation& planned) {
    const auto id = find(rotations_, planned.id);
    if (!id.exists()) return;
    const auto& rotation = problem_.rotations[id];
    if (planned.rounds.size() != rotation.parts.size()) return;
    for (std::size_t r = 0; r < planned.rounds.size(); ++r) {
      const auto& part = problem_.parts[rotation.parts[r]];
      for (const auto& station : planned.rounds[r].stations) fill(id, rotation.parts[r], station);
      if (!board_.placed(part.block))
        board_.apply(Change::place(part.block, planned.rounds[r].start - part.offset));
    }
  }

  void fill(RotationId id, PartId part, const PlannedStation& planned) {
    const auto& stations = gathering_.rotations[id.index()].stations;
    std::int32_t number = 0;
    while (static_cast<std::size_t>(number) < stations.size() &&
           stations[static_cast<std::size_t>(number)].id.value != planned.id)
      ++number;
    if (static_cast<std::size_t>(number) == stations.size()) return;
    const ActivityId a{problem_.parts[part].first_activity.value + number};
    set_room(a, planned.room);
    set_team(a, stations[static_cast<std::size_t>(number)].team, planned.team);
    for (const auto& person : planned.participants)
      for (const SeatId seat : seats_of(find(people_, person)))
        if (problem_.seats[seat].part == part) board_.apply(Change::station(seat, number));
  }

  [[nodiscard]] std::span<const SeatId> seats_of(PersonId person) const {
    return person.exists() ? problem_.seats_of[person] : std::span<const SeatId>{};
  }

  void set_room(ActivityId a, const std::string& key) {
    const auto room = find(rooms_, key);
    if (room.exists()) board_.apply(Change::room(a, room));
  }

  /// Of a role with places to fill, the plan lists those chosen in the order of the places.
  void set_team(ActivityId a,
                const std::vector<Role>& written,
                const std::vector<RoleHolders>& planned) {
    std::map<std::size_t, std::size_t> next;  // of each role, whom to take
    for (const SlotId slot : problem_.slots_of[a]) {
      const auto role = static_cast<std::size_t>(problem_.slots[slot].role);
      if (role >= planned.size()) continue;
      const auto at = written[role].people.size() + next[role]++;
      if (at >= planned[role].people.size()) continue;
      const auto person = find(people_, planned[role].people[at]);
      if (person.exists()) board_.apply(Change::holder(slot, person));
    }
  }

  const Gathering& gathering_;
  const Problem& problem_;
  Board board_;
  Rows<RoomId> rooms_;
  Rows<PersonId> people_;
  Rows<RotationId> rotations_;
  Rows<BlockId> sessions_;
};

}  // namespace

Board board_of(const Gathering& gathering, const Problem& problem, const Plan& plan) {
  return Reader(gathering, problem).read(plan);
}

}  // namespace engine
