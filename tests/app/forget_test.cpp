#include "app/forget.h"

#include "app/plan.h"
#include "app/restore.h"
#include "app/show.h"
#include "engine/model/failure.h"
#include "tests/catch.h"
#include "tests/support/temp_folder.h"

using tests::TempFolder;

namespace {

constexpr const char* kDay = R"toml(
[gathering]
name = "Petite journée"
{head}

[[day]]
date = "2025-02-11"
opens = "09:00"
closes = "12:30"

[[site]]
id = "mairie"
[[room]]
id = "grande"
site = "mairie"
capacity = 20

# Ana Roux a demandé à commencer tard.
[[session]]
id = "expose"
title = "Exposé d’Ana Roux"
format = "plenary"
minutes = 30
audience = ["ana", 'bo']
team = {{ speaker = ["cle"] }}

[[rotation]]
id = "duos"
title = "Duos"
format = "speed-meeting"
pattern = "remix"
rounds = 3
minutes = 10
participants = "all"
tables = 2
room = "grande"
{more}
)toml";

std::string day(const std::string& head, const std::string& more) {
  std::string text = kDay;
  const auto fill = [&](const std::string& hole, const std::string& value) {
    text.replace(text.find(hole), hole.size(), value);
  };
  fill("{head}", head);
  fill("{more}", more);
  fill("{{", "{");
  fill("}}", "}");
  return text;
}

constexpr const char* kTable =
    "id;prénom;nom;organisme;profil;courriel;téléphone;régime;besoins;remarque\n"
    "bo;Bo;Li;;agent;bo@x.example;;;;\n"
    "ana;Ana;Roux;Tricoterie;élue;ana@secret.example;06 11 22 33 44;végane;fauteuil;chut\n"
    "cle;Clé;Sol;;agent;;;;;\ndia;Dia;Ba;;élue;;;;;\n";

std::string planned(const TempFolder& folder, const std::string& toml, int times = 1) {
  tests::write_bytes(folder.file("jour.toml"), toml);
  app::PlanRequest request;
  request.file = folder.file("jour.toml");
  request.iterations = 500;
  request.threads = 1;
  app::Planned planned;
  for (int i = 0; i < times; ++i) {
    request.now = engine::Instant{std::chrono::seconds{1739188807 + i}};
    planned = app::plan(request);
    for (const auto& d : planned.diagnostics) UNSCOPED_INFO(d.text.en);
    REQUIRE(planned.plan);
  }
  return planned.document;
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
  const TempFolder folder;
  tests::write_bytes(folder.file("gens.csv"), kTable);
  const auto document = planned(folder, day("people = \"gens.csv\"", ""), 2);
  // A later version knows more about her, and an earlier one comes back.
  tests::write_bytes(folder.file("gens.csv"),
                     std::string(kTable) + "eli;Éli;Dup;;;;;;;voisine d’Ana Roux\n");
  (void)planned(folder, day("people = \"gens.csv\"", ""));
  (void)app::restore(document, 1, engine::Instant{std::chrono::seconds{1739200000}});
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
  const TempFolder folder;
  tests::write_bytes(folder.file("gens.csv"), kTable);
  const auto document = planned(folder, day("people = \"gens.csv\"", ""));
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
  const TempFolder folder;
  std::string people;
  for (const std::string id : {"ana", "bo", "cle", "dia"})
    people += "\n[[person]]\nid = \"" + id + "\"\nname = \"" +
              (id == "ana" ? "Ana Roux" : "X" + id) + "\"\n" +
              (id == "ana" ? "email = \"ana@secret.example\"\nphone = \"06 11 22 33 44\"\n"
                             "diet = \"végane\"\nneeds = [\"fauteuil\"]\n"
                             "organisation = \"Tricoterie\"\n"
                           : "");
  const auto document = planned(folder, day("", people));
  (void)app::forget(document, "ana roux");
  check_gone(document, kSecrets);
  CHECK(app::show(document, {}).gathering.people[0].id.value == "personne-effacee");
}

TEST_CASE("without an id column ids come from names, and follow", "[forget]") {
  const TempFolder folder;
  tests::write_bytes(folder.file("gens.csv"), "nom\nAna Roux\nBo\nAna Roux\nCle\nDia Ba\n");
  auto toml = day("people = \"gens.csv\"", "");
  toml.replace(toml.find("\"ana\""), 5, "\"ana-roux\"");
  const auto document = planned(folder, toml);
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
  const TempFolder folder;
  tests::write_bytes(folder.file("gens.csv"), kTable);
  const auto document = planned(folder, day("people = \"gens.csv\"", ""));
  const auto before = tests::bytes_of(document);
  CHECK_THROWS_AS((void)app::forget(document, "anna"), engine::BadRequest);
  CHECK(tests::bytes_of(document) == before);
}
