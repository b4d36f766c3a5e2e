/// What keeps a gathering from having a plan, and changes of its file that give it one.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/model/text.h"

namespace engine {

/// Rules and things that cannot all be had together.
struct Obstruction {
  Text text;                       ///< one sentence without a full stop
  std::vector<std::string> rules;  ///< of the catalogue
  std::vector<std::string> items;  ///< ids: sessions and rotations, people, rooms, sites …
  bool proved = false;             ///< false: no plan was found, which is no proof
  /// Of the people and things in `items`, those of which each alone, set free, makes room.
  std::vector<std::string> decisive = {};
  friend bool operator==(const Obstruction&, const Obstruction&) = default;
};

/// One key of one part of the gathering file set to a value; or, with the table "registrations" and
/// no value, the rows of the person `id` for the item `key` taken out of that table.
struct Setting {
  std::string table;  ///< "session"; "rules" and "gathering" are there once
  std::string id;     ///< of the row; the date of a day; empty for parts that are there once
  std::string key;
  std::string value;  ///< as TOML writes it
  friend auto operator<=>(const Setting&, const Setting&) = default;
};

struct Repair {
  Text text;
  std::int64_t cost = 0;  ///< how much it asks (docs/explain.md)
  std::vector<Setting> changes;
  friend bool operator==(const Repair&, const Repair&) = default;
};

}  // namespace engine
