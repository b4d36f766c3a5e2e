// Polls on dates, sessions written for a list, and patterns in `after`.
#include "data/read/poll_table.h"
#include "tests/catch.h"
#include "tests/data/reading.h"

using engine::Answer;
using reading::english;
using reading::Lines;
using reading::read;

namespace {

/// Needs eight lines after the head.
const std::string kSession =
    "[[session]]\n"
    "id = \"comite\"\n"
    "title = \"Comité\"\n"
    "format = \"committee\"\n"
    "minutes = 60\n"
    "[[poll]]\n"
    "session = \"comite\"\n";

std::string option(const char* text) {
  const auto option = data::parse_option(text);
  if (!option) return "";
  return engine::iso_date(option->day) +
         (option->clock ? " " + engine::clock_text(*option->clock) : "");
}

engine::Poll poll_of(const std::string& table) {
  const auto reading =
      read(reading::kHead + kSession + "answers = \"sondage.csv\"\n", {{"sondage.csv", table}});
  for (const auto& line : reading::lines(reading, engine::Language::En)) UNSCOPED_INFO(line);
  REQUIRE(reading.gathering.polls.size() == 1);
  return reading.gathering.polls[0];
}

}  // namespace

TEST_CASE("poll: answers as people and Framadate write them") {
  CHECK(data::parse_answer("Oui") == Answer::Yes);
  CHECK(data::parse_answer("2") == Answer::Yes);
  CHECK(data::parse_answer("Sous réserve") == Answer::IfNeedBe);
  CHECK(data::parse_answer("Si nécessaire") == Answer::IfNeedBe);
  CHECK(data::parse_answer("Under reserve") == Answer::IfNeedBe);
  CHECK(data::parse_answer("Oui, si nécessaire") == Answer::IfNeedBe);
  CHECK(data::parse_answer("Yes, if need be") == Answer::IfNeedBe);
  CHECK(data::parse_answer("No") == Answer::No);
  CHECK(data::parse_answer("") == Answer::None);
  CHECK_FALSE(data::parse_answer("perhaps on Mars"));
}

TEST_CASE("poll: dates as people and Framadate write them") {
  CHECK(option("2021-12-09") == "2021-12-09");
  CHECK(option("09/12/2021") == "2021-12-09");
  CHECK(option("jeudi 9 décembre 2021") == "2021-12-09");
  CHECK(option("samedi 1er mars 2025") == "2025-03-01");
  CHECK(option("Thursday 9 December 2021") == "2021-12-09");
  CHECK(option("2021-12-09 10:30") == "2021-12-09 10:30");
  CHECK(option("jeudi prochain").empty());
  CHECK(option("jeudi 31 novembre 2021").empty());
}

TEST_CASE("poll: a Framadate export, hours on a second line, commas and line ends as it has them") {
  const auto poll = poll_of(
      "\xEF\xBB\xBF,jeudi 9 décembre 2021,jeudi 9 décembre 2021,\r\n"
      ",10h,14h-16h,\r\n"
      "Ana,Oui,Non,\r\n"
      "\"Bruno Lévy\",Sous réserve,Oui,\r\n");
  REQUIRE(poll.options.size() == 2);
  CHECK(poll.options[0].clock == 600);
  CHECK(poll.options[1].clock == 840);
  REQUIRE(poll.answers.size() == 2);
  CHECK(poll.answers[0].answers == std::vector{Answer::Yes, Answer::No});
  CHECK(poll.answers[1].person.value == "Bruno Lévy");
  CHECK(poll.answers[1].answers == std::vector{Answer::IfNeedBe, Answer::Yes});
}

TEST_CASE("poll: an answer with a comma in it, as the page of a poll words it") {
  const auto quoted = poll_of(",2021-12-09,2021-12-10\nAna,\"Oui, si nécessaire\",Oui\n");
  CHECK(quoted.answers.at(0).answers == std::vector{Answer::IfNeedBe, Answer::Yes});
  const auto plain = poll_of(";2021-12-09;2021-12-10\nAna;Yes, if need be;No\n");
  CHECK(plain.answers.at(0).answers == std::vector{Answer::IfNeedBe, Answer::No});
}

TEST_CASE("poll: an hour that is no hour leaves the day, a short line leaves the rest open") {
  const auto poll = poll_of(";2021-12-09;2021-12-10\n;matin;après-midi\nAna;oui\n");
  REQUIRE(poll.options.size() == 2);
  CHECK_FALSE(poll.options[1].clock);
  CHECK(poll.answers[0].answers == std::vector{Answer::Yes});
}

TEST_CASE("poll: what is wrong in the table is said where it stands") {
  CHECK(english(reading::kHead + kSession + "answers = \"s.csv\"\n",
                {{"s.csv", "x,2021-12-09,demain\nAna,oui,bof\n"}}) ==
        Lines{"s.csv:1:14: error: \"demain\" is not a date; expected: 2025-10-16, 2025-10-16 18:30 "
              "or Thursday 16 October 2025",
              "s.csv:2:9: error: \"bof\" is not an answer; expected: yes, if need be or no"});
  CHECK(english(reading::kHead + kSession) ==
        Lines{"g.toml:12:1: error: \"options\" (the dates proposed) or a table of answers is "
              "missing"});
  CHECK(english(reading::kHead + kSession + "options = [\"2021-12-09\"]\nquorums = 3\n") ==
        Lines{"g.toml:15:1: error: unknown key \"quorums\" in [[poll]]. Maybe: quorum"});
}

TEST_CASE("poll: answers in the file itself") {
  const auto reading = read(reading::kHead + kSession +
                            "options = [2025-02-12, \"2025-02-13 10:00\"]\n"
                            "answers = { ana = [\"yes\", \"non\"] }\nquorum = 2\n");
  CHECK(reading::lines(reading, engine::Language::En) == Lines{});
  const auto& poll = reading.gathering.polls.at(0);
  CHECK(poll.answers[0].answers == std::vector{Answer::Yes, Answer::No});
  CHECK(poll.quorum.at(0).min == 2);
}

TEST_CASE("for_each: one session for each row, filled wherever it is written") {
  const auto reading = read(reading::kHead +
                            "[[session]]\n"
                            "for_each = [\"a\", { id = \"b\", titre = \"Bé\" }]\n"
                            "id = \"focus\"\n"
                            "title = \"Groupe {each} {titre}\"\n"
                            "format = \"focus-group\"\n"
                            "minutes = 60\n"
                            "audience = [\"tag:u-{each}\"]\n"
                            "[[session]]\n"
                            "id = \"join\"\n"
                            "title = \"Ensemble\"\n"
                            "format = \"workshop\"\n"
                            "minutes = 60\n"
                            "after = [{ session = \"focus-*\", gap = 5 }]\n");
  CHECK(reading::lines(reading, engine::Language::En) == Lines{});
  const auto& sessions = reading.gathering.sessions;
  REQUIRE(sessions.size() == 3);
  CHECK(sessions[0].id.value == "focus-a");
  CHECK(sessions[1].title == "Groupe b Bé");
  CHECK(sessions[1].audience.list[0].value == "tag:u-b");
  REQUIRE(sessions[2].timing.after.size() == 2);
  CHECK(sessions[2].timing.after[1].item.value == "focus-b");
  CHECK(sessions[2].timing.after[1].gap == 5);
}

TEST_CASE("for_each: an empty list is no session for now, and a mistake is said once") {
  const std::string rest =
      "id = \"focus\"\ntitle = \"Groupe\"\nformat = \"focus-group\"\nminute = 60\n";
  CHECK(english(reading::kHead + "[[session]]\nfor_each = [\"a\", \"b\"]\n" + rest) ==
        Lines{"g.toml:12:1: error: unknown key \"minute\" in [[session]]. Maybe: minutes"});
  const auto none = english(reading::kHead +
                            "[[session]]\nfor_each = []\nid = \"focus\"\ntitle = \"G\"\n"
                            "format = \"focus-group\"\nminutes = 60\n"
                            "[[session]]\nid = \"join\"\ntitle = \"J\"\nformat = \"workshop\"\n"
                            "minutes = 60\nafter = [\"focus-*\"]\n");
  CHECK(none == Lines{"g.toml:8:12: warning: \"for_each\" is empty: no session for now",
                      "g.toml:18:10: warning: \"focus-*\" names no session for now"});
}

TEST_CASE("dates of items in school holidays are pointed out with the holidays' name and dates") {
  const std::string head =
      "[gathering]\nname = \"E\"\n[calendar]\nfrom = 2024-09-17\nto = 2025-01-11\n"
      "opens = \"08:00\"\ncloses = \"20:00\"\nschool_zone = \"A\"\n"
      "[[session]]\nid = \"s\"\ntitle = \"S\"\nformat = \"workshop\"\nminutes = 60\n";
  CHECK(english(head + "day = 2024-10-30\n") ==
        Lines{"g.toml:14:7: error: \"s\": this date (Wednesday 30 October 2024) lies inside the "
              "autumn holidays, Saturday 19 October 2024 to Sunday 3 November 2024 (zone A)"});
  CHECK(english(head + "windows = [[\"2024-10-21 08:00\", \"2024-10-31 20:00\"]]\n") ==
        Lines{"g.toml:14:12: error: \"s\": this window (Monday 21 October 2024 – Thursday 31 "
              "October 2024) lies wholly inside the autumn holidays, Saturday 19 October 2024 to "
              "Sunday 3 November 2024 (zone A)"});
  CHECK(english(head + "preferred = [[\"2024-10-21 08:00\", \"2024-10-31 20:00\"]]\n").size() == 1);
  CHECK(english(head + "windows = [[\"2024-10-15 08:00\", \"2024-10-31 20:00\"]]\n") == Lines{});
  CHECK(english(head + "day = 2024-11-11\n") ==
        Lines{"g.toml:14:7: error: \"s\": Monday 11 November 2024 is a public holiday in France "
              "(Armistice Day)"});
}
