#include <string>
#include <vector>

#include <SQLiteCpp/Database.h>
#include <sys/stat.h>
#include <unistd.h>

#include "data/sqlite/document.h"
#include "tests/catch.h"
#include "tests/data/documents.h"
#include "tests/data/system_faults.h"
#include "tests/support/temp_folder.h"

using Catch::Matchers::ContainsSubstring;
using data::Document;
using data::DocumentError;
using tests::Fault;
using tests::FaultySystem;
using tests::new_version;
using tests::TempFolder;

namespace {

bool sound(const std::string& path) {
  SQLite::Database database(path, SQLite::OPEN_READWRITE);
  return database.execAndGet("PRAGMA integrity_check").getString() == "ok" &&
         !SQLite::Statement(database, "PRAGMA foreign_key_check").executeStep();
}

/// Somebody who may not write what root owns, for the length of a scope. Tests run as root in
/// containers, where rights would not stop them.
class Unprivileged {
 public:
  Unprivileged() {
    if (was_ == 0) worked_ = seteuid(65534) == 0;
  }
  Unprivileged(const Unprivileged&) = delete;
  Unprivileged& operator=(const Unprivileged&) = delete;
  ~Unprivileged() { worked_ = seteuid(was_) == 0 && worked_; }
  [[nodiscard]] bool worked() const { return worked_; }

 private:
  uid_t was_ = geteuid();
  bool worked_ = true;
};

}  // namespace

TEST_CASE("killed at any moment of a save, the document holds the old version or the new one") {
  const TempFolder folder;
  const auto path = folder.file("jour.farandole");
  const Document document(path);
  document.save(0, new_version("un"));
  const auto original = tests::bytes_of(path);
  bool survived = false;
  int old = 0;
  int moment = 1;
  for (; !survived; ++moment) {
    REQUIRE(moment < 1000);
    tests::write_bytes(path, original);
    survived = tests::survives([&] {
      const FaultySystem system(Fault::Kind::Killed, moment);
      document.save(1, new_version("deux", "[gathering]\nname = \"autre\"\n"));
    });
    INFO("killed at writing call " << moment);
    const auto versions = document.history();
    REQUIRE(sound(path));
    REQUIRE(document.load(1).sources[0].bytes == new_version("un").sources[0].bytes);
    if (versions.size() == 1)
      ++old;
    else
      REQUIRE(document.load(2).plan.sessions == new_version("deux").plan.sessions);
  }
  CHECK(old > 5);  // the kill did fall inside the transaction
  CHECK(document.history().size() == 2);
  CHECK(folder.list() == std::vector<std::string>{"jour.farandole"});
}

TEST_CASE("killed while a document is made, there is none, and the next attempt makes it") {
  const TempFolder folder;
  const Document document(folder.file("jour.farandole"));
  for (const int moment : {1, 2, 5, 10, 20}) {
    const bool survived = tests::survives([&] {
      const FaultySystem system(Fault::Kind::Killed, moment);
      document.save(0, new_version("un"));
    });
    REQUIRE_FALSE(survived);
    CHECK(document.version_to_save_on() == 0);
  }
  CHECK(document.save(0, new_version("un")) == 1);
  CHECK(sound(document.path()));
}

TEST_CASE("a full disk is said, and nothing of the document is lost") {
  const TempFolder folder;
  const Document document(folder.file("jour.farandole"));
  document.save(0, new_version("un"));
  const Document other(folder.file("neuf.farandole"));
  int failures = 0;
  for (int moment = 1; document.history().size() == 1; ++moment) {
    REQUIRE(moment < 1000);
    const FaultySystem system(Fault::Kind::DiskFull, moment);
    INFO("full at writing call " << moment);
    if (moment <= 5) CHECK_THROWS_WITH(other.save(0, new_version("un")), ContainsSubstring("full"));
    tests::fault().calls = 0;
    try {
      document.save(1, new_version("deux"));
    } catch (const DocumentError& error) {
      ++failures;
      CHECK_THAT(error.text().fr, ContainsSubstring("plus de place"));
    }
    tests::fault() = {};
    CHECK(sound(document.path()));
    CHECK(document.load(1).plan.sessions == new_version("un").plan.sessions);
    CHECK(folder.list() == std::vector<std::string>{"jour.farandole"});
  }
  CHECK(failures > 5);
}

TEST_CASE("on a full disk everything is erased or nothing is, and nothing is left behind") {
  const TempFolder folder;
  const Document document(folder.file("jour.farandole"));
  document.save(0, new_version("un"));
  const auto before = tests::bytes_of(document.path());
  const data::Erasure erasure{.newest = 1,
                              .sources = {{1, new_version("effacée").sources}},
                              .ids = {},
                              .sentence = [](const std::string& text) { return text; }};
  int failures = 0;
  for (int moment = 1; tests::bytes_of(document.path()) == before; ++moment) {
    REQUIRE(moment < 1000);
    const FaultySystem system(Fault::Kind::DiskFull, moment);
    INFO("full at writing call " << moment);
    try {
      document.erase(erasure);
    } catch (const DocumentError& error) {
      ++failures;
      CHECK_THAT(error.text().fr, ContainsSubstring("rien n’a changé"));
      REQUIRE(tests::bytes_of(document.path()) == before);
    }
    tests::fault() = {};
    CHECK(folder.list() == std::vector<std::string>{"jour.farandole"});
  }
  CHECK(failures > 5);
  CHECK(sound(document.path()));
  CHECK(document.load(1).sources[0].bytes == new_version("effacée").sources[0].bytes);
}

TEST_CASE("who opened a document before it was erased cannot write into what it was") {
  const TempFolder folder;
  const Document document(folder.file("jour.farandole"));
  document.save(0, new_version("un"));
  SQLite::Database early(document.path(), SQLite::OPEN_READWRITE);
  (void)early.execAndGet("SELECT count(*) FROM version");
  document.erase({.newest = 1, .sources = {}, .ids = {}, .sentence = [](const std::string& text) {
                    return text;
                  }});
  CHECK_THROWS_WITH(early.exec("DELETE FROM version"), ContainsSubstring("readonly"));
}

TEST_CASE("of programs that save at once, one wins and the others are told") {
  const TempFolder folder;
  const Document document(folder.file("jour.farandole"));
  document.save(0, new_version("un"));
  constexpr int kPrograms = 6;
  std::vector<pid_t> programs;
  for (int i = 0; i < kPrograms; ++i) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      int answer = 2;
      try {
        answer = document.save(1, new_version(std::to_string(i))) == 2 ? 0 : 3;
      } catch (const data::StaleDocument&) {
        answer = 1;
      } catch (...) {
      }
      _exit(answer);
    }
    programs.push_back(child);
  }
  std::vector<int> answers(4);
  for (const pid_t program : programs) {
    int status = 0;
    waitpid(program, &status, 0);
    REQUIRE(WIFEXITED(status));
    ++answers.at(static_cast<std::size_t>(WEXITSTATUS(status)));
  }
  CHECK(answers == std::vector{1, kPrograms - 1, 0, 0});
  CHECK(document.history().size() == 2);
}

TEST_CASE("what may only be read can be read, saving says why it cannot") {
  if (!Unprivileged().worked()) {
    WARN("skipped: this container does not let root become somebody else");
    return;
  }
  const TempFolder folder;
  const Document document(folder.file("jour.farandole"));
  document.save(0, new_version("un"));
  const auto bytes = tests::bytes_of(document.path());
  chmod(document.path().c_str(), 0444);
  chmod(folder.path().c_str(), 0555);
  {
    const Unprivileged reader;
    CHECK(document.load().plan.sessions == new_version("un").plan.sessions);
    CHECK_THROWS_WITH(document.version_to_save_on(), ContainsSubstring("read-only"));
    CHECK_THROWS_WITH(document.save(1, new_version("deux")), ContainsSubstring("read-only"));
    const Document other(folder.file("autre.farandole"));
    CHECK_THROWS_WITH(other.version_to_save_on(), ContainsSubstring("cannot write in the folder"));
    CHECK_THROWS_AS(other.save(0, new_version("un")), DocumentError);
  }
  chmod(document.path().c_str(), 0644);  // now only the folder is closed
  if (geteuid() == 0) REQUIRE(chown(document.path().c_str(), 65534, 65534) == 0);
  {
    const Unprivileged reader;
    CHECK_THROWS_WITH(document.version_to_save_on(),
                      ContainsSubstring("cannot write in the folder"));
    CHECK_THROWS_WITH(document.save(1, new_version("deux")), ContainsSubstring("read-only"));
    CHECK(document.load().record.number == 1);
  }
  chmod(folder.path().c_str(), 0755);
  CHECK(tests::bytes_of(document.path()) == bytes);
  CHECK(folder.list() == std::vector<std::string>{"jour.farandole"});
}
