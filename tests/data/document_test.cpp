#include "data/sqlite/document.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <SQLiteCpp/Database.h>

#include "data/sqlite/migrations.h"
#include "tests/catch.h"
#include "tests/data/documents.h"
#include "tests/support/sample_plan.h"
#include "tests/support/temp_folder.h"

using Catch::Matchers::ContainsSubstring;
using data::Document;
using data::DocumentError;
using data::StaleDocument;
using tests::new_version;
using tests::TempFolder;

namespace {

std::string pragma(const std::string& path, const std::string& name) {
  SQLite::Database database(path);
  return database.execAndGet("PRAGMA " + name).getString();
}

}  // namespace

TEST_CASE("a version comes back as it was saved, field by field") {
  const TempFolder folder;
  const Document document(folder.file("jour.farandole"));
  auto version = new_version("un");
  version.search = {.seed = UINT64_MAX, .iterations = 5000, .seconds = 0.25};
  version.changes = {{tests::noon(),
                      "person-late",
                      "ana",
                      "10:30",
                      {"Ana arrive à 10h30", "Ana arrives at 10:30"}}};
  CHECK(document.save(0, version) == 1);

  const auto stored = document.load();
  auto plan = version.plan;
  plan.version = 1;
  CHECK(stored.plan == plan);
  REQUIRE(stored.sources.size() == 2);
  CHECK(stored.sources[0].path == "gathering.toml");
  CHECK(stored.sources[1].bytes == version.sources[1].bytes);
  const auto& record = stored.record;
  CHECK(record.number == 1);
  CHECK(record.made == tests::noon());
  CHECK(record.cause == version.cause);
  CHECK(record.gathering == 1);
  CHECK(record.search == version.search);
  CHECK(record.score == plan.score);
  CHECK(record.bound == plan.bound);
  CHECK_FALSE(record.feasible);
  CHECK(record.proved);
  CHECK(record.changes == version.changes);
  CHECK(document.history() == std::vector{record});
}

TEST_CASE("the file is one sound SQLite database that says what it is") {
  const TempFolder folder;
  const Document document(folder.file("jour.farandole"));
  document.save(0, new_version("un"));
  document.save(1, new_version("deux"));

  CHECK(folder.list() == std::vector<std::string>{"jour.farandole"});
  CHECK(tests::bytes_of(document.path()).substr(68, 4) == "Fara");
  CHECK(pragma(document.path(), "user_version") == std::to_string(data::migrations().size()));
  CHECK(pragma(document.path(), "integrity_check") == "ok");
  SQLite::Database database(document.path());
  CHECK_FALSE(SQLite::Statement(database, "PRAGMA foreign_key_check").executeStep());
  SQLite::Statement loose(database,
                          "SELECT name FROM pragma_table_list"
                          " WHERE type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'");
  CHECK_FALSE(loose.executeStep());
}

TEST_CASE("every version stays, equal gathering files are kept once") {
  const TempFolder folder;
  const Document document(folder.file("jour.farandole"));
  document.save(0, new_version("un"));
  auto other = new_version("deux", "[gathering]\nname = \"autre\"\n");
  other.plan.sessions.pop_back();
  other.plan.bound.reset();
  CHECK(document.save(1, other) == 2);
  CHECK(document.save(2, new_version("un")) == 3);

  CHECK(document.load(2).plan.sessions == other.plan.sessions);
  CHECK_FALSE(document.load(2).plan.bound);
  CHECK(document.load(2).sources[0].bytes == other.sources[0].bytes);
  CHECK(document.load(1).plan.sessions.size() == 2);
  std::vector<int> revisions;
  for (const auto& version : document.history()) revisions.push_back(version.gathering);
  CHECK(revisions == std::vector{1, 2, 1});
}

TEST_CASE("a version that does not exist is the fault of the question") {
  const TempFolder folder;
  const Document document(folder.file("jour.farandole"));
  document.save(0, new_version("un"));
  CHECK_THROWS_AS(document.load(2), engine::BadRequest);
  CHECK_THROWS_AS(document.load(-1), engine::BadRequest);
  CHECK_THROWS_AS(Document(folder.file("absent.farandole")).load(), DocumentError);
  CHECK_THROWS_AS(Document(folder.file("absent.farandole")).history(), DocumentError);
  CHECK(folder.list() == std::vector<std::string>{"jour.farandole"});
}

TEST_CASE("whoever saves second is told, and what the first saved stays") {
  const TempFolder folder;
  const auto path = folder.file("jour.farandole");
  const Document first(path);
  const Document second(path);
  CHECK(first.version_to_save_on() == 0);
  CHECK(second.version_to_save_on() == 0);
  CHECK(first.save(0, new_version("premier")) == 1);
  CHECK_THROWS_AS(second.save(0, new_version("second")), StaleDocument);
  CHECK_THROWS_WITH(second.save(0, new_version("second")), ContainsSubstring("made this document"));
  CHECK(first.load().sources[0].bytes == new_version("premier").sources[0].bytes);

  CHECK(second.version_to_save_on() == 1);
  CHECK(first.save(1, new_version("premier")) == 2);
  CHECK_THROWS_WITH(second.save(1, new_version("second")),
                    ContainsSubstring("version 2") && ContainsSubstring("Run the command again"));
  CHECK(second.history().size() == 2);
  CHECK(folder.list() == std::vector<std::string>{"jour.farandole"});
}

TEST_CASE("a program that is busy with the document is waited for, then named") {
  const TempFolder folder;
  const Document document(folder.file("jour.farandole"), std::chrono::milliseconds{1});
  document.save(0, new_version("un"));
  SQLite::Database other(document.path(), SQLite::OPEN_READWRITE);
  other.exec("BEGIN EXCLUSIVE");
  CHECK_THROWS_WITH(document.save(1, new_version("deux")), ContainsSubstring("another program"));
  CHECK_THROWS_AS(document.load(), DocumentError);
  CHECK_THROWS_AS(document.version_to_save_on(), DocumentError);
  other.exec("ROLLBACK");
  CHECK(document.save(1, new_version("deux")) == 2);
}
