#include <string_view>

#include <fmt/format.h>

#include "data/write/exports/formats.h"
#include "data/write/exports/plain_text.h"
#include "data/write/exports/programme.h"

namespace data {
namespace {

/// A spreadsheet takes a cell that begins so for a formula, and runs it (OWASP, CSV injection): an
/// apostrophe before it makes it text.
bool looks_like_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
}

class Table {
 public:
  /// Excel takes the delimiter from the country: in France it is the semicolon.
  explicit Table(engine::Language language)
      : delimiter_(language == engine::Language::Fr ? ';' : ',') {}

  void add(const std::vector<std::string>& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text_ += delimiter_;
      add_cell(plain_text(row[i]));
    }
    text_ += "\r\n";
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  void add_cell(const std::string& cell) {
    const auto safe = looks_like_formula(cell) ? "'" + cell : cell;
    if (safe.find_first_of(";,\t\"\n") == safe.npos) {
      text_ += safe;
      return;
    }
    text_ += '"';
    for (const char c : safe) text_ += c == '"' ? std::string("\"\"") : std::string(1, c);
    text_ += '"';
  }

  char delimiter_;
  std::string text_ = "\xEF\xBB\xBF";  // without it Excel takes UTF-8 for Windows-1252
};

std::vector<std::string> headings(engine::Language language) {
  const std::vector<engine::Words> words{{"date", "date"},
                                         {"début", "start"},
                                         {"fin", "end"},
                                         {"titre", "title"},
                                         {"tour", "round"},
                                         {"station", "station"},
                                         {"format", "format"},
                                         {"salle", "room"},
                                         {"site", "site"},
                                         {"équipe", "team"},
                                         {"nombre", "people"},
                                         {"personnes", "participants"},
                                         {"id", "id"}};
  std::vector<std::string> row;
  for (const auto& word : words) row.emplace_back(word.in(language));
  return row;
}

std::string team_cell(const Programme& programme, const Happening& one) {
  std::vector<std::string> roles;
  for (const auto& role : programme.team(one))
    roles.push_back(fmt::format("{}: {}", role.role, fmt::join(role.names, ", ")));
  return fmt::format("{}", fmt::join(roles, " | "));
}

std::string participants_cell(const Programme& programme, const Happening& one) {
  if (!programme.names()) return {};
  std::vector<std::string> names;
  for (const auto& id : *one.participants) names.push_back(programme.person(id));
  return fmt::format("{}", fmt::join(names, " | "));
}

}  // namespace

std::string csv_export(const ExportSource& source) {
  const auto& [gathering, plan, made, reading, in_force] = source.last();
  const Programme programme(gathering, plan, source.language, source.names);
  Table table(source.language);
  table.add(headings(source.language));
  for (const auto& one : programme.happenings()) {
    const auto* site = programme.site_of(one.room);
    table.add({engine::iso_date(engine::day_of(one.start)),
               engine::clock_text(one.start),
               engine::clock_text(one.end),
               one.title,
               one.round < 0 ? "" : std::to_string(one.round + 1),
               one.station_title,
               programme.format_name(one.format),
               one.room.empty() ? "" : programme.room(one.room),
               site == nullptr ? "" : Programme::site_name(*site),
               team_cell(programme, one),
               std::to_string(one.participants->size()),
               participants_cell(programme, one),
               one.item});
  }
  return table.take();
}

}  // namespace data
