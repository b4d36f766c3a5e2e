#include <array>
#include <cstdio>

#include <pugixml.hpp>

#include "data/write/exports/formats.h"
#include "tests/catch.h"
#include "tests/data/exports/exported.h"
#include "tests/support/temp_folder.h"

namespace {

/// A part of the workbook, by the system's unzip; empty when that is not there.
std::string part(const std::string& bytes, const std::string& name) {
  const tests::TempFolder folder;
  tests::write_bytes(folder.file("book.xlsx"), bytes);
  const auto command = "unzip -p '" + folder.file("book.xlsx") + "' " + name + " 2>/dev/null";
  FILE* pipe = popen(command.c_str(), "r");
  std::string text;
  std::array<char, 4096> buffer{};
  while (const auto read = std::fread(buffer.data(), 1, buffer.size(), pipe))
    text.append(buffer.data(), read);
  pclose(pipe);
  return text;
}

bool can_unzip() {
  return std::system("command -v unzip >/dev/null 2>&1") == 0;
}

}  // namespace

TEST_CASE("the same plan gives the same workbook, byte for byte", "[xlsx]") {
  const auto first = tests::sample_versions().write(data::xlsx_export);
  CHECK(first.substr(0, 4) == "PK\x03\x04");
  CHECK(first == tests::sample_versions().write(data::xlsx_export));
}

TEST_CASE("a workbook has day, rooms, people and rotations, set up to be printed", "[xlsx]") {
  if (!can_unzip()) return;
  const auto bytes = tests::sample_versions().write(data::xlsx_export);
  pugi::xml_document book;
  REQUIRE(book.load_string(part(bytes, "xl/workbook.xml").c_str()));
  std::vector<std::string> names;
  for (const auto sheet : book.child("workbook").child("sheets").children())
    names.emplace_back(sheet.attribute("name").value());
  CHECK(names == std::vector<std::string>{"Jour", "Salles", "Personnes", "Rotations"});
  int titles = 0;
  int areas = 0;
  for (const auto name : book.child("workbook").child("definedNames").children()) {
    titles += static_cast<int>(std::string(name.attribute("name").value()) == "_xlnm.Print_Titles");
    areas += static_cast<int>(std::string(name.attribute("name").value()) == "_xlnm.Print_Area");
  }
  CHECK(titles == 4);
  CHECK(areas == 4);
  for (int i = 1; i <= 4; ++i) {
    const auto sheet = part(bytes, "xl/worksheets/sheet" + std::to_string(i) + ".xml");
    CHECK(sheet.find("orientation=\"landscape\"") != std::string::npos);
    CHECK(sheet.find("fitToPage") == std::string::npos);  // Excel would leave page breaks out
    CHECK(sheet.find("state=\"frozen\"") != std::string::npos);
    CHECK(sheet.find("<oddHeader>") != std::string::npos);
    CHECK(sheet.find("paperSize=\"9\"") != std::string::npos);
    CHECK(sheet.find("<f>") == std::string::npos);  // no formula, whatever the names are
  }
  const auto core = part(bytes, "docProps/core.xml");
  CHECK(core.find("2025-02-10T13:00:07Z") != std::string::npos);
}

TEST_CASE("cells hold what the plan has, what looks like a formula is text", "[xlsx]") {
  if (!can_unzip()) return;
  const auto strings =
      part(tests::sample_versions().write(data::xlsx_export), "xl/sharedStrings.xml");
  for (const auto* there : {"=Dé Zhou",
                            "Ana Roux",
                            "Six chapeaux · tour\u00a01 · Chapeau bleu",
                            "Chapeau bleu (Petite salle)",
                            "Table ronde : faire"})
    CHECK(strings.find(there) != std::string::npos);
  for (const auto* secret : {"secret.example", "+33 6", "fauteuil", "végane"})
    CHECK(strings.find(secret) == std::string::npos);
  const auto nobody =
      part(tests::sample_versions().write(data::xlsx_export, {}, engine::Language::En, false),
           "xl/sharedStrings.xml");
  for (const auto* name : {"Ana", "Zhou", "chloé"}) CHECK(nobody.find(name) == std::string::npos);
  CHECK(nobody.find("person-1") != std::string::npos);
}

TEST_CASE("rows are as high as their words, columns fit a page with a tenth to spare", "[xlsx]") {
  if (!can_unzip()) return;
  const auto bytes = tests::sample_versions().write(data::xlsx_export);
  for (int i = 1; i <= 4; ++i) {
    pugi::xml_document sheet;
    REQUIRE(
        sheet.load_string(part(bytes, "xl/worksheets/sheet" + std::to_string(i) + ".xml").c_str()));
    const auto root = sheet.child("worksheet");
    double pixels = 0;
    for (const auto column : root.child("cols").children())
      pixels += 7 * column.attribute("width").as_double() *
                (column.attribute("max").as_int() - column.attribute("min").as_int() + 1);
    const double scale = root.child("pageSetup").attribute("scale").as_double(100) / 100;
    CHECK(pixels * scale < 0.91 * 1026);  // between the margins of A4
    CHECK(scale >= 0.74);
  }
  // Two roles of the round table stand one below the other.
  const auto day = part(bytes, "xl/worksheets/sheet1.xml");
  CHECK(day.find("ht=\"30\" customHeight=\"1\"") != std::string::npos);
}

TEST_CASE("an empty plan is a workbook too", "[xlsx]") {
  tests::Versions versions;
  versions.add({});
  CHECK(versions.write(data::xlsx_export).substr(0, 2) == "PK");
}
