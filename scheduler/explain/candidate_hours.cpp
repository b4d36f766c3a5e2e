#include <set>

#include "scheduler/explain/as_toml.h"
#include "scheduler/explain/candidate_list.h"

namespace scheduler {
namespace {

using engine::kMinutesPerDay;
using engine::Minute;
using engine::say;
using engine::Text;
using engine::Words;

// Points beside the minutes moved: the house stays open for everybody, an hour may be promised.
constexpr std::int64_t kDayLonger = 10;
constexpr std::int64_t kDayEarlier = 20;
constexpr std::int64_t kSiteLonger = 15;
constexpr std::int64_t kWindowWider = 5;
constexpr std::int64_t kStartMoved = 25;
constexpr std::int64_t kStartFreed = 60;
constexpr std::int64_t kShorter = 40;
constexpr std::int64_t kOrderDropped = 150;
constexpr std::size_t kMostDays = 5;
constexpr Minute kShortest = 15;

constexpr Words kLater{"finir {0} à {1} au lieu de {2}", "end {0} at {1} instead of {2}"};
constexpr Words kEarlier{"commencer {0} à {1} au lieu de {2}", "begin {0} at {1} instead of {2}"};
constexpr Words kOn{"le {0}", "on {0}"};
constexpr Words kEveryDay{"chaque jour", "every day"};
constexpr Words kSiteLater{"fermer {0} à {1} au lieu de {2}", "close {0} at {1} instead of {2}"};
constexpr Words kSiteEarlier{"ouvrir {0} à {1} au lieu de {2}", "open {0} at {1} instead of {2}"};
constexpr Words kWindow{"laisser à {0} le créneau de {1} à {2}",
                        "give {0} the window from {1} to {2}"};
constexpr Words kStart{"commencer {0} à {1} au lieu de {2}", "start {0} at {1} instead of {2}"};
constexpr Words kFree{"laisser {0} commencer à toute heure de {1} à {2}",
                      "let {0} start at any time from {1} to {2}"};
constexpr Words kMinutes{"ramener {0} à {1}\u00a0min au lieu de {2}",
                         "cut {0} to {1}\u00a0min from {2}"};
constexpr Words kNoOrder{"ne plus demander que {0} vienne après «\u202f{1}\u202f»",
                         "no longer ask that {0} comes after \"{1}\""};
constexpr Words kNoSameStart{"ne plus demander que {0} commence avec d’autres",
                             "no longer ask that {0} starts with others"};
constexpr Words kNoNotWith{"accepter que {0} ait lieu en même temps que d’autres",
                           "accept that {0} runs at the same time as others"};

Text date_text(engine::Day day) {
  return say(kOn,
             Text{engine::long_date(day, engine::Language::Fr),
                  engine::long_date(day, engine::Language::En)});
}

void add_day(CandidateList& out, const engine::DayHours& day, bool calendar) {
  const std::string table = calendar ? "calendar" : "day";
  const std::string id = calendar ? "" : engine::iso_date(day.date);
  const auto when = calendar ? say(kEveryDay) : date_text(day.date);
  for (const auto step : kLongSteps) {
    if (day.closes + step <= kMinutesPerDay)
      out.add_by_degrees("closes " + id,
                         kDayLonger + step,
                         say(kLater, when, spoken(day.closes + step), spoken(day.closes)),
                         {{table, id, "closes", clock_toml(day.closes + step)}});
    if (day.opens - step >= 0)
      out.add_by_degrees("opens " + id,
                         kDayEarlier + step,
                         say(kEarlier, when, spoken(day.opens - step), spoken(day.opens)),
                         {{table, id, "opens", clock_toml(day.opens - step)}});
  }
}

void add_days(CandidateList& out) {
  const auto& days = out.gathering.days;
  const bool calendar = days.size() > 1 && days[0].where == days[1].where;
  for (std::size_t i = 0; i < std::min(days.size(), calendar ? std::size_t{1} : kMostDays); ++i)
    add_day(out, days[i], calendar);
}

void add_sites(CandidateList& out) {
  for (const auto& site : out.gathering.sites) {
    const auto name = quoted_title(site.name, site.id);
    for (const auto step : kLongSteps) {
      if (site.closes && site.closes->value + step <= kMinutesPerDay)
        out.add_by_degrees(
            "site closes " + site.id.value,
            kSiteLonger + step,
            say(kSiteLater, name, spoken(site.closes->value + step), spoken(site.closes->value)),
            {{"site", site.id.value, "closes", clock_toml(site.closes->value + step)}});
      if (site.opens && site.opens->value - step >= 0)
        out.add_by_degrees(
            "site opens " + site.id.value,
            kSiteLonger + step,
            say(kSiteEarlier, name, spoken(site.opens->value - step), spoken(site.opens->value)),
            {{"site", site.id.value, "opens", clock_toml(site.opens->value - step)}});
    }
  }
}

/// A session or rotation, as its part of the file is called.
struct Item {
  const char* table;
  const engine::Key& id;
  Text name;
  const engine::Timing& timing;
};

void add_windows(CandidateList& out, const Item& item) {
  const auto& timing = item.timing;
  const bool one = timing.windows.size() == 1;
  if (!timing.window && !one) return;
  const auto& window = timing.window ? *timing.window : timing.windows.front();
  const auto put = [&](engine::Window wider, Minute step) {
    out.add("window " + item.id.value,
            kWindowWider + step,
            say(kWindow, item.name, spoken(wider.from.clock), spoken(wider.to.clock)),
            {{item.table,
              item.id.value,
              timing.window ? "window" : "windows",
              timing.window ? window_toml(wider) : windows_toml({wider})}});
  };
  for (const auto step : kSteps) {
    auto later = window;
    later.to.clock += step;
    if (later.to.clock <= kMinutesPerDay) put(later, step);
    auto earlier = window;
    earlier.from.clock -= step;
    if (earlier.from.clock >= 0) put(earlier, step);
    if (later.to.clock > kMinutesPerDay || earlier.from.clock < 0) continue;
    earlier.to = later.to;
    put(earlier, 2 * step);
  }
}

void add_starts(CandidateList& out, const Item& item) {
  if (!item.timing.start) return;
  const auto& start = item.timing.start->value;
  for (const auto step : kSteps)
    for (const auto by : {step, -step}) {
      auto moved = start;
      moved.clock += by;
      if (moved.clock < 0 || moved.clock >= kMinutesPerDay ||
          moved.clock % out.gathering.grid.value != 0)
        continue;
      out.add("start " + item.id.value,
              kStartMoved + step,
              say(kStart, item.name, spoken(moved.clock), spoken(start.clock)),
              {{item.table, item.id.value, "start", when_toml(moved)}});
    }
}

/// All the candidate starts of a day in place of one; the list that the format calls `starts`.
void add_free_start(CandidateList& out, const Item& item) {
  if (!item.timing.start || out.gathering.days.empty()) return;
  const auto& day = out.gathering.days.front();
  const Minute step = std::max(15, out.gathering.grid.value);
  if (step % out.gathering.grid.value != 0) return;
  std::vector<engine::Key> starts;
  const auto& written = item.timing.start->value;
  for (Minute clock = (day.opens + step - 1) / step * step; clock < day.closes; clock += step) {
    engine::Key key;
    key.value =
        (written.day ? engine::iso_date(*written.day) + " " : "") + engine::clock_text(clock);
    starts.push_back(key);
  }
  out.add("free start " + item.id.value,
          kStartFreed,
          say(kFree, item.name, spoken(day.opens), spoken(day.closes)),
          {{item.table, item.id.value, "starts", list_toml(starts)}});
}

void add_order(CandidateList& out, const Item& item) {
  const auto& timing = item.timing;
  for (std::size_t i = 0; i < timing.after.size(); ++i) {
    auto left = timing.after;
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(i));
    const auto& other = timing.after[i].item.value;
    out.add("after " + item.id.value + " " + other,
            kOrderDropped,
            say(kNoOrder, item.name, other),
            {{item.table, item.id.value, "after", after_toml(left)}});
  }
  if (!timing.same_start.empty())
    out.add("same_start " + item.id.value,
            kOrderDropped,
            say(kNoSameStart, item.name),
            {{item.table, item.id.value, "same_start", "[]"}});
  std::set<std::string> apart;
  for (const auto& row : timing.not_with) apart.insert(row.gap > 0 ? "not_near" : "not_with");
  std::vector<engine::Setting> cleared;
  for (const auto& key : apart) cleared.push_back({item.table, item.id.value, key, "[]"});
  if (!cleared.empty())
    out.add(
        "not_with " + item.id.value, kOrderDropped, say(kNoNotWith, item.name), std::move(cleared));
}

void add_item(CandidateList& out, const Item& item, Minute minutes, bool has_phases) {
  add_windows(out, item);
  add_starts(out, item);
  add_free_start(out, item);
  add_order(out, item);
  if (has_phases) return;  // they would no longer add up
  for (const auto step : kSteps)
    if (minutes - step >= kShortest)
      out.add("minutes " + item.id.value,
              kShorter + std::int64_t{2} * step,
              say(kMinutes, item.name, minutes - step, minutes),
              {{item.table, item.id.value, "minutes", std::to_string(minutes - step)}});
}

}  // namespace

void add_hours(CandidateList& out) {
  add_days(out);
  add_sites(out);
  for (const auto* s : out.sessions)
    add_item(out,
             {"session", s->id, quoted_title(s->title, s->id), s->timing},
             s->minutes.value,
             !s->phases.empty());
  for (const auto* r : out.rotations)
    add_item(out,
             {"rotation", r->id, quoted_title(r->title, r->id), r->timing},
             r->minutes.value,
             !r->phases.empty());
}

}  // namespace scheduler
