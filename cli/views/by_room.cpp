#include <map>
#include <span>
#include <string_view>

#include <fmt/format.h>

#include "cli/terminal/table.h"
#include "cli/views/phrases.h"
#include "cli/views/views.h"

namespace cli {
namespace {

/// "Grande salle (Maison des communes), 60 places"
std::string room_title(const Showing& showing, const Screen& screen, const engine::Room& room) {
  auto title = showing.directory.room_name(room.id.value);
  if (showing.gathering.sites.size() > 1)
    title += " (" + showing.directory.site_name(room.site.value) + ")";
  return title + said(screen,
                      {", {0}\u00a0{0:place|places}", ", {0}\u00a0{0:seat|seats}"},
                      room.capacity.value);
}

/// The stations of one round that share the room: one use of it.
std::size_t same_use(const std::vector<const Entry*>& entries, std::size_t first) {
  std::size_t end = first + 1;
  while (end < entries.size() && !entries[end]->station.empty() &&
         entries[end]->time == entries[first]->time && entries[end]->title == entries[first]->title)
    ++end;
  return end;
}

std::string stations_text(const Screen& screen, std::span<const Entry* const> entries) {
  std::size_t people = 0;
  for (const auto* entry : entries) people += entry->participants->size();
  return said(screen,
              {"{0}\u00a0{0:poste|postes}", "{0}\u00a0{0:station|stations}"},
              entries.size()) +
         (people == 0 ? "" : ", " + people_counted(screen, people));
}

void add_entries(Table& table,
                 const Showing& showing,
                 const Screen& screen,
                 const std::vector<const Entry*>& entries) {
  const bool many_days = has_many_days(showing.plan);
  std::optional<engine::Day> day;
  for (std::size_t i = 0; i < entries.size();) {
    const auto& entry = *entries[i];
    if (many_days && day != engine::day_of(entry.time.from)) {
      day = engine::day_of(entry.time.from);
      table.subsection(day_title(screen, *day));
    }
    const auto end = same_use(entries, i);
    if (end - i > 1)
      table.add({{span(entry.time)},
                 {entry.title},
                 {stations_text(screen, std::span(entries).subspan(i, end - i))}});
    else
      table.add({{span(entry.time)}, {full_title(entry)}, {who(showing, screen, entry)}});
    i = end;
  }
}

}  // namespace

void show_by_room(const Showing& showing, const Screen& screen) {
  const auto entries = agenda(showing, screen);
  std::map<std::string_view, std::vector<const Entry*>> by_room;
  for (const auto& entry : entries) by_room[entry.room].push_back(&entry);

  Table table({{said(screen, {"Heure", "Time"})},
               {said(screen, {"Quoi", "What"})},
               {said(screen, {"Qui", "Who"})}});
  std::vector<std::string> empty;
  for (const auto& room : showing.gathering.rooms) {
    const auto found = by_room.find(room.id.value);
    if (found == by_room.end()) {
      empty.push_back(unbroken(showing.directory.room_name(room.id.value)));
      continue;
    }
    table.section(room_title(showing, screen, room));
    add_entries(table, showing, screen, found->second);
  }
  if (by_room.count("") > 0) {
    table.section(said(screen, {"Sans salle", "Without a room"}));
    add_entries(table, showing, screen, by_room[""]);
  }
  if (!table.empty()) {
    screen.out << '\n';
    table.write(screen);
  }
  if (!empty.empty()) {
    screen.out << '\n';
    paragraph(screen,
              said(screen,
                   {"Salles restées libres\u00a0: {0}", "Rooms not used: {0}"},
                   fmt::format("{}", fmt::join(empty, ", "))),
              "  ");
  }
}

}  // namespace cli
