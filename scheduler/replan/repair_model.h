/// What a repair may change in a plan, whom each change disturbs, and what must not be.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/rules/all.h"
#include "scheduler/replan/adapted.h"
#include "scheduler/replan/people_set.h"
#include "scheduler/timetable/spots.h"
#include "scheduler/timetable/teams.h"

namespace scheduler {

/// Option::taste, in the order of practice: keep the group and the hour (DOMAIN 5), then the room,
/// then no place open that somebody can take, then the usual pool.
inline constexpr std::int64_t kOtherHour = 1'000'000;
inline constexpr std::int64_t kOtherRoom = 1'000;
inline constexpr std::int64_t kOpenPlace = 200;
inline constexpr std::int64_t kStandIn = 100;

/// One decision of the plan that a repair may alter, as a whole.
struct Variable {
  enum class Kind : std::uint8_t {
    Block,  ///< start, and for a session the room; or left out
    Place,  ///< who holds one place of a team, in the rounds to come that its holder has
    Rooms,  ///< the room of a station of a rotation, in every round to come
  };
  Kind kind = Kind::Block;
  engine::BlockId block;
  std::vector<engine::SlotId> slots{};           ///< of a place
  std::vector<engine::ActivityId> activities{};  ///< of a station
  PeopleSet people;                              ///< disturbed when it changes, whatever it becomes
  bool movable = true;                           ///< a block: to another time
  bool only_later = false;                       ///< it begins soon, and waits for what is late
  bool room_movable = true;                      ///< a session: to another room
  bool droppable = true;                         ///< a block: out of the plan
};

/// One way to change a variable.
struct Option {
  std::vector<engine::Change> changes;
  engine::PersonId newcomer;  ///< who takes a place, and is disturbed, or none
  std::int64_t loss = 0;      ///< what is left out
  std::int64_t gaps = 0;      ///< places left open
  std::int64_t taste = 0;     ///< less is nearer to what was: same hour, same pool
};

/// Kinds of repair that may be used: to compare one with another.
struct Allowed {
  bool substitute = true;
  bool move = true;
};

class RepairModel {
 public:
  /// `board` is the plan as it stands, some of it impossible now. Keeps references.
  RepairModel(const Adapted& adapted,
              const Clock& clock,
              const engine::Problem& problem,
              const engine::Board& board);

  void allow(Allowed allowed) { allowed_ = allowed; }

  [[nodiscard]] const std::vector<Variable>& variables() const { return variables_; }
  [[nodiscard]] std::vector<Option> options(std::size_t number, const engine::Board& board) const;

  /// Variables that stand for a decision, or −1.
  [[nodiscard]] int of_block(engine::BlockId block) const { return block_[block.index()]; }
  [[nodiscard]] int of_slot(engine::SlotId slot) const { return slot_[slot.index()]; }
  [[nodiscard]] int of_activity(engine::ActivityId a) const { return rooms_[a.index()]; }

  /// The plan as it was before any repair.
  [[nodiscard]] const engine::Board& standing() const { return before_; }

  /// Where a session's block is, or a block without a room of its own: none.
  [[nodiscard]] engine::RoomId room_of(engine::BlockId block, const engine::Board& board) const;

  /// Id of the session or rotation.
  [[nodiscard]] const std::string& item_of(engine::BlockId block) const;

  /// As it was before any repair.
  [[nodiscard]] bool at_home(engine::BlockId block, const engine::Board& board) const;

  /// At a start or in a room that the file does not allow now, which no rule minds.
  [[nodiscard]] bool misplaced(const Variable& variable, const engine::Board& board) const;

  /// Option::taste of a place in time and space for a block.
  [[nodiscard]] std::int64_t taste_of(engine::BlockId block,
                                      engine::Minute start,
                                      engine::RoomId room) const;

  /// A place whose holder cannot hold it as the board is: out, or not yet there.
  struct Misheld {
    std::size_t variable = 0;
    engine::BlockId block;
    bool hopeless = false;  ///< moving the block does not help
  };
  [[nodiscard]] std::vector<Misheld> misheld(const engine::Board& board) const;

  [[nodiscard]] const PeopleSet& concerned() const { return concerned_; }
  [[nodiscard]] bool is_out(engine::PersonId person) const { return out_.has(person); }

 private:
  void list_people();
  void list_blocks(const engine::Board& board);
  void list_places(const engine::Board& board);
  [[nodiscard]] std::vector<TeamPlace> decisions_of(const TeamPlace& place,
                                                    const engine::Board& board) const;
  void list_stations(const engine::Board& board);
  [[nodiscard]] PeopleSet people_of(engine::BlockId block, const engine::Board& board) const;
  [[nodiscard]] bool last_of_its_day(engine::BlockId block, const engine::Board& board) const;
  [[nodiscard]] bool rests(engine::ActivityId a, const engine::Board& board) const;
  [[nodiscard]] engine::Minute time_of(engine::SlotId slot, const engine::Board& board) const;
  /// Somebody holds the slot, and comes, in time.
  [[nodiscard]] bool is_there(engine::SlotId slot, const engine::Board& board) const;
  [[nodiscard]] bool has_last_turn(engine::BlockId block, engine::PersonId person) const;
  [[nodiscard]] bool to_come(engine::PartId part, const engine::Board& board) const;
  [[nodiscard]] bool reachable(const PeopleSet& people,
                               engine::RoomId room,
                               engine::Minute start) const;
  void block_options(const Variable& variable,
                     const engine::Board& board,
                     std::vector<Option>& list) const;
  void place_options(const Variable& variable,
                     const engine::Board& board,
                     std::vector<Option>& list) const;
  void room_options(const Variable& variable,
                    const engine::Board& board,
                    std::vector<Option>& list) const;
  void drop_option(const Variable& variable, std::vector<Option>& list) const;
  void find_positions();

  const Adapted& adapted_;
  Clock clock_;
  Allowed allowed_;
  const engine::Problem& problem_;
  Spots spots_;
  engine::Board before_;
  std::vector<Variable> variables_;
  std::vector<int> block_;
  std::vector<int> slot_;
  std::vector<int> rooms_;
  PeopleSet concerned_;
  PeopleSet out_;
  PeopleSet sent_in_;
  std::vector<engine::Minute> arrives_;    ///< per person: when they come, if they are late
  std::vector<engine::PlaceId> position_;  ///< per person: where they are now, or none
};

}  // namespace scheduler
