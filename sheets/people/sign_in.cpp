#include "sheets/people/sign_in.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "engine/model/words.h"
#include "sheets/lookup/directory.h"
#include "sheets/lookup/person_names.h"
#include "sheets/lookup/uses.h"

namespace sheets {
namespace {

using engine::Minute;
using engine::say;

constexpr std::size_t kMostColumns = 5;
constexpr std::size_t kBlank = 5;        // for walk-ins
constexpr std::size_t kBlankAlone = 15;  // where nobody is known to come
constexpr Minute kMorningEnds = 13 * 60;
constexpr Minute kAfternoonEnds = 18 * 60;

int half_of(Minute moment) {
  const auto clock = engine::clock_of(moment);
  return clock < kMorningEnds ? 0 : clock < kAfternoonEnds ? 1 : 2;
}

/// A column before it is put into words: uses that begin together, or rounds with the same people.
struct Column {
  Minute start = 0;
  Minute end = 0;
  const Use* use = nullptr;
  std::map<std::string, std::string> trainers;  ///< role by person
  std::set<std::string> people;
};

class Sheets {
 public:
  Sheets(const engine::Gathering& gathering, const engine::Plan& plan, const PrintOptions& options)
      : gathering_(gathering),
        options_(options),
        directory_(gathering),
        uses_(uses_of(directory_, plan)) {}

  [[nodiscard]] std::vector<SignSheet> all() const {
    // Day, half-day, room; where there is no room, the item.
    std::map<std::tuple<engine::Day, int, std::string>, std::vector<const Use*>> groups;
    for (const auto& use : uses_)
      if (!use.is_pause() && !(use.participants->empty() && use.rotation != nullptr))
        groups[{engine::day_of(use.start),
                half_of(use.start),
                use.room.empty() ? " " + use.item : use.room}]
            .push_back(&use);
    std::vector<SignSheet> sheets;
    for (const auto& [key, uses] : groups) {
      const auto columns = columns_of(uses);
      for (std::size_t from = 0; from < columns.size(); from += kMostColumns)
        sheets.push_back(sheet({columns.begin() + static_cast<std::ptrdiff_t>(from),
                                columns.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                      columns.size(), from + kMostColumns))},
                               from / kMostColumns));
    }
    return sheets;
  }

 private:
  [[nodiscard]] std::vector<Column> columns_of(const std::vector<const Use*>& uses) const {
    std::vector<Column> columns;
    for (const auto* use : uses) {
      const bool together = !columns.empty() && columns.back().use->item == use->item &&
                            columns.back().start == use->start;
      if (!together) {
        merge_last(columns);
        columns.push_back({use->start, use->end, use, {}, {}});
      }
      auto& column = columns.back();
      for (const auto& holders : *use->team)
        for (const auto& person : holders.people) column.trainers.emplace(person, holders.role);
      column.people.insert(use->participants->begin(), use->participants->end());
    }
    merge_last(columns);
    return columns;
  }

  /// Rounds in which the same people sit in the same room are signed for once.
  static void merge_last(std::vector<Column>& columns) {
    if (columns.size() < 2) return;
    const auto& last = columns.back();
    auto& before = columns[columns.size() - 2];
    if (last.use->item != before.use->item || last.people != before.people ||
        last.trainers != before.trainers)
      return;
    before.end = last.end;
    columns.pop_back();
  }

  [[nodiscard]] SignSheet sheet(const std::vector<Column>& columns, std::size_t part) const {
    const auto& use = *columns.front().use;
    const bool one_item = std::all_of(columns.begin(), columns.end(), [&](const Column& column) {
      return column.use->item == use.item;
    });
    const auto room = use.room.empty() ? std::string() : directory_.room_name(use.room);
    SignSheet sheet;
    sheet.room_key = use.room;
    sheet.key = (use.room.empty() ? use.item : use.room) + " " +
                engine::iso_date(engine::day_of(use.start)) + " " +
                std::to_string(half_of(use.start)) + (part > 0 ? std::to_string(part) : "");
    sheet.title = one_item || room.empty() ? use.title : room;
    sheet.place = place(use.room);
    sheet.when = when(use.start);
    if (const auto* row = directory_.room(use.room))
      sheet.seats = seats_counted(row->capacity.value).in(options_.language);
    for (const auto& column : columns)
      sheet.columns.push_back(
          {engine::clock_text(column.start) + "–" + engine::clock_text(column.end),
           column.use->title});
    add_rows(sheet, columns);
    sheet.blank = sheet.people.empty() ? kBlankAlone : kBlank;
    return sheet;
  }

  void add_rows(SignSheet& sheet, const std::vector<Column>& columns) const {
    std::map<std::string, SignRow> trainers;
    std::map<std::string, SignRow> people;
    const auto row = [&](auto& rows, const std::string& person) -> SignRow& {
      auto& made = rows[person];
      made.expected.resize(columns.size());
      made.name = listed_name(person);
      return made;
    };
    for (std::size_t c = 0; c < columns.size(); ++c) {
      for (const auto& [person, role] : columns[c].trainers) {
        auto& made = row(trainers, person);
        made.expected[c] = true;
        if (made.detail.empty()) made.detail = role_title(role, options_.language);
      }
      for (const auto& person : columns[c].people) {
        if (columns[c].trainers.count(person) > 0) continue;
        auto& made = row(people, person);
        made.expected[c] = true;
        if (const auto* known = directory_.person(person)) made.detail = known->organisation;
      }
    }
    put_sorted(sheet.trainers, trainers);
    put_sorted(sheet.people, people);
  }

  void put_sorted(std::vector<SignRow>& list, std::map<std::string, SignRow>& rows) const {
    std::vector<std::string> keys;
    for (const auto& entry : rows) keys.push_back(entry.first);
    sort_by_family(keys, directory_);
    for (const auto& key : keys) list.push_back(std::move(rows[key]));
  }

  /// "Aubry, Jean-Pierre".
  [[nodiscard]] std::string listed_name(const std::string& person) const {
    const auto name = split_name(directory_.person_name(person));
    return name.family.empty() ? name.given : name.family + ", " + name.given;
  }

  [[nodiscard]] std::string place(const std::string& key) const {
    const auto* room = directory_.room(key);
    const auto* site = room == nullptr && gathering_.sites.size() == 1
                           ? &gathering_.sites.front()
                           : directory_.site(room == nullptr ? "" : room->site.value);
    std::string text = key.empty() ? std::string() : directory_.room_name(key);
    for (const auto* more :
         {site == nullptr ? nullptr : &site->name, site == nullptr ? nullptr : &site->address})
      if (more != nullptr && !more->empty() && text.find(*more) == text.npos)
        text += (text.empty() ? "" : ", ") + *more;
    return text;
  }

  [[nodiscard]] std::string when(Minute start) const {
    constexpr engine::Words kHalves[] = {
        {"matin", "morning"}, {"après-midi", "afternoon"}, {"soirée", "evening"}};
    return date_title(engine::day_of(start), options_.language) + ", " +
           std::string(kHalves[half_of(start)].in(options_.language));
  }

  const engine::Gathering& gathering_;
  const PrintOptions& options_;
  Directory directory_;
  std::vector<Use> uses_;
};

/// A sentence per person who has a role in one use while being in another.
void refuse_two_places(const Directory& directory,
                       const std::vector<Use>& uses,
                       std::vector<engine::Text>& refusals) {
  std::map<std::string, std::vector<const Use*>> roles;
  for (const auto& use : uses)
    if (!use.is_pause())
      for (const auto& holders : *use.team)
        for (const auto& person : holders.people) roles[person].push_back(&use);
  for (const auto& [person, own] : roles)
    for (std::size_t i = 1; i < own.size(); ++i) {
      const auto& late = *own[i];
      const auto clash = std::find_if(
          own.begin(), own.begin() + static_cast<std::ptrdiff_t>(i), [&](const Use* early) {
            const bool same = early->item == late.item && early->station == late.station;
            const bool one_table_room = early->item == late.item && early->room == late.room;
            return early->end > late.start && !same && !one_table_room;
          });
      if (clash == own.begin() + static_cast<std::ptrdiff_t>(i)) continue;
      refusals.push_back(
          say({"{0} aurait à animer en deux lieux à la fois\u00a0: «\u202f{1}\u202f» "
               "et «\u202f{2}\u202f», le {3} à {4}",
               "{0} would lead in two places at once: “{1}” and “{2}”, {3} {4}"},
              directory.person_name(person),
              (*clash)->full_title(),
              late.full_title(),
              engine::long_date(engine::day_of(late.start)),
              engine::clock_text(late.start)));
      break;
    }
}

void refuse_full_rooms(const engine::Gathering& gathering,
                       const std::vector<Use>& uses,
                       std::vector<engine::Text>& refusals) {
  std::map<std::string_view, std::vector<const Use*>> by_room;
  for (const auto& use : uses)
    if (!use.is_pause()) by_room[use.room].push_back(&use);
  for (const auto& room : gathering.rooms)
    for (const auto* use : by_room[room.id.value]) {
      std::set<std::string> there;
      for (const auto* other : by_room[room.id.value])
        if (other->start <= use->start && use->start < other->end)
          there.insert(other->participants->begin(), other->participants->end());
      if (there.size() <= static_cast<std::size_t>(std::max(0, room.capacity.value))) continue;
      refusals.push_back(
          say({"{0} {0:personne|personnes} pour {1} {1:place|places}, {2}, «\u202f{3}\u202f» à {4}",
               "{0} {0:person|people} for {1} {1:seat|seats}, {2}, “{3}” at {4}"},
              there.size(),
              room.capacity.value,
              room.name.empty() ? room.id.value : room.name,
              use->full_title(),
              engine::moment_text(use->start)));
      break;
    }
}

}  // namespace

std::vector<SignSheet> sign_in_sheets_of(const engine::Gathering& gathering,
                                         const engine::Plan& plan,
                                         const PrintOptions& options) {
  if (options.no_personal_data) return {};
  return Sheets(gathering, plan, options).all();
}

std::vector<engine::Text> sign_in_refusals(const engine::Gathering& gathering,
                                           const engine::Plan& plan) {
  const Directory directory(gathering);
  const auto uses = uses_of(directory, plan);
  std::vector<engine::Text> refusals;
  refuse_two_places(directory, uses, refusals);
  refuse_full_rooms(gathering, uses, refusals);
  return refusals;
}

}  // namespace sheets
