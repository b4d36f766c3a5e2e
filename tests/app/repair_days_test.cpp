// A week's sessions, all put on its first day.
#include <string>

#include "tests/app/explain_desk.h"
#include "tests/catch.h"

namespace {

std::string all_on_monday() {
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
            "\nopens = \"09:00\"\ncloses = \"17:00\"\n";
  for (const std::string id : {"a", "b", "c", "d", "e", "f"})
    toml += "\n[[session]]\nid = \"" + id + "\"\ntitle = \"" + id +
            "\"\nformat = \"workshop\"\nminutes = 240\nroom = \"hall\"\naudience = \"all\"\n"
            "day = 2025-02-10\n";
  return toml;
}

}  // namespace

TEST_CASE("where all is on one day, all may take another", "[explain]") {
  const tests::TempFolder folder;
  auto request = app_tests::explain_request(folder, all_on_monday(), "id,name\nana,Ana\nbo,Bo\n");
  const auto found = app::explain(request);
  REQUIRE(!found.repairs.empty());
  CHECK(found.repairs.front().changes.size() == 6);
  CHECK(found.repairs.front().changes.front().key == "day");
  request.repair = 1;
  request.output = folder.file("new.toml");
  (void)app::explain(request);
  CHECK(app_tests::plans(request.output));
}
