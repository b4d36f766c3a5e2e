#include "data/write/toml_rows.h"

#include <array>
#include <optional>

#include <fmt/format.h>

namespace data {
namespace {

using engine::Key;
using engine::When;
using engine::Who;
using engine::Window;

template <class Rows, class Write>
std::string list_of(const Rows& rows, Write write) {
  std::string list;
  for (const auto& row : rows) list += (list.empty() ? "" : ", ") + write(row);
  return "[" + list + "]";
}

std::string text_of(const std::string& text) {
  return toml_text(text);
}

std::string text_of(const Key& key) {
  return toml_text(key.value);
}

std::string text_of(const When& when) {
  const auto clock = engine::clock_text(when.clock);
  return toml_text(when.day ? engine::iso_date(*when.day) + " " + clock : clock);
}

std::string text_of(const Window& window) {
  return "[" + text_of(window.from) + ", " + text_of(window.to) + "]";
}

template <class T>
std::string list_text(const std::vector<T>& rows) {
  return list_of(rows, [](const T& row) { return text_of(row); });
}

std::string text_of(const Who& who) {
  switch (who.kind) {
    case Who::Kind::All:
      return toml_text("all");
    case Who::Kind::Registered:
      return toml_text("registered");
    case Who::Kind::List:
      return list_text(who.list);
    case Who::Kind::None:
      break;
  }
  return toml_text("none");
}

/// In quotes where it has letters that a bare key may not have.
std::string key_text(const std::string& key) {
  constexpr const char* kBare = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
  const bool bare = !key.empty() && key.find_first_not_of(kBare) == key.npos;
  return bare ? key : toml_text(key);
}

std::string table_text(const TomlRow& row) {
  std::string inside;
  for (const auto& [key, value] : row)
    inside += fmt::format("{}{} = {}", inside.empty() ? "" : ", ", key, value);
  return "{ " + inside + " }";
}

/// Adds keys to a row; what says nothing is left out.
class Keys {
 public:
  void put(const char* key, std::string value) { row_.push_back({key, std::move(value)}); }
  void text(const char* key, const std::string& value) {
    if (!value.empty()) put(key, toml_text(value));
  }
  void number(const char* key, int value, int usual) {
    if (value != usual) put(key, std::to_string(value));
  }
  void number(const char* key, const std::optional<engine::At<int>>& value) {
    if (value) put(key, std::to_string(value->value));
  }
  void number(const char* key, const std::optional<int>& value) {
    if (value) put(key, std::to_string(*value));
  }
  void truth(const char* key, bool value, bool usual) {
    if (value != usual) put(key, value ? "true" : "false");
  }
  template <class T>
  void list(const char* key, const std::vector<T>& rows) {
    if (!rows.empty()) put(key, list_text(rows));
  }
  template <class Rows, class Write>
  void list(const char* key, const Rows& rows, Write write) {
    if (!rows.empty()) put(key, list_of(rows, write));
  }

  [[nodiscard]] TomlRow row() { return std::move(row_); }

 private:
  TomlRow row_;
};

std::string role_text(const engine::Role& role) {
  if (!role.open && !role.substitutes) return list_text(role.people);
  Keys keys;
  if (role.open) {
    keys.put("count", std::to_string(role.open->value));
    keys.put("from", text_of(role.from));
  } else {
    keys.put("people", list_text(role.people));
  }
  if (role.substitutes) keys.put("substitutes", text_of(*role.substitutes));
  return table_text(keys.row());
}

void put_team(Keys& keys, const std::vector<engine::Role>& team) {
  TomlRow roles;
  for (const auto& role : team) roles.push_back({key_text(role.name.value), role_text(role)});
  if (!roles.empty()) keys.put("team", table_text(roles));
}

void put_rooms(Keys& keys, const std::vector<engine::RoomChoice>& rooms) {
  if (rooms.size() == 1 && rooms.front().windows.empty())
    return keys.put("room", text_of(rooms.front().room));
  keys.list("rooms", rooms, [](const engine::RoomChoice& choice) {
    if (choice.windows.empty()) return text_of(choice.room);
    return table_text({{"room", text_of(choice.room)}, {"windows", list_text(choice.windows)}});
  });
}

std::string after_text(const engine::After& after) {
  Keys keys;
  keys.put("session", text_of(after.item));
  keys.number("gap", after.gap, 0);
  keys.number("max_gap", after.max_gap);
  keys.number("gap_days", after.gap_days);
  keys.number("max_gap_days", after.max_gap_days);
  keys.number("max_term_days", after.max_term_days);
  const auto row = keys.row();
  return row.size() == 1 ? text_of(after.item) : table_text(row);
}

void put_apart(Keys& keys, const std::vector<engine::NotWith>& rows) {
  std::vector<Key> plain;
  std::vector<engine::NotWith> wide;
  for (const auto& row : rows)
    if (row.gap == 0)
      plain.push_back(row.item);
    else
      wide.push_back(row);
  keys.list("not_with", plain);
  keys.list("not_near", wide, [](const engine::NotWith& row) {
    return table_text({{"session", text_of(row.item)}, {"gap", std::to_string(row.gap)}});
  });
}

void put_timing(Keys& keys, const engine::Timing& timing) {
  if (timing.start) keys.put("start", text_of(timing.start->value));
  keys.list("starts", timing.starts, [](const auto& start) { return text_of(start.value); });
  if (timing.day) keys.put("day", engine::iso_date(timing.day->value));
  if (timing.window) keys.put("window", text_of(*timing.window));
  keys.list("windows", timing.windows);
  keys.list("preferred", timing.preferred);
  keys.list("after", timing.after, after_text);
  keys.list("same_start", timing.same_start);
  put_apart(keys, timing.not_with);
  Keys published;
  if (timing.published.start) published.put("start", text_of(timing.published.start->value));
  if (timing.published.room) published.put("room", text_of(*timing.published.room));
  if (const auto row = published.row(); !row.empty()) keys.put("published", table_text(row));
}

void put_phases(Keys& keys, const std::vector<engine::Phase>& phases) {
  keys.list("phases", phases, [](const engine::Phase& phase) {
    Keys one;
    one.text("title", phase.title);
    one.put("minutes", std::to_string(phase.minutes));
    one.text("prompt", phase.prompt);
    return table_text(one.row());
  });
}

std::string quota_text(const engine::Quota& quota) {
  Keys keys;
  keys.put("from", text_of(quota.from));
  keys.number("min", quota.min);
  keys.number("max", quota.max);
  return table_text(keys.row());
}

const char* word_of(engine::Pattern pattern) {
  constexpr std::array<const char*, 5> kWords{"split", "carousel", "remix", "choice", "free"};
  return kWords[static_cast<std::size_t>(pattern)];
}

void put_tables(Keys& keys, const engine::Rotation& rotation) {
  if (!rotation.plain_tables) return;
  keys.put("tables", std::to_string(rotation.stations.size()));
  if (!rotation.stations.empty()) put_rooms(keys, rotation.stations.front().rooms);
}

}  // namespace

std::string toml_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < 0x20)
      out += fmt::format("\\u{:04X}", static_cast<int>(c));
    else
      out += c;
  }
  return out + "\"";
}

TomlRow toml_row(const engine::Room& room) {
  Keys keys;
  keys.put("id", text_of(room.id));
  keys.text("name", room.name);
  keys.put("site", text_of(room.site));
  keys.put("capacity", std::to_string(room.capacity.value));
  keys.list("features", room.features);
  keys.list("closed", room.closed);
  keys.number("setup", room.setup, 0);
  keys.truth("shared", room.shared, false);
  return keys.row();
}

TomlRow toml_row(const engine::Person& person) {
  Keys keys;
  keys.put("id", text_of(person.id));
  keys.put("name", toml_text(person.name.empty() ? person.id.value : person.name));
  keys.text("organisation", person.organisation);
  keys.text("profile", person.profile);
  keys.list("tags", person.tags);
  keys.text("email", person.email);
  keys.text("phone", person.phone);
  keys.list("needs", person.needs);
  keys.text("diet", person.diet);
  keys.list("available", person.available);
  if (person.site) keys.put("site", text_of(*person.site));
  if (person.end_site) keys.put("end_site", text_of(*person.end_site));
  return keys.row();
}

TomlRow toml_row(const engine::Session& session) {
  Keys keys;
  keys.put("id", text_of(session.id));
  keys.put("title", toml_text(session.title));
  keys.put("format", text_of(session.format));
  keys.put("minutes", std::to_string(session.minutes.value));
  keys.number("min_minutes", session.min_minutes);
  keys.number("setup", session.setup, 0);
  keys.number("teardown", session.teardown, 0);
  keys.text("goal", session.goal);
  put_team(keys, session.team);
  if (session.audience.kind != Who::Kind::None) keys.put("audience", text_of(session.audience));
  keys.number("seats", session.seats);
  keys.list("composition", session.composition, quota_text);
  put_rooms(keys, session.rooms);
  keys.list("needs", session.needs);
  TomlRow pieces;
  for (const auto& use : session.equipment)
    pieces.push_back({key_text(use.equipment.value), std::to_string(use.count)});
  if (!pieces.empty()) keys.put("equipment", table_text(pieces));
  put_timing(keys, session.timing);
  keys.truth("optional", session.optional, false);
  keys.number("priority", session.priority, 1);
  keys.list("tags", session.tags);
  keys.text("milestone", session.milestone);
  keys.text("cohort", session.cohort);
  put_phases(keys, session.phases);
  return keys.row();
}

TomlRow toml_row(const engine::Rotation& rotation) {
  Keys keys;
  keys.put("id", text_of(rotation.id));
  keys.put("title", toml_text(rotation.title));
  keys.put("format", text_of(rotation.format));
  keys.put("pattern", toml_text(word_of(rotation.pattern.value)));
  keys.put("rounds", std::to_string(rotation.rounds.value));
  keys.put("minutes", std::to_string(rotation.minutes.value));
  keys.number("changeover", rotation.changeover, 0);
  keys.truth("contiguous", rotation.contiguous, true);
  keys.put("participants", text_of(rotation.participants));
  put_tables(keys, rotation);
  keys.truth("revisit", rotation.revisit, rotation.plain_tables);
  if (rotation.hosts_move) keys.put("hosts", toml_text("move"));
  keys.list("mix", rotation.mix);
  keys.list("together", rotation.together, [](const auto& set) { return list_text(set); });
  keys.list("apart", rotation.apart, [](const auto& set) { return list_text(set); });
  put_timing(keys, rotation.timing);
  put_phases(keys, rotation.phases);
  return keys.row();
}

TomlRow toml_row(const engine::Station& station) {
  Keys keys;
  keys.put("id", text_of(station.id));
  keys.text("title", station.title);
  put_team(keys, station.team);
  put_rooms(keys, station.rooms);
  keys.list("needs", station.needs);
  if (station.min_people && station.max_people)
    keys.put("capacity",
             fmt::format("[{}, {}]", station.min_people->value, station.max_people->value));
  keys.number("runs", station.runs);
  return keys.row();
}

std::string toml_block(std::string_view table, const TomlRow& row) {
  auto text = fmt::format("[[{}]]\n", table);
  for (const auto& [key, value] : row) text += fmt::format("{} = {}\n", key, value);
  return text;
}

}  // namespace data
