#include "cli/run.h"

#include <fstream>
#include <sstream>

#include "cli/terminal/width.h"
#include "tests/catch.h"
#include "tests/cli/golden.h"

namespace {

struct Answer {
  int status = 0;
  std::string out;
  std::string err;
};

Answer run(const std::vector<std::string>& words,
           engine::Language language = engine::Language::Fr,
           int width = 80) {
  std::ostringstream out;
  std::ostringstream err;
  const int status = cli::run(words, out, err, {.language = language, .width = width});
  return {status, out.str(), err.str()};
}

/// Command lines and what they get, as in a terminal.
std::string transcript(const std::vector<std::vector<std::string>>& lines,
                       engine::Language language) {
  std::string text;
  for (const auto& words : lines) {
    text += "$ farandole";
    for (const auto& word : words) text += " " + word;
    const auto answer = run(words, language);
    text += "\n" + answer.out + answer.err + "-> " + std::to_string(answer.status) + "\n\n";
  }
  return text;
}

void require_golden(const std::string& name, const std::string& text) {
  CHECK(text == tests::golden(name, text));
}

const std::vector<std::vector<std::string>> kHelp{{},
                                                  {"--help"},
                                                  {"help", "plan"},
                                                  {"new", "--help"},
                                                  {"check", "-h"},
                                                  {"plan", "--help"},
                                                  {"show", "--help"},
                                                  {"explain", "--help"},
                                                  {"replan", "--help"},
                                                  {"sheets", "--help"},
                                                  {"export", "--help"},
                                                  {"import", "--help"},
                                                  {"forget", "--help"},
                                                  {"history", "--help"},
                                                  {"restore", "--help"},
                                                  {"diff", "--help"},
                                                  {"rotate", "--help"}};

const std::vector<std::vector<std::string>> kWrong{
    {"shwo", "jour.farandole"},
    {"imprimer"},
    {"check"},
    {"check", "a.toml", "b.toml"},
    {"plan", "jour.toml", "--sed", "3"},
    {"plan", "jour.toml", "--zzz"},
    {"plan", "jour.toml", "--time"},
    {"plan", "jour.toml", "--time", "dix"},
    {"plan", "jour.toml", "--time", "-1"},
    {"plan", "jour.toml", "--iterations", "0"},
    {"plan", "jour.toml", "--seed", "1.5"},
    {"plan", "jour.toml", "-o", "-"},
    {"plan", "jour.toml", "-o", "--json"},
    {"show", "jour.farandole", "--by", "jour"},
    {"show", "jour.farandole", "--version", "deux"},
    {"restore", "jour.farandole"},
    {"restore", "jour.farandole", "dernier"},
    {"sheets", "jour.farandole"},
    {"sheets", "jour.farandole", "--out", "x", "--lang", "de"},
    {"export", "jour.farandole", "--to", "ics"},
    {"export", "jour.farandole", "--to", "icz", "--out", "x"},
    {"export", "jour.farandole", "--to", "csv", "--out", "x", "--person", "ana"},
    {"export", "jour.farandole", "--to", "ics", "--out", "x", "--each", "people"},
    {"export", "jour.farandole", "--to", "ics", "--out", "-", "--json"},
    {"import", "jour.farandole"},
    {"forget", "jour.farandole"},
    {"rotate"},
    {"rotate", "--people", "0", "--groups", "x", "--rounds", "-1", "--tme", "3"},
    {"rotate", "--people", "4", "--groups", "5", "--rounds", "9", "--stations"},
};

}  // namespace

TEST_CASE("help is said in plain words, at 80 columns, in both languages") {
  for (const auto language : {engine::Language::Fr, engine::Language::En}) {
    const auto text = transcript(kHelp, language);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) CHECK(cli::display_width(line) <= 80);
    require_golden(language == engine::Language::Fr ? "help_fr.txt" : "help_en.txt", text);
  }
}

TEST_CASE("a wrong command line is status 2, with the nearest right word, and answers nothing") {
  for (const auto& words : kWrong) {
    const auto answer = run(words);
    INFO(answer.err);
    CHECK(answer.status == 2);
    CHECK(answer.out.empty());
    CHECK_FALSE(answer.err.empty());
  }
  require_golden("wrong_fr.txt", transcript(kWrong, engine::Language::Fr));
  require_golden("wrong_en.txt", transcript(kWrong, engine::Language::En));
}

TEST_CASE("a document that is not there is status 3") {
  for (const auto& words : std::vector<std::vector<std::string>>{
           {"show", "absent.farandole"},
           {"history", "absent.farandole"},
           {"restore", "absent.farandole", "1"},
           {"diff", "absent.farandole"},
           {"replan", "absent.farandole", "--person-out", "x"},
           {"sheets", "absent.farandole", "--out", "x"},
           {"export", "absent.farandole", "--to", "ics", "--out", "x.ics"}}) {
    const auto answer = run(words);
    CHECK(answer.status == 3);
    CHECK(answer.out.empty());
    CHECK_THAT(answer.err, Catch::Matchers::ContainsSubstring("absent.farandole"));
  }
}

TEST_CASE("a gathering that is not there is status 2, said with its name") {
  const auto answer = run({"plan", "absent.toml"});
  CHECK(answer.status == 2);
  CHECK_THAT(answer.err, Catch::Matchers::ContainsSubstring("absent.toml"));
  CHECK_FALSE(std::ifstream("absent.farandole"));
}

TEST_CASE("an answer that cannot be delivered is not a success") {
  std::ostringstream out;
  std::ostringstream err;
  out.setstate(std::ios::badbit);
  CHECK(cli::run({"--help"}, out, err, {}) == 3);
  CHECK_THAT(err.str(), Catch::Matchers::ContainsSubstring("disk full"));
}
