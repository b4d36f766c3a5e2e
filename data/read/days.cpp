#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "data/calendars/holidays.h"
#include "data/read/parts.h"
#include "data/read/plain_values.h"
#include "data/read/time_values.h"
#include "engine/model/fold.h"
#include "engine/model/words.h"

namespace data {
namespace {

using engine::At;
using engine::Day;
using engine::DayHours;
using engine::Gathering;
using engine::say;
using engine::Text;
using engine::Words;

constexpr Words kHours{"la journée ferme ({1}) avant d’ouvrir ({0})",
                       "the day closes ({1}) before it opens ({0})"};
constexpr Words kBackwards{"le calendrier finit le {1}, avant de commencer le {0}",
                           "the calendar ends on {1}, before it begins on {0}"};
constexpr Words kTooLong{"le calendrier couvre plus de {0} jours",
                         "the calendar spans more than {0} days"};
constexpr Words kNoDay{
    "ce calendrier ne contient aucun jour, une fois ôtés jours fériés, vacances et exceptions",
    "this calendar holds no day once public holidays, school holidays and exceptions are left out"};
constexpr Words kOtherZone{"zone scolaire {0} ici, {1} dans [gathering] : garder l’une des deux",
                           "school zone {0} here, {1} in [gathering]: keep one of them"};
constexpr Words kPublic{"{0} est un jour férié en France ({1})",
                        "{0} is a public holiday in France ({1})"};
constexpr Words kSchool{"{0} : vacances scolaires, zone {1} ({2})",
                        "{0}: school holidays, zone {1} ({2})"};
constexpr Words kSchoolAll{"{0} : vacances scolaires dans toutes les zones ({1})",
                           "{0}: school holidays in all French zones ({1})"};
constexpr Words kBeyond{
    "vacances scolaires non vérifiées pour {0} : elles sont connues du {1} au {2}",
    "school holidays not checked for {0}: they are known from {1} to {2}"};

constexpr int kLongestCalendar = 3660;

struct Weekday {
  std::string_view word;
  int number;  ///< 0 is Monday
};

constexpr auto kWeekdays = std::to_array<Weekday>({
    {"monday", 0},   {"tuesday", 1},  {"wednesday", 2}, {"thursday", 3}, {"friday", 4},
    {"saturday", 5}, {"sunday", 6},   {"lundi", 0},     {"mardi", 1},    {"mercredi", 2},
    {"jeudi", 3},    {"vendredi", 4}, {"samedi", 5},    {"dimanche", 6}, {"mon", 0},
    {"tue", 1},      {"wed", 2},      {"thu", 3},       {"fri", 4},      {"sat", 5},
    {"sun", 6},      {"lun", 0},      {"mar", 1},       {"mer", 2},      {"jeu", 3},
    {"ven", 4},      {"sam", 5},      {"dim", 6},
});

struct Hours {
  engine::Minute opens = 0;
  engine::Minute closes = engine::kMinutesPerDay;
};

/// The whole day after an error, so that nothing else seems wrong.
Hours read_hours(Section& section) {
  const auto opens = section.clock("opens", Need::Required);
  const auto closes = section.clock("closes", Need::Required);
  if (!opens || !closes) return {};
  if (closes->value > opens->value) return {opens->value, closes->value};
  section.context().diagnostics.error(
      closes->where,
      say(kHours, engine::clock_text(opens->value), engine::clock_text(closes->value)));
  return {};
}

std::array<bool, 7> read_weekdays(Section& section) {
  std::array<bool, 7> wanted{};
  const auto keys = section.keys("weekdays");
  std::vector<std::string_view> words;
  for (const auto& weekday : kWeekdays) words.push_back(weekday.word);
  for (const auto& key : keys) {
    const auto plain = engine::fold(key.value);
    const auto* weekday = std::find_if(kWeekdays.begin(), kWeekdays.end(), [&](const Weekday& one) {
      return one.word == plain || std::string(one.word) + "s" == plain;
    });
    if (weekday != kWeekdays.end()) {
      wanted[static_cast<std::size_t>(weekday->number)] = true;
    } else {
      Value value;
      value.where = key.where;
      value.text = key.value;
      say_unknown_word(section.context(), value, "weekdays", words);
    }
  }
  if (std::find(wanted.begin(), wanted.end(), true) == wanted.end()) wanted.fill(true);
  return wanted;
}

std::set<Day> read_except(Section& section) {
  std::set<Day> days;
  const auto* value = section.find("except");
  const auto* list = value == nullptr ? nullptr : to_list(section.context(), *value, "except");
  if (list == nullptr) return days;
  for (const auto& item : *list)
    if (const auto day = to_date(section.context(), item, "except")) days.insert(*day);
  return days;
}

/// Are French holidays those of this gathering?
bool is_in_france(const Gathering& gathering) {
  return gathering.timezone == "Europe/Paris" || gathering.school_zone.has_value();
}

bool is_left_out(const Gathering& gathering, Day day) {
  if (!is_in_france(gathering)) return false;
  const bool school = gathering.school_zone && school_holiday(day, *gathering.school_zone);
  return school || public_holiday(day).has_value();
}

bool range_is_right(Context& context, const At<Day>& from, const At<Day>& to) {
  if (to.value < from.value)
    context.diagnostics.error(
        to.where, say(kBackwards, engine::long_date(from.value), engine::long_date(to.value)));
  else if (to.value - from.value > kLongestCalendar)
    context.diagnostics.error(to.where, say(kTooLong, kLongestCalendar));
  else
    return true;
  return false;
}

void check_school(Context& context, const Gathering& gathering, const DayHours& day) {
  if (const auto zone = gathering.school_zone) {
    if (const auto name = school_holiday(day.date, *zone))
      context.diagnostics.warning(
          day.where, say(kSchool, engine::long_date(day.date), std::string(1, *zone), *name));
    return;
  }
  const auto name = school_holiday(day.date, 'A');
  if (name && school_holiday(day.date, 'B') && school_holiday(day.date, 'C'))
    context.diagnostics.warning(day.where, say(kSchoolAll, engine::long_date(day.date), *name));
}

}  // namespace

void read_days(Context& context, const Tables& tables, Gathering& out) {
  for (const auto* table : tables) {
    Section section(context, *table, "[[day]]");
    const auto date = section.date("date", Need::Required);
    const auto hours = read_hours(section);
    section.finish();
    if (date) out.days.push_back({date->value, hours.opens, hours.closes, date->where});
  }
  std::stable_sort(out.days.begin(), out.days.end(), [](const DayHours& a, const DayHours& b) {
    return a.date < b.date;
  });
}

void read_calendar(Context& context, const Value& table, Gathering& out) {
  Section section(context, table, "[calendar]");
  const auto from = section.date("from", Need::Required);
  const auto to = section.date("to", Need::Required);
  const auto weekdays = read_weekdays(section);
  const auto hours = read_hours(section);
  const auto zone = read_school_zone(section);
  const auto except = read_except(section);
  section.finish();
  if (zone && out.school_zone && *zone != *out.school_zone)
    context.diagnostics.error(
        section.find("school_zone")->where,
        say(kOtherZone, std::string(1, *zone), std::string(1, *out.school_zone)));
  if (zone) out.school_zone = zone;
  if (!from || !to || !range_is_right(context, *from, *to)) return;
  for (Day day = from->value; day <= to->value; ++day) {
    const bool wanted = weekdays[static_cast<std::size_t>(engine::weekday_of(day))];
    if (!wanted || except.count(day) > 0 || is_left_out(out, day)) continue;
    out.days.push_back({day, hours.opens, hours.closes, from->where});
  }
  if (out.days.empty()) context.diagnostics.error(table.where, say(kNoDay));
}

void check_holidays(Context& context, const Gathering& gathering) {
  if (!is_in_france(gathering)) return;
  for (const auto& day : gathering.days) {
    if (const auto name = public_holiday(day.date))
      context.diagnostics.warning(day.where, say(kPublic, engine::long_date(day.date), *name));
    check_school(context, gathering, day);
  }
}

void check_known_holidays(Context& context, const Gathering& gathering) {
  if (!is_in_france(gathering)) return;
  const auto beyond =
      std::find_if(gathering.days.begin(), gathering.days.end(), [&](const DayHours& day) {
        return day.date < known_from() || day.date > known_until(gathering.school_zone);
      });
  if (beyond == gathering.days.end()) return;
  context.diagnostics.warning(beyond->where,
                              say(kBeyond,
                                  engine::long_date(beyond->date),
                                  engine::long_date(known_from()),
                                  engine::long_date(known_until(gathering.school_zone))));
}

}  // namespace data
