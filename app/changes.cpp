#include "app/changes.h"

#include <charconv>
#include <string_view>

#include "app/change_history.h"
#include "app/meant.h"
#include "app/standing_changes.h"
#include "data/read/time_values.h"
#include "engine/model/rows.h"
#include "engine/model/words.h"
#include "engine/plan/sheet_lines.h"

namespace app {
namespace {

using engine::find_row;
using engine::Gathering;
using engine::Minute;
using engine::say;
using engine::Text;
using scheduler::Disruption;
using Kind = Disruption::Kind;

/// The first start and the last end of an item that has its place.
struct Span {
  Minute start = 0;
  Minute end = 0;
};

std::optional<Span> span_of(const engine::Plan& plan, const std::string& id) {
  for (const auto& session : plan.sessions)
    if (session.id == id) return Span{session.start, session.end};
  for (const auto& rotation : plan.rotations)
    if (rotation.id == id && !rotation.rounds.empty())
      return Span{rotation.rounds.front().start, rotation.rounds.back().end};
  return {};
}

/// "a=b" in two; the second is empty without "=".
std::pair<std::string, std::string> parted(const std::string& text, char at) {
  const auto place = text.find(at);
  if (place == text.npos) return {text, {}};
  return {text.substr(0, place), text.substr(place + 1)};
}

class ChangeReader {
 public:
  ChangeReader(const ChangeContext& context, engine::Instant made)
      : context_(context), g_(context.gathering), made_(made) {
    for (const auto& change : context.in_force)
      if (const auto one = still_bears(change, g_)) keep(*one);
  }

  ReadChanges read(const std::vector<TypedChange>& typed) {
    for (const auto& change : typed) {
      const auto kind = change_named(change.option.substr(2));
      if (kind) read(change, *kind);
    }
    return std::move(read_);
  }

 private:
  void keep(const Disruption& one) {
    standing_.add(one);
    read_.disruptions.push_back(one);
  }

  void read(const TypedChange& change, Kind kind) {
    const auto [id, value] = parted(change.value, '=');
    const auto wrong = read_.wrong.size();
    option_ = change.option;
    Disruption one{.kind = kind, .item = id};
    Text text;
    switch (kind) {
      case Kind::PersonOut:
      case Kind::Absent:
        text = person_out(one, value);
        break;
      case Kind::PersonLate:
        text = person_late(one, value);
        break;
      case Kind::Substitute:
        text = substitute(one, value);
        break;
      case Kind::RoomOut:
        text = room_out(one, value);
        break;
      case Kind::SiteOut:
        text = site_out(one, value);
        break;
      case Kind::Arrive:
        text = arrive(one);
        break;
      case Kind::Delay:
        text = delay(one, value);
        break;
      case Kind::Move:
        text = move(one, value);
        break;
      case Kind::Cancel:
      case Kind::Lock:
      case Kind::Unlock:
        text = item_change(one, value);
        break;
    }
    if (read_.wrong.size() > wrong) return;
    keep(one);
    record(one, text);
  }

  void record(const Disruption& one, const Text& text) {
    std::string value = one.other;
    if (one.kind == Kind::PersonLate) value = engine::moment_text(one.time);
    if (one.kind == Kind::Delay) value = std::to_string(one.minutes);
    if (one.kind == Kind::Move)
      value = engine::moment_text(one.time) + (one.other.empty() ? "" : "@" + one.other);
    read_.recorded.push_back({.made = made_,
                              .kind = std::string(name_of(one.kind)),
                              .item = one.item,
                              .value = value,
                              .text = text});
  }

  void wrong(const Text& text) {
    read_.wrong.push_back(say({"{0}\u00a0: {1}", "{0}: {1}"}, option_, text));
  }

  void no_value(const std::string& value) {
    if (!value.empty())
      wrong(say(
          {"seulement un identifiant, sans «\u202f={0}\u202f»", "an id alone, without \"={0}\""},
          value));
  }

  const engine::Person* person(const std::string& id) {
    const auto* found = find_row(g_.people, id);
    if (found == nullptr)
      wrong(say({"personne ne porte l’identifiant «\u202f{0}\u202f».{1}",
                 "nobody has the id \"{0}\".{1}"},
                id,
                maybe(id, known(g_.people))));
    else if (standing_.out.contains(id))
      wrong(say({"{0} est déjà hors du programme (farandole history montre depuis quand)",
                 "{0} is out of the plan already (farandole history shows since when)"},
                found->name));
    else
      return found;
    return nullptr;
  }

  Text person_out(const Disruption& one, const std::string& value) {
    no_value(value);
    const auto* who = person(one.item);
    if (who == nullptr) return {};
    if (one.kind == Kind::Absent) return say({"{0} ne participe pas", "{0} is absent"}, who->name);
    return say({"{0} ne vient pas", "{0} does not come"}, who->name);
  }

  Text person_late(Disruption& one, const std::string& value) {
    const auto* who = person(one.item);
    const auto time = moment_of(g_, option_, value, read_.wrong);
    if (who == nullptr || !time) return {};
    one.time = *time;
    return say(
        {"{0} n’arrive qu’à {1}", "{0} only comes at {1}"}, who->name, engine::spoken_time(*time));
  }

  Text substitute(Disruption& one, const std::string& value) {
    if (value.empty()) {
      wrong({"QUI=REMPLACE est attendu, comme lea=marc", "OUT=IN is expected, such as lea=marc"});
      return {};
    }
    const auto* out = person(one.item);
    const auto* in = person(value);
    if (out != nullptr && out == in)
      wrong({"une personne ne peut pas se remplacer elle-même", "nobody stands in for themselves"});
    if (out == nullptr || in == nullptr) return {};
    if (const auto busy = held_at_once(one.item, value))
      wrong(say({"{0} tient déjà un rôle à ce moment-là\u00a0: {1}, {2}",
                 "{0} holds a role at that time already: {1}, {2}"},
                in->name,
                title_of(busy->item),
                engine::spoken_time(busy->start)));
    one.other = value;
    return say({"{1} remplace {0}", "{1} stands in for {0}"}, out->name, in->name);
  }

  /// The first role of `in` at the time of a role of `out` that has not begun.
  [[nodiscard]] std::optional<engine::SheetLine> held_at_once(const std::string& out,
                                                              const std::string& in) const {
    const auto lines = engine::lines_by_person(context_.plan);
    const auto theirs = lines.find(out);
    const auto own = lines.find(in);
    if (theirs == lines.end() || own == lines.end()) return {};
    for (const auto& role : theirs->second)
      for (const auto& held : own->second)
        if (!role.role.empty() && !held.role.empty() && !context_.clock.begun(role.start) &&
            held.start < role.end && role.start < held.end)
          return held;
    return {};
  }

  [[nodiscard]] std::string title_of(const std::string& id) const {
    const auto* session = find_row(g_.sessions, id);
    if (session != nullptr) return session->title;
    const auto* rotation = find_row(g_.rotations, id);
    return rotation != nullptr ? rotation->title : id;
  }

  Text room_out(const Disruption& one, const std::string& value) {
    no_value(value);
    const auto* room = find_row(g_.rooms, one.item);
    if (room == nullptr) {
      wrong(say({"pas de salle «\u202f{0}\u202f».{1}", "there is no room \"{0}\".{1}"},
                one.item,
                maybe(one.item, known(g_.rooms))));
      return {};
    }
    if (standing_.closed_rooms.contains(one.item))
      wrong(say({"{0}\u00a0: déjà hors d’usage", "{0} is closed already"}, room->name));
    return say({"{0}\u00a0: hors d’usage", "{0} is closed"}, room->name);
  }

  Text site_out(const Disruption& one, const std::string& value) {
    no_value(value);
    const auto* site = find_row(g_.sites, one.item);
    if (site == nullptr) {
      wrong(say({"pas de lieu «\u202f{0}\u202f».{1}", "there is no site \"{0}\".{1}"},
                one.item,
                maybe(one.item, known(g_.sites))));
      return {};
    }
    if (standing_.closed_sites.contains(one.item))
      wrong(say({"{0}\u00a0: déjà hors d’usage", "{0} is closed already"}, site->name));
    return say({"{0}\u00a0: hors d’usage", "{0} is closed"}, site->name);
  }

  Text arrive(const Disruption& one) {
    const auto* who = find_row(g_.people, one.item);
    return say({"{0} vient sans avoir prévenu", "{0} comes unannounced"},
               who == nullptr ? one.item : who->name);
  }

  /// The title of an item that has its place in the plan.
  std::optional<std::string> item(const std::string& id) {
    const auto* session = find_row(g_.sessions, id);
    const auto* rotation = find_row(g_.rotations, id);
    if (session == nullptr && rotation == nullptr) {
      auto items = known(g_.sessions);
      for (const auto& row : known(g_.rotations)) items.push_back(row);
      wrong(say({"pas de séance «\u202f{0}\u202f».{1}", "there is no session \"{0}\".{1}"},
                id,
                maybe(id, items)));
      return {};
    }
    const auto& title = session != nullptr ? session->title : rotation->title;
    if (standing_.cancelled.contains(id))
      wrong(say({"«\u202f{0}\u202f»\u00a0: déjà hors du programme", "\"{0}\" is cancelled already"},
                title));
    else if (!span_of(context_.plan, id))
      wrong(say({"«\u202f{0}\u202f» n’a pas de place dans le programme",
                 "\"{0}\" has no place in the plan"},
                title));
    else
      return title;
    return {};
  }

  bool is_to_come(const std::string& id, const std::string& title) {
    const auto start = span_of(context_.plan, id)->start;
    if (!context_.clock.begun(start)) return true;
    wrong(say({"«\u202f{0}\u202f» a commencé à {1}\u00a0: ce qui a commencé reste",
               "\"{0}\" began at {1}: what has begun stays"},
              title,
              engine::spoken_time(start)));
    return false;
  }

  Text delay(Disruption& one, const std::string& value) {
    const auto title = item(one.item);
    const auto* end = value.data() + value.size();
    const auto [stop, error] = std::from_chars(value.data(), end, one.minutes);
    if (error != std::errc{} || stop != end || one.minutes < 1 ||
        one.minutes > engine::kMinutesPerDay) {
      wrong(say({"un nombre de minutes est attendu après «\u202f{0}=\u202f», pas "
                 "«\u202f{1}\u202f»",
                 "a number of minutes is expected after \"{0}=\", not \"{1}\""},
                one.item,
                value));
      return {};
    }
    if (!title) return {};
    const auto span = *span_of(context_.plan, one.item);
    const auto& now = context_.clock.now;
    if (now && span.end <= *now)
      wrong(say({"«\u202f{0}\u202f» est finie depuis {1}", "\"{0}\" has been over since {1}"},
                *title,
                engine::spoken_time(span.end)));
    const auto length = engine::spoken_length(one.minutes);
    return say({"«\u202f{0}\u202f» a {1} de retard", "\"{0}\" runs {1} late"}, *title, length);
  }

  Text move(Disruption& one, const std::string& value) {
    const auto title = item(one.item);
    const auto [clock, room] = parted(value, '@');
    auto text = clock;
    // A clock time alone is on the day the session is on.
    if (const auto when = data::parse_when(clock); title && when && !when->day)
      text =
          engine::iso_date(engine::day_of(span_of(context_.plan, one.item)->start)) + " " + clock;
    const auto time = moment_of(g_, option_, text, read_.wrong);
    if (value.find('@') != value.npos && find_row(g_.rooms, room) == nullptr)
      wrong(say({"pas de salle «\u202f{0}\u202f».{1}", "there is no room \"{0}\".{1}"},
                room,
                maybe(room, known(g_.rooms))));
    if (!title || !time || !is_to_come(one.item, *title)) return {};
    if (context_.clock.begun(*time))
      wrong(say({"{0} est passé", "{0} is past"}, engine::spoken_time(*time)));
    if (engine::clock_of(*time) % g_.grid.value != 0)
      wrong(say({"{0} n’est pas sur la grille de {1} min", "{0} is off the grid of {1} min"},
                engine::spoken_time(*time),
                g_.grid.value));
    one.time = *time;
    one.other = room;
    if (room.empty())
      return say({"«\u202f{0}\u202f» passe à {1}", "\"{0}\" moves to {1}"},
                 *title,
                 engine::spoken_time(*time));
    const auto* there = find_row(g_.rooms, room);
    return say({"«\u202f{0}\u202f» passe à {1}, {2}", "\"{0}\" moves to {1}, {2}"},
               *title,
               engine::spoken_time(*time),
               there == nullptr ? room : there->name);
  }

  Text item_change(const Disruption& one, const std::string& value) {
    no_value(value);
    const auto title = item(one.item);
    if (!title) return {};
    if (one.kind == Kind::Cancel) {
      (void)is_to_come(one.item, *title);
      return say({"«\u202f{0}\u202f» n’a pas lieu", "\"{0}\" is cancelled"}, *title);
    }
    if (one.kind == Kind::Lock)
      return say({"«\u202f{0}\u202f» ne bouge plus", "\"{0}\" stays where it is"}, *title);
    if (!standing_.locked.contains(one.item))
      wrong(say({"«\u202f{0}\u202f» n’est pas verrouillée", "\"{0}\" is not locked"}, *title));
    return say({"«\u202f{0}\u202f» peut de nouveau bouger", "\"{0}\" may move again"}, *title);
  }

  const ChangeContext& context_;
  const Gathering& g_;
  engine::Instant made_;
  std::string option_;
  Standing standing_;
  ReadChanges read_;
};

}  // namespace

ReadChanges read_changes(const ChangeContext& context,
                         const std::vector<TypedChange>& typed,
                         engine::Instant made) {
  return ChangeReader(context, made).read(typed);
}

}  // namespace app
