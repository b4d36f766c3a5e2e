#include "scheduler/explain/as_toml.h"
#include "scheduler/explain/candidate_list.h"
#include "scheduler/explain/naming.h"

namespace scheduler {
namespace {

using engine::Minute;
using engine::say;
using engine::Text;
using engine::Words;

// Points beside the minutes moved: an hour may be promised.
constexpr std::int64_t kWindowWider = 5;
constexpr std::int64_t kDatesWider = 20;
constexpr std::int64_t kStartMoved = 25;
constexpr std::int64_t kFreed = 60;
constexpr std::int64_t kFreedToo = 20;  // one more, with all others
constexpr std::int64_t kShorter = 40;
constexpr Minute kShortest = 15;

constexpr Words kWindow{"laisser à {0} le créneau de {1} à {2}",
                        "give {0} the time slot from {1} to {2}"};
constexpr Words kLongEnough{"donner à {0} des créneaux aussi longs que leur durée",
                            "give {0} time slots as long as they take"};
constexpr Words kDates{"laisser à {0} les dates du {1} au {2}",
                       "give {0} the dates from {1} to {2}"};
constexpr Words kNoWindow{"ne plus tenir {0} à un créneau", "no longer hold {0} to a time slot"};
constexpr Words kAnyDay{"laisser {0} prendre place un autre jour", "let {0} take another day"};
constexpr Words kStart{"commencer {0} à {1} au lieu de {2}", "start {0} at {1} instead of {2}"};
constexpr Words kNoStart{"ne plus fixer le début de {0}", "no longer fix when {0} starts"};
constexpr Words kMinutes{"ramener {0} à {1} au lieu de {2}", "cut {0} to {1} from {2}"};

/// One end of a window, or both, moved away from the other.
struct Widening {
  const char* name;
  bool later = false;
  bool earlier = false;
};
constexpr std::array<Widening, 3> kWidenings{
    {{" later", true, false}, {" earlier", false, true}, {" wider", true, true}}};

void add_wider(CandidateList& out,
               const Item& item,
               const engine::Window& window,
               const char* key) {
  const bool list = std::string(key) == "windows";
  for (const auto& way : kWidenings)
    for (const auto step : kLongSteps) {
      auto wider = window;
      if (way.later) wider.to.clock += step;
      if (way.earlier) wider.from.clock -= step;
      if (wider.to.clock > kLatest || wider.from.clock < 0) break;
      out.add_by_degrees(
          key + (" " + item.id.value) + way.name,
          kWindowWider + (way.later && way.earlier ? 2 : 1) * std::int64_t{step} +
              at_night(wider.from.clock, window.from.clock) +
              at_night(window.to.clock, wider.to.clock),
          say(kWindow,
              item.name,
              engine::spoken_time(wider.from.clock),
              engine::spoken_time(wider.to.clock)),
          {{item.table, item.id.value, key, list ? windows_toml({wider}) : window_toml(wider)}});
    }
}

/// A window over dates, some days longer at one end.
void add_more_dates(CandidateList& out, const Item& item, const engine::Window& window) {
  for (const bool later : {true, false})
    for (const auto step : kDaySteps) {
      auto wider = window;
      auto& end = later ? *wider.to.day : *wider.from.day;
      end += later ? step : -step;
      out.add_by_degrees("dates " + item.id.value + (later ? " later" : " earlier"),
                         kDatesWider + kPerDay * step,
                         say(kDates,
                             item.name,
                             engine::long_date(*wider.from.day),
                             engine::long_date(*wider.to.day)),
                         {{item.table, item.id.value, "windows", windows_toml({wider})}});
    }
}

/// Minutes missing in a session's window of the day, or in its only window; 0 where there is none
/// or it is long enough.
Minute missing_minutes(const engine::Session& session) {
  const auto& windows = session.timing.windows;
  if (!session.timing.window && windows.size() != 1) return 0;
  const auto& window = session.timing.window ? *session.timing.window : windows.front();
  if (window.from.day != window.to.day) return 0;
  return std::max(0, session.minutes.value - (window.to.clock - window.from.clock));
}

/// Several windows that are too short, all at once: whoever made the sessions longer meant them
/// all.
void add_long_enough(CandidateList& out) {
  std::vector<engine::Setting> changes;
  std::vector<Text> names;
  std::int64_t cost = 0;
  for (const auto& session : out.gathering.sessions) {
    const auto missing = missing_minutes(session);
    if (missing == 0) continue;
    const bool of_day = session.timing.window.has_value();
    auto wider = of_day ? *session.timing.window : session.timing.windows.front();
    wider.to.clock += missing;
    if (wider.to.clock > kLatest) return;
    changes.push_back({"session",
                       session.id.value,
                       of_day ? "window" : "windows",
                       of_day ? window_toml(wider) : windows_toml({wider})});
    names.push_back(quoted_title(session.title, session.id));
    cost += kWindowWider + missing;
  }
  if (changes.size() > 1)
    out.add("long enough", cost, say(kLongEnough, enumeration(names)), std::move(changes));
}

void add_freedom(CandidateList& out, const Item& item) {
  const auto& timing = item.timing;
  const auto free = [&](const char* key, const Words& words) {
    out.add(std::string("free ") + key + " " + item.id.value,
            kFreed,
            say(words, item.name),
            {{item.table, item.id.value, key, ""}});
  };
  if (timing.start || !timing.starts.empty()) free("start", kNoStart);
  if (timing.day) free("day", kAnyDay);
  if (timing.window) free("window", kNoWindow);
  if (!timing.windows.empty()) free("windows", kNoWindow);
}

/// All that are held to a day: where too much was put on one, no few of them are to blame.
void add_any_days(CandidateList& out) {
  std::vector<engine::Setting> changes;
  std::vector<Text> names;
  const auto add = [&](const Item& item) {
    if (!item.timing.day) return;
    changes.push_back({item.table, item.id.value, "day", ""});
    names.push_back(item.name);
  };
  for (const auto& session : out.gathering.sessions) add(item_of(session));
  for (const auto& rotation : out.gathering.rotations) add(item_of(rotation));
  const auto cost = kFreed + kFreedToo * static_cast<std::int64_t>(changes.size());
  if (changes.size() > 1)
    out.add("every free day", cost, say(kAnyDay, enumeration(names)), std::move(changes));
}

void add_windows(CandidateList& out, const Item& item) {
  if (item.timing.window) add_wider(out, item, *item.timing.window, "window");
  if (item.timing.windows.size() != 1) return;
  const auto& window = item.timing.windows.front();
  add_wider(out, item, window, "windows");
  if (window.from.day && window.to.day) add_more_dates(out, item, window);
}

void add_starts(CandidateList& out, const Item& item) {
  if (!item.timing.start) return;
  const auto& start = item.timing.start->value;
  for (const auto step : kSteps)
    for (const auto by : {step, -step}) {
      auto moved = start;
      moved.clock += by;
      if (moved.clock < 0 || moved.clock > kLatest || moved.clock % out.gathering.grid.value != 0)
        continue;
      out.add("start " + item.id.value,
              kStartMoved + step,
              say(kStart,
                  item.name,
                  engine::spoken_time(moved.clock),
                  engine::spoken_time(start.clock)),
              {{item.table, item.id.value, "start", when_toml(moved)}});
    }
}

void add_shorter(CandidateList& out, const Item& item, Minute minutes, Minute least) {
  for (const auto length : shorter_lengths(minutes, std::max(least, kShortest)))
    out.add_by_degrees(
        "minutes " + item.id.value,
        kShorter + std::int64_t{2} * (minutes - length),
        say(kMinutes, item.name, engine::spoken_length(length), engine::spoken_length(minutes)),
        {{item.table, item.id.value, "minutes", std::to_string(length)}});
}

}  // namespace

void add_hours(CandidateList& out) {
  each_item(out, [&](const Item& item) {
    add_windows(out, item);
    add_starts(out, item);
    add_freedom(out, item);
  });
  add_long_enough(out);
  add_any_days(out);
  for (const auto* s : out.sessions)
    if (s->phases.empty())  // they would no longer add up
      add_shorter(out,
                  {"session", s->id, quoted_title(s->title, s->id), s->timing},
                  s->minutes.value,
                  s->min_minutes ? s->min_minutes->value : 0);
  for (const auto* r : out.rotations)
    if (r->phases.empty())
      add_shorter(
          out, {"rotation", r->id, quoted_title(r->title, r->id), r->timing}, r->minutes.value, 0);
}

}  // namespace scheduler
