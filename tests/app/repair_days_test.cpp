// The sessions of a week, all put on its first day, or on days that are too short.
#include <string>

#include "tests/app/explain_desk.h"
#include "tests/catch.h"

namespace {

/// Sessions of four hours for all, two for each of six days that close at the hour given.
std::string week(const std::string& closes, const std::string& more) {
  std::string toml = R"toml([gathering]
name = "A week"
language = "en"
people = "people.csv"

[[site]]
id = "house"

[[room]]
id = "hall"
site = "house"
capacity = 20
)toml";
  for (int day = 10; day < 16; ++day)
    toml += "\n[[day]]\ndate = 2025-02-" + std::to_string(day) +
            "\nopens = \"09:00\"\ncloses = \"" + closes + "\"\n";
  for (const std::string id : {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"})
    toml += "\n[[session]]\nid = \"" + id + "\"\ntitle = \"" + id +
            "\"\nformat = \"workshop\"\nminutes = 240\nroom = \"hall\"\naudience = \"all\"\n" +
            more;
  return toml;
}

/// The first repair changes the key so many times, and gives a plan.
void check_first_repair(const std::string& broken, const std::string& key, std::size_t changes) {
  const tests::TempFolder folder;
  auto request = app_tests::explain_request(folder, broken, "id,name\nana,Ana\nbo,Bo\n");
  const auto found = app::explain(request);
  REQUIRE(!found.repairs.empty());
  CHECK(found.repairs.front().changes.size() == changes);
  CHECK(found.repairs.front().changes.front().key == key);
  request.repair = 1;
  request.output = folder.file("new.toml");
  (void)app::explain(request);
  CHECK(app_tests::plans(request.output));
}

}  // namespace

TEST_CASE("where all is on one day, all may take another", "[explain]") {
  check_first_repair(week("17:00", "day = 2025-02-10\n"), "day", 12);
}

TEST_CASE("where every day is too short, every day becomes longer", "[explain]") {
  check_first_repair(week("12:00", ""), "closes", 6);
}

TEST_CASE("an evening among days that are too short ends before midnight", "[explain]") {
  const auto evening = "\n[[day]]\ndate = 2025-02-16\nopens = \"15:00\"\ncloses = \"23:30\"\n";
  check_first_repair(week("12:00", "") + evening, "closes", 7);
}
