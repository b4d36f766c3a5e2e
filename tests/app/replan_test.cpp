// Repairs of a document: what is kept, what stays in force, what is refused.
#include <algorithm>

#include "app/history.h"
#include "app/restore.h"
#include "app/show.h"
#include "tests/app/replan_desk.h"

namespace {

using app_tests::full_day;
using app_tests::kDay;
using app_tests::session_in;
using app_tests::told;
using Kept = app_tests::Repaired;

}  // namespace

TEST_CASE("a stand-in is one person disturbed, and the change stays in force", "[replan]") {
  const Kept kept;
  const auto first = kept.replan({{"--person-out", "ana"}});
  REQUIRE(first.wrong.empty());
  CHECK(first.plan.version == 2);
  CHECK(first.disturbed.people.size() == 1);
  CHECK(first.disturbed.proved);
  CHECK(told(first).front() == "ana");
  const auto stand_in = session_in(first.plan, "un").team.front().people;
  REQUIRE(stand_in.size() == 1);
  CHECK(stand_in.front() != "ana");

  const auto second = kept.replan({{"--room-out", "petite"}});
  REQUIRE(second.wrong.empty());
  CHECK(session_in(second.plan, "un").team.front().people == stand_in);
  CHECK(session_in(second.plan, "un").room == "grande");

  CHECK(app::restore(kept.document, 1, {}).plan.version == 4);
  const auto third = kept.replan({{"--person-out", "ana"}});
  CHECK(third.wrong.empty());  // the version gone back to knows nothing of it
  CHECK(third.plan.version == 5);
}

TEST_CASE("everything wrong is said at once, and nothing is written", "[replan]") {
  const Kept kept;
  const auto wrong = kept.replan({{"--person-out", "anna"},
                                  {"--room-out", "jardin"},
                                  {"--delay", "un=dix"},
                                  {"--move", "deux=25:00"},
                                  {"--substitute", "bo"},
                                  {"--unlock", "un"}});
  CHECK(wrong.wrong.size() == 6);
  CHECK(wrong.wrong.front().en.find("Maybe \"ana\"") != std::string::npos);
  CHECK(app::history(kept.document).rows.size() == 1);
  CHECK(kept.replan({}).wrong.size() == 1);
  REQUIRE(kept.replan({{"--person-out", "cy"}}).wrong.empty());
  CHECK(kept.replan({{"--person-out", "cy"}}).wrong.size() == 1);
}

TEST_CASE("whoever types a name or half an id is told the id", "[replan]") {
  const Kept kept;
  const auto told_of = [&](const char* option, const char* value) {
    const auto refused = kept.replan({{option, value}});
    REQUIRE(refused.wrong.size() == 1);
    return refused.wrong.front().en;
  };
  const auto says = [](const std::string& text, const std::string& part) {
    INFO(text);
    return text.find(part) != std::string::npos;
  };
  CHECK(says(told_of("--room-out", "Petite salle"), "Maybe \"petite\"?"));
  CHECK(says(told_of("--room-out", "salle"), "Maybe \"grande\", \"petite\"?"));
  CHECK(says(told_of("--room-out", "gran"), "Maybe \"grande\"?"));
  CHECK_FALSE(says(told_of("--room-out", "jardin"), "Maybe"));
}

TEST_CASE("a rotation that does not take place is told once, not round by round", "[replan]") {
  const Kept kept(full_day());
  const auto gone = kept.replan({{"--cancel", "tables"}});
  REQUIRE(gone.wrong.empty());
  REQUIRE(gone.notices.size() == 2);
  for (const auto& notice : gone.notices) CHECK(notice.text.en == "removed: Tables, 9:20");
}

TEST_CASE("nobody is sent into two roles at once", "[replan]") {
  std::string day = kDay;
  const std::string after = "after = [\"un\"]";
  day.replace(day.find(after), after.size(), "start = \"09:30\"");
  const std::string both = "\"bo\", \"di\"";
  day.replace(day.find(both), both.size(), "\"bo\"");
  const Kept kept(day);
  const auto refused = kept.replan({{"--substitute", "ana=cy"}});
  REQUIRE(refused.wrong.size() == 1);
  CHECK(refused.wrong.front().en.find("holds a role at that time already: Deux") !=
        std::string::npos);
  CHECK(kept.replan({{"--substitute", "ana=bo"}}).wrong.empty());
}

TEST_CASE("a session goes to the room asked for, whatever rooms the file names", "[replan]") {
  const Kept kept;
  const auto moved = kept.replan({{"--move", "un=09:30@grande"}});
  REQUIRE(moved.wrong.empty());
  CHECK(session_in(moved.plan, "un").room == "grande");
  CHECK(moved.plan.score.hard == 0);
  CHECK(kept.replan({{"--person-out", "cy"}}).plan.score.hard == 0);
}

TEST_CASE("what has begun stays, and a delay waits for nobody else", "[replan]") {
  const Kept kept;
  const auto before = app::show(kept.document, {}).plan;
  const auto late = kept.replan({{"--delay", "un=10"}}, "09:30");
  REQUIRE(late.wrong.empty());
  CHECK(session_in(late.plan, "un").start == session_in(before, "un").start);
  CHECK(session_in(late.plan, "un").end == session_in(before, "un").end + 10);
  CHECK(session_in(late.plan, "deux").start >= session_in(late.plan, "un").end);
  CHECK(kept.replan({{"--cancel", "un"}}, "09:40").wrong.size() == 1);
}

TEST_CASE("what waits behind tables that run late is shortened too, and nothing is lost",
          "[replan]") {
  const Kept kept(full_day());
  const auto late = kept.replan({{"--delay", "mot=20"}}, "08:30");
  REQUIRE(late.wrong.empty());
  CHECK(late.plan.unplaced.empty());
  const auto& last = session_in(late.plan, "bilan");
  CHECK(last.end - last.start == 20);
  CHECK(engine::clock_text(last.start) == "10:30");
  const auto told_so = std::any_of(late.changes.begin(), late.changes.end(), [](const auto& row) {
    return row.text.en == "Bilan: 10:20 → 10:30, until 10:50";
  });
  CHECK(told_so);
}

TEST_CASE("people who come unannounced are in the gathering from then on", "[replan]") {
  const Kept kept;
  kept.write("venus.csv", "id,nom\nzoe,Zoé \"la grande\"\n");
  const auto result = kept.replan({{"--arrive", kept.folder.file("venus.csv")}});
  REQUIRE(result.wrong.empty());
  CHECK(result.disturbed.people.empty());
  CHECK(result.disturbed.proved);
  const auto shown = app::show(kept.document, {});
  CHECK(shown.gathering.people.size() == 5);
  CHECK(kept.replan({{"--arrive", kept.folder.file("venus.csv")}}).wrong.size() == 1);
}

TEST_CASE("who comes unannounced is told from who is there as in an imported list", "[replan]") {
  const Kept kept;
  const auto arrive = [&](const std::string& table) {
    std::ofstream(kept.folder.file("venus.csv")) << table;
    return kept.replan({{"--arrive", kept.folder.file("venus.csv")}});
  };
  const auto known = app::show(kept.document, {}).gathering.people.front();
  const auto same = arrive("nom\n" + known.name + "\n");
  REQUIRE(same.wrong.size() == 1);
  CHECK(same.wrong[0].en.find("is in the gathering already (\"" + known.id.value + "\")") !=
        std::string::npos);
  CHECK(arrive("id;nom\nautre;" + known.name + "\n").written);  // an id says: somebody else
  CHECK(arrive("nom\nZoé Nouvelle\n").written);
}
