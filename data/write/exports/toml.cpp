#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "data/read/encoding.h"
#include "data/write/exports/formats.h"
#include "data/write/toml_edit.h"
#include "engine/model/failure.h"

namespace data {
namespace {

using engine::Setting;

constexpr engine::Words kCannotSet{
    "l’endroit de «\u202f{0}\u202f» ne peut pas être écrit dans ce fichier (lignes écrites dans "
    "une liste\u202f?). Écrivez chaque partie sous son propre [[session]] ou [[rotation]]",
    "where \"{0}\" takes place cannot be written into this file (rows written inside a list?). "
    "Write each part under a [[session]] or [[rotation]] of its own"};

/// A basic TOML string.
std::string quoted(const std::string& text) {
  std::string safe = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') safe += '\\';
    safe += c;
  }
  return safe + '"';
}

std::string team_value(const std::vector<engine::RoleHolders>& team) {
  std::vector<std::string> roles;
  for (const auto& holders : team) {
    std::vector<std::string> people;
    for (const auto& id : holders.people) people.push_back(quoted(id));
    roles.push_back(fmt::format("{} = [{}]", quoted(holders.role), fmt::join(people, ", ")));
  }
  return fmt::format("{{ {} }}", fmt::join(roles, ", "));
}

bool has_open_role(const std::vector<engine::Role>& team) {
  return std::any_of(
      team.begin(), team.end(), [](const engine::Role& role) { return role.open.has_value(); });
}

bool is_full(const std::vector<engine::RoleHolders>& team) {
  return std::none_of(
      team.begin(), team.end(), [](const auto& role) { return role.people.empty(); });
}

/// Writes what a plan decided into the text of its gathering file.
class Pinner {
 public:
  Pinner(const ExportSource& source, std::string text)
      : gathering_(source.last().gathering), plan_(source.last().plan), text_(std::move(text)) {}

  [[nodiscard]] std::string write() {
    for (const auto& session : plan_.sessions) pin(session);
    for (const auto& rotation : plan_.rotations) pin(rotation);
    return std::move(text_);
  }

  bool set(const Setting& setting) {
    auto changed = with_setting(text_, setting);
    if (changed) text_ = std::move(*changed);
    return changed.has_value();
  }

 private:
  void require(const Setting& setting) {
    if (!set(setting)) throw engine::Failure(say(kCannotSet, setting.id));
  }

  void pin_start(const char* table,
                 const std::string& id,
                 const engine::Timing& timing,
                 engine::Minute start) {
    const auto value = quoted(engine::moment_text(start));
    if (timing.starts.empty())
      require({table, id, "start", value});
    else
      require({table, id, "starts", "[" + value + "]"});
  }

  void pin_room(const char* table,
                const std::string& id,
                const std::vector<engine::RoomChoice>& choices,
                const std::string& room) {
    const bool given =
        choices.size() == 1 && choices[0].windows.empty() && choices[0].room.value == room;
    if (room.empty() || given) return;
    if (choices.empty())
      require({table, id, "room", quoted(room)});
    else
      require({table, id, "rooms", "[" + quoted(room) + "]"});
  }

  /// A team written in another way than on one line stays open: the planner fills it again.
  void pin_team(const char* table,
                const std::string& id,
                const std::vector<engine::Role>& asked,
                const std::vector<engine::RoleHolders>& team) {
    if (has_open_role(asked) && is_full(team)) (void)set({table, id, "team", team_value(team)});
  }

  void pin(const engine::PlannedSession& planned) {
    for (const auto& session : gathering_.sessions) {
      if (session.id.value != planned.id) continue;
      pin_start("session", planned.id, session.timing, planned.start);
      pin_room("session", planned.id, session.rooms, planned.room);
      pin_team("session", planned.id, session.team, planned.team);
    }
  }

  void pin(const engine::PlannedRotation& planned) {
    for (const auto& rotation : gathering_.rotations) {
      if (rotation.id.value != planned.id || planned.rounds.empty()) continue;
      if (rotation.contiguous)  // else the file has no word for where each round lies
        pin_start("rotation", planned.id, rotation.timing, planned.rounds.front().start);
      if (!rotation.plain_tables) pin_stations(rotation, planned);  // tables have their room
    }
  }

  void pin_stations(const engine::Rotation& rotation, const engine::PlannedRotation& planned) {
    std::map<std::string, const engine::PlannedStation*> first;
    for (const auto& round : planned.rounds)
      for (const auto& station : round.stations) first.emplace(station.id, &station);
    for (const auto& station : rotation.stations) {
      const auto found = first.find(station.id.value);
      if (found == first.end()) continue;
      const auto id = planned.id + "/" + station.id.value;
      pin_room("rotation.station", id, station.rooms, found->second->room);
      if (!rotation.hosts_move) pin_team("rotation.station", id, station.team, found->second->team);
    }
  }

  const engine::Gathering& gathering_;
  const engine::Plan& plan_;
  std::string text_;
};

std::string table_name(const std::string& stem, const std::string& key) {
  return stem + "-" + key + ".csv";
}

}  // namespace

std::string toml_export(const ExportSource& source) {
  const auto& version = source.last();
  Pinner pinner(source, decode(version.sources->front().bytes).text);
  for (const auto& [key, path] : *version.tables)
    (void)pinner.set({"gathering", "", key, quoted(table_name(source.stem, key))});
  const auto note =
      engine::say({"# {0} Le programme de la version {1}\u00a0: débuts et salles sont fixés.\n",
                   "# {0} The plan of version {1}: starts and rooms are set.\n"},
                  kTomlExportMark,
                  version.plan.version)
          .in(source.language);
  return note + pinner.write();
}

std::vector<SourceFile> toml_tables(const ExportSource& source) {
  std::vector<SourceFile> tables;
  for (const auto& [key, path] : *source.last().tables)
    for (const auto& file : *source.last().sources)
      if (file.path == path) tables.push_back({table_name(source.stem, key), file.bytes});
  return tables;
}

}  // namespace data
