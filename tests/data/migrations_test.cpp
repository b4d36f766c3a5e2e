#include "data/sqlite/migrations.h"

#include <array>
#include <string>
#include <vector>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

#include "data/sqlite/document.h"
#include "tests/catch.h"
#include "tests/data/documents.h"
#include "tests/support/temp_folder.h"

using tests::TempFolder;

namespace {

const int kCreate = SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;

/// A document as the first release of schema 1 left it, kept as the statements that make it.
void make_schema_1_document(const std::string& path) {
  SQLite::Database database(path, kCreate);
  database.exec(tests::bytes_of(std::string(FARANDOLE_SOURCE_DIR) + "/tests/data/schema_1.sql"));
}

std::vector<std::string> schema(SQLite::Database& database) {
  std::vector<std::string> statements;
  SQLite::Statement rows(database, "SELECT sql FROM sqlite_schema WHERE sql > '' ORDER BY name");
  while (rows.executeStep()) statements.push_back(rows.getColumn(0).getString());
  return statements;
}

}  // namespace

TEST_CASE("a document of schema 1 is read, and grows") {
  const TempFolder folder;
  const data::Document document(folder.file("ancien.farandole"));
  make_schema_1_document(document.path());

  const auto stored = document.load();
  auto plan = tests::sample_plan();
  plan.version = 2;
  CHECK(stored.plan == plan);
  CHECK(stored.record.cause.fr == "deux");
  CHECK(stored.record.changes.size() == 1);
  CHECK(stored.sources[1].bytes == tests::new_version("deux").sources[1].bytes);
  CHECK(document.save(2, tests::new_version("trois")) == 3);
  SQLite::Database database(document.path());
  CHECK(database.execAndGet("PRAGMA integrity_check").getString() == "ok");
}

TEST_CASE("an upgraded document has the tables of a new one") {
  const TempFolder folder;
  const data::Document old(folder.file("ancien.farandole"));
  make_schema_1_document(old.path());
  REQUIRE(old.history().size() == 2);  // opening upgrades
  SQLite::Database upgraded(old.path());
  SQLite::Database fresh(":memory:", kCreate);
  data::migrate(fresh, data::migrations());
  CHECK(schema(upgraded) == schema(fresh));
  CHECK(data::schema_of(upgraded) == data::schema_of(fresh));
}

TEST_CASE("scripts run in order from the document's schema on, all or none") {
  const TempFolder folder;
  SQLite::Database database(folder.file("essai.db"), kCreate);
  const auto* one = "CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a VALUES (1)";
  const auto* two = "ALTER TABLE a ADD COLUMN y INTEGER; UPDATE a SET y = x + 1";
  const auto* wrong = "UPDATE a SET y = 5; INSERT INTO nowhere VALUES (1)";
  data::migrate(database, std::array{one});
  CHECK(data::schema_of(database) == 1);

  {
    SQLite::Transaction transaction(database);
    CHECK_THROWS_AS(data::migrate(database, std::array{one, two, wrong}), SQLite::Exception);
  }
  CHECK(data::schema_of(database) == 1);
  CHECK(database.execAndGet("SELECT count(*) FROM pragma_table_info('a')").getInt() == 1);

  data::migrate(database, std::array{one, two});
  CHECK(data::schema_of(database) == 2);
  CHECK(database.execAndGet("SELECT y FROM a").getInt() == 2);
}
