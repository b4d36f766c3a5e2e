#include "data/write/repaired.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "data/read/csv.h"
#include "data/read/encoding.h"
#include "data/read/lists.h"
#include "data/write/toml_edit.h"
#include "data/write/whole_file.h"

namespace data {
namespace {

namespace fs = std::filesystem;
using engine::Setting;

/// UTF-8 as it lies there, anything else turned into it.
std::string editable(const std::string& bytes) {
  auto decoded = decode(bytes);
  if (decoded.encoding == Encoding::Utf8) return bytes;
  return std::move(decoded.text);
}

/// `[["09:00", "12:00"]]` as a table writes it: 09:00/12:00.
std::string windows_cell(const std::string& toml) {
  std::string cell;
  int number = 0;
  for (auto at = toml.find('"'); at != toml.npos; ++number) {
    const auto end = std::min(toml.find('"', at + 1), toml.size());
    cell += number == 0 ? "" : number % 2 == 1 ? "/" : "|";
    cell += toml.substr(at + 1, end - at - 1);
    at = end < toml.size() ? toml.find('"', end + 1) : toml.npos;
  }
  return cell;
}

/// The text of the cell that begins at `where`, whatever the delimiter.
std::optional<std::string> cell_at(std::string_view text, engine::Where where) {
  for (const char delimiter : {',', ';', '\t'}) {
    CsvReader reader(text, delimiter);
    std::vector<CsvCell> row;
    while (reader.next(row))
      for (const auto& cell : row)
        if (cell.line == where.line && cell.column == where.column && !cell.text.empty() &&
            cell.text.find_first_of(",;\t") == cell.text.npos)
          return cell.text;
  }
  return {};
}

/// Where the line `number`, from 1, begins; none when there are fewer.
std::optional<std::size_t> begin_of_line(std::string_view text, std::uint32_t number) {
  std::size_t at = 0;
  for (std::uint32_t line = 1; line < number; ++line) {
    at = text.find('\n', at);
    if (at == text.npos) return {};
    ++at;
  }
  return at;
}

std::optional<std::string> with_cell(const std::string& bytes,
                                     engine::Where where,
                                     const std::string& value) {
  const auto old = cell_at(decode(bytes).text, where);
  const auto line = begin_of_line(bytes, where.line);
  if (!old || !line) return {};
  const auto at = bytes.find(*old, *line);
  if (at == bytes.npos || bytes.substr(*line, at - *line).find('\n') != std::string::npos)
    return {};
  auto changed = bytes;
  return changed.replace(at, old->size(), value);
}

/// The table of registrations without the rows of that person and item; none when there are none,
/// or when one is more than a line.
std::optional<std::string> without_registration(const std::string& bytes,
                                                const std::string& person,
                                                const std::string& item) {
  auto text = editable(bytes);
  engine::Gathering rows;
  engine::Diagnostics ignored;
  read_registrations(decode(text).text, 0, ignored, rows);
  std::erase_if(rows.registrations, [&](const auto& row) {
    return row.person.value != person || row.session.value != item;
  });
  if (rows.registrations.empty()) return {};
  for (auto row = rows.registrations.rbegin(); row != rows.registrations.rend(); ++row) {
    const auto begin = begin_of_line(text, row->person.where.line);
    if (!begin) return {};
    const auto end = std::min(text.find('\n', *begin), text.size() - 1) + 1;
    const auto line = std::string_view(text).substr(*begin, end - *begin);
    const bool whole = line.find(person) != line.npos && line.find(item) != line.npos &&
                       std::count(line.begin(), line.end(), '"') % 2 == 0;
    if (!whole) return {};
    text.erase(*begin, end - *begin);
  }
  return text;
}

/// The table that the first of the registrations stands in.
std::optional<std::size_t> table_of_registrations(const engine::Gathering& gathering,
                                                  const std::vector<SourceFile>& sources) {
  if (gathering.registrations.empty()) return {};
  const std::size_t file = gathering.registrations.front().person.where.file;
  if (file == 0 || file >= sources.size()) return {};
  return file;
}

/// Makes one change; false where it cannot be written.
bool apply(const engine::Gathering& gathering,
           std::vector<SourceFile>& sources,
           const Setting& setting) {
  if (setting.table == "registrations") {
    const auto file = table_of_registrations(gathering, sources);
    if (!file) return false;
    auto changed = without_registration(sources[*file].bytes, setting.id, setting.key);
    if (changed) sources[*file].bytes = std::move(*changed);
    return changed.has_value();
  }
  if (auto text = with_setting(editable(sources.front().bytes), setting)) {
    sources.front().bytes = std::move(*text);
    return true;
  }
  if (setting.table != "person" || setting.key != "available") return false;
  for (const auto& person : gathering.people) {
    if (person.id.value != setting.id || person.available.empty()) continue;
    const auto where = person.available.front().where;
    if (where.file == 0 || where.file >= sources.size()) return false;
    auto& table = sources[where.file].bytes;
    auto changed = with_cell(table, where, windows_cell(setting.value));
    if (!changed) return false;
    table = std::move(*changed);
    return true;
  }
  return false;
}

/// The key of [gathering] that names the table.
std::optional<std::string> key_of(const std::string& text, const std::string& table) {
  for (const std::string key : {"people", "registrations", "wishes"})
    for (const char quote : {'"', '\''}) {
      const auto probe =
          with_setting(text, {"gathering", "", key, fmt::format("{0}{1}{0}", quote, table)});
      if (probe && *probe == text) return key;
    }
  return {};
}

}  // namespace

std::optional<std::vector<SourceFile>> repaired(const engine::Gathering& gathering,
                                                const std::vector<SourceFile>& sources,
                                                const std::vector<Setting>& changes) {
  auto after = sources;
  for (const auto& change : changes)
    if (!apply(gathering, after, change)) return {};
  return after;
}

std::vector<std::string> write_repaired(const std::string& path,
                                        const std::string& folder,
                                        const std::vector<SourceFile>& before,
                                        std::vector<SourceFile> after) {
  const fs::path target(path);
  const auto there = fs::absolute(target).parent_path().lexically_normal();
  const auto here = fs::absolute(folder.empty() ? "." : folder).lexically_normal();
  std::vector<std::string> written{path};
  std::vector<FileToWrite> files;
  auto& text = after.front().bytes;
  for (std::size_t i = 1; i < after.size(); ++i) {
    const auto key = key_of(text, after[i].path);
    auto name = (here / after[i].path).lexically_relative(there).generic_string();
    if (after[i].bytes != before[i].bytes) {
      name = target.stem().string() + "-" + fs::path(after[i].path).filename().string();
      written.push_back((target.parent_path() / name).string());
      files.push_back({written.back(), after[i].bytes});
    }
    if (!key || name == after[i].path) continue;
    if (auto changed = with_setting(text, {"gathering", "", *key, "\"" + name + "\""}))
      text = std::move(*changed);
  }
  files.push_back({path, text});
  write_whole_files(files);
  return written;
}

}  // namespace data
