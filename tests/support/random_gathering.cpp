#include "tests/support/random_gathering.h"

#include <random>

#include "tests/support/gathering_builder.h"

namespace support {
namespace {

using engine::Pattern;

class Draw {
 public:
  explicit Draw(std::uint64_t seed) : rng_(seed) {}

  engine::Gathering gathering() {
    const engine::Minute grids[] = {5, 30, 60};
    b_.g.grid = b_.at(grids[below(3)]);
    b_.day("2026-06-01", "09:00", "17:00");
    if (chance(2)) b_.day("2026-06-02", "09:00", "13:00");
    places();
    people();
    for (int i = 0, n = 3 + below(6); i < n; ++i) session(i);
    for (int i = 0, n = below(3); i < n; ++i) rotation(i);
    rules();
    poll();
    return std::move(b_.g);
  }

 private:
  int below(int n) { return static_cast<int>(rng_() % static_cast<std::uint64_t>(n)); }
  bool chance(int one_in) { return below(one_in) == 0; }
  engine::Who among(const std::string& selector) {
    return b_.who(std::vector<std::string>{selector});
  }
  std::string any_person() { return "p" + std::to_string(below(kPeople)); }
  std::string any_room() { return "room" + std::to_string(below(kRooms)); }

  /// On the first session, with an answer of everybody to each day: nobody is required.
  void poll() {
    auto& poll = b_.g.polls.emplace_back();
    poll.session = b_.key("s0");
    for (const auto& day : b_.g.days) poll.options.push_back({day.date, {}, b_.here()});
    for (int i = 0; i < kPeople; ++i) {
      auto& row = poll.answers.emplace_back();
      row.person = b_.key("p" + std::to_string(i));
      for (std::size_t k = 0; k < poll.options.size(); ++k)
        row.answers.push_back(static_cast<engine::Answer>(below(4)));
    }
  }

  void places() {
    b_.site("north").opens = b_.at(engine::Minute{9 * 60 + 30});
    b_.site("south").closes = b_.at(engine::Minute{16 * 60});
    auto& ride = b_.travel("north", "south", 20);
    if (chance(2)) ride.seats = 3;
    if (chance(2)) ride.every = 15;
    if (!ride.seats) drive(ride);
    for (int i = 0; i < kRooms; ++i) {
      auto& room =
          b_.room("room" + std::to_string(i), i % 2 == 0 ? "north" : "south", 4 + below(8));
      room.setup = 5 * below(3);
      room.shared = chance(4);
      if (chance(2)) room.features = b_.keys({"projector"});
      if (chance(3)) room.closed.push_back(b_.window("2026-06-01 11:00", "2026-06-01 12:00"));
    }
    auto& item = b_.g.equipment.emplace_back();
    item.id = b_.key("board");
    item.count = 1 + below(2);
  }

  /// A van that must rest after every ride.
  void drive(engine::Travel& ride) {
    auto& van = b_.g.vehicles.emplace_back();
    van.id = b_.key("van");
    van.seats = b_.at(2);
    van.max_drive = 20;
    ride.vehicles = b_.keys({"van"});
  }

  void people() {
    for (int i = 0; i < kPeople; ++i) {
      auto& person = b_.person("p" + std::to_string(i));
      person.profile = i % 3 == 0 ? "elected" : "resident";
      person.organisation = i % 2 == 0 ? "town" : "village";
      if (i % 4 == 0) person.tags = {"guide"};
      if (i % 5 == 1) person.site = b_.key("north");
      if (i % 5 < 2) person.end_site = b_.key("south");
      if (chance(4)) person.available.push_back(b_.window("2026-06-01 10:00", "2026-06-01 16:00"));
    }
  }

  std::vector<engine::Role> team() {
    std::vector<engine::Role> roles;
    if (chance(2)) roles.push_back(b_.role("speaker", {any_person()}));
    if (chance(2)) roles.push_back(b_.open_role("scribe", 1 + below(2), among("tag:guide")));
    return roles;
  }

  void session(int i) {
    auto& s = b_.session("s" + std::to_string(i), 15 * (1 + below(5)));
    std::vector<std::string> audience;
    for (int k = 0; k < kPeople; ++k)
      if (chance(4)) audience.push_back("p" + std::to_string(k));
    if (!audience.empty()) s.audience = b_.who(audience);
    s.team = team();
    if (chance(3)) s.setup = 10;
    if (chance(3)) s.teardown = 5;
    if (chance(3)) s.needs = b_.keys({"projector"});
    if (chance(2)) {
      s.rooms = {b_.in("room0"), b_.in("room1"), b_.in("room2")};
      if (chance(2))
        s.rooms[0].windows.push_back(b_.window("2026-06-01 09:00", "2026-06-01 12:00"));
    }
    if (chance(3)) s.equipment.push_back({.equipment = b_.key("board"), .count = 1});
    if (chance(5)) s.timing.start = b_.at(b_.when("2026-06-01 10:00"));
    if (i > 0 && chance(3))
      s.timing.after.push_back(b_.after("s" + std::to_string(below(i)), 10 * below(3)));
    if (i > 0 && chance(5)) s.timing.same_start = b_.keys({"s" + std::to_string(below(i))});
    if (i > 0 && chance(5))
      s.timing.not_with = b_.not_with({"s" + std::to_string(below(i))}, i % 2 * 20);
    if (chance(4)) s.format = b_.at(std::string(chance(2) ? "meal" : "break"));
    if (i == 4) s.format = b_.at(std::string("travel"));
    if (chance(2)) s.tags = b_.keys({chance(2) ? "commons" : "energy", "care"});
    if (chance(2)) s.timing.preferred = {b_.window("10:00", "11:30"), b_.window("14:00", "16:00")};
    s.optional = chance(5);
    s.priority = 1 + below(3);
  }

  void rotation(int i) {
    const Pattern patterns[] = {
        Pattern::Split, Pattern::Carousel, Pattern::Remix, Pattern::Choice, Pattern::Free};
    const Pattern pattern = patterns[below(5)];
    auto& r = b_.rotation(
        "r" + std::to_string(i), pattern, pattern == Pattern::Split ? 1 : 2 + below(2), 20);
    r.changeover = 5 * below(3);
    r.contiguous = !chance(3);
    r.plain_tables = pattern == Pattern::Remix && chance(2);
    r.revisit = r.plain_tables;
    r.participants = among("profile:resident");
    const std::string hall = any_room();
    for (int s = 0; s < 3; ++s) {
      auto& station = b_.station(r, "t" + std::to_string(s), chance(2) ? 2 : 0, chance(2) ? 4 : 0);
      if (r.plain_tables)
        station.rooms = {b_.in(hall)};
      else if (chance(2))
        station.rooms = {b_.in(any_room())};
      if (!r.plain_tables && chance(3))
        station.team.push_back(b_.open_role("host", 1, among("profile:elected")));
      if (pattern == Pattern::Choice && chance(3)) station.runs = b_.at(2);
    }
    if (chance(2)) r.mix = b_.keys({"profile", "organisation"});
    if (chance(2)) r.apart.push_back(b_.keys({"p1", "p2"}));
    if (chance(2)) r.together.push_back(b_.keys({"p4", "p5"}));
    if (pattern == Pattern::Choice)
      for (const char* person : {"p1", "p2", "p4"}) {
        b_.wish(person, r.id.value, "t" + std::to_string(below(2)), 1);
        b_.wish(person, r.id.value, "t2", 2);
      }
  }

  /// Some rules are turned soft, so that both levels are held to their oracles.
  void rules() {
    using Level = engine::RuleSetting::Level;
    b_.rule("day-bounds", Level::Weight, 2);
    if (chance(2)) b_.rule("room-capacity", Level::Weight, 3);
    if (chance(2)) b_.rule("repeat-meeting", Level::Hard);
    if (chance(3)) b_.rule("travel-time", Level::Weight, 1);
    b_.rule("long-run", Level::Weight, 1 + below(2));
    b_.rule("last-slot", Level::Weight, 1);
    b_.rule("lone-session", Level::Weight, 1);
    b_.g.rule_parameters["long_run"] = 1 + below(3);
  }

  static constexpr int kPeople = 12;
  static constexpr int kRooms = 5;
  GatheringBuilder b_;
  std::mt19937_64 rng_;
};

}  // namespace

engine::Gathering random_gathering(std::uint64_t seed) {
  return Draw(seed).gathering();
}

}  // namespace support
