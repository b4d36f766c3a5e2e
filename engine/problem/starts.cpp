#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/words.h"
#include "engine/problem/calendar.h"
#include "engine/problem/placing.h"
#include "engine/problem/sorted.h"

namespace engine {
namespace {

/// Where a block may lie on one day.
Interval bounds(const Compiling& c, const DayHours& day) {
  if (c.is_hard(RuleId::DayBounds))
    return {moment_at(day.date, day.opens), moment_at(day.date, day.closes)};
  return {moment_at(day.date, 0), moment_at(day.date + 1, 0)};
}

bool within_hours(const Compiling& c, Interval block) {
  const auto* day = hours_of(c, day_of(block.from));
  return day != nullptr && (!c.is_hard(RuleId::DayBounds) || bounds(c, *day).contains(block));
}

/// The filters that hold for every start of an item: day, window, windows.
class Filter {
 public:
  Filter(const Compiling& c, const Timing& timing) : timing_(timing) {
    if (timing.window) window_ = merged(stretches(c, *timing.window));
    windows_ = stretches(c, timing.windows);
  }

  [[nodiscard]] bool allows(Interval block) const {
    if (timing_.day && day_of(block.from) != timing_.day->value) return false;
    return (!timing_.window || inside(window_, block)) &&
           (timing_.windows.empty() || inside(windows_, block));
  }

 private:
  static bool inside(const std::vector<Interval>& list, Interval block) {
    return std::any_of(list.begin(), list.end(), [&](Interval one) { return one.contains(block); });
  }

  const Timing& timing_;
  std::vector<Interval> window_;
  std::vector<Interval> windows_;
};

bool on_grid(const Compiling& c, Minute moment) {
  return clock_of(moment) % c.grid == 0;
}

/// True for a day of the gathering. A calendar may just be too short for it; a day that no row
/// describes is a slip of the pen.
bool check_day(Compiling& c, Where where, Day day) {
  if (hours_of(c, day) != nullptr) return true;
  const auto statement =
      state({"le {0} n’est pas un jour de l’événement", "{0} is not a day of the gathering"},
            long_date(day));
  if (has_calendar(c.gathering))
    c.diagnostics.impossible(where, {}, statement);
  else
    c.diagnostics.error(where, statement.by_id);
  return false;
}

/// One start as written: complains when it is off the grid or outside the day.
void check_written(Compiling& c, const StartRequest& request, const At<When>& start) {
  const auto list = moments(c, start.value);
  if (list.empty()) return;
  if (!on_grid(c, list.front()))
    c.diagnostics.error(
        start.where,
        say({"«\u202f{0}\u202f» commence à {1}, hors de la grille de {2} min (grid)",
             "\"{0}\" starts at {1}, off the grid of {2} min"},
            request.item.by_id,
            clock_text(list.front()),
            c.grid));
  if (start.value.day && !check_day(c, start.where, *start.value.day)) return;
  const bool fits = std::any_of(list.begin(), list.end(), [&](Minute from) {
    return within_hours(c, {from, from + request.minutes});
  });
  if (fits) return;
  const auto* day = hours_of(c, day_of(list.front()));
  c.diagnostics.impossible(
      start.where,
      {RuleId::DayBounds},
      state({"«\u202f{0}\u202f», de {1} à {2}, sort des heures de la journée ({3}–{4})",
             "\"{0}\", from {1} to {2}, is outside the day’s hours ({3}–{4})"},
            request.item,
            clock_text(list.front()),
            clock_text(list.front() + request.minutes),
            clock_text(day->opens),
            clock_text(day->closes)));
}

/// Moments of one written start, on the days it may mean.
std::vector<Minute> written_moments(const Compiling& c,
                                    const StartRequest& request,
                                    const When& when) {
  auto list = moments(c, when);
  if (when.day) return list;
  const auto& day = request.timing.day;
  const auto keep = [&](auto fits) {
    std::vector<Minute> kept;
    std::copy_if(list.begin(), list.end(), std::back_inserter(kept), fits);
    if (!kept.empty()) list = kept;
  };
  if (day) keep([&](Minute from) { return day_of(from) == day->value; });
  keep([&](Minute from) { return within_hours(c, {from, from + request.minutes}); });
  return list;
}

std::vector<Minute> free_starts(const Compiling& c, Minute minutes) {
  std::vector<Minute> list;
  for (const auto& day : c.days) {
    const auto open = bounds(c, day);
    const auto last = c.is_hard(RuleId::DayBounds) ? open.to - minutes : open.to - 1;
    const auto first = (clock_of(open.from) + c.grid - 1) / c.grid * c.grid;
    for (Minute from = moment_at(day.date, first); from <= last; from += c.grid)
      list.push_back(from);
  }
  return list;
}

bool check_length(Compiling& c, const StartRequest& request) {
  if (!c.is_hard(RuleId::DayBounds) || c.days.empty()) return true;
  const auto longest =
      std::max_element(c.days.begin(), c.days.end(), [](const DayHours& a, const DayHours& b) {
        return a.closes - a.opens < b.closes - b.opens;
      });
  const auto open = longest->closes - longest->opens;
  if (request.minutes <= open) return true;
  c.diagnostics.impossible(
      request.minutes_where,
      {RuleId::DayBounds},
      state({"«\u202f{0}\u202f» dure {1}\u202f; la journée la plus longue en compte {2}",
             "\"{0}\" takes {1}; the longest day has {2}"},
            request.item,
            spoken_length(request.minutes),
            spoken_length(open)));
  return false;
}

void check_window_length(Compiling& c, const StartRequest& request, const Window& window) {
  const auto list = stretches(c, window);
  const bool fits = std::any_of(list.begin(), list.end(), [&](Interval stretch) {
    return stretch.to - stretch.from >= request.minutes;
  });
  if (fits || list.empty()) return;
  c.diagnostics.impossible(
      window.where,
      {},
      state_plainly({"ce créneau ({0}–{1}) compte {2}\u202f; «\u202f{3}\u202f» dure {4}",
                     "this window ({0}–{1}) has {2}; \"{3}\" takes {4}"},
                    {"«\u202f{3}\u202f» dure {4}, et son créneau de {0} à {1} ne compte que {2}",
                     "\"{3}\" takes {4}, and its time slot from {0} to {1} has only {2}"},
                    clock_text(window.from.clock),
                    clock_text(window.to.clock),
                    spoken_length(list.front().to - list.front().from),
                    request.item,
                    spoken_length(request.minutes)));
}

void check_timing(Compiling& c, const StartRequest& request) {
  const auto& timing = request.timing;
  if (!check_length(c, request)) return;
  if (timing.day) check_day(c, timing.day->where, timing.day->value);
  if (timing.window) check_window_length(c, request, *timing.window);
  for (const auto& window : timing.windows) check_window_length(c, request, window);
  if (request.follows) return;
  if (timing.start) check_written(c, request, *timing.start);
  for (const auto& start : timing.starts) check_written(c, request, start);
}

/// The key that most likely leaves no start.
Where narrowest(const StartRequest& request) {
  const auto& timing = request.timing;
  if (timing.start && !request.follows) return timing.start->where;
  if (!timing.starts.empty() && !request.follows) return timing.starts.front().where;
  if (timing.window) return timing.window->where;
  if (!timing.windows.empty()) return timing.windows.front().where;
  return timing.day ? timing.day->where : request.minutes_where;
}

std::vector<Minute> all_starts(const Compiling& c, const StartRequest& request) {
  if (request.follows || (!request.timing.start && request.timing.starts.empty()))
    return free_starts(c, request.minutes);
  if (request.timing.start) return written_moments(c, request, request.timing.start->value);
  std::vector<Minute> list;
  for (const auto& start : request.timing.starts) {
    const auto some = written_moments(c, request, start.value);
    list.insert(list.end(), some.begin(), some.end());
  }
  sort_unique(list);
  return list;
}

}  // namespace

std::vector<Minute> candidate_starts(Compiling& c, const StartRequest& request) {
  const auto complaints = c.diagnostics.all().size();
  check_timing(c, request);
  const bool sound = c.diagnostics.all().size() == complaints && !c.days.empty();
  const Filter filter(c, request.timing);
  std::vector<Minute> list;
  for (const auto from : all_starts(c, request)) {
    const Interval block{from, from + request.minutes};
    if (filter.allows(block) && (sound || c.anywhere || within_hours(c, block)))
      list.push_back(from);
  }
  if (list.empty() && c.anywhere) {
    list = all_starts(c, request);
    if (list.empty() && !c.days.empty())
      list.push_back(moment_at(c.days.front().date, c.days.front().opens));
  }
  if (list.empty() && sound)
    c.diagnostics.impossible(
        narrowest(request),
        {},
        state({"«\u202f{0}\u202f» ({1}) ne tient dans aucun des créneaux donnés, aux heures de "
               "la journée",
               "\"{0}\" ({1}) fits in none of the windows given within the day’s hours"},
              request.item,
              spoken_length(request.minutes)));
  return list;
}

Minute fixed_start(const Compiling& c, const Timing& timing) {
  if (!timing.start) return kNever;
  auto when = timing.start->value;
  if (!when.day && timing.day) when.day = timing.day->value;
  const auto list = moments(c, when);
  return list.size() == 1 ? list.front() : kNever;
}

Minute published_start(Compiling& c, const Timing& timing, const std::vector<Minute>& candidates) {
  if (!timing.published.start || candidates.empty()) return kNever;
  const auto& start = *timing.published.start;
  std::vector<Minute> possible;
  for (const auto moment : moments(c, start.value))
    if (has(candidates, moment)) possible.push_back(moment);
  if (possible.empty())
    c.diagnostics.warning(start.where,
                          say({"l’heure annoncée ({0}) n’est plus possible pour cette séance",
                               "the published start ({0}) is no longer possible for this session"},
                              clock_text(start.value.clock)));
  if (possible.size() > 1)
    c.diagnostics.error(
        start.where,
        say({"l’heure annoncée ({0}) doit dire le jour\u00a0: «\u202fAAAA-MM-JJ {0}\u202f»",
             "the published start ({0}) must say the day: \"YYYY-MM-DD {0}\""},
            clock_text(start.value.clock)));
  return possible.size() == 1 ? possible.front() : kNever;
}

}  // namespace engine
