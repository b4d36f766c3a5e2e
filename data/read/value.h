/// A value of the gathering file with its place: what the TOML library gave, in our own words.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/model/diagnostic.h"
#include "engine/model/time.h"

namespace data {

struct Entry;

struct Value {
  enum class Kind : std::uint8_t {
    Text,
    Whole,
    Decimal,
    Truth,
    Date,
    Clock,
    Moment,   ///< date and time, as the clock on the wall shows it
    Instant,  ///< date and time with an offset from UTC
    List,
    Table,
  };
  Kind kind = Kind::Table;
  engine::Where where;
  std::string text;
  std::int64_t whole = 0;
  double decimal = 0;
  bool truth = false;
  engine::Day day = 0;
  engine::Minute clock = 0;  ///< after midnight
  bool seconds = false;      ///< the time is no whole minute
  std::vector<Value> items;
  std::vector<Entry> entries;  ///< in the order of the file
};

struct Entry {
  std::string key;
  engine::Where where;
  Value value;
};

}  // namespace data
