// Repairs of a document: what is kept, what stays in force, what is refused.
#include "app/replan.h"

#include <algorithm>
#include <fstream>

#include "app/history.h"
#include "app/plan.h"
#include "app/restore.h"
#include "app/show.h"
#include "tests/catch.h"
#include "tests/support/temp_folder.h"

namespace {

constexpr const char* kDay = R"toml(
[gathering]
name = "Journée"
[[day]]
date = 2026-06-01
opens = "09:00"
closes = "12:00"
[[site]]
id = "maison"
name = "Maison"
[[room]]
id = "grande"
name = "Grande salle"
site = "maison"
capacity = 30
[[room]]
id = "petite"
name = "Petite salle"
site = "maison"
capacity = 10
[[person]]
id = "ana"
name = "Ana"
[[person]]
id = "bo"
name = "Bo"
[[person]]
id = "cy"
name = "Cy"
[[person]]
id = "di"
name = "Di"
[[session]]
id = "un"
title = "Un"
format = "workshop"
minutes = 60
start = "09:00"
room = "petite"
audience = ["di"]
team = { facilitator = { people = ["ana"], substitutes = ["bo", "cy"] } }
[[session]]
id = "deux"
title = "Deux"
format = "workshop"
minutes = 60
audience = ["bo", "di"]
after = ["un"]
team = { speaker = ["cy"] }
)toml";

/// Full from 9:00 to 10:50; the first and the last item may be shortened, the tables between may
/// not.
constexpr const char* kFullDay = R"toml(
[gathering]
name = "Matinée"
[[day]]
date = 2026-06-01
opens = "09:00"
closes = "10:50"
[[site]]
id = "maison"
[[room]]
id = "grande"
site = "maison"
capacity = 30
[[person]]
id = "ana"
name = "Ana"
[[person]]
id = "bo"
name = "Bo"
[[session]]
id = "mot"
title = "Mot"
format = "plenary"
minutes = 20
min_minutes = 10
audience = "all"
start = "09:00"
[[rotation]]
id = "tables"
title = "Tables"
format = "speed-meeting"
pattern = "remix"
rounds = 2
minutes = 30
participants = "all"
tables = 1
room = "grande"
revisit = true
after = ["mot"]
[[session]]
id = "bilan"
title = "Bilan"
format = "report-back"
minutes = 30
min_minutes = 20
audience = "all"
after = ["tables"]
)toml";

struct Kept {
  tests::TempFolder folder;
  std::string document;

  explicit Kept(const std::string& day = kDay) : document(folder.file("jour.farandole")) {
    std::ofstream(folder.file("jour.toml")) << day;
    app::PlanRequest request;
    request.file = folder.file("jour.toml");
    request.document = document;
    request.iterations = 200;
    request.threads = 1;
    REQUIRE(app::plan(request).plan->feasible);
  }

  [[nodiscard]] app::Replanned replan(std::vector<app::TypedChange> changes,
                                      std::optional<std::string> at = {}) const {
    app::ReplanRequest request;
    request.document = document;
    request.changes = std::move(changes);
    request.at = std::move(at);
    request.iterations = 100'000;
    return app::replan(request);
  }
};

const engine::PlannedSession& session(const engine::Plan& plan, const std::string& id) {
  const auto found = std::find_if(
      plan.sessions.begin(), plan.sessions.end(), [&](const auto& s) { return s.id == id; });
  REQUIRE(found != plan.sessions.end());
  return *found;
}

std::vector<std::string> told(const app::Replanned& replanned) {
  std::vector<std::string> ids;
  for (const auto& notice : replanned.notices) ids.push_back(notice.person);
  return ids;
}

}  // namespace

TEST_CASE("a stand-in is one person disturbed, and the change stays in force", "[replan]") {
  const Kept kept;
  const auto first = kept.replan({{"--person-out", "ana"}});
  REQUIRE(first.wrong.empty());
  CHECK(first.plan.version == 2);
  CHECK(first.disturbed.people.size() == 1);
  CHECK(first.disturbed.proved);
  CHECK(told(first).front() == "ana");
  const auto stand_in = session(first.plan, "un").team.front().people;
  REQUIRE(stand_in.size() == 1);
  CHECK(stand_in.front() != "ana");

  const auto second = kept.replan({{"--room-out", "petite"}});
  REQUIRE(second.wrong.empty());
  CHECK(session(second.plan, "un").team.front().people == stand_in);
  CHECK(session(second.plan, "un").room == "grande");

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
  CHECK(session(moved.plan, "un").room == "grande");
  CHECK(moved.plan.score.hard == 0);
  CHECK(kept.replan({{"--person-out", "cy"}}).plan.score.hard == 0);
}

TEST_CASE("what has begun stays, and a delay waits for nobody else", "[replan]") {
  const Kept kept;
  const auto before = app::show(kept.document, {}).plan;
  const auto late = kept.replan({{"--delay", "un=10"}}, "09:30");
  REQUIRE(late.wrong.empty());
  CHECK(session(late.plan, "un").start == session(before, "un").start);
  CHECK(session(late.plan, "un").end == session(before, "un").end + 10);
  CHECK(session(late.plan, "deux").start >= session(late.plan, "un").end);
  CHECK(kept.replan({{"--cancel", "un"}}, "09:40").wrong.size() == 1);
}

TEST_CASE("what waits behind tables that run late is shortened too, and nothing is lost",
          "[replan]") {
  const Kept kept(kFullDay);
  const auto late = kept.replan({{"--delay", "mot=20"}}, "08:30");
  REQUIRE(late.wrong.empty());
  CHECK(late.plan.unplaced.empty());
  const auto& last = session(late.plan, "bilan");
  CHECK(last.end - last.start == 20);
  CHECK(engine::clock_text(last.start) == "10:30");
  const auto told_so = std::any_of(late.changes.begin(), late.changes.end(), [](const auto& row) {
    return row.text.en == "Bilan: 10:20 → 10:30, until 10:50";
  });
  CHECK(told_so);
}

TEST_CASE("people who come unannounced are in the gathering from then on", "[replan]") {
  const Kept kept;
  std::ofstream(kept.folder.file("venus.csv")) << "id,nom\nzoe,Zoé \"la grande\"\n";
  const auto result = kept.replan({{"--arrive", kept.folder.file("venus.csv")}});
  REQUIRE(result.wrong.empty());
  CHECK(result.disturbed.people.empty());
  CHECK(result.disturbed.proved);
  const auto shown = app::show(kept.document, {});
  CHECK(shown.gathering.people.size() == 5);
  CHECK(kept.replan({{"--arrive", kept.folder.file("venus.csv")}}).wrong.size() == 1);
}
