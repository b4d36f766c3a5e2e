#include "data/read/time_values.h"

#include <string>

#include "data/read/plain_values.h"
#include "engine/model/reach.h"

namespace data {
namespace {

using engine::Day;
using engine::Minute;
using engine::say;
using engine::When;
using engine::Window;
using engine::Words;
using Kind = Value::Kind;

constexpr Words kADate{"une date comme 2025-02-11", "a date such as 2025-02-11"};
constexpr Words kTooFar{"date hors du calendrier : {0}, attendue entre 1900 et 2999",
                        "date outside the calendar: {0}, expected between 1900 and 2999"};
constexpr Words kAClock{"une heure comme \"09:30\"", "a time such as \"09:30\""};
constexpr Words kAMoment{
    "une heure comme \"09:30\" ou une date et une heure comme \"2025-02-11 09:30\"",
    "a time such as \"09:30\" or a date and time such as \"2025-02-11 09:30\""};
constexpr Words kAWindow{"deux heures, début et fin, comme [\"09:00\", \"12:30\"]",
                         "two times, beginning and end, such as [\"09:00\", \"12:30\"]"};
constexpr Words kWindows{
    "une liste de créneaux comme [[\"09:00\", \"12:30\"], [\"14:00\", \"17:00\"]]",
    "a list of windows such as [[\"09:00\", \"12:30\"], [\"14:00\", \"17:00\"]]"};
constexpr Words kBackwards{"le créneau finit ({1}) avant d’avoir commencé ({0})",
                           "the window ends ({1}) before it begins ({0})"};
constexpr Words kHalfDated{
    "le créneau a une date d’un seul côté : la mettre des deux côtés, ou d’aucun",
    "the window has a date on one side only: put it on both sides, or on neither"};

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// "09:30:00" is also 09:30, as other programs write it.
std::optional<Minute> parse_clock(std::string_view text) {
  const bool seconds = text.size() == 8 && text.substr(5) == ":00";
  return engine::parse_clock(seconds ? text.substr(0, 5) : text);
}

/// TOML has dates that no text here could be.
std::optional<Day> in_reach(Context& context, const Value& value) {
  if (engine::in_reach(value.day)) return value.day;
  context.diagnostics.error(value.where, say(kTooFar, engine::iso_date(value.day)));
  return {};
}

std::string text_of(const When& when) {
  const auto clock = engine::clock_text(when.clock);
  return when.day ? engine::iso_date(*when.day) + " " + clock : clock;
}

}  // namespace

std::optional<When> parse_when(std::string_view text) {
  text = trimmed(text);
  const auto gap = text.find_first_of(" T");
  if (gap == text.npos) {
    const auto clock = parse_clock(text);
    return clock ? std::optional(When{{}, *clock}) : std::nullopt;
  }
  const auto day = engine::parse_date(text.substr(0, gap));
  const auto clock = parse_clock(trimmed(text.substr(gap + 1)));
  return day && clock ? std::optional(When{*day, *clock}) : std::nullopt;
}

std::optional<Day> to_date(Context& context, const Value& value, std::string_view name) {
  if (value.kind == Kind::Date) return in_reach(context, value);
  const auto day =
      value.kind == Kind::Text ? engine::parse_date(trimmed(value.text)) : std::nullopt;
  if (!day) say_wrong_type(context, value, name, kADate);
  return day;
}

std::optional<Minute> to_clock(Context& context, const Value& value, std::string_view name) {
  if (value.kind == Kind::Clock && !value.seconds) return value.clock;
  const auto clock = value.kind == Kind::Text ? parse_clock(trimmed(value.text)) : std::nullopt;
  if (!clock) say_wrong_type(context, value, name, kAClock);
  return clock;
}

std::optional<When> to_when(Context& context, const Value& value, std::string_view name) {
  if (value.kind == Kind::Clock && !value.seconds) return When{{}, value.clock};
  if (value.kind == Kind::Moment && !value.seconds) {
    const auto day = in_reach(context, value);
    return day ? std::optional(When{*day, value.clock}) : std::nullopt;
  }
  const auto when = value.kind == Kind::Text ? parse_when(value.text) : std::nullopt;
  if (!when) say_wrong_type(context, value, name, kAMoment);
  return when;
}

std::optional<Window> to_window(Context& context, const Value& value, std::string_view name) {
  if (value.kind != Kind::List || value.items.size() != 2) {
    say_wrong_type(context, value, name, kAWindow);
    return {};
  }
  const auto from = to_when(context, value.items[0], name);
  const auto to = to_when(context, value.items[1], name);
  if (!from || !to) return {};
  const Window window{*from, *to, value.where};
  return window_is_right(context.diagnostics, window) ? std::optional(window) : std::nullopt;
}

std::optional<Window> to_daily_window(Context& context, const Value& value, std::string_view name) {
  if (value.kind != Kind::List || value.items.size() != 2) {
    say_wrong_type(context, value, name, kAWindow);
    return {};
  }
  const auto from = to_clock(context, value.items[0], name);
  const auto to = to_clock(context, value.items[1], name);
  if (!from || !to) return {};
  const Window window{{{}, *from}, {{}, *to}, value.where};
  return window_is_right(context.diagnostics, window) ? std::optional(window) : std::nullopt;
}

std::vector<Window> to_windows(Context& context, const Value& value, std::string_view name) {
  std::vector<Window> windows;
  const bool flat =
      value.kind == Kind::List && !value.items.empty() && value.items.front().kind != Kind::List;
  if (value.kind != Kind::List || flat) {
    say_wrong_type(context, flat ? value.items.front() : value, name, kWindows);
    return windows;
  }
  for (const auto& item : value.items)
    if (const auto window = to_window(context, item, name)) windows.push_back(*window);
  return windows;
}

bool window_is_right(engine::Diagnostics& diagnostics, const Window& window) {
  const auto& [from, to, where] = window;
  if (from.day.has_value() != to.day.has_value()) {
    diagnostics.error(where, say(kHalfDated));
    return false;
  }
  const auto start = engine::moment_at(from.day.value_or(0), from.clock);
  const auto end = engine::moment_at(to.day.value_or(0), to.clock);
  if (end > start) return true;
  diagnostics.error(where, say(kBackwards, text_of(from), text_of(to)));
  return false;
}

}  // namespace data
