// What each comfort rule means, on days small enough to count on one's fingers.
#include <string>

#include "engine/plan/remarks.h"
#include "engine/rules/all.h"
#include "tests/catch.h"
#include "tests/support/compiled.h"

namespace engine {
namespace {

using support::GatheringBuilder;

/// Two days, two houses a quarter of an hour apart, two rooms in the first.
GatheringBuilder two_days() {
  GatheringBuilder b;
  b.day("2026-06-01", "09:00", "18:00");
  b.day("2026-06-02", "09:00", "18:00");
  b.site("mill");
  b.site("barn");
  b.travel("mill", "barn", 15);
  b.room("hall", "mill", 40);
  b.room("attic", "mill", 40);
  b.room("stable", "barn", 40);
  b.person("Ana");
  b.person("Bo");
  for (const auto& rule : kRules)
    if (!rule.hard) b.rule(std::string(rule.key), RuleSetting::Level::Weight, 1);
  return b;
}

/// A session of an hour that Ana attends.
Session& hour(GatheringBuilder& b, const std::string& id) {
  auto& session = b.session(id, 60);
  session.audience = b.who(std::vector<std::string>{"Ana"});
  return session;
}

/// A gathering with a board to place its items on, and what one rule says of it.
class Planned {
 public:
  explicit Planned(Gathering gathering)
      : gathering_(std::move(gathering)),
        problem_(support::compiled(gathering_)),
        board_(problem_) {}
  Planned(const Planned&) = delete;
  Planned& operator=(const Planned&) = delete;
  ~Planned() = default;

  /// `at`: "09:00" is on the first day. The session is in the hall unless said.
  Planned& put(const std::string& session, const std::string& at, int room = 0) {
    for (std::size_t i = 0; i < gathering_.sessions.size(); ++i)
      if (gathering_.sessions[i].id.value == session)
        board_.apply(Change::place({static_cast<std::int32_t>(i)}, moment(at), {room}));
    return *this;
  }
  Planned& rotate(const std::string& at) {
    problem_.blocks.each([&](BlockId b) {
      if (problem_.blocks[b].rotation.exists()) board_.apply(Change::place(b, moment(at)));
    });
    problem_.activities.each([&](ActivityId a) {
      if (problem_.activities[a].station >= 0)
        board_.apply(Change::room(a, {problem_.activities[a].station}));
    });
    return *this;
  }
  Planned& seat(std::size_t round, std::size_t participant, int station) {
    const auto people = problem_.rotations[RotationId{0}].participants.size();
    board_.apply(
        Change::station({static_cast<std::int32_t>(round * people + participant)}, station));
    return *this;
  }
  Planned& hold(int slot, int person) {
    board_.apply(Change::holder({slot}, {person}));
    return *this;
  }

  /// "amount: sentence" per finding; the evaluator's score holds the same amounts.
  [[nodiscard]] std::string says(RuleId rule, Language language = Language::En) const {
    std::string text;
    PlanEvaluator(board_).inspect([&](const Finding& f) {
      if (f.rule != rule) return;
      if (!text.empty()) text += "\n";
      text += std::to_string(f.amount) + ": " + words_of(gathering_, board_, f).in(language);
    });
    return text;
  }

 private:
  static Minute moment(const std::string& at) {
    return GatheringBuilder::moment(at.size() > 5 ? at : "2026-06-01 " + at);
  }

  Gathering gathering_;
  Problem problem_;
  Board board_;
};

}  // namespace

TEST_CASE("long-run: each session after the second without a gap costs one", "[comfort]") {
  auto b = two_days();
  for (const auto* id : {"a", "b", "c", "d"}) hour(b, id);
  const Gathering plain = b.g;
  Planned day(plain);
  day.put("a", "09:00").put("b", "10:00").put("c", "11:00");
  CHECK(day.says(RuleId::LongRun) ==
        "1: Ana has too many sessions in a row up to c (Monday 1 June 2026, 11:00)");
  CHECK_THAT(day.put("d", "12:00").says(RuleId::LongRun, Language::Fr),
             Catch::Matchers::StartsWith("2: Ana enchaîne trop de séances jusqu’à d"));
  CHECK(day.put("b", "2026-06-02 09:00").says(RuleId::LongRun).empty());
  b.g.rule_parameters["long_run"] = 3;
  CHECK(Planned(b.g)
            .put("a", "09:00")
            .put("b", "10:00")
            .put("c", "11:00")
            .says(RuleId::LongRun)
            .empty());
  b.g.rule_parameters.clear();
  b.g.sessions[2].format = b.at(std::string("break"));
  CHECK(Planned(b.g)
            .put("a", "09:00")
            .put("b", "10:00")
            .put("c", "11:00")
            .put("d", "12:00")
            .says(RuleId::LongRun)
            .empty());
}

TEST_CASE("long-run: rounds of a rotation are sessions in a row", "[comfort]") {
  auto b = two_days();
  auto& rotation = b.rotation("café", Pattern::Remix, 3, 20);
  rotation.revisit = true;
  b.station(rotation, "one", 0, 0).rooms = {b.in("hall")};
  b.station(rotation, "two", 0, 0).rooms = {b.in("attic")};
  CHECK(Planned(b.g).rotate("09:00").says(RuleId::LongRun) ==
        "1: Ana has too many sessions in a row up to café (round 3) (Monday 1 June 2026, 9:40)\n"
        "1: Bo has too many sessions in a row up to café (round 3) (Monday 1 June 2026, 9:40)");
}

TEST_CASE("last-slot: who is still there when the day closes", "[comfort]") {
  auto b = two_days();
  hour(b, "a").team = {b.role("speaker", {"Bo"})};
  CHECK(Planned(b.g).put("a", "16:55").says(RuleId::LastSlot).empty());
  CHECK(Planned(b.g).put("a", "17:00").says(RuleId::LastSlot, Language::Fr) ==
        "1: Ana finit à la fermeture avec a (lundi 1er juin 2026, 17h)\n"
        "1: Bo finit à la fermeture avec a (lundi 1er juin 2026, 17h)");
}

TEST_CASE("lone-session: a day with one session, whatever meals go with it", "[comfort]") {
  auto b = two_days();
  hour(b, "a");
  hour(b, "b");
  hour(b, "lunch").format = b.at(std::string("meal"));
  Planned day(b.g);
  day.put("a", "09:00").put("lunch", "12:00");
  CHECK(day.says(RuleId::LoneSession) == "1: Ana comes for a alone (Monday 1 June 2026, 9:00)");
  CHECK(day.put("b", "15:00").says(RuleId::LoneSession).empty());
  CHECK_THAT(day.put("b", "2026-06-02 15:00").says(RuleId::LoneSession),
             Catch::Matchers::ContainsSubstring("Ana comes for b alone (Tuesday 2 June 2026"));
}

TEST_CASE("back-to-back: two roles in a row with less than a quarter of an hour", "[comfort]") {
  auto b = two_days();
  hour(b, "a").team = {b.role("speaker", {"Bo"})};
  hour(b, "b").team = {b.open_role("scribe", 1, b.who("all"))};
  Planned day(b.g);
  day.put("a", "09:00").put("b", "10:10");
  CHECK(day.says(RuleId::BackToBack).empty());
  CHECK(day.hold(0, 1).says(RuleId::BackToBack, Language::Fr) ==
        "1: Bo enchaîne a et b sans pause (lundi 1er juin 2026, 9h)");
  CHECK(day.put("b", "10:15").says(RuleId::BackToBack).empty());
}

TEST_CASE("room-change: between sessions, not between stations, nor for lunch", "[comfort]") {
  auto b = two_days();
  hour(b, "a");
  hour(b, "b");
  hour(b, "lunch").format = b.at(std::string("meal"));
  Planned day(b.g);
  day.put("a", "09:00", 0).put("lunch", "12:00", 1).put("b", "14:00", 0);
  CHECK(day.says(RuleId::RoomChange).empty());
  CHECK(day.put("b", "14:00", 1).says(RuleId::RoomChange) ==
        "1: Ana changes rooms between a and b");

  auto fixed = two_days();
  hour(fixed, "a").rooms = {fixed.in("hall")};
  hour(fixed, "b").rooms = {fixed.in("attic")};
  Planned two(fixed.g);
  two.put("a", "09:00", 0).put("b", "14:00", 1);
  CHECK(two.says(RuleId::RoomChange).empty());  // neither could be in the other's room

  auto c = two_days();
  auto& rotation = c.rotation("café", Pattern::Carousel, 2, 20);
  c.station(rotation, "one", 0, 0).rooms = {c.in("hall")};
  c.station(rotation, "two", 0, 0).rooms = {c.in("attic")};
  CHECK(Planned(c.g).rotate("09:00").seat(0, 0, 0).seat(1, 0, 1).says(RuleId::RoomChange).empty());
}

TEST_CASE("walking: minutes from one item to the next", "[comfort]") {
  auto b = two_days();
  for (const auto* id : {"a", "b", "c"}) hour(b, id);
  CHECK(Planned(b.g)
            .put("a", "09:00", 0)
            .put("b", "11:00", 2)
            .put("c", "13:00", 1)
            .says(RuleId::Walking, Language::Fr) ==
        "15: Ana se déplace 15 min entre a et b\n15: Ana se déplace 15 min entre b et c");
}

TEST_CASE("idle-gap: full half-hours, the way taken off", "[comfort]") {
  auto b = two_days();
  hour(b, "a");
  hour(b, "b");
  CHECK(Planned(b.g).put("a", "09:00").put("b", "10:25").says(RuleId::IdleGap).empty());
  CHECK(Planned(b.g).put("a", "09:00").put("b", "11:20").says(RuleId::IdleGap) ==
        "2: Ana waits between a and b: 2 × 30 min");
  CHECK(Planned(b.g).put("a", "09:00").put("b", "10:35", 2).says(RuleId::IdleGap).empty());
  CHECK(Planned(b.g).put("a", "09:00").put("b", "2026-06-02 14:00").says(RuleId::IdleGap).empty());
}

TEST_CASE("late-meal: quarters of an hour after 13:00, unless it was asked for", "[comfort]") {
  auto b = two_days();
  b.session("lunch", 60).format = b.at(std::string("meal"));
  b.session("dinner", 60).format = b.at(std::string("meal"));
  b.g.sessions[1].timing.window = b.window("16:00", "18:00");
  CHECK(Planned(b.g).put("lunch", "13:00").put("dinner", "17:00").says(RuleId::LateMeal).empty());
  CHECK(Planned(b.g).put("lunch", "13:20").says(RuleId::LateMeal, Language::Fr) ==
        "2: lunch a lieu tard (lundi 1er juin 2026, 13h20)");
  b.g.sessions[0].timing.start = b.at(b.when("13:30"));
  CHECK(Planned(b.g).put("lunch", "13:30").says(RuleId::LateMeal).empty());
}

TEST_CASE("no-break: more than 90 minutes without a quarter of an hour", "[comfort]") {
  auto b = two_days();
  for (const auto* id : {"a", "b", "c", "d"}) hour(b, id).minutes = b.at(Minute{45});
  hour(b, "long").minutes = b.at(Minute{180});
  Planned day(b.g);
  day.put("a", "09:00").put("b", "09:45");
  CHECK(day.says(RuleId::NoBreak).empty());
  CHECK(day.put("c", "10:40").says(RuleId::NoBreak) ==
        "1: Ana has no break before c (Monday 1 June 2026, 10:40)");
  CHECK(day.put("d", "11:25").says(RuleId::NoBreak) ==
        "1: Ana has no break before c (Monday 1 June 2026, 10:40)");
  CHECK(day.put("c", "10:45").put("d", "14:00").says(RuleId::NoBreak).empty());
  CHECK(Planned(b.g).put("long", "09:00").says(RuleId::NoBreak).empty());
}

TEST_CASE("tag-clash: sessions on one theme at the same time", "[comfort]") {
  auto b = two_days();
  for (const auto* id : {"a", "b", "c"}) b.session(id, 60).tags = b.keys({"commons", "care"});
  b.session("d", 60);
  Planned day(b.g);
  day.put("a", "09:00").put("b", "09:30", 1).put("c", "11:00").put("d", "09:00");
  CHECK(day.says(RuleId::TagClash, Language::Fr) ==
        "1: a et b partagent un thème et ont lieu en même temps (lundi 1er juin 2026, 9h)");
  b.g.sessions[1].timing.same_start = b.keys({"a"});
  CHECK(Planned(b.g).put("a", "09:00").put("b", "09:00", 1).says(RuleId::TagClash).empty());
}

TEST_CASE("presence-span: hours with nothing to do between two roles", "[comfort]") {
  auto b = two_days();
  hour(b, "early").team = {b.role("host", {"Bo"})};
  hour(b, "late").team = {b.role("host", {"Bo"})};
  b.session("between", 60).audience = b.who(std::vector<std::string>{"Bo"});
  Planned day(b.g);
  day.put("early", "09:00").put("late", "12:30");
  CHECK(day.says(RuleId::PresenceSpan) ==
        "2: Bo is on site 2 h more than needed (Monday 1 June 2026, 9:00)");
  CHECK(day.put("between", "10:30").says(RuleId::PresenceSpan, Language::Fr) ==
        "1: Bo reste sur place 1 h de trop (lundi 1er juin 2026, 9h)");
  CHECK(day.put("between", "14:30").put("late", "10:30").says(RuleId::PresenceSpan).empty());
}

TEST_CASE("preferred-window: inside one of the windows, from start to end", "[comfort]") {
  auto b = two_days();
  b.session("a", 60).timing.preferred = {b.window("09:00", "10:30"),
                                         b.window("2026-06-02 14:00", "2026-06-02 15:00")};
  CHECK(Planned(b.g).put("a", "09:30").says(RuleId::PreferredWindow).empty());
  CHECK(Planned(b.g).put("a", "2026-06-02 14:00").says(RuleId::PreferredWindow).empty());
  CHECK(Planned(b.g).put("a", "09:35").says(RuleId::PreferredWindow) ==
        "1: a is not at its preferred time (Monday 1 June 2026, 9:35)");
}

TEST_CASE("group-split: who leaves the group of the first round of a carousel", "[comfort]") {
  auto b = two_days();
  for (const auto* id : {"Chloé", "Dan"}) b.person(id);
  auto& rotation = b.rotation("visit", Pattern::Carousel, 2, 20);
  b.station(rotation, "one", 0, 0).rooms = {b.in("hall")};
  b.station(rotation, "two", 0, 0).rooms = {b.in("attic")};
  Planned day(b.g);
  day.rotate("09:00");
  for (const std::size_t person : {0U, 1U, 2U}) day.seat(0, person, 0).seat(1, person, 1);
  day.seat(0, 3, 1).seat(1, 3, 0);
  CHECK(day.says(RuleId::GroupSplit).empty());
  CHECK(day.seat(1, 2, 0).says(RuleId::GroupSplit, Language::Fr) ==
        "1: Chloé quitte son groupe à visit (tour 2) (lundi 1er juin 2026, 9h20)");
}

}  // namespace engine
