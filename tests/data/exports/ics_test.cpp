#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "data/write/exports/formats.h"
#include "data/write/exports/ics_lines.h"
#include "tests/catch.h"
#include "tests/data/exports/exported.h"

namespace {

using Properties = std::map<std::string, std::string>;
using Kind = data::CalendarOf::Kind;

/// Content lines, unfolded (RFC 5545, 3.1).
std::vector<std::string> unfolded(const std::string& ics) {
  std::vector<std::string> lines;
  std::istringstream text(ics);
  for (std::string line; std::getline(text, line);) {
    REQUIRE(line.size() <= 76);  // 75 and the CR
    REQUIRE(line.back() == '\r');
    line.pop_back();
    if (line[0] == ' ')
      lines.back() += line.substr(1);
    else
      lines.push_back(line);
  }
  return lines;
}

/// The events, each by the names of its properties without parameters.
std::vector<Properties> events(const std::string& ics) {
  std::vector<Properties> list;
  bool inside = false;
  for (const auto& line : unfolded(ics)) {
    if (line == "BEGIN:VEVENT") list.emplace_back();
    inside = line == "BEGIN:VEVENT" || (inside && line != "END:VEVENT");
    if (!inside) continue;
    const auto colon = line.find(':');
    list.back()[line.substr(0, std::min(colon, line.find(';')))] = line.substr(colon + 1);
  }
  return list;
}

const Properties& of(const std::vector<Properties>& list, const std::string& summary) {
  for (const auto& event : list)
    if (event.at("SUMMARY").find(summary) != std::string::npos) return event;
  FAIL("no event " + summary);
  return list.front();
}

std::string whole(const tests::Versions& versions) {
  return versions.write(data::ics_export);
}

engine::PlannedSession& round_table(engine::Plan& plan) {
  return plan.sessions[1];
}

}  // namespace

TEST_CASE("a calendar holds every session and every round, at its time and place", "[ics]") {
  const auto list = events(whole(tests::sample_versions()));
  REQUIRE(list.size() == 4);
  const auto& table = of(list, "Table ronde");
  CHECK(table.at("SUMMARY") == "Table ronde : faire\\, défaire\\; refaire");
  CHECK(table.at("DTSTART") == "20250211T090000");
  CHECK(table.at("DTEND") == "20250211T101500");
  CHECK(table.at("LOCATION") == "Grande salle\\, Mairie\\, 1\\, place de l’Église\\; Valbrise");
  CHECK(table.at("GEO") == "46.500000;-1.250000");
  CHECK(table.at("STATUS") == "CONFIRMED");
  CHECK(table.at("SEQUENCE") == "0");
  CHECK(table.at("DTSTAMP") == "20250210T130007Z");
  CHECK(table.at("DESCRIPTION").find("Modération\u00a0: Ana Roux\\n") == 0);
  const auto& round = of(list, "tour\u00a01");
  CHECK(round.at("DTSTART") == "20250211T103000");
  CHECK(round.at("DESCRIPTION").find("Chapeau bleu · Petite salle\\nChapeau vert") == 0);
}

TEST_CASE("times name a zone, and the zone is told with the rules of its clocks", "[ics]") {
  const auto lines = unfolded(whole(tests::sample_versions()));
  const auto has = [&](const std::string& line) {
    return std::find(lines.begin(), lines.end(), line) != lines.end();
  };
  CHECK(has("DTSTART;TZID=Europe/Paris:20250211T090000"));
  CHECK(has("TZID:Europe/Paris"));
  CHECK(has("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"));
  CHECK(has("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"));
  CHECK(has("DTSTART:20231029T030000"));
  CHECK(has("TZOFFSETFROM:+0200"));
  CHECK(has("TZOFFSETTO:+0100"));
  CHECK(has("TZNAME:CEST"));
  CHECK(std::count(lines.begin(), lines.end(), "BEGIN:VTIMEZONE") == 1);
}

TEST_CASE("zones without summer time, west of Greenwich, and with half hours are told", "[ics]") {
  const auto zone_lines = [](const std::string& zone) {
    auto gathering = tests::sample_gathering();
    gathering.timezone = zone;
    tests::Versions versions(gathering);
    versions.add(tests::sample_plan());
    const auto ics = whole(versions);
    const auto begin = ics.find("BEGIN:VTIMEZONE");
    return ics.substr(begin, ics.find("END:VTIMEZONE") - begin);
  };
  using Catch::Matchers::ContainsSubstring;
  CHECK(zone_lines("Asia/Kolkata") ==
        "BEGIN:VTIMEZONE\r\nTZID:Asia/Kolkata\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        "TZOFFSETFROM:+0530\r\nTZOFFSETTO:+0530\r\nTZNAME:IST\r\nEND:STANDARD\r\n");
  CHECK_THAT(zone_lines("America/New_York"), ContainsSubstring("BYMONTH=3;BYDAY=2SU"));
  CHECK_THAT(zone_lines("America/New_York"), ContainsSubstring("BYMONTH=11;BYDAY=1SU"));
  CHECK_THAT(zone_lines("America/New_York"), ContainsSubstring("TZOFFSETTO:-0500"));
  // The clocks go back for Ramadan, which no yearly rule gives.
  CHECK_THAT(zone_lines("Africa/Casablanca"), !ContainsSubstring("RRULE"));
  CHECK_THAT(zone_lines("Africa/Casablanca"), ContainsSubstring("DTSTART:20250223T030000"));
}

TEST_CASE("what does not change keeps its bytes, what does raises its sequence by one", "[ics]") {
  tests::Versions versions;
  versions.add(tests::sample_plan());
  const auto before = events(whole(versions));
  auto later = tests::sample_plan();
  round_table(later).end += 10;
  versions.add(later);
  versions.add(later);
  const auto after = events(whole(versions));
  REQUIRE(after.size() == before.size());
  for (std::size_t i = 0; i < after.size(); ++i) {
    CHECK(after[i].at("UID") == before[i].at("UID"));
    if (after[i].at("SUMMARY").find("Table ronde") == std::string::npos)
      CHECK(after[i] == before[i]);
  }
  const auto& moved = of(after, "Table ronde");
  CHECK(moved.at("SEQUENCE") == "1");
  CHECK(moved.at("DTSTAMP") == "20250210T140007Z");  // version 2, not 3
  CHECK(moved.at("CREATED") == "20250210T130007Z");
}

TEST_CASE("a move that is taken back is a change again", "[ics]") {
  tests::Versions versions;
  versions.add(tests::sample_plan());
  auto later = tests::sample_plan();
  round_table(later).room = "petite";
  versions.add(later);
  versions.add(tests::sample_plan());
  CHECK(of(events(whole(versions)), "Table ronde").at("SEQUENCE") == "2");
}

TEST_CASE("what is cancelled stays, cancelled, above its last sequence, and may return", "[ics]") {
  tests::Versions versions;
  versions.add(tests::sample_plan());
  auto without = tests::sample_plan();
  without.sessions.pop_back();
  versions.add(without);
  versions.add(without);
  const auto gone = of(events(whole(versions)), "Table ronde");
  CHECK(gone.at("STATUS") == "CANCELLED");
  CHECK(gone.at("SEQUENCE") == "1");
  CHECK(gone.at("DTSTAMP") == "20250210T140007Z");
  CHECK(gone.at("DTSTART") == "20250211T090000");
  CHECK(gone.at("SUMMARY").find("Annulé\u00a0: ") == 0);
  versions.add(tests::sample_plan());
  const auto back = of(events(whole(versions)), "Table ronde");
  CHECK(back.at("STATUS") == "CONFIRMED");
  CHECK(back.at("SEQUENCE") == "2");
  CHECK(back.at("UID") == gone.at("UID"));
}

TEST_CASE("every occurrence has a UID of its own, in every calendar", "[ics]") {
  const auto versions = tests::sample_versions();
  std::set<std::string> uids;
  std::size_t count = 0;
  for (const data::CalendarOf& whose : std::vector<data::CalendarOf>{{},
                                                                     {Kind::Person, "ana"},
                                                                     {Kind::Person, "bo"},
                                                                     {Kind::Room, "grande"},
                                                                     {Kind::Room, "petite"}})
    for (const auto& event : events(versions.write(data::ics_export, whose))) {
      uids.insert(event.at("UID"));
      CHECK(event.at("UID").find("ana") == std::string::npos);
      ++count;
    }
  CHECK(uids.size() == count);
}

TEST_CASE("a person's calendar has their own stations and roles, and only theirs", "[ics]") {
  const auto list = events(tests::sample_versions().write(data::ics_export, {Kind::Person, "ana"}));
  REQUIRE(list.size() == 4);
  CHECK(of(list, "tour\u00a01").at("SUMMARY") == "Six chapeaux · tour\u00a01 · Chapeau bleu");
  CHECK(of(list, "tour\u00a02").at("SUMMARY") == "Six chapeaux · tour\u00a02 · Chapeau vert");
  CHECK(of(list, "Table ronde").at("DESCRIPTION").find("Votre rôle\u00a0: ") != std::string::npos);
  CHECK(events(tests::sample_versions().write(data::ics_export, {Kind::Person, "chloé"})).size() ==
        1);
  CHECK(events(tests::sample_versions().write(data::ics_export, {Kind::Room, "petite"})).size() ==
        1);
}

TEST_CASE("another table in the same round is a change of the same event", "[ics]") {
  tests::Versions versions;
  versions.add(tests::sample_plan());
  auto later = tests::sample_plan();
  auto& stations = later.rotations[0].rounds[0].stations;
  std::swap(stations[0].participants, stations[1].participants);
  versions.add(later);
  const auto list = events(versions.write(data::ics_export, {Kind::Person, "ana"}));
  REQUIRE(list.size() == 4);
  const auto& round = of(list, "tour\u00a01");
  CHECK(round.at("SUMMARY") == "Six chapeaux · tour\u00a01 · Chapeau vert");
  CHECK(round.at("SEQUENCE") == "1");
  CHECK(round.at("STATUS") == "CONFIRMED");
}

TEST_CASE("the same plan gives the same bytes, in either language", "[ics]") {
  CHECK(whole(tests::sample_versions()) == whole(tests::sample_versions()));
  const auto english = tests::sample_versions().write(data::ics_export, {}, engine::Language::En);
  CHECK(of(events(english), "round\u00a01").at("CATEGORIES") == "Six thinking hats");
  CHECK(english.find("PRODID:-//Farandole//Farandole//EN\r\n") != std::string::npos);
}

TEST_CASE("a calendar without anything in it is a calendar: it has its zone", "[ics]") {
  tests::Versions versions;
  versions.add({});
  const auto ics = whole(versions);
  CHECK(events(ics).empty());
  CHECK(ics.find("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") == 0);
  CHECK(ics.find("BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\n") != std::string::npos);
}

TEST_CASE("long lines fold between characters, at 75 octets", "[ics]") {
  data::IcsLines lines;
  std::string text;
  for (int i = 0; i < 60; ++i) text += "é🎉a";
  lines.add_text("SUMMARY", text);
  const auto folded = lines.take();
  const auto back = unfolded(folded);
  REQUIRE(back.size() == 1);
  CHECK(back[0] == "SUMMARY:" + text);
  for (std::size_t at = folded.find("\r\n "); at != std::string::npos;
       at = folded.find("\r\n ", at + 1))
    CHECK((static_cast<unsigned char>(folded[at + 3]) & 0xC0U) != 0x80U);
}

TEST_CASE("text is escaped, control characters and broken bytes do not get through", "[ics]") {
  CHECK(data::ics_escaped("a\\b;c,d\r\ne\nf\rg") == "a\\\\b\\;c\\,d\\ne\\nf\\ng");
  CHECK(data::ics_escaped(std::string("a\0b\x1b\x7f", 5)) == "ab");
  CHECK(data::ics_escaped("BEGIN:VEVENT\r\nUID:x") == "BEGIN:VEVENT\\nUID:x");
  CHECK(data::ics_escaped("caf\xe9") == "caf\ufffd");
  CHECK(data::ics_escaped("\xed\xa0\x80") == "\ufffd\ufffd\ufffd");  // half a surrogate pair
}

TEST_CASE("nothing personal but names is in a calendar, and no name when none is wanted", "[ics]") {
  const auto versions = tests::sample_versions();
  for (const bool names : {true, false})
    for (const data::CalendarOf& whose :
         std::vector<data::CalendarOf>{{}, {Kind::Person, "ana"}, {Kind::Room, "grande"}}) {
      const auto ics = versions.write(data::ics_export, whose, engine::Language::Fr, names);
      for (const auto* secret : {"secret.example", "+33 6", "fauteuil", "végane"})
        CHECK(ics.find(secret) == std::string::npos);
      if (!names) CHECK(ics.find("Ana Roux") == std::string::npos);
    }
}

TEST_CASE("a gathering that moves to another zone tells both", "[ics]") {
  const auto here = tests::sample_gathering();
  auto there = here;
  there.timezone = "Indian/Reunion";
  auto first = tests::sample_plan();
  auto second = first;
  second.sessions.pop_back();
  const std::vector<data::ExportedVersion> versions{{here, first, tests::made_after(1)},
                                                    {there, second, tests::made_after(2)}};
  const auto ics = data::ics_export({.versions = versions, .document = tests::kIdentity});
  CHECK(ics.find("DTSTART;TZID=Europe/Paris:20250211T090000") != std::string::npos);
  CHECK(ics.find("DTSTART;TZID=Indian/Reunion:20250211T084500") != std::string::npos);
  CHECK(ics.find("TZID:Europe/Paris\r\n") != std::string::npos);
  CHECK(ics.find("TZID:Indian/Reunion\r\n") != std::string::npos);
  CHECK(of(events(ics), "Accueil").at("SEQUENCE") == "1");
}
