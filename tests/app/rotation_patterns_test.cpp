// Rotations of small gatherings as people write them, recounted from the plan alone.
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "tests/app/small_rotation.h"
#include "tests/catch.h"

namespace {

using namespace app_tests;

/// The one complaint is that Léa has no seat in the last round; she has one in every other.
void check_lea_misses_the_last(const app_tests::Planned& result, std::size_t count) {
  REQUIRE(result.complaints.size() == 1);
  CHECK(result.complaints[0].find("has no seat in round " + std::to_string(count)) !=
        std::string::npos);
  REQUIRE(result.plan.feasible);
  const auto rounds = rounds_of(result);
  REQUIRE(rounds.size() == count);
  for (std::size_t r = 0; r < count; ++r) CHECK(at(rounds[r], "lea").empty() == (r + 1 == count));
}

}  // namespace

TEST_CASE("somebody who leaves early has a seat while they are there", "[patterns]") {
  const auto result = plan_of(
      day(people(8) + "[[person]]\nid = \"lea\"\nname = \"Léa\"\n"
                      "available = [[\"2026-06-01 13:00\", \"2026-06-01 14:45\"]]\n"
                      "[[rotation]]\nid = \"cafe\"\ntitle = \"Café\"\nformat = \"speed-meeting\"\n"
                      "pattern = \"remix\"\nrounds = 3\nminutes = 20\nstart = \"14:00\"\n"
                      "participants = \"all\"\ntables = 3\nroom = \"salle\"\n"));
  check_lea_misses_the_last(result, 3);
  const auto rounds = rounds_of(result);
  for (const auto& round : rounds) {
    std::size_t seated = 0;
    for (const auto& [station, there] : round) seated += there.size();
    CHECK(seated == (&round == &rounds[2] ? 8 : 9));
    CHECK(round.size() == 3);
  }
}

TEST_CASE("a host who rests a round: no group comes then", "[patterns]") {
  std::string stations;
  for (const std::string id : {"a", "b", "c", "d"})
    stations += "[[rotation.station]]\nid = \"" + id + "\"\nteam = { host = [\"h" + id + "\"] }\n";
  std::string hosts;
  for (const std::string id : {"a", "b", "c", "d"}) {
    hosts += "[[person]]\nid = \"h" + id + "\"\nname = \"H" + id + "\"\nprofile = \"host\"\n";
    if (id == "b")
      hosts +=
          "available = [[\"2026-06-01 09:00\", \"2026-06-01 14:20\"], "
          "[\"2026-06-01 14:45\", \"2026-06-01 18:00\"]]\n";
  }
  std::string guests;
  for (int i = 1; i <= 9; ++i)
    guests += "[[person]]\nid = \"p" + std::to_string(i) + "\"\nname = \"P" + std::to_string(i) +
              "\"\nprofile = \"guest\"\n";
  const auto result = plan_of(
      day(hosts + guests +
          "[[rotation]]\nid = \"tour\"\ntitle = \"Tour\"\nformat = \"visit\"\n"
          "pattern = \"carousel\"\nrounds = 3\nminutes = 20\nchangeover = 5\nstart = \"14:00\"\n"
          "participants = [\"profile:guest\"]\n" +
          stations));
  CHECK(result.complaints.empty());
  REQUIRE(result.plan.feasible);
  const auto rounds = rounds_of(result);
  REQUIRE(rounds.size() == 3);
  CHECK_FALSE(rounds[1].contains("b"));
  CHECK((rounds[0].contains("b") || rounds[2].contains("b")));
  check_once_each(rounds);
  check_whole_groups(rounds);
  for (const auto& round : rounds)
    for (const auto& [station, there] : round) CHECK(there.size() == 3);
}

TEST_CASE("a station whose room is closed in one round rests then", "[patterns]") {
  const auto result = plan_of(day(
      "[[room]]\nid = \"cave\"\nsite = \"maison\"\ncapacity = 20\n"
      "closed = [[\"2026-06-01 14:30\", \"2026-06-01 15:00\"]]\n" +
      people(12) +
      "[[rotation]]\nid = \"ateliers\"\ntitle = \"Ateliers\"\nformat = \"workshop\"\n"
      "pattern = \"choice\"\nrounds = 2\nminutes = 30\nstart = \"14:00\"\n"
      "participants = \"all\"\n[[rotation.station]]\nid = \"a\"\nroom = \"cave\"\n"
      "[[rotation.station]]\nid = \"b\"\nroom = \"salle\"\n[[rotation.station]]\nid = \"c\"\n"));
  REQUIRE(result.plan.feasible);
  const auto rounds = rounds_of(result);
  REQUIRE(rounds.size() == 2);
  CHECK_FALSE(rounds[1].contains("a"));
  check_once_each(rounds);
}

TEST_CASE("rounds apart: who can only be there in the morning, and a room that is shut then",
          "[patterns]") {
  // One round fits before noon and one after four o'clock.
  const std::string rounds =
      "rounds = 2\nminutes = 45\ncontiguous = false\nwindows = [[\"2026-06-01 09:00\", "
      "\"2026-06-01 10:00\"], [\"2026-06-01 16:00\", \"2026-06-01 17:00\"]]\n";
  const std::string lea =
      "[[person]]\nid = \"lea\"\nname = \"Léa\"\n"
      "available = [[\"2026-06-01 09:00\", \"2026-06-01 12:00\"]]\n";
  const std::string cellar =
      "[[room]]\nid = \"cave\"\nsite = \"maison\"\ncapacity = 20\n"
      "closed = [[\"2026-06-01 09:00\", \"2026-06-01 12:00\"]]\n";
  for (const std::string pattern : {"remix", "carousel", "choice"}) {
    INFO(pattern);
    const auto result = plan_of(
        day(cellar + people(8) + lea +
            "[[rotation]]\nid = \"tour\"\ntitle = \"Tour\"\nformat = \"workshop\"\npattern = \"" +
            pattern + "\"\nparticipants = \"all\"\n" + rounds +
            "[[rotation.station]]\nid = \"a\"\nroom = \"cave\"\n[[rotation.station]]\nid = \"b\"\n"
            "[[rotation.station]]\nid = \"c\"\n[[rotation.station]]\nid = \"d\"\n"));
    check_lea_misses_the_last(result, 2);
    const auto seats = rounds_of(result);
    CHECK_FALSE(seats[0].contains("a"));
    check_once_each(seats);
  }
}

TEST_CASE("rounds apart round a meal: who leaves at two misses those after it", "[patterns]") {
  const auto result =
      plan_of(day(people(9) +
                  "[[person]]\nid = \"lea\"\nname = \"Léa\"\n"
                  "available = [[\"2026-06-01 09:00\", \"2026-06-01 14:00\"]]\n"
                  "[[session]]\nid = \"midi\"\ntitle = \"Midi\"\nformat = \"meal\"\nminutes = 60\n"
                  "start = \"12:00\"\nroom = \"salle\"\naudience = \"all\"\n"
                  "[[rotation]]\nid = \"cafe\"\ntitle = \"Café\"\nformat = \"speed-meeting\"\n"
                  "pattern = \"remix\"\nrounds = 4\nminutes = 80\ncontiguous = false\n"
                  "participants = \"all\"\ntables = 3\nroom = \"salle\"\n"));
  REQUIRE(result.plan.feasible);
  const auto rounds = rounds_of(result);
  REQUIRE(rounds.size() == 4);
  for (std::size_t r = 0; r < 4; ++r) CHECK(at(rounds[r], "lea").empty() == (r >= 2));
  CHECK(result.plan.rotations[0].repeat_cost == 1);
  CHECK(result.plan.rotations[0].proved);  // 38 meetings, and one pair fewer to make them
}

TEST_CASE("who hosts one round takes part in the others", "[patterns]") {
  const auto result = plan_of(
      day(people(9) + "[[rotation]]\nid = \"bourse\"\ntitle = \"Bourse\"\nformat = \"workshop\"\n"
                      "pattern = \"choice\"\nrounds = 3\nminutes = 30\nstart = \"14:00\"\n"
                      "participants = \"all\"\n"
                      "[[rotation.station]]\nid = \"a\"\nruns = 1\nteam = { host = [\"p1\"] }\n"
                      "[[rotation.station]]\nid = \"b\"\n[[rotation.station]]\nid = \"c\"\n"
                      "[[rotation.station]]\nid = \"d\"\n"));
  CHECK(result.complaints.empty());
  REQUIRE(result.plan.feasible);
  const auto rounds = rounds_of(result);
  REQUIRE(rounds.size() == 3);
  int hosted = 0;
  for (const auto& round : rounds) {
    CHECK(round.contains("a") == (at(round, "p1") == "a"));
    CHECK_FALSE(at(round, "p1").empty());
    hosted += round.contains("a") ? 1 : 0;
  }
  CHECK(hosted == 1);
  check_once_each(rounds);
}

TEST_CASE("crews of a progressive party: together, at other hosts, never with the same crew twice",
          "[patterns]") {
  // Crews of 2, 2, 2, 1, 1, 1 people, three boats that take 3, three evenings: crews in pairs.
  std::string sets;
  for (const std::string set : {"\"p1\", \"p2\"", "\"p3\", \"p4\"", "\"p5\", \"p6\""})
    sets += (sets.empty() ? "[" : ", [") + set + "]";
  const auto result = plan_of(
      day(people(9) +
          "[[rotation]]\nid = \"bateaux\"\ntitle = \"Bateaux\"\nformat = \"other\"\n"
          "pattern = \"remix\"\nrounds = 3\nminutes = 30\nstart = \"14:00\"\nrevisit = false\n"
          "participants = \"all\"\ntogether = [" +
          sets +
          "]\n"
          "[[rotation.station]]\nid = \"a\"\ncapacity = [0, 3]\n[[rotation.station]]\nid = \"b\"\n"
          "capacity = [0, 3]\n[[rotation.station]]\nid = \"c\"\ncapacity = [0, 3]\n"));
  REQUIRE(result.plan.feasible);
  const auto rounds = rounds_of(result);
  REQUIRE(rounds.size() == 3);
  check_once_each(rounds);
  std::map<std::pair<std::string, std::string>, int> met;
  for (const auto& round : rounds)
    for (const auto& [station, there] : round) {
      CHECK(there.size() == 3);
      for (const auto& a : there)
        for (const auto& b : there)
          if (a < b) ++met[{a, b}];
    }
  for (const auto& [pair, times] : met) {
    const bool crew = pair == std::pair<std::string, std::string>{"p1", "p2"} ||
                      pair == std::pair<std::string, std::string>{"p3", "p4"} ||
                      pair == std::pair<std::string, std::string>{"p5", "p6"};
    CHECK(times == (crew ? 3 : 1));
  }
}

TEST_CASE("one place too few for a theme that everybody wants: one refusal, and it is named",
          "[patterns]") {
  std::string wishes = "person,rotation,station,rank\n";
  for (int i = 1; i <= 7; ++i) {
    const auto p = "p" + std::to_string(i);
    wishes += p + ",themes,a,1\n" + p + ",themes," + (i % 2 == 0 ? "b" : "c") + ",2\n";
  }
  auto toml = day(people(8) +
                  "[[rotation]]\nid = \"themes\"\ntitle = \"Thèmes\"\nformat = \"workshop\"\n"
                  "pattern = \"choice\"\nrounds = 2\nminutes = 30\nstart = \"14:00\"\n"
                  "participants = \"all\"\n");
  for (const std::string id : {"a", "b", "c", "d"})
    toml += "[[rotation.station]]\nid = \"" + id + "\"\ntitle = \"Thème " + id +
            "\"\ncapacity = [0, 3]\n";
  const auto at_head = toml.find("[[day]]");
  toml.insert(at_head, "wishes = \"wishes.csv\"\n");
  const auto result = plan_of(toml, wishes);
  REQUIRE(result.plan.feasible);
  const auto rounds = rounds_of(result);
  check_once_each(rounds);
  std::set<std::string> without;
  for (int i = 1; i <= 7; ++i) {
    const auto p = "p" + std::to_string(i);
    if (at(rounds[0], p) != "a" && at(rounds[1], p) != "a") without.insert(p);
  }
  CHECK(without.size() == 1);
  const auto refused = std::count_if(
      result.plan.remarks.begin(), result.plan.remarks.end(), [&](const auto& remark) {
        return remark.rule == "wish-rank" &&
               remark.text.fr.find("Personne " + without.begin()->substr(1)) != std::string::npos;
      });
  CHECK(refused == 1);
}

TEST_CASE("groups of a carousel go to the station next door", "[patterns]") {
  // Four barns in a row, 5 minutes from one to the next: once round is 5 + 5 + 5 back and forth.
  std::string toml = day(people(8));
  std::string stations;
  for (int i = 0; i < 4; ++i) {
    const auto id = "g" + std::to_string(i);
    toml += "[[room]]\nid = \"" + id + "\"\nsite = \"maison\"\ncapacity = 9\n";
    stations +=
        "[[rotation.station]]\nid = \"s" + std::to_string(i) + "\"\nroom = \"" + id + "\"\n";
    for (int j = 0; j < i; ++j)
      toml += "[[travel]]\nfrom = \"g" + std::to_string(j) + "\"\nto = \"" + id +
              "\"\nminutes = " + std::to_string(5 * (i - j)) + "\n";
  }
  const auto result = plan_of(
      toml +
      "[[rotation]]\nid = \"granges\"\ntitle = \"Granges\"\nformat = \"visit\"\n"
      "pattern = \"carousel\"\nrounds = 2\nminutes = 30\nchangeover = 20\nstart = \"14:00\"\n"
      "participants = \"all\"\n" +
      stations);
  REQUIRE(result.plan.feasible);
  const auto rounds = rounds_of(result);
  check_once_each(rounds);
  check_whole_groups(rounds);
  int minutes = 0;
  for (int i = 1; i <= 8; ++i) {
    const auto p = "p" + std::to_string(i);
    minutes += 5 * std::abs(at(rounds[0], p).back() - at(rounds[1], p).back());
  }
  CHECK(minutes == 8 * 5);  // two pairs of neighbours exchange places
}

TEST_CASE("people are divided so that every group mirrors the whole", "[patterns]") {
  std::string rows;
  for (int i = 0; i < 15; ++i)
    rows += "[[person]]\nid = \"p" + std::to_string(i) + "\"\nname = \"P" + std::to_string(i) +
            "\"\nprofile = \"" + (i % 3 == 0 ? "élu" : "agent") + "\"\norganisation = \"o" +
            std::to_string(i / 4) + "\"\n";
  const auto result = plan_of(
      day(rows + "[[rotation]]\nid = \"groupes\"\ntitle = \"Groupes\"\nformat = \"workshop\"\n"
                 "pattern = \"split\"\nrounds = 1\nminutes = 60\nstart = \"14:00\"\n"
                 "participants = \"all\"\nmix = [\"profile\", \"organisation\"]\n"
                 "[[rotation.station]]\nid = \"a\"\n[[rotation.station]]\nid = \"b\"\n"
                 "[[rotation.station]]\nid = \"c\"\n[[rotation.station]]\nid = \"d\"\n"));
  REQUIRE(result.plan.feasible);
  const auto rounds = rounds_of(result);
  REQUIRE(rounds.size() == 1);
  for (const auto& [station, there] : rounds[0]) {
    CHECK((there.size() == 3 || there.size() == 4));
    std::map<std::string, int> here;
    for (const auto& person : there) {
      const int number = std::stoi(person.substr(1));
      ++here[number % 3 == 0 ? "élu" : "agent"];
      ++here["o" + std::to_string(number / 4)];
    }
    const auto near = [&](const std::string& value, int of_all) {
      const double share = static_cast<double>(of_all) * static_cast<double>(there.size()) / 15;
      CHECK(std::abs(here[value] - share) < 1);
    };
    near("élu", 5);
    near("agent", 10);
    for (int o = 0; o < 4; ++o) near("o" + std::to_string(o), o == 3 ? 3 : 4);
  }
}

TEST_CASE("whoever needs a room without steps sits in one, and nobody reads why", "[patterns]") {
  std::string guests;
  for (int i = 1; i <= 8; ++i)
    guests += "[[person]]\nid = \"p" + std::to_string(i) + "\"\nname = \"P" + std::to_string(i) +
              "\"\n" + (i == 3 || i == 5 ? "needs = [\"step-free\"]\n" : "");
  const auto result = plan_of(
      day("[[room]]\nid = \"rez\"\nsite = \"maison\"\ncapacity = 9\n"
          "features = [\"step-free\"]\n[[room]]\nid = \"etage\"\nsite = \"maison\"\n"
          "capacity = 9\n" +
          guests +
          "[[rotation]]\nid = \"cafe\"\ntitle = \"Café\"\nformat = \"world-cafe\"\n"
          "pattern = \"remix\"\nrounds = 3\nminutes = 20\nstart = \"14:00\"\nrevisit = true\n"
          "participants = \"all\"\n[[rotation.station]]\nid = \"bas\"\nroom = \"rez\"\n"
          "[[rotation.station]]\nid = \"haut\"\nroom = \"etage\"\n"));
  REQUIRE(result.plan.feasible);
  for (const auto& round : rounds_of(result))
    for (const auto* person : {"p3", "p5"}) CHECK(at(round, person) == "bas");
  for (const auto& remark : result.plan.remarks)
    CHECK(remark.text.fr.find("P3") == std::string::npos);
}

TEST_CASE("those who need the one room without steps meet in every round, and that is proved",
          "[patterns]") {
  std::string guests;
  for (int i = 1; i <= 12; ++i)
    guests += "[[person]]\nid = \"p" + std::to_string(i) + "\"\nname = \"P" + std::to_string(i) +
              "\"\n" + (i < 4 ? "needs = [\"step-free\"]\n" : "");
  std::string stations = "[[rotation.station]]\nid = \"bas\"\nroom = \"rez\"\n";
  for (const std::string id : {"a", "b", "c"})
    stations += "[[rotation.station]]\nid = \"" + id + "\"\nroom = \"etage\"\n";
  const auto result = plan_of(
      day("[[room]]\nid = \"rez\"\nsite = \"maison\"\ncapacity = 9\n"
          "features = [\"step-free\"]\n[[room]]\nid = \"etage\"\nsite = \"maison\"\n"
          "capacity = 20\nshared = true\n" +
          guests +
          "[[rotation]]\nid = \"cafe\"\ntitle = \"Café\"\nformat = \"world-cafe\"\n"
          "pattern = \"remix\"\nrounds = 2\nminutes = 20\nstart = \"14:00\"\nrevisit = true\n"
          "participants = \"all\"\n" +
          stations));
  REQUIRE(result.plan.feasible);
  CHECK(result.plan.rotations[0].repeat_cost == 3);
  CHECK(result.plan.rotations[0].bound == 3);
  CHECK(result.plan.rotations[0].proved);
}

TEST_CASE("too few stations without steps: the rotation takes place, and the file says so",
          "[patterns]") {
  std::string guests;
  for (int i = 1; i <= 8; ++i)
    guests += "[[person]]\nid = \"p" + std::to_string(i) + "\"\nname = \"P" + std::to_string(i) +
              "\"\n" + (i == 5 ? "needs = [\"step-free\"]\n" : "");
  std::string rooms;
  std::string stations;
  for (int i = 0; i < 4; ++i) {
    const auto id = std::to_string(i);
    rooms += "[[room]]\nid = \"r" + id + "\"\nsite = \"maison\"\ncapacity = 9\n" +
             (i < 2 ? "features = [\"step-free\"]\n" : "");
    stations += "[[rotation.station]]\nid = \"s" + id + "\"\nroom = \"r" + id + "\"\n";
  }
  const auto planned = [&](const std::string& pattern, int rounds) {
    return plan_of(day(rooms + guests +
                       "[[rotation]]\nid = \"tour\"\ntitle = \"Tour\"\nformat = \"visit\"\n"
                       "pattern = \"" +
                       pattern + "\"\nrounds = " + std::to_string(rounds) +
                       "\nminutes = 20\nstart = \"14:00\"\nparticipants = \"all\"\n" + stations));
  };
  for (const std::string pattern : {"remix", "carousel"}) {
    const auto result = planned(pattern, 3);
    REQUIRE(result.plan.feasible);
    const auto rounds = rounds_of(result);
    check_once_each(rounds);
    std::set<std::string> seen;
    for (const auto& round : rounds) seen.insert(at(round, "p5"));
    CHECK((seen.contains("s0") && seen.contains("s1")));
    const auto enough = planned(pattern, 2);
    REQUIRE(enough.plan.feasible);
    for (const auto& round : rounds_of(enough)) CHECK(at(round, "p5") < "s2");
  }
}
