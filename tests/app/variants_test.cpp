// The example gatherings with other dates, more or fewer people, and one room less, plan as well.
#include <algorithm>
#include <set>
#include <sstream>

#include "engine/model/time.h"
#include "tests/app/planned.h"
#include "tests/catch.h"

namespace {

using Files = std::vector<data::SourceFile>;

constexpr std::int64_t kSteps = 300;

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

/// Every date so many days later; a multiple of 7 keeps the days of the week.
void later(Files& files, int days) {
  for (auto& file : files)
    for (std::size_t at = 0; at + 10 <= file.bytes.size(); ++at) {
      const auto word = file.bytes.substr(at, 10);
      if (word[4] != '-' || word[7] != '-') continue;
      if (const auto date = engine::parse_date(word))
        file.bytes.replace(at, 10, engine::iso_date(*date + days));
    }
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string id_of(const std::string& line) {
  return line.substr(0, line.find_first_of(",;"));
}

/// Whether the gathering file names the person: they cannot be missed.
bool is_named(const Files& files, const std::string& id) {
  return files[0].bytes.find("\"" + id + "\"") != std::string::npos;
}

/// One in five of those nobody names stays at home.
void fewer(Files& files) {
  std::set<std::string> gone;
  std::string kept;
  std::size_t row = 0;
  for (const auto& line : lines_of(files[1].bytes))
    if (row++ % 5 == 4 && !is_named(files, id_of(line)))
      gone.insert(id_of(line));
    else
      kept += line + "\n";
  files[1].bytes = kept;
  REQUIRE(gone.size() > 3);
  if (files.size() < 3) return;
  std::string wishes;
  for (const auto& line : lines_of(files[2].bytes))
    if (!gone.contains(id_of(line))) wishes += line + "\n";
  files[2].bytes = wishes;
}

/// One in five of those nobody names brings someone like them.
void more(Files& files) {
  std::size_t row = 0;
  for (const auto& line : lines_of(files[1].bytes))
    if (row++ % 5 == 4 && !is_named(files, id_of(line)))
      files[1].bytes += id_of(line) + "-bis" + line.substr(id_of(line).size()) + "\n";
}

void check_plans(Files files) {
  const auto result = app_tests::planned(std::move(files), kSteps);
  INFO((result.complaints.empty() ? std::string() : result.complaints.front()));
  for (const auto& row : result.plan.unplaced) UNSCOPED_INFO(row.id << ": " << row.reason.en);
  for (const auto& remark : result.plan.remarks)
    if (remark.hard) UNSCOPED_INFO(remark.text.en);
  REQUIRE_FALSE(result.plan.sessions.empty());
  CHECK(result.plan.feasible);
}

}  // namespace

TEST_CASE("variants: the examples plan a year later", "[variants]") {
  for (const auto* name : {"journee-tiers-lieux",
                           "la-causerie",
                           "lecons-rurales",
                           "derniere-annee",
                           "tiers-lieux-en-novembre"}) {
    INFO(name);
    auto files = app_tests::example(name);
    later(files, 364);
    check_plans(files);
  }
}

TEST_CASE("variants: the examples plan with a fifth of the people less", "[variants]") {
  for (const auto* name : {"la-causerie", "derniere-annee", "tiers-lieux-en-novembre"}) {
    INFO(name);
    auto files = app_tests::example(name);
    fewer(files);
    replace_all(files[0].bytes, "capacity = [16, 17]", "capacity = [10, 17]");
    check_plans(files);
  }
}

TEST_CASE("variants: a month of events plans with a fifth more people", "[variants]") {
  auto files = app_tests::example("tiers-lieux-en-novembre");
  more(files);
  check_plans(files);
}

TEST_CASE("variants: the examples plan with one room less, where one can be missed", "[variants]") {
  auto visits = app_tests::example("derniere-annee");
  replace_all(visits[0].bytes, "[\"salon\", \"bibliotheque\"]", "[\"salon\"]");
  check_plans(visits);
  auto november = app_tests::example("tiers-lieux-en-novembre");
  replace_all(november[0].bytes,
              "rooms = [\"salle-filature\", \"salle-quai\", \"salle-serre\"]",
              "rooms = [\"salle-quai\"]");
  check_plans(november);
}
