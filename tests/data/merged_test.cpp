#include "data/write/merged.h"

#include "data/write/csv_table.h"
#include "tests/catch.h"

namespace {

const std::string kHead =
    "[gathering]\nname = \"Essai\"\n{tables}\n[[day]]\ndate = 2025-02-11\nopens = \"09:00\"\n"
    "closes = \"12:00\"\n[[site]]\nid = \"ici\"\n[[room]]\nid = \"verte\"\nsite = \"ici\"\n"
    "capacity = 10\n[[session]]\nid = \"bilan\"\ntitle = \"Le bilan\"\nformat = \"plenary\"\n"
    "[[rotation]]\nid = \"themes\"\ntitle = \"Thèmes\"\nformat = \"workshop\"\n"
    "pattern = \"choice\"\nrounds = 1\nminutes = 20\nparticipants = \"all\"\n"
    "[[rotation.station]]\nid = \"a\"\ntitle = \"Agir\"\n[[rotation.station]]\nid = \"b\"\n"
    "title = \"Bâtir\"\n";

data::Reading gathering(const std::string& tables,
                        std::vector<data::SourceFile> files,
                        const std::string& more = "") {
  auto toml = kHead;
  toml.replace(toml.find("{tables}"), 8, tables);
  files.insert(files.begin(), {"jour.toml", toml + more});
  return data::read_gathering(std::move(files));
}

data::Merged merge(const data::Reading& before, const std::string& list) {
  return data::merged(before, data::read_import(list, {}, "liste.csv"));
}

std::string notes(const data::Merged& merged) {
  std::string text;
  const char* kinds[] = {"+", "~", "-", "?"};
  for (const auto& note : merged.notes)
    text += kinds[static_cast<std::size_t>(note.kind)] + std::to_string(note.line) + " " +
            note.text.en + "\n";
  return text;
}

const std::string kPeople = "people = \"p.csv\"\n";

}  // namespace

TEST_CASE("new people go below, in the manner of the table", "[import]") {
  const auto before =
      gathering(kPeople, {{"p.csv", "nom;prénom;remarque\r\nRoux;Ana;\"chut; oui\"\r\n"}});
  const auto after = merge(before, "prénom,nom,courriel\nBo,Li,bo@x.example\nana,ROUX,\n");
  CHECK(after.sources[1].bytes ==
        "nom;prénom;remarque;courriel\r\nRoux;Ana;\"chut; oui\"\r\nLi;Bo;;bo@x.example\r\n");
  CHECK(notes(after) == "+2 Bo Li\n");
  CHECK(after.unchanged == 1);
  CHECK(after.sources[0].bytes == before.sources[0].bytes);
}

TEST_CASE("what a list says fills and replaces, what it does not say stays", "[import]") {
  const auto before = gathering(
      kPeople, {{"p.csv", "id,name,organisation,email,diet,tags\nana,Ana Roux,Old,,végane,x\n"}});
  const auto after = merge(
      before, "name;organisation;courriel;régime;étiquettes\nRoux Ana;Neuve;a@x.example;;y|x\n");
  CHECK(after.sources[1].bytes ==
        "id,name,organisation,email,diet,tags\nana,Ana Roux,Neuve,a@x.example,végane,x|y\n");
  CHECK(notes(after) == "~2 Ana Roux: organisation, tags, email\n");
}

TEST_CASE("one person twice is one, one name with two e-mails is for people to decide",
          "[import]") {
  const auto before = gathering(kPeople, {{"p.csv", "name,email\nAna Roux,a@x.example\n"}});
  const auto after = merge(before,
                           "name,email\nBo Li,\nbo li,bo@x.example\nAna Roux,other@x.example\n"
                           "Zoé,shared@x.example\nYves,shared@x.example\n");
  CHECK(notes(after) ==
        "+2 Bo Li\n~3 Bo Li: email\n"
        "?4 Ana Roux has another e-mail already (a@x.example, here other@x.example): the same "
        "person or another one? Nothing is done\n"
        "+5 Zoé\n+6 Yves\n");
  CHECK(after.sources[1].bytes ==
        "name,email\nAna Roux,a@x.example\nBo Li,bo@x.example\nZoé,shared@x.example\n"
        "Yves,shared@x.example\n");
}

TEST_CASE("two of one name: their e-mails tell them apart, or nothing is done", "[import]") {
  const auto before = gathering(
      kPeople, {{"p.csv", "id,name,email\na1,Ana Roux,a@x.example\na2,Ana Roux,b@x.example\n"}});
  const auto after = merge(before, "name,email,phone\nAna Roux,b@x.example,07\nAna Roux,,08\n");
  CHECK(notes(after) == "~2 Ana Roux: phone\n?3 there are several \"Ana Roux\": nothing is done\n");
  // An id of its own says: another person.
  CHECK(notes(merge(before, "id,name\na3,Ana Roux\n")) == "+2 Ana Roux\n");
}

TEST_CASE("without a table of people one is made and named, people of the file are met there",
          "[import]") {
  const auto before =
      gathering("", {}, "[[person]]\nid = \"ana\"\nname = \"Ana Roux\" # la voisine\n");
  const auto after = merge(before, "name,email,needs\nAna Roux,a@x.example,step|sign\nBo Li,,\n");
  REQUIRE(after.sources.size() == 2);
  CHECK(after.sources[1].path == "people.csv");
  const auto read = data::read_gathering(after.sources).gathering;
  REQUIRE(read.people.size() == 2);
  CHECK(read.people[0].email == "a@x.example");
  CHECK(read.people[0].needs == std::vector<std::string>{"step", "sign"});
  CHECK(read.people[1].id.value == "bo-li");
  CHECK(after.sources[0].bytes.find("# la voisine") != std::string::npos);
}

TEST_CASE("wishes and registrations find people and things by id or by name", "[import]") {
  const auto before =
      gathering(kPeople + "wishes = \"w.csv\"\n",
                {{"p.csv", "id,name\nana,Ana Roux\nbo,Bo Li\n"},
                 {"w.csv", "person,rotation,station,rank\nana,themes,a,1\nana,themes,b,2\n"}});
  const auto after =
      merge(before, "personne;thème;rang\nAna Roux;Bâtir;1\nana;agir;2\nBo;a;1\nbo;c;1\n");
  CHECK(after.sources[2].bytes ==
        "person,rotation,station,rank\nana,themes,b,1\nana,themes,a,2\nbo,themes,a,1\n");
  CHECK(notes(after) ==
        "+2 ana: b, rank 1\n+3 ana: a, rank 2\n"
        "+4 bo: a, rank 1\n"
        "-5 \"c\" is not in the gathering\n");
}

TEST_CASE("registrations make their own table and say what is known", "[import]") {
  const auto before = gathering(kPeople, {{"p.csv", "id,name\nana,Ana Roux\nbo,Bo Li\n"}});
  const auto after =
      merge(before, "person,session\nana,bilan\nBo Li,Le bilan\nana,bilan\nana,bilam\nzz,bilan\n");
  REQUIRE(after.sources.size() == 3);
  CHECK(after.sources[2].bytes == "person,session\nana,bilan\nbo,bilan\n");
  CHECK(after.unchanged == 1);
  CHECK(notes(after) ==
        "+2 ana: bilan\n+3 bo: bilan\n"
        "-5 \"bilam\" is not in the gathering; maybe \"bilan\"?\n"
        "-6 \"zz\" is not in the gathering\n");
  CHECK(data::read_gathering(after.sources).gathering.registrations.size() == 2);
}

TEST_CASE("a table keeps its manner", "[import]") {
  const std::string bytes =
      "\xEF\xBB\xBF"
      "a;b\r\n\"x;y\";\"q\"\"\"\r\n;z\r\n";
  data::CsvTable table(bytes);
  CHECK(table.bytes() == bytes);
  CHECK(table.row_at(2) == 0U);
  CHECK(table.row_at(3) == 1U);
  CHECK_FALSE(table.row_at(1));
  CHECK(data::CsvTable("nom\nS\xe9v\n").bytes() == "\xEF\xBB\xBFnom\nSév\n");
}
