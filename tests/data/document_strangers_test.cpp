#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <SQLiteCpp/Database.h>

#include "data/sqlite/document.h"
#include "data/sqlite/migrations.h"
#include "tests/catch.h"
#include "tests/data/documents.h"
#include "tests/support/temp_folder.h"

using Catch::Matchers::ContainsSubstring;
using data::Document;
using data::DocumentError;
using tests::new_version;
using tests::TempFolder;

namespace {

/// Every way in is refused with `words`, and the file keeps its bytes.
void refused_untouched(const std::string& path, const std::string& words) {
  const auto bytes = tests::bytes_of(path);
  const Document document(path);
  CHECK_THROWS_WITH(document.version_to_save_on(), ContainsSubstring(words));
  CHECK_THROWS_WITH(document.load(), ContainsSubstring(words));
  CHECK_THROWS_WITH(document.history(), ContainsSubstring(words));
  CHECK_THROWS_AS(document.save(0, new_version("un")), DocumentError);
  CHECK_THROWS_WITH(document.save(1, new_version("un")), ContainsSubstring(words));
  CHECK(tests::bytes_of(path) == bytes);
}

}  // namespace

TEST_CASE("files that are no documents are refused and left as they are") {
  const TempFolder folder;
  const auto path = folder.file("liste.farandole");
  SECTION("a text") {
    tests::write_bytes(path, "[gathering]\nname = \"jour\"\n");
  }
  SECTION("nothing at all") {
    tests::write_bytes(path, "");
  }
  SECTION("long noise") {
    tests::write_bytes(path, std::string(5000, '\xfe'));
  }
  SECTION("another program's database") {
    SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE version (number INTEGER)");
  }
  refused_untouched(path, "not a Farandole document");
  CHECK(folder.list() == std::vector<std::string>{"liste.farandole"});
}

TEST_CASE("a folder, or a place in no folder, is said to be so") {
  const TempFolder folder;
  CHECK_THROWS_WITH(Document(folder.path().string()).load(), ContainsSubstring("is a folder"));
  CHECK_THROWS_WITH(Document(folder.path().string()).version_to_save_on(),
                    ContainsSubstring("is a folder"));
  const Document nowhere(folder.file("absent/jour.farandole"));
  CHECK_THROWS_WITH(nowhere.version_to_save_on(), ContainsSubstring("does not exist"));
  CHECK_THROWS_WITH(nowhere.save(0, new_version("un")), ContainsSubstring("does not exist"));
  CHECK(folder.list().empty());
}

TEST_CASE("a document of a newer Farandole is refused, not guessed at") {
  const TempFolder folder;
  const auto path = folder.file("jour.farandole");
  Document(path).save(0, new_version("un"));
  SQLite::Database(path, SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 999");
  refused_untouched(path, "newer version of Farandole (schema 999");
}

TEST_CASE("a document with a page of noise is refused and not written to") {
  const TempFolder folder;
  const auto path = folder.file("jour.farandole");
  Document(path).save(0, new_version("un"));
  const auto sound = tests::bytes_of(path);
  constexpr std::size_t kPage = 4096;
  REQUIRE(sound.size() > 4 * kPage);
  for (std::size_t at = 0; at < sound.size(); at += kPage) {
    INFO("page " << at / kPage + 1);
    auto bytes = sound;
    const auto from = at == 0 ? 100 : at;  // the header still says that it is ours
    std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(from),
              bytes.begin() + static_cast<std::ptrdiff_t>(at + kPage),
              '\xff');
    tests::write_bytes(path, bytes);
    refused_untouched(path, "damaged");
  }
}

TEST_CASE("a document cut short is refused wherever it ends") {
  const TempFolder folder;
  const auto path = folder.file("jour.farandole");
  Document(path).save(0, new_version("un"));
  const auto sound = tests::bytes_of(path);
  for (std::size_t size = 100; size < sound.size(); size += 3001) {
    INFO(size << " bytes left");
    tests::write_bytes(path, sound.substr(0, size));
    CHECK_THROWS_WITH(Document(path).load(), ContainsSubstring("damaged"));
    CHECK_THROWS_AS(Document(path).save(1, new_version("deux")), DocumentError);
    CHECK(tests::bytes_of(path).size() == size);
  }
}

TEST_CASE("rows that make no sense are a damaged document") {
  const TempFolder folder;
  const auto path = folder.file("jour.farandole");
  Document(path).save(0, new_version("un"));
  const auto* sql = GENERATE("UPDATE placement SET starts = 'demain' WHERE starts IS NOT NULL",
                             "UPDATE version SET made = '2025-02-10'",
                             "DELETE FROM placement WHERE number = 0",
                             "DELETE FROM version");
  SQLite::Database(path, SQLite::OPEN_READWRITE).exec(sql);
  INFO(sql);
  CHECK_THROWS_WITH(Document(path).load(), ContainsSubstring("damaged"));
}

TEST_CASE("names that SQLite would read as orders are names of files") {
  const TempFolder folder;
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  const auto* name = GENERATE("file:jour.farandole?mode=memory", ":memory:", "jour?.farandole");
  Document(name).save(0, new_version("un"));
  CHECK(Document(name).save(1, new_version("deux")) == 2);
  CHECK(Document(name).history().size() == 2);
  std::filesystem::current_path(before);
  CHECK(folder.list() == std::vector<std::string>{name});
}
