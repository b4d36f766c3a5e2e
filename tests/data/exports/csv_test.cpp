#include "data/read/csv.h"

#include "data/write/exports/formats.h"
#include "tests/catch.h"
#include "tests/data/exports/exported.h"

namespace {

std::vector<std::vector<std::string>> rows(const std::string& bytes, char delimiter) {
  REQUIRE(bytes.substr(0, 3) == "\xEF\xBB\xBF");
  const auto text = bytes.substr(3);
  data::CsvReader reader(text, delimiter);
  std::vector<std::vector<std::string>> list;
  for (std::vector<data::CsvCell> row; reader.next(row);) {
    list.emplace_back();
    for (const auto& cell : row) list.back().push_back(cell.text);
  }
  return list;
}

}  // namespace

TEST_CASE("the table has a row per session and station, in time order", "[csv]") {
  const auto list = rows(tests::sample_versions().write(data::csv_export), ';');
  REQUIRE(list.size() == 6);
  CHECK(list[0] == std::vector<std::string>{"date",
                                            "début",
                                            "fin",
                                            "titre",
                                            "tour",
                                            "station",
                                            "format",
                                            "salle",
                                            "site",
                                            "équipe",
                                            "nombre",
                                            "personnes",
                                            "id"});
  CHECK(list[2][3] == "Table ronde : faire, défaire; refaire");
  CHECK(list[3] == std::vector<std::string>{"2025-02-11",
                                            "10:30",
                                            "10:47",
                                            "Six chapeaux",
                                            "1",
                                            "Chapeau bleu",
                                            "Chapeaux de Bono",
                                            "Petite salle",
                                            "Mairie",
                                            "",
                                            "2",
                                            "Ana Roux | Bo \"B\" Li",
                                            "chapeaux"});
  for (const auto& row : list) CHECK(row.size() == list[0].size());
}

TEST_CASE("English tables have commas, a cell that looks like a formula is text", "[csv]") {
  auto gathering = tests::sample_gathering();
  gathering.sessions[0].title = "=HYPERLINK(\"http://x\")";
  gathering.sessions[1].title = "+33 6, @all";
  tests::Versions versions(gathering);
  versions.add(tests::sample_plan());
  const auto list = rows(versions.write(data::csv_export, {}, engine::Language::En), ',');
  CHECK(list[0][1] == "start");
  CHECK(list[1][3] == "'=HYPERLINK(\"http://x\")");
  CHECK(list[2][3] == "'+33 6, @all");
}

TEST_CASE("tables and JSON without personal data name nobody", "[csv]") {
  for (auto* format : {data::csv_export, data::json_export}) {
    const auto text = tests::sample_versions().write(format, {}, engine::Language::Fr, false);
    for (const auto* name : {"Ana", "\"ana\"", "Chloé", "chloé", "secret", "fauteuil"})
      CHECK(text.find(name) == std::string::npos);
    CHECK(text.find("table-ronde") != std::string::npos);
  }
}
