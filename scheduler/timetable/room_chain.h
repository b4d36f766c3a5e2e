/// A room for a session at a new time, others of that time changing rooms to make way.
#pragma once

#include <vector>

#include "scheduler/search/random.h"
#include "scheduler/timetable/spots.h"

namespace scheduler {

/// Augmenting paths of bipartite matching between the sessions of a time and their rooms (Berge
/// 1957), for sessions of any length: a room is passed on where one session alone, not
/// yet published, is in the way.
/// Works on a sketch of the rooms, so that a compound move is known to have rooms before anything
/// is moved; whether the changes keep the other rules is for the evaluator to say.
class RoomChain {
 public:
  RoomChain(const engine::Board& board, const Spots& spots);

  /// The sketch is the board again.
  void begin();
  /// In the sketch the block is in no room.
  void leave(engine::BlockId block);
  /// Room changes that free a room at `start` for a session that has left, in the order they can
  /// be made, then the session's own place: added to `changes` and made in the sketch. False when
  /// there is no way.
  bool find(engine::BlockId session,
            engine::Minute start,
            Random& random,
            std::vector<engine::Change>& changes);
  /// After a `find` in vain: one of the sessions it met, any of which would free a room by leaving.
  /// None when it met nobody.
  [[nodiscard]] engine::BlockId any_met(Random& random) const;

 private:
  struct Step {
    engine::BlockId block;
    engine::RoomId room;     ///< that it would take
    engine::BlockId evicts;  ///< who has it now, or none
    std::int32_t before;     ///< the step whose block gets the room this one leaves, or −1
  };

  bool expand(engine::BlockId block, engine::Minute start, std::int32_t before, Random& random);
  bool passes_on(engine::BlockId block, engine::Minute start, engine::RoomId room);
  void unwind(engine::BlockId session, engine::Minute start, std::vector<engine::Change>& changes);
  void book(engine::BlockId session, engine::Minute start, engine::RoomId room);

  const engine::Board& board_;
  const Spots& spots_;
  std::vector<Step> steps_;
  std::vector<std::uint32_t> seen_;  ///< per room: the last search that met it
  std::uint32_t search_ = 0;
  struct Sketched {
    engine::RoomId room;
    engine::BlockId block;
    engine::Interval use;
  };
  std::vector<Sketched> sketched_;
  std::vector<bool> left_;  ///< per block: where the board has it does not count
  std::vector<engine::BlockId> leavers_;
  engine::BlockId in_the_way_;
};

}  // namespace scheduler
