#include "sheets/drawing/whole_spans.h"

#include "tests/catch.h"

namespace {

std::vector<std::string> kept(const sheets::Paragraph& paragraph, double width = 500) {
  std::string text;
  for (const auto& run : paragraph.runs) text += run.text;
  std::vector<std::string> parts;
  for (const auto& span : sheets::whole_spans(paragraph, width))
    parts.push_back(text.substr(span.from, span.to - span.from));
  return parts;
}

using Parts = std::vector<std::string>;

}  // namespace

TEST_CASE("a name is kept whole when its run says so, a word with a hyphen always") {
  CHECK(kept({.runs = {{"avec ", {}}, {"Awa Diallo", {}, true}}}) == Parts{"Awa Diallo"});
  CHECK(kept(sheets::paragraph("Jean-Pierre", {})) == Parts{"Jean-Pierre"});
}

TEST_CASE("French punctuation stays with its word") {
  CHECK(kept(sheets::paragraph("Pour quoi faire ? « Oui » : ensemble !", {})) ==
        Parts{"faire ?", "« Oui » :", "ensemble !"});
}

TEST_CASE("what might not fit its line may be cut") {
  CHECK(kept(sheets::paragraph("Jean-Christophe", {.size = 10}), 100) == Parts{"Jean-Christophe"});
  CHECK(kept(sheets::paragraph("Jean-Christophe", {.size = 10}), 90).empty());
}

TEST_CASE(
    "a word that no line may end in needs no keeping, so that it is cut where it is too long") {
  CHECK(kept(sheets::paragraph("Manon Éloïse Ngọc", {})).empty());
}

TEST_CASE("what is longer than thirty letters may be cut") {
  CHECK(kept(sheets::paragraph("x-" + std::string(29, 'x'), {})).empty());
  CHECK(kept(sheets::paragraph("é-" + std::string(28, 'x'), {})).size() == 1);
}
