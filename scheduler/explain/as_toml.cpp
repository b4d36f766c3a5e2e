#include "scheduler/explain/as_toml.h"

#include <algorithm>

#include <fmt/format.h>

namespace scheduler {
namespace {

template <class Row, class F>
std::string listed(const std::vector<Row>& rows, F text_of) {
  std::string text = "[";
  for (const auto& row : rows) text += (text.size() > 1 ? ", " : "") + text_of(row);
  return text + "]";
}

std::string key_toml(const std::string& key) {
  const bool bare = !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
  });
  return bare ? key : quoted_toml(key);
}

}  // namespace

std::string quoted_toml(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string list_toml(const std::vector<engine::Key>& keys) {
  return listed(keys, [](const engine::Key& key) { return quoted_toml(key.value); });
}

std::string clock_toml(engine::Minute clock) {
  return clock == engine::kMinutesPerDay ? "\"24:00\"" : quoted_toml(engine::clock_text(clock));
}

std::string when_toml(const engine::When& when) {
  if (!when.day) return clock_toml(when.clock);
  return quoted_toml(
      engine::iso_date(*when.day) + " " +
      (when.clock == engine::kMinutesPerDay ? "24:00" : engine::clock_text(when.clock)));
}

std::string window_toml(const engine::Window& window) {
  return "[" + when_toml(window.from) + ", " + when_toml(window.to) + "]";
}

std::string windows_toml(const std::vector<engine::Window>& windows) {
  return listed(windows, window_toml);
}

std::string who_toml(const engine::Who& who) {
  switch (who.kind) {
    case engine::Who::Kind::None:
      return "\"none\"";
    case engine::Who::Kind::All:
      return "\"all\"";
    case engine::Who::Kind::Registered:
      return "\"registered\"";
    case engine::Who::Kind::List:
      break;
  }
  return list_toml(who.list);
}

std::string team_toml(const std::vector<engine::Role>& team) {
  std::string text = "{";
  for (const auto& role : team) {
    text += text.size() > 1 ? ", " : " ";
    text += key_toml(role.name.value) + " = ";
    const auto stand_in =
        role.substitutes ? ", substitutes = " + who_toml(*role.substitutes) : std::string();
    if (role.open)
      text += fmt::format(
          "{{ count = {}, from = {}{} }}", role.open->value, who_toml(role.from), stand_in);
    else if (role.substitutes)
      text += "{ people = " + list_toml(role.people) + stand_in + " }";
    else
      text += list_toml(role.people);
  }
  return text + " }";
}

std::string rooms_toml(const std::vector<engine::RoomChoice>& rooms) {
  return listed(rooms, [](const engine::RoomChoice& choice) {
    auto room = quoted_toml(choice.room.value);
    if (choice.windows.empty()) return room;
    return "{ room = " + room + ", windows = " + windows_toml(choice.windows) + " }";
  });
}

std::string quotas_toml(const std::vector<engine::Quota>& quotas) {
  return listed(quotas, [](const engine::Quota& quota) {
    auto text = "{ from = " + who_toml(quota.from);
    if (quota.min) text += fmt::format(", min = {}", *quota.min);
    if (quota.max) text += fmt::format(", max = {}", *quota.max);
    return text + " }";
  });
}

std::string sets_toml(const std::vector<std::vector<engine::Key>>& sets) {
  return listed(sets, list_toml);
}

std::string after_toml(const std::vector<engine::After>& list) {
  return listed(list, [](const engine::After& after) {
    const auto item = quoted_toml(after.item.value);
    std::string more;
    if (after.gap > 0) more += fmt::format(", gap = {}", after.gap);
    if (after.max_gap) more += fmt::format(", max_gap = {}", *after.max_gap);
    if (after.gap_days) more += fmt::format(", gap_days = {}", *after.gap_days);
    if (after.max_gap_days) more += fmt::format(", max_gap_days = {}", *after.max_gap_days);
    if (after.max_term_days) more += fmt::format(", max_term_days = {}", *after.max_term_days);
    return more.empty() ? item : "{ session = " + item + more + " }";
  });
}

}  // namespace scheduler
