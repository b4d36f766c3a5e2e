// A pack is on the disk as a whole or not at all.
#include <map>

#include "app/sheets.h"
#include "engine/model/failure.h"
#include "tests/app/desk.h"
#include "tests/catch.h"
#include "tests/support/full_disk.h"

namespace {

app_tests::Desk day() {
  return app_tests::Desk(
      {{"jour.toml",
        app_tests::small_day(std::string(app_tests::kAnaAndBo) + app_tests::kDuos, "")}});
}

app::SheetsRequest request(const app_tests::Desk& desk) {
  app::SheetsRequest request;
  request.document = desk.document;
  request.out = desk.folder.file("feuilles");
  return request;
}

std::map<std::string, std::string> files_in(const std::string& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    files[entry.path().filename().string()] = tests::bytes_of(entry.path().string());
  return files;
}

/// A size that some files of a pack have and others do not.
std::size_t middle_size(const std::map<std::string, std::string>& files) {
  std::vector<std::size_t> sizes;
  for (const auto& [name, bytes] : files) sizes.push_back(bytes.size());
  std::sort(sizes.begin(), sizes.end());
  return (sizes.front() + sizes.back()) / 2;
}

}  // namespace

TEST_CASE("on a full disk no sheet of the pack before is lost or replaced", "[sheets]") {
  const auto desk = day();
  (void)desk.planned();
  auto asked = request(desk);
  (void)app::sheets(asked);
  const auto before = files_in(asked.out);
  REQUIRE(before.size() > 4);
  asked.language = engine::Language::En;
  {
    const tests::FullDisk disk(middle_size(before));
    try {
      (void)app::sheets(asked);
      FAIL("it printed");
    } catch (const engine::Failure& failure) {
      CHECK_THAT(failure.text().fr, Catch::Matchers::ContainsSubstring("Aucun fichier n’a été"));
      CHECK_THAT(failure.text().en, Catch::Matchers::ContainsSubstring("No file was replaced"));
      CHECK_THAT(failure.text().en, Catch::Matchers::ContainsSubstring(asked.out));
    }
  }
  CHECK(files_in(asked.out) == before);
  (void)app::sheets(asked);
  CHECK(files_in(asked.out) != before);
}

TEST_CASE("a folder made for a pack that cannot be written goes again", "[sheets]") {
  const auto desk = day();
  (void)desk.planned();
  const auto before = desk.folder.list();
  const tests::FullDisk disk(1000);
  CHECK_THROWS_AS(app::sheets(request(desk)), engine::Failure);
  CHECK(desk.folder.list() == before);
}

TEST_CASE("an old file of a kind with nothing to print any more is taken away, and that is said",
          "[sheets]") {
  const auto desk = day();
  (void)desk.planned();
  const auto asked = request(desk);
  (void)app::sheets(asked);
  const auto old = asked.out + "/transport.pdf";
  tests::write_bytes(old, "from another gathering");
  const auto printed = app::sheets(asked);
  CHECK_FALSE(std::filesystem::exists(old));
  const auto gone = std::find_if(printed.sheets.begin(), printed.sheets.end(), [](const auto& one) {
    return one.kind == "transport";
  });
  REQUIRE(gone != printed.sheets.end());
  CHECK(gone->removed);
}
