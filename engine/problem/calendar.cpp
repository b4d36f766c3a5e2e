#include "engine/problem/calendar.h"

#include <algorithm>

#include "engine/problem/sorted.h"

namespace engine {
namespace {

/// Days that the placement keys of an item name.
void add_days_of(const Timing& timing, std::vector<Day>& days) {
  const auto add = [&](const When& when) {
    if (when.day) days.push_back(*when.day);
  };
  if (timing.start) add(timing.start->value);
  for (const auto& start : timing.starts) add(start.value);
  if (timing.day) days.push_back(timing.day->value);
  for (const auto& window : timing.windows) {
    add(window.from);
    add(window.to);
  }
}

std::vector<DayHours> days_named(const Gathering& gathering) {
  std::vector<Day> named;
  for (const auto& session : gathering.sessions) add_days_of(session.timing, named);
  for (const auto& rotation : gathering.rotations) add_days_of(rotation.timing, named);
  sort_unique(named);
  std::vector<DayHours> days;
  days.reserve(named.size());
  for (const auto day : named)
    days.push_back({.date = day, .opens = 0, .closes = kMinutesPerDay, .where = {}});
  return days;
}

void check_window(Compiling& c, const Window& window) {
  const auto from_day = window.from.day ? *window.from.day : 0;
  const auto to_day = window.to.day && window.from.day ? *window.to.day : from_day;
  if (moment_at(from_day, window.from.clock) < moment_at(to_day, window.to.clock)) return;
  c.diagnostics.error(window.where,
                      say({"ce créneau finit ({1}) avant d’avoir commencé ({0})",
                           "this window ends ({1}) before it begins ({0})"},
                          clock_text(window.from.clock),
                          clock_text(window.to.clock)));
}

void check_all(Compiling& c, const std::vector<Window>& windows) {
  for (const auto& window : windows) check_window(c, window);
}

void check_timing(Compiling& c, const Timing& timing) {
  if (timing.window) check_window(c, *timing.window);
  check_all(c, timing.windows);
  check_all(c, timing.preferred);
}

void check_choices(Compiling& c, const std::vector<RoomChoice>& rooms) {
  for (const auto& choice : rooms) check_all(c, choice.windows);
}

}  // namespace

void read_days(Compiling& c) {
  const auto& grid = c.gathering.grid;
  if (grid.value >= 1)
    c.grid = grid.value;
  else
    c.diagnostics.error(
        grid.where, say({"grid doit valoir au moins 1 minute", "grid must be at least 1 minute"}));
  c.problem.days = c.gathering.days;
  c.days = c.gathering.days.empty() ? days_named(c.gathering) : c.gathering.days;
  if (c.days.empty())
    c.diagnostics.error({},
                        say({"aucun jour\u00a0: ajoutez [[day]] avec date, opens et closes",
                             "no day: add [[day]] with date, opens and closes"}));
  for (std::size_t i = 1; i < c.days.size(); ++i)
    if (c.days[i].date == c.days[i - 1].date)
      c.diagnostics.error(c.days[i].where,
                          say({"le {0} est déjà décrit ({1})", "{0} is described already ({1})"},
                              iso_date(c.days[i].date),
                              place_text(c.gathering, c.days[i - 1].where)));
}

void read_term_days(Compiling& c) {
  const auto& holidays = c.gathering.school_holidays;
  auto& term = c.problem.term_days;
  if (holidays.empty()) return;
  term.first = holidays.front().first;
  term.until.push_back(0);
  for (const auto& stretch : holidays) {
    for (Day day = term.first + static_cast<Day>(term.until.size()) - 1; day < stretch.first; ++day)
      term.until.push_back(term.until.back() + 1);
    for (Day day = term.first + static_cast<Day>(term.until.size()) - 1; day <= stretch.last; ++day)
      term.until.push_back(term.until.back());
  }
}

void check_windows(Compiling& c) {
  for (const auto& room : c.gathering.rooms) check_all(c, room.closed);
  for (const auto& person : c.gathering.people) check_all(c, person.available);
  for (const auto& session : c.gathering.sessions) {
    check_timing(c, session.timing);
    check_choices(c, session.rooms);
  }
  for (const auto& rotation : c.gathering.rotations) {
    check_timing(c, rotation.timing);
    for (const auto& station : rotation.stations) check_choices(c, station.rooms);
  }
}

std::vector<Interval> stretches(const Compiling& c, const Window& window) {
  std::vector<Interval> list;
  const auto add = [&](Day from, Day to) {
    const Interval interval{moment_at(from, window.from.clock), moment_at(to, window.to.clock)};
    if (interval.from < interval.to) list.push_back(interval);
  };
  const auto first = window.from.day ? window.from.day : window.to.day;
  if (first)
    add(*first, window.to.day.value_or(*first));
  else
    for (const auto& day : c.days) add(day.date, day.date);
  return list;
}

std::vector<Interval> stretches(const Compiling& c, const std::vector<Window>& windows) {
  std::vector<Interval> list;
  for (const auto& window : windows) {
    const auto some = stretches(c, window);
    list.insert(list.end(), some.begin(), some.end());
  }
  std::sort(list.begin(), list.end());
  return list;
}

std::vector<Interval> merged(std::vector<Interval> intervals) {
  std::sort(intervals.begin(), intervals.end());
  std::vector<Interval> list;
  for (const auto& interval : intervals) {
    if (!list.empty() && interval.from <= list.back().to)
      list.back().to = std::max(list.back().to, interval.to);
    else
      list.push_back(interval);
  }
  return list;
}

std::vector<Minute> moments(const Compiling& c, const When& when) {
  if (when.day) return {moment_at(*when.day, when.clock)};
  std::vector<Minute> list;
  for (const auto& day : c.days) list.push_back(moment_at(day.date, when.clock));
  return list;
}

const DayHours* hours_of(const Compiling& c, Day day) {
  const auto found = std::find_if(
      c.days.begin(), c.days.end(), [day](const DayHours& hours) { return hours.date == day; });
  return found == c.days.end() ? nullptr : &*found;
}

}  // namespace engine
