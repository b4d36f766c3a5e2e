#include "sheets/programme/programme.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "engine/formats/formats.h"
#include "engine/model/words.h"
#include "engine/plan/trip_words.h"
#include "sheets/lookup/directory.h"
#include "sheets/programme/programme_rotation.h"

namespace sheets {
namespace {

using engine::Day;
using engine::Gathering;
using engine::Minute;
using engine::Plan;
using engine::say;

/// One item with the numbers it is sorted and grouped by.
struct Entry {
  Minute start = 0;
  Minute end = 0;
  std::vector<std::string> rooms;
  ProgrammeItem item;
};

class Builder {
 public:
  Builder(const Gathering& gathering, const PrintOptions& options)
      : gathering_(gathering), options_(options), directory_(gathering) {}

  [[nodiscard]] Programme programme(const Plan& plan) const {
    std::map<Day, std::vector<Entry>> days;
    for (const auto& session : plan.sessions)
      days[engine::day_of(session.start)].push_back(entry(session));
    for (const auto& rotation : plan.rotations)
      for (auto& run : entries(rotation)) days[engine::day_of(run.start)].push_back(std::move(run));
    Programme programme{gathering_.name, !plan.feasible, span(days), {}};
    for (auto& [date, list] : days) programme.days.push_back(day(date, std::move(list)));
    return programme;
  }

 private:
  [[nodiscard]] std::string span(const std::map<Day, std::vector<Entry>>& days) const {
    if (days.size() < 2) return {};
    return say({"Du {0}\nau {1}", "{0}\nto {1}"},
               engine::long_date(days.begin()->first),
               engine::long_date(days.rbegin()->first))
        .in(options_.language);
  }

  [[nodiscard]] Entry entry(const engine::PlannedSession& planned) const {
    Entry entry{planned.start, planned.end, {}, {}};
    if (!planned.room.empty()) entry.rooms.push_back(planned.room);
    auto& item = entry.item;
    const auto* session = directory_.session(planned.id);
    item.title = session == nullptr ? planned.id : session->title;
    item.room = directory_.room_name(planned.room);
    if (session != nullptr) {
      const auto* format = engine::find_format(session->format.value);
      item.light = format != nullptr && format->layout == engine::SheetLayout::Pause;
      item.phases = phases(*session, planned);
      item.note = note(session->audience);
    }
    if (!item.light) item.team = credits_of(directory_, planned.team, options_);
    return entry;
  }

  [[nodiscard]] std::vector<Entry> entries(const engine::PlannedRotation& planned) const {
    std::vector<Entry> list;
    const auto* rotation = directory_.rotation(planned.id);
    if (rotation == nullptr) return list;
    for (const auto& run : runs_of(*rotation, planned)) {
      Entry entry{run.rounds.front()->start, run.rounds.back()->end, rooms_of(run), {}};
      entry.item = rotation_item(directory_, *rotation, run, options_);
      entry.item.note = note(rotation->participants);
      list.push_back(std::move(entry));
    }
    return list;
  }

  /// Empty when their minutes do not fit the session: a wrong clock time is worse than none.
  [[nodiscard]] std::vector<PhaseLine> phases(const engine::Session& session,
                                              const engine::PlannedSession& planned) const {
    std::vector<PhaseLine> lines;
    Minute clock = planned.start;
    for (const auto& phase : session.phases) {
      lines.push_back({engine::clock_text(clock), phase.title});
      clock += phase.minutes;
    }
    return clock > planned.end ? std::vector<PhaseLine>{} : lines;
  }

  [[nodiscard]] std::string note(const engine::Who& who) const {
    if (who.kind != engine::Who::Kind::Registered) return {};
    return say({"sur inscription", "by registration"}).in(options_.language);
  }

  [[nodiscard]] ProgrammeDay day(Day date, std::vector<Entry> entries) const {
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
      return std::pair(a.start, a.item.light) < std::pair(b.start, b.item.light);
    });
    ProgrammeDay day;
    const auto language = options_.language;
    day.key = engine::iso_date(date);
    day.date = date_title(date, language);
    Minute end = 0;
    for (const auto& entry : entries) end = std::max(end, entry.end);
    day.hours = say({"de {0} à {1}", "{0} to {1}"},
                    engine::spoken_time(entries.front().start, language),
                    engine::spoken_time(end, language))
                    .in(language);
    const auto sites = sites_of(entries);
    for (const auto* site : sites) day.places.push_back({site->name, site->address});
    day.access = access(sites);
    for (auto& entry : entries) add(day, std::move(entry), sites.size() > 1);
    return day;
  }

  void add(ProgrammeDay& day, Entry entry, bool name_site) const {
    auto& item = entry.item;
    item.start = engine::clock_text(entry.start);
    item.end = engine::clock_text(entry.end);
    item.length = engine::spoken_length(entry.end - entry.start, options_.language);
    if (name_site && !entry.rooms.empty()) item.site = one_site(entry.rooms);
    if (day.slots.empty() || day.slots.back().start != item.start)
      day.slots.push_back({item.start, {}});
    day.slots.back().items.push_back(std::move(item));
  }

  /// Empty when the rooms stand on several sites.
  [[nodiscard]] std::string one_site(const std::vector<std::string>& rooms) const {
    if (rooms.size() == 1) return directory_.site_to_tell(rooms.front());
    const auto first = directory_.site_of_room(rooms.front());
    const bool same = std::all_of(rooms.begin(), rooms.end(), [&](const auto& room) {
      return directory_.site_of_room(room) == first;
    });
    return same ? first : std::string();
  }

  /// In the gathering's order; the only site of a gathering also when no room is named.
  [[nodiscard]] std::vector<const engine::Site*> sites_of(const std::vector<Entry>& entries) const {
    std::set<std::string> used;
    for (const auto& entry : entries)
      for (const auto& key : entry.rooms)
        if (const auto* room = directory_.room(key)) used.insert(room->site.value);
    std::vector<const engine::Site*> sites;
    for (const auto& site : gathering_.sites)
      if (gathering_.sites.size() == 1 || used.count(site.id.value) > 0) sites.push_back(&site);
    return sites;
  }

  [[nodiscard]] std::vector<std::string> access(
      const std::vector<const engine::Site*>& sites) const {
    const auto here = [&](const engine::Key& key) {
      const auto at = std::find_if(sites.begin(), sites.end(), [&](const auto* site) {
        return site->id.value == key.value;
      });
      return at == sites.end() ? nullptr : *at;
    };
    std::vector<std::string> lines;
    for (const auto& travel : gathering_.travels) {
      const auto* from = here(travel.from);
      const auto* to = here(travel.to);
      if (from == nullptr || to == nullptr) continue;
      lines.push_back(say({"{0} {1} {2}\u00a0: {3}{4}", "{0} {1} {2}: {3}{4}"},
                          from->name,
                          travel.both_ways ? "↔" : "→",
                          to->name,
                          engine::spoken_length(travel.minutes, options_.language),
                          mode(travel))
                          .in(options_.language));
    }
    return lines;
  }

  [[nodiscard]] std::string mode(const engine::Travel& travel) const {
    engine::Text text;
    if (!travel.mode.empty()) text = say({" {0}", " {0}"}, engine::mode_words(travel.mode));
    if (!travel.every) return text.in(options_.language);
    return say({"{0}, un départ toutes les {1}\u00a0min", "{0}, every {1}\u00a0min"},
               text,
               *travel.every)
        .in(options_.language);
  }

  const Gathering& gathering_;
  const PrintOptions& options_;
  Directory directory_;
};

}  // namespace

Programme programme_of(const Gathering& gathering, const Plan& plan, const PrintOptions& options) {
  return Builder(gathering, options).programme(plan);
}

}  // namespace sheets
