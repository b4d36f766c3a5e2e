// One change after the other on every example: none undoes an earlier one without a word, and going
// back forgets only what came later.
#include <algorithm>
#include <fstream>
#include <functional>
#include <memory>
#include <set>
#include <utility>

#include "app/restore.h"
#include "engine/plan/sheet_lines.h"
#include "tests/app/kept_example.h"

namespace {

using app_tests::KeptExample;
using engine::Plan;
using engine::PlannedSession;

using Promise = std::function<bool(const Plan&)>;

/// A change, and what has to be so from then on.
struct Link {
  app::TypedChange change;
  std::function<Promise(const Plan& before)> promise;
  std::string session{};  ///< that it is about
};

bool appears(const Plan& plan, const std::string& person) {
  return engine::lines_by_person(plan).contains(person);
}

bool is_used(const Plan& plan, const std::string& room) {
  return engine::lines_by_room(plan).contains(room);
}

/// Every change that is about a thing of the plan, each about another one.
class Chain {
 public:
  /// `arrivals`: a table of people who come.
  Chain(const Plan& plan, std::string arrivals) : plan_(plan), arrivals_(std::move(arrivals)) {}

  std::vector<Link> links() {
    std::vector<Link> list;
    if (const auto* one = next_session()) list.push_back(cancelled(one->id));
    if (const auto who = somebody(true); !who.empty()) list.push_back(gone("--person-out", who));
    if (const auto room = least_used_room(); !room.empty())
      list.push_back(
          always({"--room-out", room}, [room](const Plan& p) { return !is_used(p, room); }));
    if (const auto who = somebody(false); !who.empty()) list.push_back(gone("--absent", who));
    if (const auto* one = next_session()) list.push_back(delayed(*one));
    if (const auto* one = next_session()) list.push_back(locked(*one));
    if (const auto who = somebody(true); !who.empty()) list.push_back(gone("--person-out", who));
    if (const auto who = somebody(true); !who.empty()) list.push_back(late(who));
    replaced(list);
    if (const auto* one = next_session()) list.push_back(moved(*one));
    list.push_back(always({"--arrive", arrivals_}, stays_when_come("newcomer")));
    if (const auto who = somebody(false); !who.empty()) list.push_back(gone("--absent", who));
    return list;
  }

 private:
  /// From the end of the plan, where little depends on what goes.
  const PlannedSession* next_session() {
    const PlannedSession* last = nullptr;
    for (const auto& one : plan_.sessions)
      if (!taken_.contains(one.id) && (last == nullptr || one.start > last->start)) last = &one;
    if (last != nullptr) taken_.insert(last->id);
    return last;
  }

  std::string somebody(bool of_a_team) {
    for (const auto& [id, lines] : engine::lines_by_person(plan_)) {
      const bool holds = std::any_of(
          lines.begin(), lines.end(), [](const auto& line) { return !line.role.empty(); });
      if (holds == of_a_team && taken_.insert(id).second) return id;
    }
    return {};
  }

  /// Somebody of a team, by somebody who has nothing to do meanwhile.
  void replaced(std::vector<Link>& list) {
    const auto out = somebody(true);
    if (out.empty()) return;
    const auto by_person = engine::lines_by_person(plan_);
    const auto& held = by_person.at(out);
    for (const auto& [in, own] : by_person) {
      const bool free = std::none_of(own.begin(), own.end(), [&](const auto& line) {
        return std::any_of(held.begin(), held.end(), [&](const auto& role) {
          return line.start < role.end && role.start < line.end;
        });
      });
      if (!free || !taken_.insert(in).second) continue;
      return list.push_back(gone("--substitute", out, "=" + in));
    }
  }

  /// What they hold or attend goes on when they come.
  Link late(const std::string& who) {
    const auto lines = engine::lines_by_person(plan_).at(who);
    const auto first = std::min_element(
        lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.start < b.start; });
    const auto time = first->start + 20;
    return always(
        {"--person-late", who + "=" + engine::moment_text(time)}, [who, time](const Plan& p) {
          const auto all = engine::lines_by_person(p);
          const auto own = all.find(who);
          return own == all.end() || std::all_of(own->second.begin(),
                                                 own->second.end(),
                                                 [&](const auto& line) { return line.end > time; });
        });
  }

  static Promise stays_when_come(const std::string& who) {
    const auto has_come = std::make_shared<bool>(false);
    return [who, has_come](const Plan& p) {
      const bool here = appears(p, who);
      const bool kept = here || !*has_come;
      *has_come = *has_come || here;
      return kept;
    };
  }

  [[nodiscard]] std::string least_used_room() const {
    std::string room;
    std::size_t least = SIZE_MAX;
    for (const auto& [id, lines] : engine::lines_by_room(plan_))
      if (lines.size() < least) {
        least = lines.size();
        room = id;
      }
    return room;
  }

  static Link always(app::TypedChange change, Promise promise) {
    return {std::move(change), [promise](const Plan&) { return promise; }};
  }

  static Link gone(const std::string& option,
                   const std::string& who,
                   const std::string& more = {}) {
    return always({option, who + more}, [who](const Plan& p) { return !appears(p, who); });
  }

  static Link cancelled(const std::string& id) {
    return always({"--cancel", id},
                  [id](const Plan& p) { return app_tests::session(p, id) == nullptr; });
  }

  static Link delayed(const PlannedSession& one) {
    return {{"--delay", one.id + "=30"},
            [id = one.id](const Plan& before) {
              return stays(id, app_tests::session(before, id)->start + 30, {});
            },
            one.id};
  }

  static Link locked(const PlannedSession& one) {
    return {{"--lock", one.id},
            [id = one.id](const Plan& before) {
              const auto* now = app_tests::session(before, id);
              return stays(id, now->start, now->room);
            },
            one.id};
  }

  /// Ordered to the hour it has.
  static Link moved(const PlannedSession& one) {
    return {{"--move", one.id + "=" + engine::moment_text(one.start)},
            [id = one.id, start = one.start](const Plan&) { return stays(id, start, {}); },
            one.id};
  }

  /// There, or left out by name.
  static Promise stays(const std::string& id, engine::Minute start, const std::string& room) {
    return [=](const Plan& p) {
      const auto* now = app_tests::session(p, id);
      if (now == nullptr) return is_named(p, id);
      return now->start == start && (room.empty() || now->room == room);
    };
  }

  static bool is_named(const Plan& plan, const std::string& id) {
    return std::any_of(
        plan.unplaced.begin(), plan.unplaced.end(), [&](const auto& row) { return row.id == id; });
  }

  const Plan& plan_;
  std::string arrivals_;
  std::set<std::string> taken_;
};

struct Made {
  app::TypedChange change;
  Promise promise;
};

void check_all(const std::vector<Made>& made, std::size_t count, const Plan& plan) {
  for (std::size_t i = 0; i < count; ++i) {
    INFO(made[i].change.option << " " << made[i].change.value << ", one of " << made.size());
    CHECK(made[i].promise(plan));
  }
}

/// One after the other; what an earlier change has left out cannot be late.
std::vector<Made> all_made(const KeptExample& kept) {
  std::vector<Made> made;
  auto plan = kept.plan();
  const auto arrivals = kept.document() + ".csv";
  std::ofstream(arrivals) << "id,name\nnewcomer,Newcomer\n";
  for (const auto& link : Chain(kept.plan(), arrivals).links()) {
    if (!link.session.empty() && app_tests::session(plan, link.session) == nullptr) continue;
    made.push_back({link.change, link.promise(plan)});
    plan = kept.after({link.change}).plan;
    check_all(made, made.size(), plan);
  }
  return made;
}

void check_chain(const std::string& name) {
  INFO(name);
  const KeptExample kept(name);
  const auto made = all_made(kept);
  REQUIRE(made.size() >= 5);

  constexpr std::size_t kKept = 3;
  (void)app::restore(kept.document(), static_cast<int>(kKept) + 1, {});
  const auto again = kept.after({made.back().change}).plan;
  check_all(made, kKept, again);
  CHECK(made.back().promise(again));
  for (auto i = kKept; i + 1 < made.size(); ++i) {
    if (made[i].change.option == "--arrive") CHECK_FALSE(appears(again, "newcomer"));
    if (made[i].change.option != "--absent") continue;
    INFO("gone back before " << made[i].change.value << " was absent");
    CHECK(appears(again, made[i].change.value));
  }
}

}  // namespace

TEST_CASE("a chain of changes on a committee and a causerie", "[replan]") {
  for (const auto* name : {"comite-de-pilotage", "la-causerie"}) check_chain(name);
}

TEST_CASE("a chain of changes on days of many rooms", "[replan]") {
  for (const auto* name : {"journee-tiers-lieux", "lecons-rurales"}) check_chain(name);
}

TEST_CASE("a chain of changes on a series over some months", "[replan]") {
  for (const auto* name : {"parcours-citoyen", "tiers-lieux-en-novembre"}) check_chain(name);
}

TEST_CASE("a chain of changes on visits with coaches", "[replan]") {
  for (const auto* name : {"derniere-annee", "emergence"}) check_chain(name);
}
