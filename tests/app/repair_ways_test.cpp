// People come from the station in the morning; the way there is broken in known ways.
#include <string>

#include "tests/app/explain_desk.h"
#include "tests/catch.h"

using app_tests::explain_request;
using app_tests::replaced;
using tests::TempFolder;

namespace {

constexpr const char* kArrivals = R"toml([gathering]
name = "Arrivals"
language = "en"
people = "people.csv"

[[day]]
date = 2025-02-11
opens = "09:00"
closes = "12:00"

[[site]]
id = "station"
name = "Station"

[[site]]
id = "house"
name = "House"

[[travel]]
from = "station"
to = "house"
minutes = 20

[[room]]
id = "hall"
site = "house"
capacity = 20

[[session]]
id = "opening"
title = "Opening"
format = "plenary"
minutes = 60
room = "hall"
audience = "all"
)toml";

constexpr const char* kPeople =
    "id,name,site,available\n"
    "ana,Ana,station,2025-02-11 08:00/2025-02-11 13:00\n"
    "bo,Bo,station,2025-02-11 08:00/2025-02-11 13:00\n"
    "cle,Cle,station,2025-02-11 08:00/2025-02-11 13:00\n";

/// The first conflict names both ends of the way in its words; the first repair changes it.
void check_way(const std::string& broken, const std::string& said, const std::string& key) {
  const TempFolder folder;
  auto request = explain_request(folder, broken, kPeople);
  const auto found = app::explain(request);
  REQUIRE(!found.conflicts.empty());
  CHECK(found.conflicts.front().text.en.find(said) != std::string::npos);
  CHECK(app_tests::names(found, "station"));
  CHECK(app_tests::names(found, "house"));
  REQUIRE(!found.repairs.empty());
  REQUIRE(found.repairs.front().changes.size() == 1);
  CHECK(found.repairs.front().changes.front().table == "travel");
  CHECK(found.repairs.front().changes.front().key == key);
  request.repair = 1;
  request.output = folder.file("new.toml");
  (void)app::explain(request);
  CHECK(app_tests::plans(request.output));
}

}  // namespace

TEST_CASE("a way from home that nobody can make in time is named and made faster", "[explain]") {
  const auto broken = replaced(kArrivals, "minutes = 20\n", "minutes = 300\n");
  check_way(broken, "(Station – House, 5\u00a0h)", "minutes");
}

TEST_CASE("trips from home with too few seats are named and get more", "[explain]") {
  const auto broken =
      replaced(kArrivals, "minutes = 20\n", "minutes = 20\nseats = 2\nevery = 120\n");
  check_way(broken, "(Station – House, 20\u00a0min, 2 seats on each trip)", "seats");
}
