#include "app/forget.h"

#include "app/restore.h"
#include "app/show.h"
#include "engine/model/failure.h"
#include "tests/app/desk.h"
#include "tests/catch.h"

using app_tests::Desk;

namespace {

constexpr const char* kMore = R"toml(
# Ana Roux a demandé à commencer tard.
[[session]]
id = "expose"
title = "Exposé d’Ana Roux"
format = "plenary"
minutes = 30
audience = ["ana", 'bo']
team = { speaker = ["cle"] }
)toml";

constexpr const char* kTable =
    "id;prénom;nom;organisme;profil;courriel;téléphone;régime;besoins;remarque\n"
    "bo;Bo;Li;;agent;bo@x.example;;;;\n"
    "ana;Ana;Roux;Tricoterie;élue;ana@secret.example;06 11 22 33 44;végane;fauteuil;chut\n"
    "cle;Clé;Sol;;agent;;;;;\ndia;Dia;Ba;;élue;;;;;\n";

Desk day(const std::string& table = kTable) {
  return Desk({{"jour.toml", app_tests::small_day(std::string(kMore) + app_tests::kDuos)},
               {"people.csv", table}});
}

/// Nothing of the words is anywhere in the file, as bytes.
void check_gone(const std::string& document, const std::vector<std::string>& words) {
  const auto bytes = tests::bytes_of(document);
  for (const auto& word : words) {
    INFO(word);
    CHECK(bytes.find(word) == std::string::npos);
  }
}

std::size_t present(const engine::Plan& plan, const std::string& person) {
  std::size_t times = 0;
  for (const auto& rotation : plan.rotations)
    for (const auto& round : rotation.rounds)
      for (const auto& station : round.stations)
        for (const auto& id : station.participants) times += static_cast<std::size_t>(id == person);
  for (const auto& session : plan.sessions)
    for (const auto& id : session.participants) times += static_cast<std::size_t>(id == person);
  return times;
}

const std::vector<std::string> kSecrets{"Ana Roux",
                                        "Roux",
                                        "Tricoterie",
                                        "secret.example",
                                        "06 11 22",
                                        "végane",
                                        "fauteuil",
                                        "chut",
                                        "\"ana\"",
                                        "\nana;"};

}  // namespace

TEST_CASE("a person of the table is gone from every version, byte for byte", "[forget]") {
  const auto desk = day();
  const auto document = desk.planned();
  (void)desk.planned();
  // A later version knows more about her, and an earlier one comes back.
  desk.write("people.csv", std::string(kTable) + "eli;Éli;Dup;;;;;;;voisine d’Ana Roux\n");
  (void)desk.planned();
  (void)app::restore(document, 1, app_tests::morning(60));
  REQUIRE(tests::bytes_of(document).find("Tricoterie") != std::string::npos);
  const auto before = app::show(document, 3).plan;

  const auto forgot = app::forget(document, "Ana Roux");
  CHECK(forgot.versions == 4);
  CHECK(forgot.stand_in == "personne-effacee");
  check_gone(document, kSecrets);
  for (const int version : {1, 2, 3, 4}) {
    const auto shown = app::show(document, version);
    CHECK(shown.gathering.people.size() == (version == 3 ? 5U : 4U));
    CHECK(shown.gathering.people[1].name == "Personne effacée");
    CHECK(shown.gathering.people[1].profile == "élue");  // groups stay mixed as they were
    CHECK(shown.gathering.sessions[0].title == "Exposé d’Personne effacée");
    CHECK(present(shown.plan, "ana") == 0);
  }
  const auto after = app::show(document, 3).plan;
  CHECK(present(after, forgot.stand_in) == present(before, "ana"));
  CHECK(present(after, "bo") == present(before, "bo"));
  CHECK(after.score == before.score);
}

TEST_CASE("what is left reads as a gathering, and others are untouched", "[forget]") {
  const auto desk = day();
  const auto document = desk.planned();
  const auto before = app::show(document, {}).gathering;
  (void)app::forget(document, "ana");
  const auto after = app::show(document, {}).gathering;
  REQUIRE(after.people.size() == before.people.size());
  for (const std::size_t i : {0U, 2U, 3U}) {
    CHECK(after.people[i].name == before.people[i].name);
    CHECK(after.people[i].email == before.people[i].email);
  }
  CHECK(after.sessions[0].audience.list[0].value == "personne-effacee");
  CHECK(after.sessions[0].audience.list[1].value == "bo");
  // A second one gets a stand-in of their own.
  CHECK(app::forget(document, "bo").stand_in == "personne-effacee-2");
  check_gone(document, {"Bo Li", "bo@x.example"});
}

TEST_CASE("people written in the gathering file are forgotten too", "[forget]") {
  std::string people;
  for (const std::string id : {"ana", "bo", "cle", "dia"})
    people += "\n[[person]]\nid = \"" + id + "\"\nname = \"" +
              (id == "ana" ? "Ana Roux" : "X" + id) + "\"\n" +
              (id == "ana" ? "email = \"ana@secret.example\"\nphone = \"06 11 22 33 44\"\n"
                             "diet = \"végane\"\nneeds = [\"fauteuil\"]\n"
                             "organisation = \"Tricoterie\"\n"
                           : "");
  const Desk desk(
      {{"jour.toml", app_tests::small_day(std::string(kMore) + app_tests::kDuos + people, "")}});
  const auto document = desk.planned();
  (void)app::forget(document, "ana roux");
  check_gone(document, kSecrets);
  CHECK(app::show(document, {}).gathering.people[0].id.value == "personne-effacee");
}

TEST_CASE("without an id column ids come from names, and follow", "[forget]") {
  const auto desk = day("nom\nAna Roux\nBo\nAna Roux\nCle\nDia Ba\n");
  desk.replace("\"ana\"", "\"ana-roux\"");
  const auto document = desk.planned();
  const auto before = app::show(document, {}).plan;
  (void)app::forget(document, "ana-roux");
  const auto after = app::show(document, {});
  CHECK(after.gathering.people[0].name == "Personne effacée");
  CHECK(after.gathering.people[2].name == "Ana Roux");  // a namesake is somebody else
  CHECK(after.gathering.people[2].id.value == "ana-roux");
  CHECK(present(after.plan, "personne-effacee") == present(before, "ana-roux"));
  CHECK(present(after.plan, "ana-roux") == present(before, "ana-roux-2"));
}

TEST_CASE("nobody of that name: nothing changes", "[forget]") {
  const auto desk = day();
  const auto document = desk.planned();
  const auto before = tests::bytes_of(document);
  CHECK_THROWS_AS((void)app::forget(document, "anna"), engine::BadRequest);
  CHECK(tests::bytes_of(document) == before);
}
