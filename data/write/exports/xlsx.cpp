#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "data/calendars/zone.h"
#include "data/write/exports/anonymous.h"
#include "data/write/exports/formats.h"
#include "data/write/exports/workbook.h"
#include "engine/model/fold.h"

namespace data {
namespace {

using engine::Words;
using Row = std::vector<SheetCell>;

std::string joined(const std::vector<std::string>& parts, const char* between) {
  return fmt::format("{}", fmt::join(parts, between));
}

class SheetMaker {
 public:
  SheetMaker(const ExportSource& source, const engine::Plan& plan)
      : source_(source),
        gathering_(source.last().gathering),
        plan_(plan),
        programme_(gathering_, plan, source.language, source.names) {}

  [[nodiscard]] std::vector<SheetTable> make() const {
    std::vector<SheetTable> tables{day(), rooms(), people()};
    if (!plan_.rotations.empty()) tables.push_back(rotations());
    return tables;
  }

 private:
  [[nodiscard]] std::string word(const Words& words) const {
    return std::string(words.in(source_.language));
  }

  [[nodiscard]] std::vector<std::string> words(const std::vector<Words>& list) const {
    std::vector<std::string> said;
    for (const auto& one : list) said.push_back(word(one));
    return said;
  }

  [[nodiscard]] std::string team(const Happening& one) const {
    std::vector<std::string> roles;
    for (const auto& role : programme_.team(one))
      roles.push_back(engine::say({"{0}\u00a0: {1}", "{0}: {1}"},
                                  engine::capital(role.role),
                                  joined(role.names, ", "))
                          .in(source_.language));
    return joined(roles, "\n");
  }

  [[nodiscard]] std::string place(const std::string& room) const {
    return room.empty() ? "" : programme_.room(room);
  }

  static double count(const Happening& one) {
    return static_cast<double>(one.participants->size());
  }

  [[nodiscard]] SheetTable day() const {
    SheetTable table{word({"Jour", "Day"}),
                     words({{"Date", "Date"},
                            {"Début", "Start"},
                            {"Fin", "End"},
                            {"Quoi", "What"},
                            {"Poste", "Station"},
                            {"Salle", "Room"},
                            {"Équipe", "Team"},
                            {"Personnes", "People"}}),
                     {},
                     {}};
    for (const auto& one : programme_.happenings())
      table.rows.push_back({DayCell{one.start},
                            TimeCell{one.start},
                            TimeCell{one.end},
                            programme_.round_title(one),
                            one.station_title,
                            place(one.room),
                            team(one),
                            count(one)});
    return table;
  }

  /// One room after the other, each on a page of its own.
  [[nodiscard]] SheetTable rooms() const {
    SheetTable table{word({"Salles", "Rooms"}),
                     words({{"Salle", "Room"},
                            {"Places", "Seats"},
                            {"Date", "Date"},
                            {"Début", "Start"},
                            {"Fin", "End"},
                            {"Quoi", "What"},
                            {"Équipe", "Team"},
                            {"Personnes", "People"}}),
                     {},
                     {}};
    for (const auto& room : gathering_.rooms) {
      const auto first = table.rows.size();
      for (const auto& one : programme_.happenings()) {
        if (one.room != room.id.value) continue;
        table.rows.push_back({programme_.room(one.room),
                              static_cast<double>(room.capacity.value),
                              DayCell{one.start},
                              TimeCell{one.start},
                              TimeCell{one.end},
                              programme_.full_title(one),
                              team(one),
                              count(one)});
      }
      if (first > 0 && table.rows.size() > first) table.new_page_before.push_back(first);
    }
    return table;
  }

  /// Who is where, by name, then time.
  [[nodiscard]] SheetTable people() const {
    SheetTable table{word({"Personnes", "People"}),
                     words({{"Personne", "Person"},
                            {"Date", "Date"},
                            {"Début", "Start"},
                            {"Fin", "End"},
                            {"Quoi", "What"},
                            {"Salle", "Room"},
                            {"Rôle", "Role"}}),
                     {},
                     {}};
    std::map<std::pair<std::string, std::string>, std::vector<Row>> by_name;
    for (const auto& one : programme_.happenings()) {
      std::map<std::string, std::vector<std::string>> there;
      for (const auto& id : *one.participants) there[id];
      for (const auto& role : *one.team)
        for (const auto& id : role.people) there[id].push_back(programme_.role_name(role.role));
      for (const auto& [id, roles] : there)
        by_name[{sorted_as(id), id}].push_back({programme_.person(id),
                                                DayCell{one.start},
                                                TimeCell{one.start},
                                                TimeCell{one.end},
                                                programme_.full_title(one),
                                                place(one.room),
                                                joined(roles, ", ")});
    }
    for (auto& [name, rows] : by_name)
      for (auto& row : rows) table.rows.push_back(std::move(row));
    return table;
  }

  /// Without names the numbers of people order them: person-2 before person-10.
  [[nodiscard]] std::string sorted_as(const std::string& id) const {
    const auto name = engine::fold(programme_.person(id));
    return source_.names ? name : fmt::format("{:06}{}", name.size(), name);
  }

  /// One row per person of a rotation, one column per round.
  [[nodiscard]] SheetTable rotations() const {
    SheetTable table{word({"Rotations", "Rotations"}),
                     words({{"Rotation", "Rotation"}, {"Personne", "Person"}}),
                     {},
                     {}};
    std::size_t rounds = 0;
    for (const auto& rotation : plan_.rotations) rounds = std::max(rounds, rotation.rounds.size());
    for (std::size_t i = 1; i <= rounds; ++i)
      table.headings.push_back(word({"Tour", "Round"}) + " " + std::to_string(i));
    for (const auto& rotation : plan_.rotations) {
      if (!table.rows.empty()) table.new_page_before.push_back(table.rows.size());
      add_paths(rotation.id, rounds, table);
    }
    return table;
  }

  void add_paths(const std::string& rotation, std::size_t rounds, SheetTable& table) const {
    std::map<std::pair<std::string, std::string>, std::vector<std::string>> paths;
    std::string title;
    for (const auto& one : programme_.happenings()) {
      if (one.round < 0 || one.item != rotation) continue;
      title = one.title;
      for (const auto& id : *one.participants) {
        auto& path = paths[{sorted_as(id), id}];
        path.resize(rounds);
        auto& cell = path[static_cast<std::size_t>(one.round)];
        cell = one.station_title;
        const auto room = place(one.room);
        if (!room.empty() && room != cell) cell += " (" + room + ")";
      }
    }
    for (const auto& [name, path] : paths) {
      Row row{title, programme_.person(name.second)};
      row.insert(row.end(), path.begin(), path.end());
      table.rows.push_back(std::move(row));
    }
  }

  const ExportSource& source_;
  const engine::Gathering& gathering_;
  const engine::Plan& plan_;
  Programme programme_;
};

}  // namespace

std::string xlsx_export(const ExportSource& source) {
  const auto& gathering = source.last().gathering;
  const auto& original = source.last().plan;
  const auto plan = source.names ? original : anonymous(gathering, original);
  auto when = iso_at(source.last().made, gathering.timezone).substr(0, 16);
  when[10] = ' ';
  const auto footer =
      engine::say({"version {0}, {1}", "version {0}, {1}"}, plan.version, when).in(source.language);
  // Days are named in the language of the sheet, whatever that of the spreadsheet.
  const bool french = source.language == engine::Language::Fr;
  return workbook({.title = gathering.name,
                   .footer = footer,
                   .day_format = french ? "[$-40C]ddd d mmm yyyy" : "[$-809]ddd d mmm yyyy",
                   .made = source.last().made},
                  SheetMaker(source, plan).make());
}

}  // namespace data
