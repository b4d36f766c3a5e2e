#include "data/write/exports/schedule.h"

#include <regex>
#include <set>

#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "data/write/exports/formats.h"
#include "tests/catch.h"
#include "tests/data/exports/exported.h"

using nlohmann::json;

namespace {

json schedule(const tests::Versions& versions) {
  return json::parse(versions.write(data::schedule_json_export))["schedule"];
}

std::vector<json> events(const json& schedule) {
  std::vector<json> list;
  for (const auto& day : schedule["conference"]["days"])
    for (const auto& room : day["rooms"])
      for (const auto& event : room) list.push_back(event);
  return list;
}

std::vector<std::string> keys(const json& object) {
  std::vector<std::string> list;
  for (const auto& [key, value] : object.items()) list.push_back(key);
  return list;  // in the order of the alphabet
}

const std::regex kUuid("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

}  // namespace

TEST_CASE("schedule.json has the required keys and no others", "[schedule]") {
  const auto whole = json::parse(tests::sample_versions().write(data::schedule_json_export));
  CHECK(keys(whole) == std::vector<std::string>{"generator", "schedule"});
  const auto& conference = whole["schedule"]["conference"];
  CHECK(keys(conference) == std::vector<std::string>{"acronym",
                                                     "days",
                                                     "daysCount",
                                                     "end",
                                                     "rooms",
                                                     "start",
                                                     "time_zone_name",
                                                     "timeslot_duration",
                                                     "title"});
  CHECK(std::regex_match(conference["acronym"].get<std::string>(),
                         std::regex("[a-z0-9_-][a-z0-9_]{3,}")));
  CHECK(conference["daysCount"] == 1);
  CHECK(keys(conference["days"][0]) ==
        std::vector<std::string>{"date", "day_end", "day_start", "index", "rooms"});
  CHECK(conference["days"][0]["index"] == 1);
  for (const auto& room : conference["rooms"])
    CHECK(keys(room) == std::vector<std::string>{"capacity", "guid", "name"});
  for (const auto& event : events(whole["schedule"])) {
    CHECK(keys(event) == std::vector<std::string>{"abstract",
                                                  "date",
                                                  "duration",
                                                  "guid",
                                                  "id",
                                                  "language",
                                                  "links",
                                                  "persons",
                                                  "room",
                                                  "slug",
                                                  "start",
                                                  "subtitle",
                                                  "title",
                                                  "track",
                                                  "type",
                                                  "url"});
    CHECK(event["id"] > 0);
    CHECK(std::regex_match(event["guid"].get<std::string>(), kUuid));
    CHECK(std::regex_match(event["slug"].get<std::string>(), std::regex("[a-z0-9_-]+[a-z0-9]")));
    CHECK(std::regex_match(event["duration"].get<std::string>(), std::regex("[0-9]+:[0-9]{2}")));
    for (const auto& person : event["persons"])
      CHECK(keys(person) == std::vector<std::string>{"guid", "id", "name"});
  }
}

TEST_CASE("an event of schedule.json is where and when the plan has it", "[schedule]") {
  const auto read = schedule(tests::sample_versions());
  const auto& rooms = read["conference"]["days"][0]["rooms"];
  const auto& table = rooms["Grande salle"][0];
  CHECK(table["date"] == "2025-02-11T09:00:00+01:00");
  CHECK(table["start"] == "09:00");
  CHECK(table["duration"] == "01:15");
  CHECK(table["room"] == "Grande salle");
  CHECK(table["persons"].size() == 2);
  CHECK(table["persons"][0]["name"] == "Ana Roux");
  CHECK(rooms["Sans salle"][0]["title"] == "Accueil");
}

TEST_CASE("every room in use is in the list of rooms, also that of what has none", "[schedule]") {
  const auto listed = [](const json& conference) {
    std::set<std::string> names;
    for (const auto& room : conference["rooms"]) {
      CHECK(names.insert(room["name"].get<std::string>()).second);
      CHECK(std::regex_match(room["guid"].get<std::string>(), kUuid));
    }
    return names;
  };
  const auto read = schedule(tests::sample_versions());
  const auto names = listed(read["conference"]);
  CHECK(names.count("Sans salle") == 1);
  for (const auto& event : events(read)) CHECK(names.count(event["room"].get<std::string>()) == 1);
  auto plan = tests::sample_plan();
  for (auto& session : plan.sessions)
    if (session.room.empty()) session.room = "grande";
  tests::Versions versions;
  versions.add(plan);
  CHECK(listed(schedule(versions)["conference"]).count("Sans salle") == 0);
}

TEST_CASE("ids are one per occurrence and stay from version to version", "[schedule]") {
  tests::Versions versions;
  versions.add(tests::sample_plan());
  const auto before = events(schedule(versions));
  auto later = tests::sample_plan();
  later.sessions[1].start += 20;
  later.sessions[1].room = "petite";
  versions.add(later);
  const auto after = events(schedule(versions));
  std::set<int> ids;
  std::set<std::string> guids;
  for (const auto& event : before) {
    ids.insert(event["id"].get<int>());
    guids.insert(event["guid"].get<std::string>());
  }
  CHECK(ids.size() == 5);
  CHECK(guids.size() == 5);
  for (const auto& event : after) {
    CHECK(ids.count(event["id"].get<int>()) == 1);
    CHECK(guids.count(event["guid"].get<std::string>()) == 1);
  }
}

TEST_CASE("plain tables of a round are one event, rooms of one name are told apart", "[schedule]") {
  auto gathering = tests::sample_gathering();
  gathering.rotations[0].plain_tables = true;
  gathering.rooms[1].name = "Grande salle";
  auto plan = tests::sample_plan();
  plan.rotations[0].rounds[0].stations[0].room = "grande";
  tests::Versions versions(gathering);
  versions.add(plan);
  const auto read = schedule(versions);
  CHECK(events(read).size() == 4);
  CHECK(read["conference"]["rooms"][0]["name"] == "Grande salle");
  CHECK(read["conference"]["rooms"][1]["name"] == "Grande salle (Mairie)");
}

TEST_CASE("a person's guid does not come from an e-mail, and no names means nobody", "[schedule]") {
  const auto guid = [](const std::string& document) {
    const auto gathering = tests::sample_gathering();
    const auto plan = tests::sample_plan();
    const std::vector<data::ExportedVersion> versions{{gathering, plan, tests::made_after(1)}};
    const auto text = data::schedule_json_export({.versions = versions, .document = document});
    return json::parse(text)["schedule"]["conference"]["days"][0]["rooms"]["Grande salle"][0]
                            ["persons"][0]["guid"];
  };
  CHECK(guid(tests::kIdentity) != guid("ff112233445566778899aabbccddeeff"));
  for (auto* format : {data::schedule_json_export, data::schedule_xml_export}) {
    const auto named = tests::sample_versions().write(format);
    const auto nobody = tests::sample_versions().write(format, {}, engine::Language::Fr, false);
    CHECK(named.find("Ana Roux") != std::string::npos);
    for (const auto* secret : {"Ana", "Zhou"}) CHECK(nobody.find(secret) == std::string::npos);
    for (const auto* secret : {"secret.example", "+33 6", "fauteuil", "végane"})
      CHECK(named.find(secret) == std::string::npos);
  }
}

TEST_CASE("schedule.xml says the same as schedule.json, in the order of its schema", "[schedule]") {
  const auto versions = tests::sample_versions();
  pugi::xml_document document;
  REQUIRE(document.load_string(versions.write(data::schedule_xml_export).c_str()));
  const auto root = document.child("schedule");
  std::vector<std::string> children;
  for (const auto node : root.children()) children.emplace_back(node.name());
  CHECK(children == std::vector<std::string>{"generator", "version", "conference", "day"});
  CHECK(root.child("conference").child_value("title") == std::string("Journée, « café »; suite"));
  CHECK(root.child("conference").child_value("timeslot_duration") == std::string("00:05"));
  std::set<std::string> guids;
  for (const auto room : root.child("day").children("room"))
    for (const auto event : room.children("event")) {
      guids.insert(event.attribute("guid").value());
      CHECK(event.attribute("id").as_int() > 0);
      CHECK(event.child_value("room") == std::string(room.attribute("name").value()));
      for (const auto* required : {"room",
                                   "title",
                                   "subtitle",
                                   "type",
                                   "date",
                                   "start",
                                   "duration",
                                   "abstract",
                                   "slug",
                                   "track",
                                   "persons",
                                   "language",
                                   "links"})
        CHECK(event.child(required));
    }
  std::set<std::string> expected;
  for (const auto& event : events(schedule(versions)))
    expected.insert(event["guid"].get<std::string>());
  CHECK(guids == expected);
}

// voc/schedule, validator/xsd/schedule.xml.xsd: types, and what must be unique.
TEST_CASE("what schedule.xml holds has the forms of its schema", "[schedule]") {
  const auto matches = [](const pugi::char_t* text, const char* form) {
    INFO(text);
    CHECK(std::regex_match(text, std::regex(form)));
  };
  const auto* const moment =
      "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{1,2}:[0-9]{2})";
  const auto* const date = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
  const auto* const length = "[0-9]{1,2}:[0-9]{2}(:[0-9]{1,2})?";
  for (const auto language : {engine::Language::Fr, engine::Language::En}) {
    pugi::xml_document document;
    const auto text = tests::sample_versions().write(data::schedule_xml_export, {}, language);
    REQUIRE(document.load_string(text.c_str()));
    const auto root = document.child("schedule");
    const auto conference = root.child("conference");
    matches(conference.child_value("acronym"), "[a-z0-9_-]{4,}");
    matches(conference.child_value("start"), date);
    matches(conference.child_value("end"), date);
    matches(conference.child_value("timeslot_duration"), length);
    std::set<std::string> once;
    int index = 0;
    for (const auto day : root.children("day")) {
      CHECK(day.attribute("index").as_int() == ++index);
      matches(day.attribute("date").value(), date);
      for (const auto* side : {"start", "end"}) matches(day.attribute(side).value(), moment);
      for (const auto room : day.children("room")) {
        CHECK(std::string(room.attribute("name").value()) != "");
        for (const auto event : room.children("event")) {
          matches(event.attribute("guid").value(), "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
          matches(event.attribute("id").value(), "[1-9][0-9]*");
          matches(event.child_value("date"), moment);
          matches(event.child_value("start"), "[0-2][0-9]:[0-5][0-9]");
          matches(event.child_value("duration"), length);
          for (const auto* key : {"guid", "id"})
            CHECK(once.insert(std::string(key) + event.attribute(key).value()).second);
          CHECK(once.insert(event.child_value("slug")).second);
          for (const auto person : event.child("persons").children())
            matches(person.attribute("id").value(), "[1-9][0-9]*");
        }
      }
    }
    CHECK(once.size() == 15);
  }
}

TEST_CASE("control characters and markup in titles do not break a schedule", "[schedule]") {
  auto gathering = tests::sample_gathering();
  gathering.name = "A & <b>\x01";
  gathering.sessions[1].title = "x ]]> \"&amp;\" \xff\x08";
  tests::Versions versions(gathering);
  versions.add(tests::sample_plan());
  pugi::xml_document document;
  REQUIRE(document.load_string(versions.write(data::schedule_xml_export).c_str()));
  const auto conference = document.child("schedule").child("conference");
  CHECK(conference.child_value("title") == std::string("A & <b>"));
  CHECK(conference.child_value("acronym") == std::string("a_b_plan"));
  CHECK(schedule(versions)["conference"]["days"][0]["rooms"]["Grande salle"][0]["title"] ==
        "x ]]> \"&amp;\" \ufffd");
}

TEST_CASE("an empty plan is a schedule of one empty day", "[schedule]") {
  tests::Versions versions;
  versions.add({});
  const auto read = schedule(versions);
  CHECK(read["conference"]["days"].size() == 1);
  CHECK(events(read).empty());
}
