/// Statements as the tables of a document need them: rows in, rows out, in typed values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "engine/model/text.h"
#include "engine/model/time.h"
#include "engine/plan/history.h"

namespace data {

/// A wall-clock time of the plan, "2025-02-11 09:30".
struct Clocked {
  engine::Minute minute = 0;
};

/// Kept as a BLOB, byte for byte.
struct Blob {
  const std::string& bytes;
};

[[nodiscard]] std::string utc_text(engine::Instant instant);  ///< "2025-02-11T08:30:00Z"

/// Inserts rows with one prepared statement; the arguments fill its `?` in order.
class Insert {
 public:
  Insert(SQLite::Database& database, const char* sql) : statement_(database, sql) {}

  template <class... Values>
  void operator()(const Values&... values) {
    int index = 0;
    (put(++index, values), ...);
    statement_.exec();
    statement_.reset();
    statement_.clearBindings();
  }

 private:
  void put(int index, int value) { statement_.bind(index, value); }
  void put(int index, std::int64_t value) { statement_.bind(index, value); }
  void put(int index, std::size_t value) { put(index, static_cast<std::int64_t>(value)); }
  void put(int index, bool value) { statement_.bind(index, value ? 1 : 0); }
  void put(int index, double value) { statement_.bind(index, value); }
  void put(int index, const std::string& value) { statement_.bind(index, value); }
  void put(int index, const Blob& value) {
    statement_.bind(index, value.bytes.data(), static_cast<int>(value.bytes.size()));
  }
  void put(int index, Clocked value) { put(index, engine::moment_text(value.minute)); }
  void put(int index, engine::Instant value) { put(index, utc_text(value)); }
  template <class T>
  void put(int index, const std::optional<T>& value) {
    if (value)
      put(index, *value);
    else
      statement_.bind(index);
  }

  SQLite::Statement statement_;
};

/// One row of a result, by column from 0. A value of the wrong kind throws std::invalid_argument:
/// the document is damaged.
class Row {
 public:
  explicit Row(SQLite::Statement& statement) : statement_(statement) {}

  [[nodiscard]] std::int64_t number(int column) const {
    return statement_.getColumn(column).getInt64();
  }
  [[nodiscard]] int count(int column) const { return statement_.getColumn(column).getInt(); }
  [[nodiscard]] std::size_t position(int column) const;
  [[nodiscard]] bool flag(int column) const { return count(column) != 0; }
  [[nodiscard]] double real(int column) const { return statement_.getColumn(column).getDouble(); }
  [[nodiscard]] std::string text(int column) const {
    return statement_.getColumn(column).getString();
  }
  [[nodiscard]] engine::Text texts(int column) const { return {text(column), text(column + 1)}; }
  [[nodiscard]] bool is_null(int column) const { return statement_.getColumn(column).isNull(); }
  [[nodiscard]] std::optional<std::int64_t> optional_number(int column) const;
  [[nodiscard]] engine::Minute moment(int column) const;
  [[nodiscard]] engine::Instant instant(int column) const;

 private:
  SQLite::Statement& statement_;
};

/// Calls `f(Row)` for every row of `sql`, whose one `?` is `key`.
template <class F>
void each_row(SQLite::Database& database, const char* sql, std::int64_t key, F f) {
  SQLite::Statement statement(database, sql);
  statement.bind(1, key);
  while (statement.executeStep()) f(Row(statement));
}

}  // namespace data
