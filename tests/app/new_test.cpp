#include "app/new.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "engine/formats/formats.h"
#include "engine/model/failure.h"
#include "tests/catch.h"
#include "tests/support/temp_folder.h"

namespace {

namespace fs = std::filesystem;
using engine::Language;

/// Whole gatherings, each after a published account of a real one.
constexpr const char* kGatherings[] = {"topical-day",
                                       "themes",
                                       "lessons-learnt",
                                       "steering-committee",
                                       "last-year",
                                       "citizens-cycle",
                                       "cooperation",
                                       "emergence"};

/// A folder that is not there yet, and that goes with the test.
class NewFolder {
 public:
  [[nodiscard]] fs::path path() const { return parent_.path() / "new"; }

 private:
  tests::TempFolder parent_;
};

std::set<std::string> names_in(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename());
  return names;
}

}  // namespace

TEST_CASE("every session format and every gathering has a template, and a whole day comes first") {
  const auto all = app::templates();
  REQUIRE_FALSE(all.empty());
  CHECK(all.front().name == app::kDefaultTemplate);
  for (const auto key : engine::format_keys()) {
    INFO(key);
    const auto row =
        std::find_if(all.begin(), all.end(), [&](const auto& t) { return t.name == key; });
    REQUIRE(row != all.end());
    CHECK_FALSE(row->title.fr.empty());
    CHECK_FALSE(row->title.en.empty());
    CHECK(row->title.fr != row->title.en);
  }
  for (const auto* gathering : kGatherings) {
    INFO(gathering);
    CHECK(std::any_of(all.begin(), all.end(), [&](const auto& t) { return t.name == gathering; }));
  }
  CHECK(all.size() == engine::format_keys().size() + 1 + std::size(kGatherings));
}

TEST_CASE("a new gathering is the template's files, byte for byte, in the language asked for") {
  const NewFolder folder;
  const auto language = GENERATE(Language::Fr, Language::En);
  const auto written = app::new_gathering(folder.path().string(), "workshop", language);
  CHECK(names_in(folder.path()) ==
        std::set<std::string>{"gathering.toml", "people.csv", "wishes.csv"});
  REQUIRE(written.size() == 3);
  CHECK(written.front() == (folder.path() / "gathering.toml").string());
  const fs::path source = fs::path(FARANDOLE_SOURCE_DIR) / "examples/templates/workshop" /
                          (language == Language::Fr ? "fr" : "en");
  for (const auto& name : names_in(folder.path()))
    CHECK(tests::bytes_of(folder.path() / name) == tests::bytes_of(source / name));
}

TEST_CASE("a new gathering overwrites nothing") {
  const NewFolder folder;
  fs::create_directories(folder.path());
  std::ofstream(folder.path() / "people.csv") << "mine";
  CHECK_THROWS_WITH(app::new_gathering(folder.path().string(), "day", Language::Fr),
                    Catch::Matchers::ContainsSubstring("people.csv is there already"));
  CHECK(names_in(folder.path()) == std::set<std::string>{"people.csv"});
  CHECK(tests::bytes_of(folder.path() / "people.csv") == "mine");
}

TEST_CASE("a template that does not exist is refused with the nearest name") {
  const NewFolder folder;
  const auto refusal = [&](const std::string& name) {
    try {
      (void)app::new_gathering(folder.path().string(), name, Language::Fr);
    } catch (const engine::BadRequest& problem) {
      return problem.text();
    }
    return engine::Text{};
  };
  CHECK(refusal("wordcafe").en == "there is no template \"wordcafe\"; maybe \"world-cafe\"?");
  CHECK_THAT(refusal("zzz").en, Catch::Matchers::ContainsSubstring("there are: day, break, "));
  CHECK_THAT(refusal("zzz").fr, Catch::Matchers::ContainsSubstring("n’existe pas"));
  CHECK_FALSE(fs::exists(folder.path()));
}

TEST_CASE("a folder that cannot be made is a failure of the disk, with its path") {
  const NewFolder folder;
  std::ofstream(folder.path()) << "a file";
  CHECK_THROWS_AS(app::new_gathering((folder.path() / "in").string(), "day", Language::Fr),
                  engine::Failure);
}
