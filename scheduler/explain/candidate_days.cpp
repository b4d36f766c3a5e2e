#include "scheduler/explain/as_toml.h"
#include "scheduler/explain/candidate_list.h"

namespace scheduler {
namespace {

using engine::kMinutesPerDay;
using engine::RuleId;
using engine::say;
using engine::Words;

// Points beside the minutes moved: the house stays open for everybody.
constexpr std::int64_t kDayLonger = 10;
constexpr std::int64_t kDayEarlier = 20;
constexpr std::int64_t kSiteLonger = 15;
constexpr std::int64_t kCalendarLonger = 20;
constexpr std::int64_t kDayMore = 350;
constexpr std::size_t kMostDays = 5;

constexpr Words kLater{"finir {0} à {1} au lieu de {2}", "end {0} at {1} instead of {2}"};
constexpr Words kEarlier{"commencer {0} à {1} au lieu de {2}", "begin {0} at {1} instead of {2}"};
constexpr Words kOn{"le {0}", "on {0}"};
constexpr Words kEveryDay{"chaque jour", "every day"};
constexpr Words kAllLater{"finir chaque jour {0} plus tard", "end every day {0} later"};
constexpr Words kAllBeforeMidnight{"finir chaque jour {0} plus tard, avant minuit",
                                   "end every day {0} later, before midnight"};
constexpr Words kAllEarlier{"commencer chaque jour {0} plus tôt", "begin every day {0} earlier"};
constexpr Words kSiteLater{"fermer {0} à {1} au lieu de {2}", "close {0} at {1} instead of {2}"};
constexpr Words kSiteEarlier{"ouvrir {0} à {1} au lieu de {2}", "open {0} at {1} instead of {2}"};
constexpr Words kAllSites{"ouvrir tous les lieux de {0} à {1}", "open every site from {0} to {1}"};
constexpr Words kUntil{"prolonger le calendrier jusqu’au {0}", "let the calendar last until {0}"};
constexpr Words kSince{"faire partir le calendrier du {0}", "let the calendar begin on {0}"};
constexpr Words kAnotherDay{"ajouter une journée, le {0}", "add a day, {0}"};

void add_day(CandidateList& out, const engine::DayHours& day, bool calendar) {
  const std::string table = calendar ? "calendar" : "day";
  const std::string id = calendar ? "" : engine::iso_date(day.date);
  const auto when = calendar ? say(kEveryDay) : say(kOn, engine::long_date(day.date));
  for (const auto step : kLongSteps) {
    if (day.closes + step <= kLatest)
      out.add_by_degrees("closes " + id,
                         kDayLonger + step + at_night(day.closes, day.closes + step),
                         say(kLater,
                             when,
                             engine::spoken_time(day.closes + step),
                             engine::spoken_time(day.closes)),
                         {{table, id, "closes", clock_toml(day.closes + step)}});
    if (day.opens - step >= 0)
      out.add_by_degrees("opens " + id,
                         kDayEarlier + step + at_night(day.opens - step, day.opens),
                         say(kEarlier,
                             when,
                             engine::spoken_time(day.opens - step),
                             engine::spoken_time(day.opens)),
                         {{table, id, "opens", clock_toml(day.opens - step)}});
  }
}

/// Every row by as much at one end, as far as midnight.
void add_every_day(CandidateList& out, bool later) {
  for (const auto step : kLongSteps) {
    std::vector<engine::Setting> changes;
    std::int64_t cost = 0;
    bool midnight = false;
    for (const auto& day : out.gathering.days) {
      const auto from = later ? day.closes : std::max<engine::Minute>(0, day.opens - step);
      const auto to = later ? std::min<engine::Minute>(day.closes + step, kLatest) : day.opens;
      midnight = midnight || to - from < step;
      changes.push_back({"day",
                         engine::iso_date(day.date),
                         later ? "closes" : "opens",
                         clock_toml(later ? to : from)});
      cost += (later ? kDayLonger : kDayEarlier) + step + at_night(from, to);
    }
    if (midnight && !later) return;
    const auto& words = !later ? kAllEarlier : midnight ? kAllBeforeMidnight : kAllLater;
    out.add_by_degrees(later ? "every closes" : "every opens",
                       cost,
                       say(words, engine::spoken_length(step)),
                       std::move(changes));
  }
}

/// One more row, behind the last, as far as the last two are apart.
void add_another_day(CandidateList& out) {
  const auto& days = out.gathering.days;
  const auto next =
      days.back().date + (days.size() > 1 ? days.back().date - days[days.size() - 2].date : 1);
  const auto id = engine::iso_date(next);
  out.add("another day",
          kDayMore,
          say(kAnotherDay, engine::long_date(next)),
          {{"day", id, "opens", clock_toml(days.back().opens)},
           {"day", id, "closes", clock_toml(days.back().closes)}});
}

/// A calendar that ends later or begins earlier.
void add_dates(CandidateList& out) {
  const auto first = out.gathering.days.front().date;
  const auto last = out.gathering.days.back().date;
  for (const auto step : kDaySteps) {
    const auto cost = kCalendarLonger + kPerDay * step;
    out.add_by_degrees("calendar to",
                       cost,
                       say(kUntil, engine::long_date(last + step)),
                       {{"calendar", "", "to", engine::iso_date(last + step)}});
    out.add_by_degrees("calendar from",
                       cost + kPerDay,
                       say(kSince, engine::long_date(first - step)),
                       {{"calendar", "", "from", engine::iso_date(first - step)}});
  }
}

void add_sites(CandidateList& out) {
  for (const auto& site : out.gathering.sites) {
    const auto name = quoted_title(site.name, site.id);
    for (const auto step : kLongSteps) {
      if (site.closes && site.closes->value + step <= kLatest)
        out.add_by_degrees(
            "site closes " + site.id.value,
            kSiteLonger + step + at_night(site.closes->value, site.closes->value + step),
            say(kSiteLater,
                name,
                engine::spoken_time(site.closes->value + step),
                engine::spoken_time(site.closes->value)),
            {{"site", site.id.value, "closes", clock_toml(site.closes->value + step)}});
      if (site.opens && site.opens->value - step >= 0)
        out.add_by_degrees(
            "site opens " + site.id.value,
            kSiteLonger + step + at_night(site.opens->value - step, site.opens->value),
            say(kSiteEarlier,
                name,
                engine::spoken_time(site.opens->value - step),
                engine::spoken_time(site.opens->value)),
            {{"site", site.id.value, "opens", clock_toml(site.opens->value - step)}});
    }
  }
}

/// Every site that is shut in hours of the days, open for all of them.
void add_all_sites(CandidateList& out) {
  const auto& days = out.gathering.days;
  if (days.empty()) return;
  auto from = days.front().opens;
  auto to = days.front().closes;
  for (const auto& day : days) {
    from = std::min(from, day.opens);
    to = std::max(to, day.closes);
  }
  std::vector<engine::Setting> changes;
  std::int64_t cost = 0;
  int minutes = 0;
  for (const auto& site : out.gathering.sites) {
    const auto opens = site.opens ? site.opens->value : 0;
    const auto closes = site.closes ? site.closes->value : kMinutesPerDay;
    if (opens <= from && closes >= to) continue;
    if (opens > from) changes.push_back({"site", site.id.value, "opens", clock_toml(from)});
    if (closes < to) changes.push_back({"site", site.id.value, "closes", clock_toml(to)});
    cost += kSiteLonger;
    minutes = std::max({minutes, opens - from, to - closes});
  }
  if (changes.size() > 1)
    out.add("all sites",
            cost + minutes,
            say(kAllSites, engine::spoken_time(from), engine::spoken_time(to)),
            std::move(changes));
}

}  // namespace

void add_days(CandidateList& out) {
  const auto& days = out.gathering.days;
  // One day alone may be a row or all that a calendar leaves; what is not in the file is not
  // offered.
  const bool rows = !engine::has_calendar(out.gathering) && !days.empty();
  const bool calendar = !rows || days.size() == 1;
  out.add_easing(std::array{RuleId::DayBounds}, [&] {
    for (std::size_t i = 0; rows && i < std::min(days.size(), kMostDays); ++i)
      add_day(out, days[i], false);
    if (calendar && !days.empty()) add_day(out, days.front(), true);
    if (rows && days.size() > 1)
      for (const bool later : {true, false}) add_every_day(out, later);
  });
  if (rows) add_another_day(out);
  if (calendar && !days.empty()) add_dates(out);
  out.add_easing(std::array{RuleId::SiteClosed}, [&] {
    add_sites(out);
    add_all_sites(out);
  });
}

}  // namespace scheduler
