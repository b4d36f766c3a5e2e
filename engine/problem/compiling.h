/// What the steps of compile() share: the gathering, the complaints, and what is known so far.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/diagnostic.h"
#include "engine/model/gathering.h"
#include "engine/model/statement.h"
#include "engine/problem/items.h"
#include "engine/problem/names.h"
#include "engine/problem/problem.h"

namespace engine {

/// The blocks of a session or rotation: [first, first + count), in order of time.
struct ItemBlocks {
  BlockId first;
  std::int32_t count = 0;

  [[nodiscard]] BlockId last() const { return {first.value + count - 1}; }
};

struct Compiling {
  explicit Compiling(const Gathering& source) : gathering(source), names(source, diagnostics) {}
  Compiling(const Compiling&) = delete;
  Compiling& operator=(const Compiling&) = delete;
  ~Compiling() = default;

  const Gathering& gathering;
  Diagnostics diagnostics;
  Names names;
  bool in_spite = false;       ///< what can no longer take place is compiled as well …
  bool anywhere = false;       ///< … and may lie where it breaks its own windows
  Minute grid = 5;             ///< every start is a multiple of it from midnight
  std::vector<DayHours> days;  ///< in date order; whole days where the file gives no hours
  std::vector<std::vector<PersonId>> registered;  ///< per item, ascending, each person once
  std::map<std::string, std::vector<PersonId>, std::less<>> selections;  ///< per "profile:X"
  std::vector<ItemBlocks> items;                                         ///< per item
  std::vector<std::int32_t> poll_of;  ///< per session: row of Gathering::polls, or -1
  Problem problem;

  [[nodiscard]] bool is_hard(RuleId rule) const {
    return problem.weights[static_cast<std::size_t>(rule)].hard > 0;
  }
  /// Items count the sessions first, then the rotations.
  [[nodiscard]] std::size_t item_of_rotation(std::size_t row) const {
    return gathering.sessions.size() + row;
  }
  [[nodiscard]] std::size_t item_of(BlockId block) const {
    return engine::item_of(gathering, problem.blocks[block]);
  }
  [[nodiscard]] const Key& id_of(std::size_t item) const { return id_of_item(gathering, item); }
  [[nodiscard]] Statement named_item(std::size_t item) const {
    const auto sessions = gathering.sessions.size();
    return item < sessions ? named(gathering.sessions[item])
                           : named(gathering.rotations[item - sessions]);
  }
  [[nodiscard]] Statement named_person(PersonId person) const {
    return named(gathering.people[person.index()]);
  }
  [[nodiscard]] const Timing& timing_of(std::size_t item) const {
    const auto sessions = gathering.sessions.size();
    return item < sessions ? gathering.sessions[item].timing
                           : gathering.rotations[item - sessions].timing;
  }
};

}  // namespace engine
