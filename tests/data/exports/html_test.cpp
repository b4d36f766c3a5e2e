#include <cmath>
#include <map>
#include <regex>
#include <set>

#include "data/write/exports/formats.h"
#include "data/write/exports/html_assets.h"
#include "tests/catch.h"
#include "tests/data/exports/exported.h"

namespace {

std::string page(const tests::Versions& versions,
                 engine::Language language = engine::Language::Fr,
                 bool names = true) {
  return versions.write(data::html_export, {}, language, names);
}

std::size_t count(const std::string& text, const std::string& piece) {
  std::size_t n = 0;
  for (auto at = text.find(piece); at != text.npos; at = text.find(piece, at + 1)) ++n;
  return n;
}

/// The tags of the body in order, without those of the style and the script.
std::vector<std::pair<std::string, std::string>> tags(const std::string& html) {
  std::vector<std::pair<std::string, std::string>> list;
  const auto body = html.substr(html.find("<body>"), html.find("<script>") - html.find("<body>"));
  const std::regex tag("<(/?[a-z0-9]+)([^>]*)>");
  for (std::sregex_iterator at(body.begin(), body.end(), tag), end; at != end; ++at)
    list.emplace_back((*at)[1], (*at)[2]);
  return list;
}

using Colours = std::map<std::string, std::string>;

/// The variables of the style's nth :root.
Colours colours(std::size_t nth) {
  std::string css(data::kPageStyle);
  std::size_t at = 0;
  for (std::size_t i = 0; i <= nth; ++i) at = css.find(":root", at + 1);
  const auto block = css.substr(at, css.find('}', at) - at);
  Colours all;
  const std::regex variable("--([a-z]+): (#[0-9a-f]{6})");
  for (std::sregex_iterator v(block.begin(), block.end(), variable), end; v != end; ++v)
    all[(*v)[1]] = (*v)[2];
  return all;
}

double luminance(const std::string& hex) {
  double sum = 0;
  const double weights[] = {0.2126, 0.7152, 0.0722};
  for (std::size_t i = 0; i < 3; ++i) {
    const double c = std::stoi(hex.substr(1 + 2 * i, 2), nullptr, 16) / 255.0;
    sum += weights[i] * (c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4));
  }
  return sum;
}

double contrast(const std::string& a, const std::string& b) {
  const double one = luminance(a);
  const double other = luminance(b);
  return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

}  // namespace

TEST_CASE("the page asks nothing of the network and is whole without its script", "[html]") {
  const auto html = page(tests::sample_versions());
  for (const auto* outside : {"http:", "https:", "src=", "@import", "url(", "<link", "<img"})
    CHECK(html.find(outside) == std::string::npos);
  CHECK(html.find("default-src 'none'") != std::string::npos);
  const auto body = html.substr(0, html.find("<script>"));
  for (const auto* there : {"Table ronde",
                            "Chapeau bleu",
                            "Grande salle",
                            "Ana Roux",
                            "Bo &quot;B&quot; Li",
                            "09:00",
                            "10:15",
                            "Mardi 11 février 2025"})
    CHECK(body.find(there) != std::string::npos);
  CHECK(count(html, "<form id=\"search\" role=\"search\" hidden>") == 1);
}

TEST_CASE("a reader by ear gets landmarks, headings in order and named fields", "[html]") {
  const auto html = page(tests::sample_versions());
  CHECK(html.find("<html lang=\"fr\">") != std::string::npos);
  CHECK(page(tests::sample_versions(), engine::Language::En).find("<html lang=\"en\">") !=
        std::string::npos);
  for (const auto* once : {"<main ", "<header>", "<footer>", "<h1>", "<title>", "<nav "})
    CHECK(count(html, once) == 1);
  int level = 0;
  std::vector<std::string> open;
  std::set<std::string> ids;
  const std::set<std::string> empty{"input", "meta"};
  for (const auto& [name, rest] : tags(html)) {
    if (name[0] == '/') {
      REQUIRE_FALSE(open.empty());
      CHECK(open.back() == name.substr(1));
      open.pop_back();
    } else if (empty.count(name) == 0) {
      open.push_back(name);
    }
    if (name.size() == 2 && name[0] == 'h' && name[1] <= '6') {
      CHECK(name[1] - '0' <= level + 1);
      level = name[1] - '0';
    }
    std::smatch id;
    if (std::regex_search(rest, id, std::regex(" id=\"([^\"]*)\"")))
      CHECK(ids.insert(id[1]).second);
  }
  CHECK(open == std::vector<std::string>{"body"});
  const std::regex target("(?:for|href|aria-labelledby)=\"#?([^\"]*)\"");
  for (std::sregex_iterator at(html.begin(), html.end(), target), end; at != end; ++at)
    CHECK(ids.count((*at)[1]) == 1);
  CHECK(html.find("role=\"status\"") != std::string::npos);
}

TEST_CASE("every colour of text is read on every ground, by day and by night", "[html]") {
  for (const std::size_t scheme : {0U, 1U}) {
    const auto all = colours(scheme);
    REQUIRE(all.size() == 7);
    for (const auto* ground : {"page", "card"}) {
      for (const auto* text : {"ink", "faint", "accent", "gone"}) {
        INFO(scheme << text << " on " << ground);
        CHECK(contrast(all.at(text), all.at(ground)) >= 4.5);  // WCAG 2.2, 1.4.3
      }
      CHECK(contrast(all.at("line"), all.at(ground)) >= 3);  // 1.4.11
    }
  }
}

TEST_CASE("names and titles cannot become markup", "[html]") {
  auto gathering = tests::sample_gathering();
  gathering.name = "</title><script>alert(1)</script>";
  gathering.people[0].name = "\"><img src=x onerror=alert(1)>";
  tests::Versions versions(gathering);
  versions.add(tests::sample_plan());
  const auto html = page(versions);
  CHECK(count(html, "<script>") == 1);
  CHECK(html.find("<img") == std::string::npos);
  CHECK(html.find("&lt;script&gt;alert(1)") != std::string::npos);
}

TEST_CASE("what is cancelled is told in its place", "[html]") {
  tests::Versions versions;
  versions.add(tests::sample_plan());
  auto later = tests::sample_plan();
  later.sessions.pop_back();
  versions.add(later);
  const auto html = page(versions);
  const auto gone = html.find("<strong>Annulé\u00a0:</strong> <span>Table ronde");
  REQUIRE(gone != std::string::npos);
  CHECK(html.find("Accueil") < gone);
  CHECK(gone < html.find("Six chapeaux"));
}

TEST_CASE("a page tells of people only their names, or nothing at all", "[html]") {
  for (const bool names : {true, false}) {
    const auto html = page(tests::sample_versions(), engine::Language::Fr, names);
    for (const auto* secret : {"secret.example", "+33 6", "fauteuil", "végane"})
      CHECK(html.find(secret) == std::string::npos);
    for (const auto* name : {"Ana Roux", "data-people=", "id=\"who\"", "Chlo"})
      CHECK((html.substr(0, html.find("<script>")).find(name) != std::string::npos) == names);
  }
}

TEST_CASE("everyone has their own way through the day, roles included", "[html]") {
  const auto html = page(tests::sample_versions());
  const auto ana = html.substr(html.find("<h3>Ana Roux</h3>"));
  const auto path = ana.substr(0, ana.find("</div>"));
  CHECK(path.find("09:00–10:15 Table ronde : faire, défaire; refaire · Grande salle "
                  "(modération, ") != std::string::npos);
  CHECK(path.find("10:30–10:47 Six chapeaux · tour\u00a01 · Chapeau bleu · Petite salle") !=
        std::string::npos);
  CHECK(count(path, "<li>") == 4);
}

TEST_CASE("an empty plan is a page that says so", "[html]") {
  tests::Versions versions;
  versions.add({});
  CHECK(page(versions).find("Rien n’est encore placé.") != std::string::npos);
}
