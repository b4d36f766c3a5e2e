#include "sheets/lookup/calendar_code.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

namespace sheets {
namespace {

constexpr std::size_t kMostOfTitle = 34;  // letters
constexpr std::size_t kLeastOfTitle = 20;
constexpr std::size_t kWhole = 200;  // letters of a title that is not cut
constexpr std::string_view kClose = "\nEND:VEVENT\nEND:VCALENDAR\n";

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

/// Does the person just stay: a host at a table, a speaker who also listens?
bool goes_on(const engine::SheetLine& before, const engine::SheetLine& line) {
  return line.item == before.item && line.station == before.station && line.room == before.room;
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

std::vector<CalendarCode> CalendarCodes::codes(const std::string& person, engine::Day day) const {
  if (!options_.calendar_url.empty()) {
    auto url = options_.calendar_url;
    replace_all(url, "{id}", person);
    return {{url, CalendarCode::Holds::Address}};
  }
  const auto found = lines_.find(person);
  if (found == lines_.end()) return {};
  Lines lines;
  for (const auto& line : found->second) {
    if (engine::day_of(line.start) != day) continue;
    if (lines.empty() || !goes_on(lines.back(), line)) lines.push_back(line);
    lines.back().end = std::max(lines.back().end, line.end);
  }
  if (lines.empty()) return {};
  std::vector<CalendarCode> codes;
  std::size_t least = kLargestCode + 1;
  for (const auto& list : {entries(lines, kWhole, true),
                           entries(lines, kMostOfTitle, false),
                           entries(lines, kLeastOfTitle, false)}) {
    auto text = head(lines);
    for (const auto& entry : list) text += entry;
    text += kClose;
    if (text.size() >= least) continue;
    least = text.size();
    codes.push_back({std::move(text), CalendarCode::Holds::Day});
  }
  if (least > kSmallCode) codes.push_back(beginning(lines));
  return codes;
}

CalendarCode CalendarCodes::beginning(const Lines& lines) const {
  const std::string_view more = "…";
  auto text = head(lines);
  for (const auto& entry : entries(lines, kMostOfTitle, false)) {
    if (text.size() + entry.size() + more.size() + kClose.size() > kSmallCode) break;
    text += entry;
  }
  return {text.append(more).append(kClose), CalendarCode::Holds::BeginningOfDay};
}

std::string CalendarCodes::head(const Lines& lines) const {
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
  return text + "\nDESCRIPTION:";
}

/// "09:30 Mot d’accueil\\, La halle"; titles and rooms of at most `letters`.
std::vector<std::string> CalendarCodes::entries(const Lines& lines,
                                                std::size_t letters,
                                                bool every_room) const {
  std::vector<std::string> list;
  std::string last_room;
  for (const auto& line : lines) {
    const auto title = title_of(line);
    auto entry = engine::clock_text(line.start) + " " + cut(title, letters);
    const auto room = line.room.empty() ? std::string() : directory_.room_name(line.room);
    if (!room.empty() && room != title && (every_room || line.room != last_room))
      entry += ", " + cut(room, letters);
    last_room = line.room;
    list.push_back((list.empty() ? "" : "\\n") + escaped(entry));
  }
  return list;
}

std::string CalendarCodes::title_of(const engine::SheetLine& line) const {
  const auto* rotation = directory_.rotation(line.item);
  if (rotation != nullptr) return station_title(*rotation, line.station);
  const auto* session = directory_.session(line.item);
  return session == nullptr ? line.item : session->title;
}

}  // namespace sheets
