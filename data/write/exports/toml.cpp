#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "data/read/encoding.h"
#include "data/write/exports/formats.h"
#include "data/write/exports/toml_tables.h"
#include "data/write/toml_blocks.h"
#include "data/write/toml_edit.h"
#include "data/write/toml_rows.h"
#include "engine/model/failure.h"

namespace data {
namespace {

using engine::Gathering;
using engine::Setting;

constexpr engine::Words kCannotSet{
    "«\u202f{0}\u202f» ne peut pas être changé dans ce fichier (écrit dans une "
    "liste\u202f?)\u202f; "
    "écrivez cette partie sous un titre à elle, comme [[poll]]",
    "\"{0}\" cannot be changed in this file (written inside a list?); write this part under a "
    "heading of its own, such as [[poll]]"};

std::string block_of(const char* table, const engine::Rotation& rotation) {
  auto text = toml_block(table, toml_row(rotation));
  if (!rotation.plain_tables)
    for (const auto& station : rotation.stations)
      text += "\n" + toml_block("rotation.station", toml_row(station));
  return text;
}

template <class Row>
std::string block_of(const char* table, const Row& row) {
  return toml_block(table, toml_row(row));
}

std::string value_of(const TomlRow& row, std::string_view key) {
  for (const auto& one : row)
    if (one.key == key) return one.value;
  return {};
}

/// The keys in which two states of a row differ.
template <class Row>
std::vector<Setting> differences(const char* table,
                                 const std::string& id,
                                 const Row& before,
                                 const Row& after) {
  std::vector<Setting> list;
  const auto was = toml_row(before);
  const auto is = toml_row(after);
  for (const auto& [key, value] : was)
    // "rooms" takes the place of "room", and the other way round.
    if (value_of(is, key).empty() && value_of(is, key + "s").empty() &&
        (!key.ends_with("s") || value_of(is, key.substr(0, key.size() - 1)).empty()))
      list.push_back({table, id, key, {}});
  for (const auto& [key, value] : is)
    if (value_of(was, key) != value) list.push_back({table, id, key, value});
  return list;
}

std::vector<Setting> differences(const char* table,
                                 const std::string& id,
                                 const engine::Rotation& before,
                                 const engine::Rotation& after) {
  auto list = differences<engine::Rotation>(table, id, before, after);
  if (before.plain_tables) return list;
  for (std::size_t i = 0; i < before.stations.size(); ++i) {
    const auto& station = before.stations[i];
    const auto more =
        differences("rotation.station", id + "/" + station.id.value, station, after.stations[i]);
    list.insert(list.end(), more.begin(), more.end());
  }
  return list;
}

/// Changes the text of a gathering's file to what another state of the gathering would say. Rows
/// keep their text but for the keys that change, where they are written so that it can be done.
class Rewriter {
 public:
  Rewriter(const Gathering& was, const Gathering& is, std::string text)
      : was_(was), is_(is), text_(std::move(text)) {}

  void set(Setting setting) {
    if (!with_setting(text_, setting)) throw engine::Failure(say(kCannotSet, setting.id));
    settings_.push_back(std::move(setting));
  }

  [[nodiscard]] std::string write() {
    if (is_.grid.value != was_.grid.value)
      set({"gathering", "", "grid", std::to_string(is_.grid.value)});
    rows("room", was_.rooms, is_.rooms);
    rows("person", was_.people, is_.people);
    rows("session", was_.sessions, is_.sessions);
    rows("rotation", was_.rotations, is_.rotations);
    auto text = with_rows_anew(text_, places_);
    for (const auto& setting : settings_)
      if (auto changed = with_setting(text, setting)) text = std::move(*changed);
    return text;
  }

  /// A poll that is over goes; its answers are in a table of the name given.
  void poll(const engine::Poll& poll, const std::string& table) {
    const auto& session = poll.session.value;
    const bool stays = std::any_of(is_.polls.begin(), is_.polls.end(), [&](const auto& other) {
      return other.session.value == session;
    });
    set({"poll", session, "session", toml_text(session)});
    if (!stays) places_.push_back({"poll", poll.where.line, {}, true});
    if (stays && !table.empty()) set({"poll", session, "answers", toml_text(table)});
  }

 private:
  template <class Row>
  void rows(const char* table, const std::vector<Row>& was, const std::vector<Row>& is) {
    for (const auto& before : was) {
      if (before.id.where.file != 0) continue;
      const auto after = std::find_if(
          is.begin(), is.end(), [&](const Row& row) { return row.id.value == before.id.value; });
      const bool stays = after != is.end();
      places_.push_back({.table = table,
                         .line = before.id.where.line,
                         .text = stays ? block_of(table, *after) : "",
                         .anew = !stays || !edited(table, before, *after)});
    }
  }

  template <class Row>
  bool edited(const char* table, const Row& before, const Row& after) {
    const auto changes = differences(table, before.id.value, before, after);
    if (changes.empty()) return true;
    // A room that is not found would be added.
    const bool found = with_setting(text_, {table, before.id.value, "?", {}}).has_value();
    const bool possible =
        found && std::all_of(changes.begin(), changes.end(), [&](const Setting& change) {
          return with_setting(text_, change).has_value();
        });
    if (possible) settings_.insert(settings_.end(), changes.begin(), changes.end());
    return possible;
  }

  const Gathering& was_;
  const Gathering& is_;
  std::string text_;
  std::vector<TomlPlace> places_;
  std::vector<Setting> settings_;
};

}  // namespace

std::string toml_export(const ExportSource& source) {
  const auto& version = source.last();
  const auto& reading = *version.reading;
  const auto now = pinned(version.gathering, version.plan, version.in_force);
  Rewriter rewriter(version.gathering, now, decode(reading.sources.front().bytes).text);
  const auto names = toml_table_names(source);
  for (const auto& [key, path] : reading.tables)
    rewriter.set({"gathering", "", key, toml_text(names.at(path))});
  for (std::size_t i = 0; i < reading.gathering.polls.size(); ++i) {
    const auto& path = reading.poll_tables[i];
    rewriter.poll(reading.gathering.polls[i], path.empty() ? "" : names.at(path));
  }
  const auto note =
      engine::say({"# {0} Le programme de la version {1}\u00a0: débuts et salles sont fixés.\n",
                   "# {0} The plan of version {1}: starts and rooms are set.\n"},
                  kTomlExportMark,
                  version.plan.version)
          .in(source.language);
  return note + rewriter.write();
}

}  // namespace data
