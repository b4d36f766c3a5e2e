#include "sheets/lookup/calendar_code.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

namespace sheets {
namespace {

constexpr std::size_t kMostBytes = 430;
constexpr std::size_t kMostOfTitle = 34;  // letters

/// RFC 5545, 3.3.11.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    out += c;
  }
  return out;
}

/// The first `letters` letters of UTF-8.
std::string cut(const std::string& text, std::size_t letters) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U && seen++ == letters)
      return text.substr(0, i) + "…";
  return text;
}

std::string compact(engine::Minute moment) {
  const auto date = engine::civil_from_day(engine::day_of(moment));
  const auto clock = engine::clock_of(moment);
  return fmt::format(
      "{:04}{:02}{:02}T{:02}{:02}00", date.year, date.month, date.day, clock / 60, clock % 60);
}

void replace_all(std::string& text, std::string_view from, const std::string& to) {
  for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

}  // namespace

CalendarCodes::CalendarCodes(const engine::Gathering& gathering,
                             const Directory& directory,
                             const engine::Plan& plan,
                             const PrintOptions& options)
    : gathering_(gathering),
      directory_(directory),
      options_(options),
      lines_(engine::lines_by_person(plan)) {}

std::string CalendarCodes::code(const std::string& person, engine::Day day) const {
  if (!options_.calendar_url.empty()) {
    auto url = options_.calendar_url;
    replace_all(url, "{id}", person);
    return url;
  }
  const auto found = lines_.find(person);
  if (found == lines_.end()) return {};
  std::vector<engine::SheetLine> lines;
  for (const auto& line : found->second)
    if (engine::day_of(line.start) == day) lines.push_back(line);
  return lines.empty() ? std::string() : event(lines);
}

std::string CalendarCodes::event(const std::vector<engine::SheetLine>& lines) const {
  auto end = lines.front().end;
  for (const auto& line : lines) end = std::max(end, line.end);
  const auto first_room =
      std::find_if(lines.begin(), lines.end(), [](const auto& line) { return !line.room.empty(); });
  const auto site =
      first_room == lines.end() ? std::string() : directory_.site_of_room(first_room->room);
  std::string text = "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nSUMMARY:" +
                     escaped(cut(gathering_.name, kMostOfTitle)) +
                     "\nDTSTART:" + compact(lines.front().start) + "\nDTEND:" + compact(end);
  if (!site.empty()) text += "\nLOCATION:" + escaped(cut(site, kMostOfTitle));
  text += "\nDESCRIPTION:";
  const std::string_view close = "\nEND:VEVENT\nEND:VCALENDAR\n";
  bool first = true;
  for (const auto& line : lines) {
    const auto entry = std::string(first ? "" : "\\n") + engine::clock_text(line.start) + " " +
                       escaped(place_of(line));
    if (text.size() + entry.size() + close.size() > kMostBytes) {
      text += "…";
      break;
    }
    text += entry;
    first = false;
  }
  return text + std::string(close);
}

std::string CalendarCodes::place_of(const engine::SheetLine& line) const {
  std::string title = line.item;
  if (const auto* session = directory_.session(line.item)) title = session->title;
  const auto* rotation = directory_.rotation(line.item);
  if (rotation != nullptr) title = station_title(*rotation, line.station);
  title = cut(title, kMostOfTitle);
  const auto room = line.room.empty() ? std::string() : directory_.room_name(line.room);
  return room.empty() || room == title ? title : title + ", " + cut(room, kMostOfTitle);
}

}  // namespace sheets
