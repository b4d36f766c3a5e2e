/// Which places of two blocks go together, as bits for a network.
#pragma once

#include <optional>
#include <vector>

#include "scheduler/exact/network.h"
#include "scheduler/explain/differences.h"

namespace scheduler {

/// A place of a block; no room where none is needed or rooms are not chosen (rotations).
struct Placement {
  engine::BlockId block;
  engine::Minute start = 0;
  engine::RoomId room;
};

/// The places of one block, start after start.
struct Places {
  Places(const Domain& domain, engine::BlockId block);

  std::vector<Placement> list;
  std::vector<engine::Minute> starts;  ///< ascending
  std::vector<std::size_t> begin;      ///< per start its first place; then how many there are
  std::vector<engine::RoomId> rooms;   ///< each once
  std::vector<std::size_t> row;        ///< per place that of its room
  std::vector<std::vector<Network::Word>> in_room;  ///< per row the places there, as bits
};

/// As Network::add_pair takes them.
struct PairBits {
  std::vector<Network::Word> of_a;
  std::vector<Network::Word> of_b;
};

/// Of two blocks with places; none when all of them go together. Cost: one relation for every two
/// sites and each common room, then words of bits, not places, unless an order is asked for in
/// days.
[[nodiscard]] std::optional<PairBits> places_together(const engine::Problem& problem,
                                                      const PairRules& rules,
                                                      const Places& a,
                                                      const Places& b);

}  // namespace scheduler
