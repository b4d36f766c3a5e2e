#include "app/rotate.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include <nlohmann/json.hpp>

#include "tests/catch.h"
#include "tests/support/temp_folder.h"

using nlohmann::json;

namespace {

app::RotateRequest request(std::int64_t people, std::int64_t groups, std::int64_t rounds) {
  app::RotateRequest wanted;
  wanted.people = people;
  wanted.groups = groups;
  wanted.rounds = rounds;
  wanted.iterations = 3000;
  wanted.threads = 1;
  return wanted;
}

/// One table for the people of `text`.
app::RotateRequest one_table(const tests::TempFolder& folder, const std::string& text) {
  tests::write_bytes(folder.file("names.csv"), text);
  auto wanted = request(3, 1, 1);
  wanted.people.reset();
  wanted.names = folder.file("names.csv");
  return wanted;
}

std::string wrong(const app::RotateRequest& wanted) {
  std::string text;
  for (const auto& one : app::rotate(wanted).wrong) text += one.en + "\n";
  return text;
}

}  // namespace

TEST_CASE("everybody sits once in each round, at tables of even size") {
  for (const auto& [people, groups, rounds] :
       {std::array<std::int64_t, 3>{1, 1, 1}, {6, 6, 3}, {7, 1, 2}, {11, 3, 4}, {16, 4, 5}}) {
    const auto rotated = app::rotate(request(people, groups, rounds));
    REQUIRE(rotated.plan);
    CHECK(rotated.plan->feasible);
    REQUIRE(rotated.rounds.size() == static_cast<std::size_t>(rounds));
    for (const auto& round : rotated.rounds) {
      REQUIRE(round.size() == static_cast<std::size_t>(groups));
      std::set<std::int32_t> seated;
      for (const auto& group : round) {
        const auto size = static_cast<std::int64_t>(group.size());
        CHECK(size >= people / groups);
        CHECK(size <= (people + groups - 1) / groups);
        seated.insert(group.begin(), group.end());
      }
      CHECK(seated.size() == static_cast<std::size_t>(people));
      CHECK(*seated.begin() == 0);
      CHECK(*seated.rbegin() == people - 1);
    }
  }
}

TEST_CASE("with stations nobody is at a table twice") {
  auto wanted = request(12, 4, 4);
  wanted.stations = true;
  const auto rotated = app::rotate(wanted);
  REQUIRE(rotated.plan);
  CHECK(rotated.plan->feasible);
  for (std::int32_t p = 0; p < 12; ++p) {
    std::set<std::size_t> seen;
    for (const auto& round : rotated.rounds)
      for (std::size_t g = 0; g < round.size(); ++g)
        if (std::count(round[g].begin(), round[g].end(), p) > 0) seen.insert(g);
    CHECK(seen.size() == 4);
  }
}

TEST_CASE("a rotation as JSON has the keys of the contract, and the same input the same bytes") {
  const auto text = app::json(app::rotate(request(9, 3, 4)));
  CHECK(text == app::json(app::rotate(request(9, 3, 4))));
  const auto answer = json::parse(text);
  CHECK(answer.at("people") == 9);
  CHECK(answer.at("groups") == 3);
  CHECK(answer.at("rounds").size() == 4);
  CHECK(answer.at("rounds").at(0).at(0).size() == 3);
  CHECK(answer.at("repeat_meetings") == 0);
  CHECK(answer.at("repeat_cost") == 0);
  CHECK(answer.at("bound") == 0);
  CHECK(answer.at("proved") == true);
  CHECK(answer.at("method").is_string());
  CHECK(answer.at("seconds") == 0);
}

TEST_CASE("people of a table are named, mixed, kept together and apart") {
  const tests::TempFolder folder;
  tests::write_bytes(folder.file("noms.csv"),
                     "prénom;nom;profil;organisme\n"
                     "Awa;Diallo;élu;A\nBruno;Petit;agent;A\nChloé;Roche;élu;B\nÉlodie;Haddad;"
                     "agent;B\nFarid;Le Goff;élu;C\nInès;Aubry;agent;C\n");
  app::RotateRequest wanted = request(6, 3, 2);
  wanted.people.reset();
  wanted.names = folder.file("noms.csv");
  wanted.mix = {"profil"};
  wanted.apart = {{"Awa Diallo", "farid le goff"}, {"bruno-petit", "Ines"}};
  wanted.together = {{"Chloé Roche", "Élodie Haddad"}};
  wanted.pdf = folder.file("rotation.pdf");
  const auto rotated = app::rotate(wanted);
  REQUIRE(rotated.plan);
  CHECK(rotated.plan->feasible);
  CHECK(rotated.pages == 3);
  CHECK(std::filesystem::file_size(wanted.pdf) > 1000);
  for (const auto& round : rotated.rounds)
    for (const auto& group : round) {
      CHECK(group != std::vector<std::int32_t>{0, 4});
      CHECK(group != std::vector<std::int32_t>{1, 5});
      const bool chloe = std::count(group.begin(), group.end(), 2) > 0;
      CHECK(chloe == (std::count(group.begin(), group.end(), 3) > 0));
    }
  REQUIRE(rotated.mix.size() == 1);
  CHECK(rotated.mix[0].attribute == "profile");
  CHECK(rotated.mix[0].largest == 0);
  const auto answer = json::parse(app::json(rotated));
  CHECK(answer.at("names").at(3) == "Élodie Haddad");
  CHECK(answer.at("mix").at(0).at("attribute") == "profile");
}

TEST_CASE("tables mirror the whole where that can be, though everybody sees each of them") {
  const tests::TempFolder folder;
  std::string rows = "nom;profil;organisme\n";
  for (std::size_t i = 0; i < 15; ++i)
    rows += "P" + std::to_string(i) + ";" + "ab"[i % 2] + ";" + "ABC"[i / 2 % 3] + "\n";
  tests::write_bytes(folder.file("noms.csv"), rows);
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    app::RotateRequest wanted = request(15, 5, 5);
    wanted.people.reset();
    wanted.names = folder.file("noms.csv");
    wanted.seed = seed;
    wanted.stations = true;
    wanted.mix = {"profile", "organisation"};
    for (const auto& together : {std::vector<std::string>{}, {"P0", "P3"}}) {
      wanted.together.clear();
      if (!together.empty()) wanted.together.push_back(together);
      const auto rotated = app::rotate(wanted);
      REQUIRE(rotated.plan);
      CHECK(rotated.plan->feasible);
      for (const auto& mixed : rotated.mix) CHECK(mixed.largest < 1);
    }
  }
}

TEST_CASE("one name per line is a list of people, with a heading or without") {
  const tests::TempFolder folder;
  const auto names_in = [&](const std::string& text) {
    app::RotateRequest wanted = request(0, 2, 1);
    wanted.people.reset();
    tests::write_bytes(folder.file("classe.csv"), text);
    wanted.names = folder.file("classe.csv");
    const auto rotated = app::rotate(wanted);
    std::string all;
    for (const auto& finding : rotated.findings) all += finding.text.en + "\n";
    for (const auto& person : rotated.gathering.people) all += person.name + ";";
    return all;
  };
  CHECK(names_in("Awa Diop\nBruno\nChloé Roux\nDina\n") ==
        "a list without a heading: the first line, \"Awa Diop\", counts as well (if it is a title, "
        "put \"name\" in its place)\nAwa Diop;Bruno;Chloé Roux;Dina;");
  for (const std::string heading : {"Nom", "Élèves", "participants", "Prénom"})
    CHECK(names_in(heading + "\r\nAwa\r\nBruno\r\n") == "Awa;Bruno;");
  CHECK(names_in("Prénom;Profil\nAwa;élu\nBruno;agent\n") == "Awa;Bruno;");
  CHECK(names_in("Awa;élu\nBruno;agent\n").find("the column \"name\" is missing") !=
        std::string::npos);
}

TEST_CASE("a word of a name says who is meant, unless two people share it") {
  const tests::TempFolder folder;
  tests::write_bytes(folder.file("noms.csv"),
                     "nom\nAwa Diallo\nBruno Le Goff\nAnne Le Bihan\nInès Diallo\n");
  app::RotateRequest wanted = request(4, 2, 1);
  wanted.people.reset();
  wanted.names = folder.file("noms.csv");
  wanted.together = {{"awa", "LE BIHAN"}};
  const auto rotated = app::rotate(wanted);
  REQUIRE(rotated.plan);
  CHECK(rotated.rounds.at(0).at(0).size() == 2);
  CHECK((rotated.rounds[0][0] == std::vector<std::int32_t>{0, 2} ||
         rotated.rounds[0][1] == std::vector<std::int32_t>{0, 2}));
  wanted.together = {{"Diallo", "Le"}, {"Goff", "Brun"}};
  CHECK(wrong(wanted) ==
        "--together: several people are called \"Diallo\"; give an id (awa-diallo, ines-diallo…)\n"
        "--together: several people are called \"Le\"; give an id (bruno-le-goff, anne-le-bihan…)\n"
        "--together: nobody is called \"Brun\"\n");
}

TEST_CASE("a table with a heading and nobody under it") {
  const tests::TempFolder folder;
  tests::write_bytes(folder.file("noms.csv"), "nom;profil\n\n");
  auto wanted = request(6, 3, 2);
  wanted.people.reset();
  wanted.names = folder.file("noms.csv");
  CHECK(wrong(wanted) == wanted.names + ": there is nobody under the heading\n");
}

TEST_CASE("names that nobody has, attributes that do not exist and sets that cannot be") {
  auto wanted = request(6, 3, 2);
  wanted.mix = {"profil", "colour", "organisation"};
  wanted.apart = {{"1", "9"}, {"2"}, {"3", "3"}};
  wanted.together = {{"1", "2", "3"}};
  wanted.hosts = 4;
  CHECK(wrong(wanted) ==
        "--hosts 4: there are 3 tables, and a host stays at one\n"
        "--mix profil: everyone has the same value, there is nothing to mix\n"
        "--mix colour: choose from profile, organisation and tag:X\n"
        "--mix organisation: everyone has the same value, there is nothing to mix\n"
        "--apart: nobody is called \"9\"\n"
        "--apart 2: at least two people are needed, with a comma between\n"
        "--apart: \"3\" is in it twice\n");
  wanted = request(6, 3, 2);
  wanted.together = {{"1", "2", "3"}};
  CHECK(wrong(wanted) == "together joins 1, 2 and 3 (3 people); the largest station takes 2\n");
  wanted = request(6, 3, 2);
  wanted.names = "absent.csv";
  const auto rotated = app::rotate(wanted);
  CHECK_FALSE(rotated.plan);
  REQUIRE(rotated.findings.size() == 1);
}

TEST_CASE("people of one name are told apart by numbers, in the order of the file") {
  const tests::TempFolder folder;
  auto wanted = one_table(folder, "name,id\nAwa Diallo,x\nBruno Petit,y\nAwa Diallo,z\n");
  const auto rotated = app::rotate(wanted);
  REQUIRE(rotated.plan);
  const auto& people = rotated.gathering.people;
  CHECK(people.at(0).name == "Awa Diallo (1)");
  CHECK(people.at(1).name == "Bruno Petit");
  CHECK(people.at(2).name == "Awa Diallo (2)");
  wanted.together = {{"Awa Diallo", "Bruno"}};
  CHECK(wrong(wanted) ==
        "--together: several people are called \"Awa Diallo\"; give an id (x, z…)\n");
  wanted.together = {{"Awa Diallo (2)", "Bruno"}};
  CHECK(wrong(wanted).empty());
}

TEST_CASE("an id given to two people is an error of the table, at its line") {
  const tests::TempFolder folder;
  const auto rotated = app::rotate(one_table(folder, "id,name\na,Awa\nb,Bruno\na,Chloé\n"));
  CHECK_FALSE(rotated.plan);
  CHECK(rotated.wrong.empty());
  REQUIRE(rotated.findings.size() == 1);
  CHECK(rotated.findings[0].where.line == 4);
}

TEST_CASE("sets to keep together that share somebody are one set") {
  auto wanted = request(9, 3, 3);
  wanted.together = {{"1", "2"}, {"4", "5"}, {"2", "3"}};
  const auto rotated = app::rotate(wanted);
  REQUIRE(rotated.plan);
  CHECK(rotated.bound >= 3 * 4);  // three pairs and one, each three times
  CHECK(rotated.unavoidable >= 2 * 4);
  CHECK(rotated.meetings.repeat_cost >= rotated.bound);
}

TEST_CASE("what a table of even size cannot keep is said of each round") {
  auto wanted = request(9, 3, 2);
  wanted.together = {{"1", "2"}, {"3", "4"}, {"5", "6"}, {"7", "8"}};
  const auto rotated = app::rotate(wanted);
  REQUIRE(rotated.plan);
  CHECK_FALSE(rotated.plan->feasible);
  std::set<std::string> said;
  for (const auto& remark : rotated.plan->remarks) {
    CHECK(said.insert(remark.text.en).second);
    CHECK(remark.text.en.find(", round ") != std::string::npos);
    CHECK(remark.text.fr.find(", tour ") != std::string::npos);
  }
  CHECK(said.size() >= 2);
}

TEST_CASE("everything wrong with a request is said at once") {
  CHECK(wrong({}) ==
        "the people are missing: --people N, or --names FILE\n"
        "the number of groups is missing: --groups N\n"
        "the number of rounds is missing: --rounds N\n");
  auto wanted = request(4, 5, 6);
  wanted.stations = true;
  CHECK(wrong(wanted) ==
        "5 groups for 4 people: some tables would be empty, give --groups 4 at most\n"
        "6 rounds for 5 tables: with --stations nobody goes back to a table, give --rounds 5 at "
        "most\n");
  CHECK(wrong(request(1'000'000'000'000, 3, 5000)) ==
        "--people 1000000000000: no more than 10000\n--rounds 5000: no more than 1000\n");
  CHECK(wrong(request(10'000, 100, 100)) ==
        "10000 people over 100 rounds is too much: no more than 200000 seats in all\n");
}

TEST_CASE("pairs are kept apart however short the search") {
  const tests::TempFolder folder;
  std::string rows = "nom;profil\n";
  for (int i = 0; i < 48; ++i)
    rows += "Personne " + std::to_string(i) + ";" + (i % 3 == 0 ? "élu\n" : "agent\n");
  tests::write_bytes(folder.file("noms.csv"), rows);
  auto wanted = request(48, 6, 8);
  wanted.people.reset();
  wanted.names = folder.file("noms.csv");
  wanted.mix = {"profile"};
  for (int i = 0; i < 10; ++i)
    wanted.apart.push_back(
        {"Personne " + std::to_string(2 * i), "Personne " + std::to_string(2 * i + 1)});
  wanted.iterations = 1;
  const auto rotated = app::rotate(wanted);
  REQUIRE(rotated.wrong.empty());
  REQUIRE(rotated.plan);
  CHECK(rotated.plan->feasible);
}
