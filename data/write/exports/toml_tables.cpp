#include "data/write/exports/toml_tables.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "data/read/csv.h"
#include "data/read/encoding.h"
#include "data/read/people_table.h"
#include "data/write/csv_table.h"

namespace data {
namespace {

using engine::Gathering;

std::string text_of(const engine::When& when) {
  const auto clock = engine::clock_text(when.clock);
  return when.day ? engine::iso_date(*when.day) + " " + clock : clock;
}

std::string cell_of(const std::vector<engine::Window>& windows) {
  std::string cell;
  for (const auto& window : windows)
    cell += (cell.empty() ? "" : "|") + text_of(window.from) + "/" + text_of(window.to);
  return cell;
}

std::size_t hours_column(CsvTable& table, engine::Language language) {
  for (std::size_t i = 0; i < table.headings().size(); ++i)
    if (people_column(table.headings()[i]) == people_columns::Available) return i;
  return table.add_column(language == engine::Language::Fr ? "disponible" : "available");
}

/// People of the table whose hours changed.
void put_hours(CsvTable& table, std::uint16_t file, const Gathering& was, const Gathering& is) {
  for (std::size_t i = 0; i < was.people.size(); ++i) {
    const auto& where = was.people[i].id.where;
    const auto before = cell_of(was.people[i].available);
    const auto after = cell_of(is.people[i].available);
    if (where.file != file || before == after) continue;
    if (const auto row = table.row_at(where.line))
      table.set(*row, hours_column(table, was.language), after);
  }
}

/// Rows of the table that are no more. `keys_of(row)` is the pair of references that tells them
/// apart; the row stands where the first does.
template <class Row, class KeysOf>
void take_out(CsvTable& table,
              std::uint16_t file,
              const std::vector<Row>& was,
              const std::vector<Row>& is,
              KeysOf keys_of) {
  const auto values = [&](const Row& row) {
    const auto [first, second] = keys_of(row);
    return std::pair(first.value, second.value);
  };
  std::set<std::pair<std::string, std::string>> kept;
  for (const auto& row : is) kept.insert(values(row));
  for (auto row = was.rbegin(); row != was.rend(); ++row) {
    const auto& where = std::get<0>(keys_of(*row)).where;
    if (where.file != file || kept.contains(values(*row))) continue;
    if (const auto at = table.row_at(where.line)) table.remove_row(*at);
  }
}

std::string rewritten(const std::string& key,
                      const SourceFile& source,
                      std::uint16_t file,
                      const Gathering& was,
                      const Gathering& is) {
  CsvTable table(source.bytes);
  const auto before = table.bytes();
  if (key == "people") put_hours(table, file, was, is);
  if (key == "registrations")
    take_out(table, file, was.registrations, is.registrations, [](const auto& row) {
      return std::tie(row.person, row.session);
    });
  if (key == "wishes")
    take_out(table, file, was.wishes, is.wishes, [](const auto& row) {
      return std::tie(row.person, row.rotation);
    });
  auto after = table.bytes();
  return after == before ? source.bytes : after;
}

}  // namespace

std::map<std::string, std::string> toml_table_names(const ExportSource& source) {
  const auto& reading = *source.last().reading;
  std::map<std::string, std::string> names;
  for (const auto& [key, path] : reading.tables) names[path] = source.stem + "-" + key + ".csv";
  for (std::size_t i = 0; i < reading.poll_tables.size(); ++i)
    if (const auto& path = reading.poll_tables[i]; !path.empty())
      names.emplace(path,
                    source.stem + "-" + reading.gathering.polls[i].session.value + "-poll.csv");
  return names;
}

std::vector<SourceFile> toml_tables(const ExportSource& source) {
  const auto& version = source.last();
  const auto& reading = *version.reading;
  const auto now = pinned(version.gathering, version.plan, version.in_force);
  std::vector<SourceFile> tables;
  for (const auto& [path, name] : toml_table_names(source))
    for (std::size_t i = 1; i < reading.sources.size(); ++i) {
      if (reading.sources[i].path != path) continue;
      std::string key;
      for (const auto& [known, its_path] : reading.tables)
        if (its_path == path) key = known;
      tables.push_back(
          {name,
           rewritten(
               key, reading.sources[i], static_cast<std::uint16_t>(i), version.gathering, now)});
    }
  return tables;
}

}  // namespace data
