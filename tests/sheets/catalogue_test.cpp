#include "sheets/catalogue.h"

#include <cstdio>
#include <memory>

#include "engine/model/failure.h"
#include "sheets/drawing/pictographs.h"
#include "sheets/pack.h"
#include "tests/catch.h"
#include "tests/sheets/drawn.h"
#include "tests/support/temp_folder.h"

namespace {

using Catch::Matchers::ContainsSubstring;

using tests::print;

/// What a command prints; the tools of poppler-utils are among the packages of the tests.
std::string output_of(const std::string& command) {
  struct Close {
    void operator()(FILE* pipe) const { pclose(pipe); }
  };
  const std::unique_ptr<FILE, Close> pipe(popen(command.c_str(), "r"));
  std::string out;
  for (int c = std::fgetc(pipe.get()); c != EOF; c = std::fgetc(pipe.get()))
    out += static_cast<char>(c);
  return out;
}

}  // namespace

TEST_CASE("every kind of sheet prints, in both languages") {
  const tests::TempFolder folder;
  const auto day = tests::equipped_days();
  for (const auto& kind : sheets::kinds())
    for (const auto language : {engine::Language::Fr, engine::Language::En}) {
      const auto path = folder.file("sheet.pdf");
      const auto pages = print(kind.key, day, path, tests::options(language));
      CHECK(pages > 0);
      CHECK_THAT(output_of("pdfinfo " + path),
                 ContainsSubstring("Pages:           " + std::to_string(pages) + "\n"));
      CHECK(folder.list() == std::vector<std::string>{"sheet.pdf"});
    }
}

TEST_CASE("the same plan gives the same bytes") {
  const tests::TempFolder folder;
  for (const auto& kind : sheets::kinds()) {
    print(kind.key, tests::equipped_days(), folder.file("a.pdf"));
    print(kind.key, tests::equipped_days(), folder.file("b.pdf"));
    CHECK(tests::bytes_of(folder.file("a.pdf")) == tests::bytes_of(folder.file("b.pdf")));
  }
}

TEST_CASE("fonts are embedded and words can be copied out of the page, accents too") {
  const tests::TempFolder folder;
  print("programme", tests::topical_day(), folder.file("p.pdf"));
  const auto fonts = output_of("pdffonts " + folder.file("p.pdf"));
  CHECK_THAT(fonts, ContainsSubstring(" yes yes yes "));
  CHECK_THAT(fonts, !ContainsSubstring(" no "));
  const auto text = output_of("pdftotext " + folder.file("p.pdf") + " -");
  CHECK_THAT(text, ContainsSubstring("Mardi 11 février 2025"));
  CHECK_THAT(text, ContainsSubstring("Gaëlle Le Goff"));
  CHECK_THAT(text, ContainsSubstring("09:33–09:45"));
}

TEST_CASE("a kind with nothing to print writes no file") {
  const tests::TempFolder folder;
  auto day = tests::topical_day();
  day.plan.rotations.clear();
  CHECK(print("rotation-host", day, folder.file("none.pdf")) == 0);
  CHECK(folder.list().empty());
}

TEST_CASE("a letter no font shows is named, and nothing is written") {
  const tests::TempFolder folder;
  auto day = tests::topical_day();
  day.gathering.sessions.at(0).title = "Accueil \U0010FFFD";
  try {
    print("programme", day, folder.file("p.pdf"));
    FAIL("it printed");
  } catch (const engine::Failure& failure) {
    CHECK_THAT(failure.text().fr, ContainsSubstring("U+10FFFD"));
    CHECK_THAT(failure.text().en, ContainsSubstring("Accueil"));
  }
  CHECK(folder.list().empty());
}

TEST_CASE("emoji that no font shows are left out and told, a name of nothing else is a box") {
  const auto shown = [](const std::string& sign) { return sign == "☕"; };
  std::set<std::string> gone;
  const auto rest = [&](const std::string& text) {
    return sheets::without_unshown_pictographs(text, shown, gone);
  };
  CHECK(rest("Café ☕ & débat") == "Café ☕ & débat");
  CHECK(rest("مرحبا — été\u00a0: ½ ™ → \U0010FFFD") == "مرحبا — été\u00a0: ½ ™ → \U0010FFFD");
  CHECK(gone.empty());
  CHECK(rest("Fête 🎉 du lieu") == "Fête du lieu");
  CHECK(rest("🎉 Fête 🎈🎈") == "Fête");
  // A family joined from three, with a skin tone and a variation selector.
  CHECK(rest("Léa \U0001F469\U0001F3FD\u200D\U0001F33E et \u2764\uFE0F") == "Léa et");
  CHECK(rest("🎉") == "□");
  CHECK(gone.size() == 5);
}

TEST_CASE("a pack with an emoji prints without it, letters around it stay") {
  auto day = tests::topical_day();
  day.gathering.sessions.at(0).title = "Accueil \U0001FAE8 café";
  const auto pack =
      sheets::print_pack({{day.gathering, day.plan, tests::options()}, {}, {"door"}, {}});
  CHECK(pack.entries.at(0).pages > 0);
  const tests::TempFolder folder;
  tests::write_bytes(folder.file("d.pdf"), pack.entries.at(0).pdf);
  const auto text = output_of("pdftotext " + folder.file("d.pdf") + " -");
  if (pack.entries.at(0).left_out.empty()) return;  // a font has it here
  CHECK(pack.entries.at(0).left_out == std::set<std::string>{"\U0001FAE8"});
  CHECK_THAT(text, ContainsSubstring("Accueil café"));
}

TEST_CASE("a name of two lines takes one at the foot of a page") {
  const tests::TempFolder folder;
  auto day = tests::topical_day();
  day.gathering.name = "Fête\ndu lieu";
  print("door", day, folder.file("d.pdf"));
  CHECK_THAT(output_of("pdftotext " + folder.file("d.pdf") + " -"),
             ContainsSubstring("Fête du lieu"));
}
