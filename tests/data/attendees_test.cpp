#include "data/read/attendees.h"

#include "engine/model/failure.h"
#include "tests/catch.h"

using data::ImportKind;

namespace {

data::Imported read(const std::string& bytes, std::optional<ImportKind> as = {}) {
  return data::read_import(bytes, as, "liste.csv");
}

/// "name <mail> organisation" per person.
std::vector<std::string> people(const data::Imported& imported) {
  std::vector<std::string> list;
  for (const auto& one : imported.people)
    list.push_back(one.person.name + " <" + one.person.email + "> " + one.person.organisation);
  return list;
}

using List = std::vector<std::string>;

constexpr const char* kHelloAsso =
    "\xEF\xBB\xBFRéférence commande;Date de la commande;Statut de la commande;Nom participant;"
    "Prénom participant;Nom payeur;Prénom payeur;Email payeur;Raison sociale;Moyen de paiement;"
    "Billet;Numéro de billet;Tarif;Montant tarif;Code Promo;Montant code promo;"
    "Régime alimentaire;Covoiturage ?\r\n"
    "101;03/02/2025 18:02;Validé;ROUX;Ana;ROUX;Ana;ana@x.example;La Tricoterie;Carte;B;1;Plein;"
    "85,00;;;végane;oui\r\n"
    "101;03/02/2025 18:02;Validé;Li;Bo;ROUX;Ana;ana@x.example;La Tricoterie;Carte;B;2;Plein;"
    "85,00;;;;non\r\n"
    "102;04/02/2025 09:30;Annulé;Sol;Clé;Sol;Clé;cle@x.example;;Carte;B;3;Plein;85,00;;;;\r\n"
    "103;04/02/2025 09:31;Validé;;;Sol;Clé;cle@x.example;;Carte;B;4;Plein;85,00;;;;\r\n";

}  // namespace

TEST_CASE("a HelloAsso export: one line per ticket, the payer is not the participant", "[import]") {
  const auto imported = read(kHelloAsso);
  CHECK(imported.kind == ImportKind::HelloAsso);
  CHECK(people(imported) ==
        List{"Ana ROUX <ana@x.example> La Tricoterie", "Bo Li <> La Tricoterie"});
  CHECK(imported.people[0].person.diet == "végane");
  CHECK(imported.people[0].first == "Ana");
  CHECK(imported.people[1].line == 3);
  REQUIRE(imported.left_out.size() == 2);
  CHECK(imported.left_out[0].line == 4);
  CHECK(imported.left_out[0].why.fr == "commande «\u202fAnnulé\u202f»");
  CHECK(imported.left_out[1].why.en == "no name");
  CHECK(imported.unknown == List{"Covoiturage ?"});
}

TEST_CASE("a custom e-mail field of a HelloAsso form is the participant's", "[import]") {
  const auto imported = read(
      "Statut de la commande;Prénom participant;Nom participant;Email payeur;Nom payeur;Courriel\n"
      "Validé;Bo;Li;ana@x.example;Roux;bo@x.example\n");
  CHECK(people(imported) == List{"Bo Li <bo@x.example> "});
}

TEST_CASE("a pretix export: the order's e-mail counts where it has one place", "[import]") {
  const auto imported = read(
      "\"Event slug\",\"Order code\",\"Position ID\",\"Status\",\"Email\",\"Phone number\","
      "\"Product\",\"Attendee name\",\"Attendee name: Given name\",\"Attendee name: Family name\","
      "\"Attendee email\",\"Company\",\"Company\",\"Diet\"\n"
      "\"j\",\"AAAAA\",1,\"paid\",\"ana@x.example\",\"\",\"Day\",\"Ana Roux\",\"Ana\",\"Roux\","
      "\"\",\"Tricoterie\",\"Invoice Ltd\",\"vegan\"\n"
      "\"j\",\"BBBBB\",1,\"pending\",\"office@x.example\",\"\",\"Day\",\"Bo Li\",\"Bo\",\"Li\","
      "\"\",\"\",\"\",\"\"\n"
      "\"j\",\"BBBBB\",2,\"pending\",\"office@x.example\",\"\",\"Day\",\"Clé Sol\",\"Clé\","
      "\"Sol\",\"cle@x.example\",\"\",\"\",\"\"\n"
      "\"j\",\"CCCCC\",1,\"canceled\",\"d@x.example\",\"\",\"Day\",\"Dia Ba\",\"Dia\",\"Ba\","
      "\"\",\"\",\"\",\"\"\n");
  CHECK(imported.kind == ImportKind::Pretix);
  CHECK(people(imported) ==
        List{"Ana Roux <ana@x.example> Tricoterie", "Bo Li <> ", "Clé Sol <cle@x.example> "});
  CHECK(imported.people[0].person.diet == "vegan");
  REQUIRE(imported.left_out.size() == 1);
  CHECK(imported.left_out[0].why.en == "order \"canceled\"");
}

TEST_CASE("lists come in any encoding, with any delimiter, with Excel's hint or not", "[import]") {
  CHECK(people(read("sep=;\r\nNom;Pr\xe9nom\r\nS\xe9v\xe9rac;Zo\xe9\r\n")) ==
        List{"Zoé Sévérac <> "});
  CHECK(people(read("\xEF\xBB\xBFnom\tcourriel\nAna\ta@x.example\n")) ==
        List{"Ana <a@x.example> "});
  CHECK(people(read("name,email\n\"Roux, Ana\",a@x.example\n")) ==
        List{"Roux, Ana <a@x.example> "});
}

TEST_CASE("the headings tell what a list is", "[import]") {
  CHECK(read("person,rotation,station,rank\na,r,s,1\n").kind == ImportKind::Wishes);
  CHECK(read("personne;atelier;rang\na;s;1\n").kind == ImportKind::Wishes);
  CHECK(read("person,session\na,s\n").kind == ImportKind::Registrations);
  CHECK(read("nom;prénom\na;b\n").kind == ImportKind::People);
  CHECK(read(",lundi 3 mars,mardi 4 mars,\n,10h,14h,\nAna,Oui,Non,\n").kind ==
        ImportKind::Framadate);
  CHECK_THROWS_AS(read("x,y\n1,2\n"), engine::BadRequest);
  CHECK_THROWS_AS(read(""), engine::BadRequest);
  CHECK_THROWS_AS(read("x;y\nAna;1\n", ImportKind::HelloAsso), engine::BadRequest);
  CHECK_THROWS_AS(read("PK\x03\x04\0\0", ImportKind::People), engine::BadRequest);
}

TEST_CASE("a wish without a rank, and a line without a person, are left out", "[import]") {
  const auto imported = read("person,rotation,station,rank\na,r,s,first\n,r,s,1\na,r,t,2\n");
  CHECK(imported.links.size() == 1);
  CHECK(imported.left_out.size() == 2);
  CHECK(imported.left_out[0].line == 2);
  CHECK(imported.left_out[1].why.en == "the cell \"person\" is empty");
}
