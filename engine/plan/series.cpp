#include "engine/plan/series.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "engine/model/words.h"
#include "engine/plan/poll_outcome.h"

namespace engine {
namespace {

constexpr Words kDecides{"{0}, «\u202f{1}\u202f»\u00a0: {2}.", "{0}, \"{1}\": {2}."};
constexpr Words kDecidesGates{
    "{0}, «\u202f{1}\u202f»\u00a0: {2}. {3} {3:séance l’attend|séances l’attendent}.",
    "{0}, \"{1}\": {2}. {3} {3:session waits|sessions wait} for it."};
constexpr Words kNoDate{"Sans date", "No date"};
constexpr Words kFirstStep{"{0}, «\u202f{1}\u202f»\u00a0: {2} {2:personne|personnes}.",
                           "{0}, \"{1}\": {2} {2:person|people}."};
constexpr Words kStep{
    "{0}, «\u202f{1}\u202f»\u00a0: {2} {2:personne|personnes}, dont {3} de la fois d’avant "
    "({4}\u202f%)\u202f; "
    "{5} de plus, {6} de moins.",
    "{0}, \"{1}\": {2} {2:person|people}, {3} of them from the time before ({4}%); {5} joined, {6} "
    "left."};
constexpr Words kCohort{
    "«\u202f{0}\u202f», {1} {1:séance|séances}\u00a0: {2} {2:personne|personnes} en tout, {3} à "
    "toutes, {4} à une seule. "
    "D’une séance à la suivante, {5}\u202f% restent.",
    "\"{0}\", {1} {1:session|sessions}: {2} {2:person|people} in all, {3} at every one, {4} at one "
    "only. From one session "
    "to the next, {5}% stay."};
constexpr Words kPause{
    "Entre «\u202f{0}\u202f» et «\u202f{1}\u202f»\u00a0: {2} {2:jour|jours}, dont {3} hors "
    "vacances "
    "scolaires. La pause est acceptée.",
    "Between \"{0}\" and \"{1}\": {2} {2:day|days}, {3} of them outside school holidays. The pause "
    "is "
    "accepted."};

/// At the head of a sentence.
Text date_text(Minute moment) {
  Text text = long_date(day_of(moment));
  text.fr.front() = static_cast<char>(std::toupper(text.fr.front()));  // weekdays are ASCII
  return text;
}

/// The items of a plan, sessions first.
class Items {
 public:
  Items(const Gathering& gathering, const Plan& plan) {
    for (const auto& session : gathering.sessions) titles_[session.id.value] = session.title;
    for (const auto& rotation : gathering.rotations) titles_[rotation.id.value] = rotation.title;
    for (const auto& session : plan.sessions) times_[session.id] = {session.start, session.end};
    for (const auto& rotation : plan.rotations)
      times_[rotation.id] = {rotation.rounds.front().start, rotation.rounds.back().end};
  }

  [[nodiscard]] std::string title(const std::string& id) const {
    const auto found = titles_.find(id);
    return found == titles_.end() || found->second.empty() ? id : found->second;
  }
  [[nodiscard]] const Interval* time(const std::string& id) const {
    const auto found = times_.find(id);
    return found == times_.end() ? nullptr : &found->second;
  }

 private:
  std::map<std::string, std::string> titles_;
  std::map<std::string, Interval> times_;
};

/// Every item, and those written to come directly after it.
std::map<std::string, std::vector<std::string>> followers(const Gathering& gathering) {
  std::map<std::string, std::vector<std::string>> after;
  const auto add = [&](const Key& id, const Timing& timing) {
    for (const auto& one : timing.after) after[one.item.value].push_back(id.value);
  };
  for (const auto& session : gathering.sessions) add(session.id, session.timing);
  for (const auto& rotation : gathering.rotations) add(rotation.id, rotation.timing);
  return after;
}

std::vector<std::string> all_after(const std::map<std::string, std::vector<std::string>>& after,
                                   const std::string& id) {
  std::set<std::string> seen;
  std::vector<std::string> open{id};
  while (!open.empty()) {
    const auto one = open.back();
    open.pop_back();
    const auto found = after.find(one);
    if (found == after.end()) continue;
    for (const auto& next : found->second)
      if (seen.insert(next).second) open.push_back(next);
  }
  return {seen.begin(), seen.end()};
}

std::vector<Milestone> milestones(const Gathering& gathering, const Items& items) {
  std::vector<Milestone> list;
  const auto after = followers(gathering);
  for (const auto& session : gathering.sessions) {
    if (session.milestone.empty()) continue;
    const auto& id = session.id.value;
    Milestone row{id, session.milestone, {}, {}, {}};
    const auto* time = items.time(id);
    if (time != nullptr) row.start = time->from;
    for (const auto& one : all_after(after, id)) {
      const auto* later = items.time(one);
      const bool same_day =
          time != nullptr && later != nullptr && day_of(later->from) == day_of(time->to);
      if (!same_day) row.waiting.push_back(one);
    }
    row.text = say(row.waiting.empty() ? kDecides : kDecidesGates,
                   time == nullptr ? say(kNoDate) : date_text(time->from),
                   items.title(id),
                   row.decision,
                   row.waiting.size());
    list.push_back(std::move(row));
  }
  std::stable_sort(list.begin(), list.end(), [](const Milestone& a, const Milestone& b) {
    return a.start.value_or(INT32_MAX) < b.start.value_or(INT32_MAX);
  });
  return list;
}

using People = std::set<std::string>;

People people_at(const PlannedSession& session) {
  return {session.participants.begin(), session.participants.end()};
}

std::int32_t size_of_both(const People& a, const People& b) {
  return static_cast<std::int32_t>(std::count_if(
      a.begin(), a.end(), [&](const std::string& person) { return b.contains(person); }));
}

std::int64_t percent(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? 100 : (200 * part + whole) / (2 * whole);
}

/// Of those who could come back, how many did.
Cohort cohort(const std::string& name,
              std::vector<const PlannedSession*> sessions,
              const Items& items) {
  std::stable_sort(sessions.begin(), sessions.end(), [](const auto* a, const auto* b) {
    return a->start < b->start;
  });
  Cohort row;
  row.name = name;
  std::map<std::string, std::size_t> times;
  People before;
  std::int64_t came = 0;
  std::int64_t stayed = 0;
  for (const auto* session : sessions) {
    const auto now = people_at(*session);
    for (const auto& person : now) ++times[person];
    CohortStep step{
        session->id, session->start, static_cast<std::int32_t>(now.size()), 0, 0, 0, {}};
    const auto date = date_text(session->start);
    if (row.steps.empty()) {
      step.text = say(kFirstStep, date, items.title(session->id), step.people);
    } else {
      step.kept = size_of_both(before, now);
      step.joined = step.people - step.kept;
      step.left = static_cast<std::int32_t>(before.size()) - step.kept;
      came += static_cast<std::int64_t>(before.size());
      stayed += step.kept;
      step.text = say(kStep,
                      date,
                      items.title(session->id),
                      step.people,
                      step.kept,
                      percent(step.kept, static_cast<std::int64_t>(before.size())),
                      step.joined,
                      step.left);
    }
    row.steps.push_back(std::move(step));
    before = now;
  }
  for (const auto& [person, count] : times) {
    if (count == sessions.size()) row.always.push_back(person);
    if (count == 1) row.only_once.push_back(person);
  }
  row.text = say(kCohort,
                 name,
                 sessions.size(),
                 times.size(),
                 row.always.size(),
                 row.only_once.size(),
                 percent(stayed, came));
  return row;
}

std::vector<Cohort> cohorts(const Gathering& gathering, const Plan& plan, const Items& items) {
  std::vector<std::string> names;
  std::map<std::string, std::string> name_of;
  for (const auto& session : gathering.sessions) {
    if (session.cohort.empty()) continue;
    name_of[session.id.value] = session.cohort;
    if (std::find(names.begin(), names.end(), session.cohort) == names.end())
      names.push_back(session.cohort);
  }
  std::vector<Cohort> list;
  for (const auto& name : names) {
    std::vector<const PlannedSession*> sessions;
    for (const auto& session : plan.sessions) {
      const auto found = name_of.find(session.id);
      if (found != name_of.end() && found->second == name) sessions.push_back(&session);
    }
    if (sessions.size() > 1) list.push_back(cohort(name, sessions, items));
  }
  return list;
}

std::vector<LongPause> pauses(const Gathering& gathering,
                              const Problem& problem,
                              const Items& items) {
  std::vector<LongPause> list;
  const auto look = [&](const Key& id, const Timing& timing) {
    const auto* later = items.time(id.value);
    if (later == nullptr) return;
    for (const auto& after : timing.after) {
      const auto* earlier = items.time(after.item.value);
      if (!after.max_term_days || earlier == nullptr || later->from < earlier->to) continue;
      const auto from = day_of(earlier->to);
      const auto to = day_of(later->from);
      if (to - from <= *after.max_term_days) continue;
      LongPause row{after.item.value, id.value, to - from, problem.term_days.between(from, to), {}};
      row.text =
          say(kPause, items.title(row.earlier), items.title(row.later), row.days, row.term_days);
      list.push_back(std::move(row));
    }
  };
  for (const auto& session : gathering.sessions) look(session.id, session.timing);
  for (const auto& rotation : gathering.rotations) look(rotation.id, rotation.timing);
  return list;
}

}  // namespace

Series series_of(const Gathering& gathering, const Problem& problem, const Plan& plan) {
  const Items items(gathering, plan);
  Series series;
  series.polls = poll_outcomes(gathering, problem, plan);
  series.milestones = milestones(gathering, items);
  series.cohorts = cohorts(gathering, plan, items);
  series.pauses = pauses(gathering, problem, items);
  return series;
}

}  // namespace engine
