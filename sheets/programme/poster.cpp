#include "sheets/programme/poster.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "engine/model/words.h"
#include "sheets/lookup/credits.h"
#include "sheets/lookup/uses.h"
#include "sheets/programme/programme.h"
#include "sheets/programme/programme_rotation.h"

namespace sheets {
namespace {

constexpr std::size_t kMostNames = 8;  // of one role

/// An item and what its track is told by: a room, or itself.
struct Entry {
  PosterItem item;
  std::size_t room_order = 0;
  std::string track;
};

class Poster {
 public:
  Poster(const engine::Gathering& gathering, const engine::Plan& plan, const PrintOptions& options)
      : gathering_(gathering), plan_(plan), options_(options), directory_(gathering) {}

  [[nodiscard]] std::vector<PosterDay> days() const {
    const auto programme = programme_of(gathering_, plan_, options_);
    std::set<std::string> travelled;  // days of several sites
    for (const auto& known : programme.days)
      if (known.places.size() > 1) travelled.insert(known.key);
    std::map<engine::Day, std::vector<Entry>> entries;
    for (const auto& session : plan_.sessions) {
      const auto day = engine::day_of(session.start);
      entries[day].push_back(entry(session, travelled.count(engine::iso_date(day)) > 0));
    }
    for (const auto& planned : plan_.rotations)
      if (const auto* rotation = directory_.rotation(planned.id))
        for (const auto& run : runs_of(*rotation, planned))
          entries[engine::day_of(run.rounds.front()->start)].push_back(entry(*rotation, run));
    std::vector<PosterDay> days;
    for (const auto& known : programme.days) {
      PosterDay day{known.key, known.date, known.hours, {}, {}};
      for (const auto& place : known.places)
        day.places.push_back(place.address.empty() ? place.name
                                                   : place.name + ", " + place.address);
      day.bands = bands(std::move(entries[*engine::parse_date(known.key)]));
      days.push_back(std::move(day));
    }
    return days;
  }

 private:
  /// `name_site`: where the day's head does not say it.
  [[nodiscard]] Entry entry(const engine::PlannedSession& planned, bool name_site) const {
    Entry entry;
    entry.track = planned.room.empty() ? " " + planned.id : planned.room;
    entry.room_order = order_of(planned.room);
    auto& item = entry.item;
    const auto* session = directory_.session(planned.id);
    item.title = session == nullptr ? planned.id : session->title;
    const auto* format = session == nullptr ? nullptr : engine::find_format(session->format.value);
    item.light = format != nullptr && format->layout == engine::SheetLayout::Pause;
    if (!planned.room.empty())
      item.place = name_site ? directory_.place(planned.room) : directory_.room_name(planned.room);
    if (!item.light)
      for (const auto& credit : credits_of(directory_, planned.team, options_))
        item.team.push_back(line(credit));
    set_hours(item, planned.start, planned.end);
    return entry;
  }

  [[nodiscard]] Entry entry(const engine::Rotation& rotation, const RoundRun& run) const {
    const auto rooms = rooms_of(run);
    Entry entry;
    entry.track = rooms.size() == 1 ? rooms.front() : " " + rotation.id.value;
    entry.room_order = rooms.empty() ? gathering_.rooms.size() : order_of(rooms.front());
    auto& item = entry.item;
    item.title = rotation.title;
    for (const auto& room : rooms)
      item.place += (item.place.empty() ? "" : ", ") + directory_.room_name(room);
    const auto block = rotation_item(directory_, rotation, run, options_);
    if (block.rotation) item.team.push_back(block.rotation->how);
    set_hours(item, run.rounds.front()->start, run.rounds.back()->end);
    return entry;
  }

  /// A crowd of names is for the programme.
  [[nodiscard]] std::string line(Credit credit) const {
    const auto count = credit.holders.size();
    if (count <= kMostNames + 1) return credit_line(credit, options_.language);
    credit.holders.resize(kMostNames);
    return credit_line(credit, options_.language) +
           engine::say({" et {0}\u00a0{0:autre|autres}", " and {0}\u00a0more"}, count - kMostNames)
               .in(options_.language);
  }

  static void set_hours(PosterItem& item, engine::Minute start, engine::Minute end) {
    item.start = start;
    item.end = end;
    item.hours = engine::clock_text(start) + "–" + engine::clock_text(end);
  }

  [[nodiscard]] std::size_t order_of(const std::string& room) const {
    const auto row = std::find_if(gathering_.rooms.begin(),
                                  gathering_.rooms.end(),
                                  [&](const auto& one) { return one.id.value == room; });
    return static_cast<std::size_t>(row - gathering_.rooms.begin());
  }

  static std::vector<PosterBand> bands(std::vector<Entry> entries) {
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
      return a.item.start < b.item.start;
    });
    std::vector<PosterBand> bands;
    for (auto from = entries.begin(); from != entries.end();) {
      auto end = from->item.end;
      auto to = std::next(from);
      for (; to != entries.end() && to->item.start < end; ++to) end = std::max(end, to->item.end);
      bands.push_back(band({std::make_move_iterator(from), std::make_move_iterator(to)}));
      from = to;
    }
    return bands;
  }

  /// Tracks in the order of the rooms; a shared room that holds two things at once has two.
  static PosterBand band(std::vector<Entry> entries) {
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
      return std::pair(a.room_order, a.track) < std::pair(b.room_order, b.track);
    });
    PosterBand band{0, {}};
    std::vector<engine::Minute> ends;  // of the last item of each track
    std::size_t first = 0;             // track of this room
    const std::string* room = nullptr;
    for (auto& entry : entries) {
      if (room == nullptr || *room != entry.track) first = ends.size();
      room = &entry.track;
      auto track = first;
      while (track < ends.size() && ends[track] > entry.item.start) ++track;
      if (track == ends.size()) ends.push_back(0);
      ends[track] = entry.item.end;
      entry.item.track = track;
      band.items.push_back(std::move(entry.item));
    }
    band.tracks = ends.size();
    std::stable_sort(band.items.begin(), band.items.end(), [](const auto& a, const auto& b) {
      return std::pair(a.start, a.track) < std::pair(b.start, b.track);
    });
    return band;
  }

  const engine::Gathering& gathering_;
  const engine::Plan& plan_;
  const PrintOptions& options_;
  Directory directory_;
};

}  // namespace

std::vector<PosterDay> poster_days_of(const engine::Gathering& gathering,
                                      const engine::Plan& plan,
                                      const PrintOptions& options) {
  return Poster(gathering, plan, options).days();
}

}  // namespace sheets
