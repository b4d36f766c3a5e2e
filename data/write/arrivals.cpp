#include "data/write/arrivals.h"

#include <fmt/format.h>

namespace data {
namespace {

/// A basic string of TOML.
std::string quoted(std::string_view text) {
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

void add(std::string& toml, std::string_view key, std::string_view value) {
  if (!value.empty()) toml += fmt::format("{} = {}\n", key, quoted(value));
}

void add(std::string& toml, std::string_view key, const std::vector<std::string>& values) {
  if (values.empty()) return;
  std::string list;
  for (const auto& value : values) list += (list.empty() ? "" : ", ") + quoted(value);
  toml += fmt::format("{} = [{}]\n", key, list);
}

std::string moment(const engine::When& when) {
  const auto clock = engine::clock_text(when.clock);
  return when.day ? engine::iso_date(*when.day) + " " + clock : clock;
}

}  // namespace

std::string with_people(std::string_view toml, const std::vector<engine::Person>& people) {
  std::string text(toml);
  if (!text.empty() && text.back() != '\n') text += '\n';
  for (const auto& person : people) {
    text += "\n[[person]]\n";
    add(text, "id", person.id.value);
    add(text, "name", person.name.empty() ? person.id.value : person.name);
    add(text, "organisation", person.organisation);
    add(text, "profile", person.profile);
    add(text, "tags", person.tags);
    add(text, "email", person.email);
    add(text, "phone", person.phone);
    add(text, "needs", person.needs);
    add(text, "diet", person.diet);
    if (person.site) add(text, "site", person.site->value);
    std::string windows;
    for (const auto& window : person.available)
      windows += fmt::format("{}[{}, {}]",
                             windows.empty() ? "" : ", ",
                             quoted(moment(window.from)),
                             quoted(moment(window.to)));
    if (!windows.empty()) text += fmt::format("available = [{}]\n", windows);
  }
  return text;
}

}  // namespace data
