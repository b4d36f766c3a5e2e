// People registered for more than they can attend: the repair takes lines out of their table.
#include <string>

#include "tests/app/explain_desk.h"
#include "tests/catch.h"

using app_tests::explain_request;
using app_tests::names;
using app_tests::plans;
using tests::TempFolder;

namespace {

constexpr const char* kMorning = R"toml([gathering]
name = "Morning"
language = "en"
people = "people.csv"
registrations = "inscriptions.csv"

[[day]]
date = 2025-02-11
opens = "09:00"
closes = "12:00"

[[site]]
id = "house"

[[room]]
id = "hall"
site = "house"
capacity = 20

[[room]]
id = "attic"
site = "house"
capacity = 20

[[session]]
id = "bread"
title = "Bread"
format = "workshop"
minutes = 180
audience = "registered"
room = "hall"

[[session]]
id = "cheese"
title = "Cheese"
format = "workshop"
minutes = 180
audience = "registered"
room = "attic"
)toml";

app::ExplainRequest request_with(const TempFolder& folder, const std::string& registrations) {
  tests::write_bytes(folder.file("inscriptions.csv"), registrations);
  return explain_request(folder, kMorning, "id,name\nana,Ana Roux\nbo,Bo Ly\ncle,Cléo Fay\n");
}

}  // namespace

TEST_CASE("one person registered for two things at once is withdrawn from one of them",
          "[explain]") {
  const TempFolder folder;
  auto request = request_with(
      folder,
      "\xEF\xBB\xBFpersonne;séance\r\nbo;bread\r\nana;bread\r\nana;cheese\r\n\r\ncle;cheese");
  const auto found = app::explain(request);
  CHECK(names(found, "ana"));
  REQUIRE(!found.repairs.empty());
  CHECK(found.repairs.front().text.en == "withdraw Ana Roux from \"Cheese\"");
  request.repair = 1;
  request.output = folder.file("new.toml");
  const auto written = app::explain(request).written;
  REQUIRE(written.size() == 2);
  CHECK(tests::bytes_of(written.back()) ==
        "\xEF\xBB\xBFpersonne;séance\r\nbo;bread\r\nana;bread\r\n\r\ncle;cheese");
  CHECK(tests::bytes_of(written.front()).find("registrations = \"new-inscriptions.csv\"") !=
        std::string::npos);
  CHECK(plans(written.front()));
}

TEST_CASE("a registration that is written over two lines is left alone", "[explain]") {
  const TempFolder folder;
  const auto found = app::explain(request_with(
      folder, "person,session,note\nana,bread,\nana,cheese,\"two\nlines\"\nbo,bread,\n"));
  for (const auto& repair : found.repairs)
    for (const auto& change : repair.changes) CHECK(change.key != "cheese");
}
