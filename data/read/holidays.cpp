#include "data/calendars/holidays.h"

#include <algorithm>
#include <string>
#include <vector>

#include "data/read/parts.h"
#include "engine/model/words.h"

namespace data {
namespace {

using engine::Day;
using engine::Gathering;
using engine::say;
using engine::SchoolHolidays;
using engine::state;
using engine::Text;
using engine::Words;

/// Gaps of a series may reach over holidays just before and after its days.
constexpr Day kAround = 120;

constexpr Words kInside{"« {0} » : cette date ({1}) tombe dans les {2}, du {3} au {4} (zone {5})",
                        "\"{0}\": this date ({1}) lies inside the {2}, {3} to {4} (zone {5})"};
constexpr Words kWindowInside{
    "« {0} » : ce créneau ({1} – {6}) tombe tout entier dans les {2}, du {3} au {4} (zone {5})",
    "\"{0}\": this window ({1} – {6}) lies wholly inside the {2}, {3} to {4} (zone {5})"};
constexpr Words kPublic{"« {0} » : {1} est un jour férié en France ({2})",
                        "\"{0}\": {1} is a public holiday in France ({2})"};

/// Looks at the dates that items name.
class DateChecks {
 public:
  DateChecks(engine::Diagnostics& diagnostics, const Gathering& gathering)
      : diagnostics_(diagnostics), gathering_(gathering) {}

  /// A session or a rotation.
  template <class Item>
  void look(const Item& item) {
    item_ = engine::named(item);
    const auto& timing = item.timing;
    if (timing.day) date(timing.day->value, timing.day->where);
    if (timing.start && timing.start->value.day)
      date(*timing.start->value.day, timing.start->where);
    for (const auto& start : timing.starts)
      if (start.value.day) date(*start.value.day, start.where);
    windows(timing.windows, true);
    windows(timing.preferred, false);
  }

  void look(const engine::Poll& poll) {
    const auto& id = poll.session.value;
    item_ = {.by_id = {id, id}, .by_name = {id, id}, .about = {id}};
    for (const auto& option : poll.options) option_date(option);
  }

 private:
  /// A day that the gathering has was warned of where it is written.
  void date(Day day, engine::Where where) {
    if (has_day(day)) return;
    if (const auto* holidays = around(day, day))
      diagnostics_.error(where, inside(day, *holidays));
    else if (const auto name = public_holiday(day))
      diagnostics_.error(where, say(kPublic, item_.by_id, engine::long_date(day), *name));
  }

  void option_date(const engine::PollOption& option) {
    if (const auto* holidays = around(option.day, option.day))
      diagnostics_.warning(option.where, inside(option.day, *holidays));
    else if (const auto name = public_holiday(option.day))
      diagnostics_.warning(option.where,
                           say(kPublic, item_.by_id, engine::long_date(option.day), *name));
  }

  /// With no window left outside the holidays there is no plan.
  void windows(const std::vector<engine::Window>& list, bool needed) {
    const bool all =
        !list.empty() && std::all_of(list.begin(), list.end(), [&](const auto& window) {
          return holidays_of(window) != nullptr && !has_day_in(window);
        });
    for (const auto& window : list) {
      const auto* holidays = holidays_of(window);
      if (holidays == nullptr) continue;
      const auto inside = state(kWindowInside,
                                item_,
                                engine::long_date(*window.from.day),
                                holidays->name,
                                engine::long_date(holidays->first),
                                engine::long_date(holidays->last),
                                zone(),
                                engine::long_date(*window.to.day));
      if (needed && all)
        diagnostics_.impossible(window.where, {}, inside);
      else
        diagnostics_.warning(window.where, inside.by_id);
    }
  }

  [[nodiscard]] const SchoolHolidays* holidays_of(const engine::Window& window) const {
    return window.from.day && window.to.day ? around(*window.from.day, *window.to.day) : nullptr;
  }

  [[nodiscard]] const SchoolHolidays* around(Day from, Day to) const {
    for (const auto& one : gathering_.school_holidays)
      if (one.first <= from && to <= one.last) return &one;
    return nullptr;
  }

  [[nodiscard]] Text inside(Day day, const SchoolHolidays& holidays) const {
    return say(kInside,
               item_.by_id,
               engine::long_date(day),
               holidays.name,
               engine::long_date(holidays.first),
               engine::long_date(holidays.last),
               zone());
  }

  [[nodiscard]] bool has_day(Day day) const { return has_day_between(day, day); }
  [[nodiscard]] bool has_day_in(const engine::Window& window) const {
    return has_day_between(*window.from.day, *window.to.day);
  }
  [[nodiscard]] bool has_day_between(Day from, Day to) const {
    return std::any_of(gathering_.days.begin(), gathering_.days.end(), [&](const auto& day) {
      return from <= day.date && day.date <= to;
    });
  }

  [[nodiscard]] std::string zone() const {
    return std::string(1, gathering_.school_zone.value_or('?'));
  }

  engine::Diagnostics& diagnostics_;
  const Gathering& gathering_;
  engine::Statement item_;  ///< the one looked at
};

}  // namespace

void read_school_holidays(Gathering& out) {
  if (!out.school_zone || out.days.empty()) return;
  out.school_holidays = school_holidays_between(
      out.days.front().date - kAround, out.days.back().date + kAround, *out.school_zone);
}

void check_item_dates(engine::Diagnostics& diagnostics, const Gathering& gathering) {
  if (gathering.days.empty() || !gathering.school_zone) return;
  DateChecks checks(diagnostics, gathering);
  for (const auto& session : gathering.sessions) checks.look(session);
  for (const auto& rotation : gathering.rotations) checks.look(rotation);
  for (const auto& poll : gathering.polls) checks.look(poll);
}

}  // namespace data
