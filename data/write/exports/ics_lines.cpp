#include "data/write/exports/ics_lines.h"

#include <algorithm>

#include <fmt/format.h>

#include "data/write/exports/plain_text.h"

namespace data {
namespace {

constexpr std::size_t kLineOctets = 75;  // RFC 5545, 3.1, without the line end

}  // namespace

std::string ics_escaped(std::string_view text) {
  std::string escaped;
  for (const char c : plain_text(text)) {
    if (c == '\n') {
      escaped += "\\n";
      continue;
    }
    if (c == '\\' || c == ';' || c == ',') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string ics_local(engine::Minute moment) {
  const auto date = engine::civil_from_day(engine::day_of(moment));
  const auto clock = engine::clock_of(moment);
  return fmt::format(
      "{:04}{:02}{:02}T{:02}{:02}00", date.year, date.month, date.day, clock / 60, clock % 60);
}

void IcsLines::add(std::string_view name, std::string_view value) {
  const auto line = std::string(name) + ":" + std::string(value);
  std::size_t octets = 0;
  for (std::size_t at = 0; at < line.size();) {
    const auto size = std::min(character_bytes(line[at]), line.size() - at);
    if (octets + size > kLineOctets) {
      text_ += "\r\n ";
      octets = 1;
    }
    text_.append(line, at, size);
    octets += size;
    at += size;
  }
  text_ += "\r\n";
}

void IcsLines::add_text(std::string_view name, std::string_view value) {
  const auto escaped = ics_escaped(value);
  if (!escaped.empty()) add(name, escaped);
}

}  // namespace data
