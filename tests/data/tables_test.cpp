#include "data/read/csv.h"
#include "tests/catch.h"
#include "tests/data/reading.h"

using reading::Lines;

namespace {

/// Line 3 names the tables.
std::string head(const std::string& keys) {
  return "[gathering]\nname = \"Essai\"\n" + keys +
         "\n[[day]]\ndate = 2025-02-12\nopens = \"09:00\"\ncloses = \"17:00\"\n";
}

data::Reading read_people(const std::string& csv, const std::string& more = "") {
  return reading::read(head("people = \"p.csv\"") + more, {{"p.csv", csv}});
}

Lines people_lines(const std::string& csv) {
  return reading::lines(read_people(csv), engine::Language::En);
}

Lines wish_lines(const std::string& csv) {
  return reading::english(head("wishes = \"w.csv\""), {{"w.csv", csv}});
}

std::string people(const data::Reading& reading) {
  std::string text;
  for (const auto& person : reading.gathering.people)
    text += person.id.value + "=" + person.name + ";";
  return text;
}

std::vector<std::string> row_of(std::string_view text, char delimiter) {
  std::vector<std::string> cells;
  for (const auto& cell : data::first_row(text, delimiter)) cells.push_back(cell.text);
  return cells;
}

}  // namespace

TEST_CASE("cells, quotes and line ends") {
  CHECK(row_of("a,b,c\n", ',') == Lines{"a", "b", "c"});
  CHECK(row_of(" a ;\"b;c\"; \"d\"\"e\" \r\n", ';') == Lines{"a", "b;c", "d\"e"});
  CHECK(row_of("a,\"b\r\nc\",d", ',') == Lines{"a", "b\nc", "d"});
  CHECK(row_of("\n,,\n\ra,\n", ',') == Lines{"a", ""});
  CHECK(row_of("a \"quoted\" word,b", ',') == Lines{"a \"quoted\" word", "b"});
  CHECK(row_of("", ',').empty());
}

TEST_CASE("a cell's place is its first character, the row's its first line") {
  data::CsvReader reader("x\n\n\"é\n\nü\",  b\nc\n", ',');
  std::vector<data::CsvCell> row;
  REQUIRE(reader.next(row));
  REQUIRE(reader.next(row));
  CHECK(row[0].line == 3);
  CHECK(row[0].column == 1);
  CHECK(row[1].line == 5);
  CHECK(row[1].column == 6);
  REQUIRE(reader.next(row));
  CHECK(row.size() == 1);
  CHECK(row[0].line == 6);
  CHECK_FALSE(reader.next(row));
}

TEST_CASE("comma, semicolon and tab give the same people") {
  const auto expected = "a=Ana;b=Bob;";
  CHECK(people(read_people("id,name\na,Ana\nb,Bob\n")) == expected);
  CHECK(people(read_people("id;name\r\na;Ana\r\nb;Bob\r\n")) == expected);
  CHECK(people(read_people("id\tname\ra\tAna\rb\tBob")) == expected);
  CHECK(people(read_people("\xEF\xBB\xBF\"id\";\"name\"\na;Ana\n\n;;\nb;Bob\n")) == expected);
  CHECK(people(read_people("name,id;identifiant;Nom\nx;a;Ana\nx;b;Bob\n")) == expected);
}

TEST_CASE("French headings, accents and case ignored") {
  const auto reading = read_people(
      "Identifiant;NOM;Pr\xE9nom;Organisme;Profil;\xC9tiquettes;M\xE9l;T\xE9l\xE9phone;Besoins;"
      "R\xE9gime;Disponible(s);Site de d\xE9part\n"
      "e1;Dupont;\xC9lodie;Mairie;\xE9lue;lyon | vert;e@x.org;0102;LSF|PMR;v\xE9g\xE9tarien;"
      "9h/12h|11/02/2025 14h/11/02/2025 17h30;gare\n");
  CHECK(reading.diagnostics.all().empty());
  REQUIRE(reading.gathering.people.size() == 1);
  const auto& person = reading.gathering.people[0];
  CHECK(person.id.value == "e1");
  CHECK(person.name == "Élodie Dupont");
  CHECK(person.organisation == "Mairie");
  CHECK(person.profile == "élue");
  CHECK(person.tags == Lines{"lyon", "vert"});
  CHECK(person.email == "e@x.org");
  CHECK(person.phone == "0102");
  CHECK(person.needs == Lines{"LSF", "PMR"});
  CHECK(person.diet == "végétarien");
  REQUIRE(person.site);
  CHECK(person.site->value == "gare");
  REQUIRE(person.available.size() == 2);
  CHECK_FALSE(person.available[0].from.day);
  CHECK(person.available[0].to.clock == 12 * 60);
  CHECK(person.available[1].from.day == engine::parse_date("2025-02-11"));
  CHECK(person.available[1].to.clock == 17 * 60 + 30);
  CHECK(person.id.where == engine::Where{1, 2, 1});
  CHECK(person.site->where.column == 113);
}

TEST_CASE("people without ids get one from their name, each its own") {
  CHECK(people(read_people("nom,prénom\nDupont,Élodie\nDupont,Elodie\nO'Neill,Ana Maria\n",
                           "[[person]]\nid = \"elodie-dupont\"\nname = \"Autre\"\n")) ==
        "elodie-dupont=Autre;elodie-dupont-2=Élodie Dupont;elodie-dupont-3=Elodie Dupont;"
        "ana-maria-o-neill=Ana Maria O'Neill;");
}

TEST_CASE("what is wrong in a table is said at its row and column") {
  CHECK(people_lines("id,courriel\na,x\n") ==
        Lines{"p.csv:1:1: error: the column \"name\" is missing (or \"nom\")"});
  CHECK(
      people_lines("id,name,nmae,colour\na,A\n") ==
      Lines{"p.csv:1:9: warning: unknown column \"nmae\", left aside. Maybe: name",
            "p.csv:1:14: warning: unknown column \"colour\", left aside. Known columns: id, name, "
            "organisation, profile, tags, email, phone, needs, diet, available, site, end site, "
            "first name"});
  CHECK(people_lines("id,name,nom\na,A,B\n") ==
        Lines{"p.csv:1:9: error: the column \"name\" is there twice"});
  CHECK(
      people_lines("id,name\n,A\nb,\né,C\n") ==
      Lines{
          "p.csv:2:1: error: \"A\" has no id",
          "p.csv:3:3: error: this person has no name",
          "p.csv:4:1: error: the id \"é\" contains \"é\": only letters without accents, digits, - "
          "and _ are allowed. Maybe: e"});
  CHECK(
      people_lines("id,name\na,Dupont, Ana\nb,Bob,,\n") ==
      Lines{"p.csv:2:11: error: 3 cells on this line, 2 in the heading. Maybe a text that contains "
            "\",\" and should be in quotes"});
  CHECK(people_lines("id,name\na,\"Ana\nb,Bob\n") ==
        Lines{"p.csv:2:3: error: this quote is never closed"});
  CHECK(people_lines("id,name,available\na,A,9h-12h\nb,B,12h/9h\n") ==
        Lines{"p.csv:2:5: error: \"9h-12h\" is not a window; expected: 09:00/12:30 or 2025-02-11 "
              "09:00/2025-02-11 12:30, separated by |",
              "p.csv:3:5: error: the window ends (09:00) before it begins (12:00)"});
  CHECK(people_lines("") == Lines{"p.csv:1:1: error: the file is empty"});
}

TEST_CASE("registrations and wishes") {
  const auto reading =
      reading::read(head("registrations = \"r.csv\"\nwishes = \"w.csv\""),
                    {{"r.csv", "Séance;Personne\ns1;a\ns2;b\n"},
                     {"w.csv", "personne,rotation,poste,rang\na,r,x,1\na,r,y,2\n"}});
  CHECK(reading.diagnostics.all().empty());
  const auto& gathering = reading.gathering;
  REQUIRE(gathering.registrations.size() == 2);
  CHECK(gathering.registrations[1].person.value == "b");
  CHECK(gathering.registrations[1].session.value == "s2");
  CHECK(gathering.registrations[1].session.where == engine::Where{1, 3, 1});
  REQUIRE(gathering.wishes.size() == 2);
  CHECK(gathering.wishes[1].station.value == "y");
  CHECK(gathering.wishes[1].rank.value == 2);
  CHECK(gathering.files == Lines{"g.toml", "r.csv", "w.csv"});
  CHECK(wish_lines("person,rotation,station,rank\na,r,x,first\na,r,x,0\na,,x,1\n") ==
        Lines{"w.csv:2:7: error: \"rank\" expects a whole number from 1 on, not \"first\"",
              "w.csv:3:7: error: \"rank\" expects a whole number from 1 on, not \"0\"",
              "w.csv:4:3: error: the cell \"rotation\" is empty"});
  CHECK(wish_lines("person,rotation\n").size() == 2);
}

TEST_CASE("two hundred thousand registrations are read whole") {
  std::string csv = "person,session\n";
  for (int i = 0; i < 200'000; ++i)
    csv += "p" + std::to_string(i % 5'000) + ",s" + std::to_string(i % 300) + "\n";
  const auto reading = reading::read(head("registrations = \"r.csv\""), {{"r.csv", csv}});
  CHECK(reading.gathering.registrations.size() == 200'000);
  CHECK(reading.gathering.registrations.back().session.where.line == 200'001);
}
