#include "data/sqlite/migrations.h"

#include <array>
#include <string>

namespace data {
namespace {

// Times of the plan are wall-clock times of the gathering ("2025-02-11 09:30"); times of the
// document's own history are UTC ("2025-02-11T08:30:00Z"). `position` keeps the order of lists.
constexpr const char* kSchema1 = R"sql(
CREATE TABLE gathering (
  revision INTEGER PRIMARY KEY,
  made TEXT NOT NULL
) STRICT;

CREATE TABLE source_file (
  revision INTEGER NOT NULL REFERENCES gathering,
  position INTEGER NOT NULL,
  path TEXT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (revision, position)
) STRICT;

CREATE TABLE version (
  number INTEGER PRIMARY KEY,
  made TEXT NOT NULL,
  cause_fr TEXT NOT NULL,
  cause_en TEXT NOT NULL,
  revision INTEGER NOT NULL REFERENCES gathering,
  seed INTEGER NOT NULL,              -- unsigned, in two's complement
  iterations INTEGER,                 -- none: the clock was the limit
  seconds REAL NOT NULL,
  feasible INTEGER NOT NULL CHECK (feasible IN (0, 1)),
  proved INTEGER NOT NULL CHECK (proved IN (0, 1)),
  hard INTEGER NOT NULL,
  unplaced INTEGER NOT NULL,
  soft INTEGER NOT NULL,
  bound INTEGER                       -- proved lower bound of soft
) STRICT;

CREATE TABLE change (
  version INTEGER NOT NULL REFERENCES version,
  position INTEGER NOT NULL,
  made TEXT NOT NULL,
  kind TEXT NOT NULL,
  item TEXT NOT NULL,
  value TEXT NOT NULL,
  text_fr TEXT NOT NULL,
  text_en TEXT NOT NULL,
  PRIMARY KEY (version, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE rotation (
  version INTEGER NOT NULL REFERENCES version,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  repeat_meetings INTEGER NOT NULL,
  repeat_cost INTEGER NOT NULL,
  bound INTEGER NOT NULL,
  proved INTEGER NOT NULL CHECK (proved IN (0, 1)),
  PRIMARY KEY (version, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE round (
  version INTEGER NOT NULL,
  rotation INTEGER NOT NULL,          -- its position
  round INTEGER NOT NULL,             -- from 0
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  PRIMARY KEY (version, rotation, round),
  FOREIGN KEY (version, rotation) REFERENCES rotation
) STRICT, WITHOUT ROWID;

-- What happens in one room: a session (with its times), or a station of a round (with the round).
CREATE TABLE placement (
  version INTEGER NOT NULL REFERENCES version,
  number INTEGER NOT NULL,            -- in the order of the plan
  id TEXT NOT NULL,                   -- of the session or the station
  room TEXT NOT NULL,                 -- empty: needs none
  starts TEXT,
  ends TEXT,
  rotation INTEGER,
  round INTEGER,
  PRIMARY KEY (version, number),
  FOREIGN KEY (version, rotation, round) REFERENCES round,
  CHECK ((rotation IS NULL) = (round IS NULL)),
  CHECK ((starts IS NULL) = (ends IS NULL)),
  CHECK ((rotation IS NULL) = (starts IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE role (
  version INTEGER NOT NULL,
  placement INTEGER NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (version, placement, position),
  FOREIGN KEY (version, placement) REFERENCES placement
) STRICT, WITHOUT ROWID;

CREATE TABLE holder (
  version INTEGER NOT NULL,
  placement INTEGER NOT NULL,
  role INTEGER NOT NULL,              -- its position
  position INTEGER NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY (version, placement, role, position),
  FOREIGN KEY (version, placement, role) REFERENCES role
) STRICT, WITHOUT ROWID;

CREATE TABLE participant (
  version INTEGER NOT NULL,
  placement INTEGER NOT NULL,
  position INTEGER NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY (version, placement, position),
  FOREIGN KEY (version, placement) REFERENCES placement
) STRICT, WITHOUT ROWID;

CREATE TABLE rule_score (
  version INTEGER NOT NULL REFERENCES version,
  position INTEGER NOT NULL,
  rule TEXT NOT NULL,
  hard INTEGER NOT NULL CHECK (hard IN (0, 1)),
  weight INTEGER NOT NULL,
  count INTEGER NOT NULL,
  penalty INTEGER NOT NULL,
  PRIMARY KEY (version, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE unplaced (
  version INTEGER NOT NULL REFERENCES version,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  reason_fr TEXT NOT NULL,
  reason_en TEXT NOT NULL,
  PRIMARY KEY (version, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE remark (
  version INTEGER NOT NULL REFERENCES version,
  position INTEGER NOT NULL,
  rule TEXT NOT NULL,
  hard INTEGER NOT NULL CHECK (hard IN (0, 1)),
  text_fr TEXT NOT NULL,
  text_en TEXT NOT NULL,
  PRIMARY KEY (version, position)
) STRICT, WITHOUT ROWID;
)sql";

// Calendars and conference apps know events by names that must never change nor be guessed.
constexpr const char* kSchema2 = R"sql(
CREATE TABLE identity (
  uid TEXT NOT NULL                   -- 32 hexadecimal digits, drawn once
) STRICT;
INSERT INTO identity VALUES (lower(hex(randomblob(16))));
)sql";

constexpr auto kMigrations = std::to_array<const char*>({kSchema1, kSchema2});

}  // namespace

std::span<const char* const> migrations() {
  return kMigrations;
}

int schema_of(SQLite::Database& database) {
  return database.execAndGet("PRAGMA user_version").getInt();
}

void migrate(SQLite::Database& database, std::span<const char* const> scripts) {
  for (auto schema = static_cast<std::size_t>(schema_of(database)); schema < scripts.size();) {
    database.exec(scripts[schema]);
    database.exec("PRAGMA user_version = " + std::to_string(++schema));
  }
}

}  // namespace data
