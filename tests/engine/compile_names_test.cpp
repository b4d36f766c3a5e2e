#include <string>
#include <vector>

#include "tests/catch.h"
#include "tests/support/compiled.h"

using namespace engine;
using support::complaints;
using support::GatheringBuilder;
using support::line_of;
using support::small_gathering;

namespace {

/// A gathering with one of everything.
GatheringBuilder complete() {
  auto b = small_gathering();
  b.person("diallo");
  b.person("martin").profile = "officer";
  b.g.equipment.emplace_back().id = b.key("micro");
  b.g.equipment.back().count = 2;
  b.session("talk", 30).team = {b.role("speaker", {"diallo"})};
  auto& cafe = b.rotation("cafe", Pattern::Choice, 1, 20);
  cafe.participants = b.who(std::vector<std::string>{"martin"});
  b.station(cafe, "table-1", 0, 0);
  return b;
}

}  // namespace

TEST_CASE("A complete gathering has nothing to complain of") {
  CHECK(complaints(complete().g).empty());
}

TEST_CASE("An unknown id is named with the nearest known one") {
  auto b = complete();
  auto& talk = b.g.sessions[0];
  std::string expected;
  SECTION("a person of a team") {
    talk.team[0].people = b.keys({"diallio"});
    expected = line_of(talk.team[0].people[0].where) +
               "error: personne inconnue : « diallio ». Peut-être : diallo | "
               "unknown person \"diallio\". Maybe: diallo\n";
  }
  SECTION("a person of an audience, with nothing near") {
    talk.audience = b.who({"diallo", "zoe"});
    expected = line_of(talk.audience.list[1].where) +
               "error: personne inconnue : « zoe » | unknown person \"zoe\"\n";
  }
  SECTION("a room") {
    talk.rooms = {b.in("smal")};
    expected = line_of(talk.rooms[0].room.where) +
               "error: salle inconnue : « smal ». Peut-être : small | unknown room \"smal\". "
               "Maybe: small\n";
  }
  SECTION("a site") {
    b.g.rooms[0].site = b.key("hous");
    expected = line_of(b.g.rooms[0].site.where) +
               "error: site inconnu : « hous ». Peut-être : house | unknown site \"hous\". "
               "Maybe: house\n";
  }
  SECTION("a session") {
    talk.timing.after = {b.after("caffe")};
    expected = line_of(talk.timing.after[0].item.where) +
               "error: séance inconnue : « caffe ». Peut-être : cafe | unknown session "
               "\"caffe\". Maybe: cafe\n";
  }
  SECTION("equipment") {
    talk.equipment = {{.equipment = b.key("micros"), .count = 1}};
    expected = line_of(talk.equipment[0].equipment.where) +
               "error: matériel inconnu : « micros ». Peut-être : micro | unknown equipment "
               "\"micros\". Maybe: micro\n";
  }
  SECTION("a rule") {
    b.rule("room-capasity", RuleSetting::Level::Off);
    expected = line_of(b.g.rules[0].rule.where) +
               "error: règle inconnue : « room-capasity ». Peut-être : room-capacity | unknown "
               "rule \"room-capasity\". Maybe: room-capacity\n";
  }
  SECTION("a station of a wish") {
    b.wish("martin", "cafe", "table1x", 1);
    expected = line_of(b.g.wishes[0].station.where) +
               "error: « cafe » n’a pas de poste « table1x ». Peut-être : table-1 | \"cafe\" has "
               "no station \"table1x\". Maybe: table-1\n";
  }
  SECTION("a person of a registration") {
    b.registration("dialo", "talk");
    expected = line_of(b.g.registrations[0].person.where) +
               "error: personne inconnue : « dialo ». Peut-être : diallo | unknown person "
               "\"dialo\". Maybe: diallo\n";
  }
  SECTION("an end of a journey") {
    b.travel("house", "hall", 5);
    expected = line_of(b.g.travels[0].to.where) +
               "error: site ou salle inconnu : « hall ». Peut-être : small | unknown site or "
               "room \"hall\". Maybe: small\n";
  }
  SECTION("the site where a person starts") {
    b.g.people[0].site = b.key("nowhere");
    expected = line_of(b.g.people[0].site->where) +
               "error: site inconnu : « nowhere » | unknown site \"nowhere\"\n";
  }
  SECTION("an attribute to mix by") {
    b.g.rotations[0].mix = b.keys({"profil"});
    expected = line_of(b.g.rotations[0].mix[0].where) +
               "error: mix attend « profile », « organisation » ou « tag:X », pas « profil ». "
               "Peut-être : profile | mix takes \"profile\", \"organisation\" or \"tag:X\", not "
               "\"profil\". Maybe: profile\n";
  }
  CHECK(complaints(b.g) == expected);
}

TEST_CASE("An id used twice says where it is first") {
  auto b = complete();
  std::string expected;
  SECTION("people of two files") {
    b.person("diallo").id.where = {1, 4, 1};
    expected = "4 error: la personne « diallo » existe déjà (gathering.toml:" +
               std::to_string(b.g.people[0].id.where.line) +
               ") | the person \"diallo\" exists already (gathering.toml:" +
               std::to_string(b.g.people[0].id.where.line) + ")\n";
  }
  SECTION("a session and a rotation") {
    b.g.rotations[0].id.value = "talk";
    expected = line_of(b.g.rotations[0].id.where) +
               "error: l’identifiant « talk » désigne déjà une séance ou une rotation "
               "(gathering.toml:" +
               std::to_string(b.g.sessions[0].id.where.line) +
               ") | the id \"talk\" already names a session or a rotation (gathering.toml:" +
               std::to_string(b.g.sessions[0].id.where.line) + ")\n";
  }
  SECTION("stations of one rotation") {
    auto& cafe = b.g.rotations[0];
    const auto first = std::to_string(cafe.stations[0].id.where.line);
    const auto where = b.station(cafe, "table-1", 0, 0).id.where;
    expected = line_of(where) +
               "error: « cafe » a déjà un poste « table-1 » (gathering.toml:" + first +
               ") | \"cafe\" has a station \"table-1\" already (gathering.toml:" + first + ")\n";
  }
  CHECK(complaints(b.g) == expected);
}

TEST_CASE("A WHO that names nobody is an error, and a warning where people register") {
  auto b = complete();
  auto& talk = b.g.sessions[0];
  std::string expected;
  SECTION("a profile nobody has") {
    talk.audience = b.who({"profile:oficer", "diallo"});
    expected = line_of(talk.audience.list[0].where) +
               "error: « profile:oficer » ne désigne personne. Peut-être : profile:officer | "
               "\"profile:oficer\" names nobody. Maybe: profile:officer\n";
  }
  SECTION("registered, without a registration") {
    talk.audience = b.who("registered");
    expected = line_of(talk.audience.where) +
               "warning: aucune inscription ne concerne cette séance : « registered » ne désigne "
               "personne | nobody is registered for this session: \"registered\" names nobody\n";
  }
  SECTION("an empty list is none") {
    talk.audience = b.who(std::vector<std::string>{});
    talk.team.clear();
    expected = line_of(talk.id.where) +
               "warning: « talk » n’a ni public ni équipe : personne n’est attendu | \"talk\" has "
               "neither audience nor team: nobody is expected\n";
  }
  CHECK(complaints(b.g) == expected);
}

TEST_CASE("All errors are said at once, in the order of the file") {
  auto b = complete();
  auto& talk = b.g.sessions[0];
  talk.rooms = {b.in("nowhere")};
  talk.audience = b.who(std::vector<std::string>{"nobody"});
  talk.timing.after = {b.after("never")};
  const auto text = complaints(b.g);
  CHECK(std::count(text.begin(), text.end(), '\n') == 3);
  CHECK(text.find("nowhere") < text.find("nobody"));
  CHECK(text.find("nobody") < text.find("never"));
}

TEST_CASE("What the reader has complained about is not complained about again") {
  auto b = complete();
  b.g.sessions[0].rooms = {b.in("nowhere")};
  Diagnostics diagnostics;
  diagnostics.error(b.g.sessions[0].rooms[0].room.where, say({"illisible", "unreadable"}));
  CHECK_FALSE(compile(b.g, diagnostics).has_value());
  CHECK(diagnostics.all().size() == 1);
}

TEST_CASE("Registrations that are doubled or useless are pointed out") {
  auto b = complete();
  auto& talk = b.g.sessions[0];
  b.registration("martin", "talk");
  b.registration("martin", "talk");
  SECTION("twice") {
    talk.audience = b.who("registered");
    CHECK(complaints(b.g) == line_of(b.g.registrations[1].person.where) +
                                 "warning: l’inscription de « martin » à « talk » est écrite deux "
                                 "fois : elle compte une fois | \"martin\" is registered for "
                                 "\"talk\" already: counted once\n");
  }
  SECTION("without effect, said once") {
    CHECK(complaints(b.g) ==
          line_of(b.g.registrations[0].session.where) +
              "warning: les inscriptions à « talk » sont sans effet : son public "
              "n’est pas « registered » | registrations for \"talk\" have no "
              "effect: its audience is not \"registered\"\n");
  }
}
