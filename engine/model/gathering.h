/// A gathering as people write it (docs/format.md): keys are strings, nothing is resolved yet.
///
/// Read by data/read, checked and turned into a Problem by engine/problem/compile. Rows keep the
/// order of the files, and every id of a compiled problem is a row number of these vectors.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/diagnostic.h"
#include "engine/model/text.h"
#include "engine/model/time.h"

namespace engine {

using Key = At<std::string>;  ///< an id, or the name of one, as written

/// A moment as written: "HH:MM" alone leaves the day open.
struct When {
  std::optional<Day> day;
  Minute clock = 0;  ///< after midnight, 0 to 1440
};

/// FROM and TO as written; without days it holds on every day.
struct Window {
  When from;
  When to;
  Where where;
};

/// WHO of the format: who attends, takes part or may be chosen.
struct Who {
  enum class Kind : std::uint8_t { None, All, Registered, List };
  Kind kind = Kind::None;
  std::vector<Key> list;  ///< person ids, "profile:X", "tag:X", "organisation:X"
  Where where;
};

struct DayHours {
  Day date = 0;
  Minute opens = 0;   ///< after midnight
  Minute closes = 0;  ///< after midnight, greater than opens
  Where where;
};

/// School holidays of the gathering's zone; both days are included.
struct SchoolHolidays {
  Text name;
  Day first = 0;
  Day last = 0;
};

struct Site {
  Key id;
  std::string name;
  std::string address;
  std::optional<double> latitude;   ///< degrees, WGS84
  std::optional<double> longitude;  ///< degrees, WGS84
  std::optional<At<Minute>> opens;  ///< after midnight, every day
  std::optional<At<Minute>> closes;
  bool online = false;  ///< no way from or to it
};

struct Room {
  Key id;
  std::string name;
  Key site;
  At<int> capacity;
  std::vector<Key> features;
  std::vector<Window> closed;
  Minute setup = 0;     ///< between two uses
  bool shared = false;  ///< several sessions at once, together within capacity
};

struct Travel {
  Key from;  ///< a site or a room
  Key to;
  Minute minutes = 0;
  std::string mode;
  std::optional<int> seats;     ///< people per trip; none: no limit
  std::optional<Minute> every;  ///< a trip leaves every so many minutes; none: whenever needed
  bool both_ways = true;
  std::vector<Key> vehicles;  ///< those that make the trips; empty: any number, `seats` each
  Where where;
};

/// What drives people from site to site, with a driver who needs breaks.
struct Vehicle {
  Key id;
  std::string name;
  At<int> seats;                    ///< for passengers, in each
  int count = 1;                    ///< of the same kind
  std::optional<Key> driver;        ///< a person; the trips are on their sheet too
  std::optional<Key> site;          ///< where it stands at first; none: where it is needed first
  std::optional<Minute> max_drive;  ///< on end, without a break; none: as long as it takes
  Minute rest = 45;                 ///< a break
};

struct Equipment {
  Key id;
  std::string name;
  int count = 0;
  std::optional<Key> site;
};

struct Person {
  Key id;
  std::string name;
  std::string organisation;
  std::string profile;
  std::vector<std::string> tags;
  std::string email;
  std::string phone;
  std::vector<std::string> needs;
  std::string diet;
  std::vector<Window> available;  ///< empty: always
  std::optional<Key> site;        ///< where the person starts the day
  std::optional<Key> end_site;    ///< where the person must be at the end of it
};

/// One role of a team: named people, or a number of people to choose; after a change both, where
/// some of the named cannot come.
struct Role {
  Key name;
  std::vector<Key> people;                                    ///< named holders
  std::optional<At<int>> open;                                ///< how many to choose
  Who from{.kind = Who::Kind::All, .list = {}, .where = {}};  ///< among whom
  std::optional<Who> substitutes;  ///< who may stand in when a holder cannot come
  int spare = 0;                   ///< how many of those to choose may be missing, after a change
};

struct RoomChoice {
  Key room;
  std::vector<Window> windows;  ///< when this room may be used for this item; empty: any time
};

struct After {
  Key item;  ///< session or rotation that must end before
  Minute gap = 0;
  std::optional<Minute> max_gap;
  std::optional<int> gap_days;
  std::optional<int> max_gap_days;
  std::optional<int> max_term_days;  ///< as max_gap_days; days of school holidays do not count
};

struct NotWith {
  Key item;        ///< session or rotation that it never overlaps
  Minute gap = 0;  ///< nor comes nearer to than this, before or after
};

struct Published {
  std::optional<At<When>> start;
  std::optional<Key> room;
};

/// When an item may lie: shared by sessions and rotations.
struct Timing {
  std::optional<At<When>> start;
  std::vector<At<When>> starts;  ///< any of these; empty: no such limit
  std::optional<At<Day>> day;
  std::optional<Window> window;   ///< every day, clock only
  std::vector<Window> windows;    ///< it lies inside one of them
  std::vector<Window> preferred;  ///< it lies inside one of them if possible; empty: no wish
  std::vector<After> after;
  std::vector<Key> same_start;
  std::vector<NotWith> not_with;
  Published published;
};

struct Phase {
  std::string title;
  Minute minutes = 0;
  Where where;
  std::string prompt = {};  ///< what the facilitator says or asks; empty: none
};

/// How many of WHO a session brings together, its team included.
struct Quota {
  Who from;
  std::optional<int> min;
  std::optional<int> max;
  Where where;
};

struct EquipmentUse {
  Key equipment;
  int count = 0;
};

struct Session {
  Key id;
  std::string title;
  At<std::string> format;
  At<Minute> minutes;
  std::optional<At<Minute>> min_minutes;
  Minute setup = 0;     ///< before the start; the room is taken, the public is not told
  Minute teardown = 0;  ///< after the end, likewise
  std::vector<Role> team;
  Who audience;
  std::optional<At<int>> seats;   ///< expected heads when more than the audience
  std::vector<RoomChoice> rooms;  ///< `room` gives one; empty: any room that fits
  std::vector<Key> needs;
  std::vector<EquipmentUse> equipment;
  Timing timing;
  bool optional = false;
  int priority = 1;
  std::vector<Key> tags;
  std::vector<Phase> phases;
  std::vector<std::string> excused;  ///< ids of people who do not come, after a change
  std::string goal;  ///< what is to be reached, for its facilitators; empty: not said
  std::vector<Quota> composition;
  std::string milestone;  ///< what is decided there; empty: it is no milestone
  std::string cohort;     ///< sessions of one name are meant for the same people, one after another
};

struct Station {
  Key id;
  std::string title;
  std::vector<Role> team;
  std::vector<RoomChoice> rooms;
  std::vector<Key> needs;
  std::optional<At<int>> min_people;  ///< each round it takes place
  std::optional<At<int>> max_people;
  std::optional<At<int>> runs;  ///< rounds it takes place in; none: all
};

enum class Pattern : std::uint8_t { Split, Carousel, Remix, Choice, Free };

struct RoundTime {
  Minute offset = 0;  ///< after the start of the first round
  Minute minutes = 0;
};

struct Rotation {
  Key id;
  std::string title;
  At<std::string> format;
  At<Pattern> pattern;
  At<int> rounds;
  At<Minute> minutes;     ///< one round
  Minute changeover = 0;  ///< between rounds
  bool contiguous = true;
  Who participants;
  std::vector<Station> stations;  ///< named; for `tables = N` the reader makes N plain ones
  bool plain_tables = false;      ///< stations come from `tables`
  bool revisit = false;           ///< default already applied: true with tables
  bool hosts_move = false;
  std::vector<Key> mix;  ///< attributes: "profile", "organisation", "tag:X"
  std::vector<std::vector<Key>> together;
  std::vector<std::vector<Key>> apart;
  std::vector<Phase> phases;  ///< of one round, as a guide for its hosts; add up to `minutes`
  Timing timing;
  std::vector<std::string> excused;  ///< ids of people who do not come, after a change
  std::vector<RoundTime> held;       ///< each round, after a change; empty: as the keys above say
};

/// A date proposed in a poll, with an hour or without.
struct PollOption {
  Day day = 0;
  std::optional<Minute> clock;  ///< after midnight
  Where where;
};

enum class Answer : std::uint8_t { None, Yes, IfNeedBe, No };

struct PollAnswers {
  Key person;                   ///< an id or a name
  std::vector<Answer> answers;  ///< per option; shorter: no answer to the rest
};

/// Those who may stand in for somebody.
struct Alternates {
  Key person;
  std::vector<Key> alternates;
};

/// A poll on when a session takes place; docs/format.md says how it is counted.
struct Poll {
  Key session;
  std::vector<PollOption> options;
  std::vector<PollAnswers> answers;
  Who required;
  std::vector<Alternates> alternates;
  std::vector<Quota> quorum;
  Where where;
};

struct Registration {
  Key person;
  Key session;
};

struct Wish {
  Key person;
  Key rotation;
  Key station;
  At<int> rank;  ///< 1 is the most wanted
};

struct RuleSetting {
  Key rule;
  enum class Level : std::uint8_t { Hard, Off, Weight } level = Level::Hard;
  std::int64_t weight = 0;  ///< with Level::Weight, 0 or more
};

/// What may be done when a holder of a role cannot come or a place is lost.
enum class RepairMove : std::uint8_t {
  Substitute,  ///< somebody else takes the role
  Fewer,       ///< the others do without, where the format allows it
  Move,        ///< another time or room
  Shorten,     ///< the last rounds of a rotation are left out
  Drop,        ///< the session is left out
};

struct Gathering {
  std::string name;
  Language language = Language::Fr;
  std::string timezone = "Europe/Paris";
  At<Minute> grid{5, {}};
  Minute freeze = 15;
  std::optional<char> school_zone;  ///< 'A', 'B' or 'C'
  std::vector<DayHours> days;       ///< [[day]] rows, or the days of [calendar]; in date order
  std::vector<SchoolHolidays> school_holidays;  ///< around `days`, in date order; none without zone
  std::vector<Site> sites;
  std::vector<Room> rooms;
  std::vector<Travel> travels;
  std::vector<Vehicle> vehicles;
  std::vector<Equipment> equipment;
  std::vector<Person> people;  ///< [[person]] rows, then those of the people table
  std::vector<Session> sessions;
  std::vector<Rotation> rotations;
  std::vector<Poll> polls;
  std::vector<Registration> registrations;
  std::vector<Wish> wishes;
  std::vector<RuleSetting> rules;
  std::map<std::string, int> rule_parameters;  ///< long_run = 2
  /// [replan] order: what to do first after a change (the order of practice by default).
  std::vector<RepairMove> repair_order{RepairMove::Substitute,
                                       RepairMove::Fewer,
                                       RepairMove::Move,
                                       RepairMove::Shorten,
                                       RepairMove::Drop};
  std::vector<std::string> files;  ///< paths as given, [0] is the gathering file
};

/// Whether the days are those of [calendar], not rows of their own.
[[nodiscard]] inline bool has_calendar(const Gathering& gathering) {
  const auto& days = gathering.days;
  return days.size() > 1 && days[0].where == days[1].where;
}

}  // namespace engine
