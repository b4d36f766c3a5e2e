#include "app/notices.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "engine/model/rows.h"
#include "engine/model/words.h"
#include "engine/plan/sheet_lines.h"

namespace app {
namespace {

using engine::Minute;
using engine::Notice;
using engine::say;
using engine::SheetLine;
using engine::SheetLines;
using engine::Text;
using engine::Urgency;
using engine::Words;

constexpr Words kThen{"{0}\u202f; {1}", "{0}; {1}"};
constexpr Words kEmptySheet{"plus rien sur votre feuille à partir de {0}",
                            "nothing left on your sheet from {0}"};
constexpr Words kNothing{"rien ne change sur votre feuille", "nothing on your sheet changes"};
constexpr Words kTurnedAway{"plus de place dans cette séance", "no seat left in this session"};

constexpr Words kGoesOn{
    "«\u202f{0}\u202f», en cours\u00a0: {1} → {2} tout de suite, libre jusqu’à {3}",
    "\"{0}\", going on: {1} → {2} at once, free until {3}"};
constexpr Words kStops{
    "«\u202f{0}\u202f», en cours, {1}\u00a0: aucune salle libre sur place jusqu’à {2}\u202f; "
    "s’arrêter là",
    "\"{0}\", going on, {1}: no room on site is free until {2}; stop there"};

constexpr Words kLastTurn{"«\u202f{0}\u202f»\u00a0: {1} arrive à {2} et passe en dernier",
                          "\"{0}\": {1} comes at {2} and goes last"};

/// What is about to begin: an hour is what a person on site can still act on.
constexpr Minute kSoon = 60;

class Teller {
 public:
  explicit Teller(const RepairSeen& seen)
      : seen_(seen),
        was_(engine::lines_by_person(seen.before)),
        is_(engine::lines_by_person(seen.repaired.plan)) {
    for (const auto& person : seen.repaired.gathering.people)
      names_.emplace(person.id.value, person.name);
    for (const auto& one : seen.repaired.interrupted)
      for (const auto& id : one.people)
        must_leave_.emplace(id, interruption(seen.repaired.gathering, one).text);
    for (const auto& one : seen.repaired.last_turns)
      turns_.push_back(last_turn(seen.repaired.gathering, one));
  }

  std::vector<Notice> tell() {
    const auto& concerned = seen_.repaired.concerned;
    const std::set<std::string> named(concerned.begin(), concerned.end());
    for (const auto& id : concerned) add(id, Urgency::Now, about(id), INT32_MIN);
    for (const auto& one : seen_.diff.people)
      if (!named.contains(one.id)) {
        const auto first = first_change(one.id);
        add(one.id,
            takes_role(one.id) || soon(first) ? Urgency::Now : Urgency::Before,
            sentence(one),
            first);
      }
    for (const auto& [id, text] : must_leave_)
      if (!told_.contains(id)) add(id, Urgency::Now, text, INT32_MIN);
    tell_colleagues(seen_.diff.items, named);
    tell_colleagues(turns_, named);
    tell_hosts(named);
    std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
      return std::pair(a.notice.urgency, a.at) < std::pair(b.notice.urgency, b.at);
    });
    std::vector<Notice> notices;
    for (auto& row : rows_) notices.push_back(std::move(row.notice));
    return notices;
  }

 private:
  struct Row {
    Notice notice;
    Minute at = 0;  ///< of the first line that changes
  };

  void add(const std::string& id, Urgency urgency, Text text, Minute at) {
    const auto name = names_.find(id);
    const auto leaves = must_leave_.find(id);
    if (leaves != must_leave_.end() && text != leaves->second) {
      text = say(kThen, leaves->second, text);
      urgency = Urgency::Now;
      at = INT32_MIN;
    }
    told_.insert(id);
    rows_.push_back({{.person = id,
                      .name = name == names_.end() ? id : name->second,
                      .urgency = urgency,
                      .text = std::move(text)},
                     at});
  }

  [[nodiscard]] Text sentence(const engine::DifferencesOf& one) const {
    std::optional<Text> text;
    std::set<std::string> said;  // whoever takes part and leads is told once
    for (const auto& row : one.rows) {
      const auto& next = as_a_whole(row);
      if (said.insert(next.fr).second) text = text ? say(kThen, *text, next) : next;
    }
    return *text;
  }

  /// A rotation that is gone is one thing less, whatever its rounds were.
  [[nodiscard]] const Text& as_a_whole(const engine::Difference& row) const {
    const bool gone = row.rotation && row.kind == "removed" &&
                      engine::find_row(seen_.repaired.plan.rotations, row.item) == nullptr;
    if (gone)
      for (const auto& item : seen_.diff.items)
        if (item.item == row.item && item.kind == "removed") return item.text;
    return row.text;
  }

  [[nodiscard]] Text about(const std::string& id) const {
    auto text = change_of(id);
    for (const auto& row : turns_)
      if (row.to == id) text = text ? say(kThen, row.text, *text) : row.text;
    return text.value_or(say(kNothing));
  }

  [[nodiscard]] std::optional<Text> change_of(const std::string& id) const {
    if (const auto from = first_change(id); from != INT32_MAX && nothing_after(id, from))
      return say(kEmptySheet, moment(from));
    for (const auto& one : seen_.diff.people)
      if (one.id == id) return sentence(one);
    for (const auto& [person, session] : seen_.repaired.turned_away)
      if (person == id) return say(kTurnedAway);
    return {};
  }

  static const std::vector<SheetLine>& lines(const SheetLines& all, const std::string& id) {
    static const std::vector<SheetLine> none;
    const auto found = all.find(id);
    return found == all.end() ? none : found->second;
  }

  /// When the first line that is not the same begins.
  [[nodiscard]] Minute first_change(const std::string& id) const {
    std::vector<SheetLine> differ;
    const auto& was = lines(was_, id);
    const auto& is = lines(is_, id);
    std::set_symmetric_difference(
        was.begin(), was.end(), is.begin(), is.end(), std::back_inserter(differ));
    return differ.empty() ? INT32_MAX : differ.front().start;
  }

  /// With its day where there are several.
  [[nodiscard]] Text moment(Minute at) const {
    auto clock = engine::spoken_time(at);
    if (seen_.repaired.gathering.days.size() < 2) return clock;
    const auto day = engine::day_of(at);
    const auto date = engine::long_date(day);
    return say({"{0}, {1}", "{0}, {1}"}, date, clock);
  }

  [[nodiscard]] bool nothing_after(const std::string& id, Minute from) const {
    const auto& is = lines(is_, id);
    return std::none_of(
        is.begin(), is.end(), [&](const SheetLine& line) { return line.start >= from; });
  }

  [[nodiscard]] bool soon(Minute start) const {
    return seen_.clock.now && start < *seen_.clock.now + kSoon;
  }

  /// Whoever is asked for something has to agree to it first.
  [[nodiscard]] bool takes_role(const std::string& id) const {
    const auto& was = lines(was_, id);
    const auto held = [&](const SheetLine& line) {
      return std::any_of(was.begin(), was.end(), [&](const SheetLine& old) {
        return old.item == line.item && old.role == line.role;
      });
    };
    const auto& is = lines(is_, id);
    return std::any_of(is.begin(), is.end(), [&](const SheetLine& line) {
      return !line.role.empty() && !held(line);
    });
  }

  /// The rest of a team that has changed: nothing on their sheet does, but they work together.
  void tell_colleagues(const std::vector<engine::Difference>& rows,
                       const std::set<std::string>& named) {
    for (const auto& row : rows) {
      if (row.kind != "team") continue;
      for (const auto& session : seen_.repaired.plan.sessions) {
        if (session.id != row.item || seen_.clock.begun(session.start)) continue;
        for (const auto& holders : session.team)
          for (const auto& id : holders.people)
            if (!named.contains(id) && !told_.contains(id))
              add(id, Urgency::Information, row.text, session.start);
      }
    }
  }

  /// Who comes to their table in the rounds to come is new to them: the next one is told in time.
  void tell_hosts(const std::set<std::string>& named) {
    std::map<std::string, std::pair<Minute, Text>> news;
    for (const auto& group : seen_.diff.groups) {
      const auto* rotation = engine::find_row(seen_.repaired.plan.rotations, group.id);
      for (const auto& row : group.rows) {
        const auto round = static_cast<std::size_t>(std::max(0, row.round));
        if (rotation == nullptr || round >= rotation->rounds.size()) continue;
        const auto& there = rotation->rounds[round];
        const auto* station = engine::find_row(there.stations, row.station);
        if (station == nullptr || seen_.clock.begun(there.start)) continue;
        for (const auto& holders : station->team)
          for (const auto& id : holders.people) {
            const auto [known, first] = news.try_emplace(id, there.start, row.text);
            if (!first) known->second.second = say(kThen, known->second.second, row.text);
          }
      }
    }
    for (const auto& [id, told] : news)
      if (!named.contains(id) && !told_.contains(id))
        add(id, soon(told.first) ? Urgency::Now : Urgency::Before, told.second, told.first);
  }

  const RepairSeen& seen_;
  SheetLines was_;
  SheetLines is_;
  std::map<std::string, std::string> names_;
  std::map<std::string, Text> must_leave_;  ///< a room that is lost, now
  std::vector<engine::Difference> turns_;   ///< of those who come late
  std::set<std::string> told_;
  std::vector<Row> rows_;
};

}  // namespace

std::vector<Notice> notices_of(const RepairSeen& seen) {
  return Teller(seen).tell();
}

engine::Difference interruption(const engine::Gathering& gathering,
                                const scheduler::Interrupted& one) {
  const auto name = [&](const std::string& id) {
    const auto* room = engine::find_row(gathering.rooms, id);
    return room == nullptr || room->name.empty() ? id : room->name;
  };
  const auto* session = engine::find_row(gathering.sessions, one.item);
  const auto* rotation = engine::find_row(gathering.rotations, one.item);
  const auto& title = session != nullptr ? session->title : rotation->title;
  const auto end = engine::spoken_time(one.end);
  return {.kind = one.to.empty() ? "stops" : "goes-on",
          .item = one.item,
          .rotation = rotation != nullptr,
          .from = one.room,
          .to = one.to,
          .text = one.to.empty() ? say(kStops, title, name(one.room), end)
                                 : say(kGoesOn, title, name(one.room), name(one.to), end)};
}

engine::Difference last_turn(const engine::Gathering& gathering, const scheduler::LastTurn& one) {
  const auto& session = *engine::find_row(gathering.sessions, one.session);
  const auto& person = *engine::find_row(gathering.people, one.person);
  return {.kind = "team",
          .item = one.session,
          .from = {},
          .to = one.person,
          .text = say(kLastTurn, session.title, person.name, engine::spoken_time(one.from))};
}

engine::VoidPages void_pages(const engine::PlanDiff& diff) {
  engine::VoidPages pages;
  std::set<std::string> rotations;
  for (const auto& row : diff.items) {
    if (row.kind != "people") pages.programme = true;
    if (row.rotation) rotations.insert(row.item);
  }
  for (const auto& group : diff.groups) rotations.insert(group.id);
  for (const auto& one : diff.people) pages.people.push_back(one.id);
  for (const auto& one : diff.rooms) pages.rooms.push_back(one.id);
  pages.rotations.assign(rotations.begin(), rotations.end());
  return pages;
}

}  // namespace app
