#include "app/change_history.h"

#include <algorithm>
#include <cstdlib>

#include "data/read/time_values.h"
#include "engine/model/words.h"

namespace app {
namespace {

using engine::Gathering;
using engine::Minute;
using engine::RecordedChange;
using engine::say;
using engine::Text;
using Kind = scheduler::Disruption::Kind;

struct ChangeName {
  std::string_view key;  ///< of the option without its dashes, and in documents
  Kind kind;
};

constexpr ChangeName kNames[] = {{"person-out", Kind::PersonOut},
                                 {"person-late", Kind::PersonLate},
                                 {"room-out", Kind::RoomOut},
                                 {"site-out", Kind::SiteOut},
                                 {"delay", Kind::Delay},
                                 {"substitute", Kind::Substitute},
                                 {"absent", Kind::Absent},
                                 {"arrive", Kind::Arrive},
                                 {"cancel", Kind::Cancel},
                                 {"move", Kind::Move},
                                 {"lock", Kind::Lock},
                                 {"unlock", Kind::Unlock}};

/// RecordedChange::kind of what `--at` said; its value is the moment.
constexpr std::string_view kTime = "at";

bool is_planned_anew(const engine::PlanVersion& version) {
  return std::all_of(version.changes.begin(), version.changes.end(), [](const auto& change) {
    return change.kind == "gathering";
  });
}

}  // namespace

std::optional<Kind> change_named(std::string_view key) {
  for (const auto& name : kNames)
    if (name.key == key) return name.kind;
  return {};
}

std::string_view name_of(Kind kind) {
  for (const auto& name : kNames)
    if (name.kind == kind) return name.key;
  return {};
}

std::vector<RecordedChange> changes_in_force(const std::vector<engine::PlanVersion>& history,
                                             int number) {
  const auto found = std::find_if(
      history.begin(), history.end(), [&](const auto& v) { return v.number == number; });
  if (found == history.end() || is_planned_anew(*found)) return {};
  int before = number - 1;
  std::vector<RecordedChange> own;
  for (const auto& change : found->changes) {
    if (change.kind == "restore")
      before = std::atoi(change.value.c_str());
    else if (change_named(change.kind) || change.kind == kTime)
      own.push_back(change);
  }
  // A damaged history must not go round in circles.
  auto list = before < number ? changes_in_force(history, before) : std::vector<RecordedChange>{};
  list.insert(list.end(), own.begin(), own.end());
  return list;
}

std::optional<Minute> time_told(const std::vector<RecordedChange>& in_force) {
  std::optional<Minute> latest;
  for (const auto& change : in_force) {
    if (change.kind != kTime) continue;
    const auto when = data::parse_when(change.value);
    if (when && when->day) latest = std::max(latest, {engine::moment_at(*when->day, when->clock)});
  }
  return latest;
}

RecordedChange telling_the_time(Minute now, engine::Instant made) {
  const auto time = engine::spoken_time(now);
  return {.made = made,
          .kind = std::string(kTime),
          .item = {},
          .value = engine::moment_text(now),
          .text = say({"il est {0}", "it is {0}"}, time)};
}

std::optional<Minute> moment_of(const Gathering& gathering,
                                const std::string& option,
                                const std::string& text,
                                std::vector<Text>& wrong) {
  const auto complain = [&](const Text& what) {
    wrong.push_back(say({"{0}\u00a0: {1}", "{0}: {1}"}, option, what));
    return std::nullopt;
  };
  const auto when = data::parse_when(text);
  if (!when)
    return complain(say({"une heure est attendue, comme 09:05 ou 2025-02-11 09:05, pas "
                         "«\u202f{0}\u202f»",
                         "a time is expected, such as 09:05 or 2025-02-11 09:05, not \"{0}\""},
                        text));
  const auto& days = gathering.days;
  if (!when->day) {
    if (days.size() == 1) return engine::moment_at(days.front().date, when->clock);
    return complain(say(
        {"dites aussi le jour\u00a0: «\u202f{0} {1}\u202f»", "say the day as well: \"{0} {1}\""},
        days.empty() ? "AAAA-MM-JJ" : engine::iso_date(days.front().date),
        engine::clock_text(when->clock)));
  }
  const bool known = std::any_of(
      days.begin(), days.end(), [&](const auto& day) { return day.date == *when->day; });
  if (!known && !days.empty())
    return complain(
        say({"le {0} n’est pas un jour de la rencontre", "{0} is not a day of the gathering"},
            engine::iso_date(*when->day)));
  return engine::moment_at(*when->day, when->clock);
}

}  // namespace app
