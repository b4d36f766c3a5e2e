/// A programme of several dates looked at as a whole: polls, decisions, who comes back, pauses, and
/// how far each date may slip.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/model/text.h"
#include "engine/plan/plan.h"
#include "engine/problem/problem.h"

namespace engine {

/// One date of a poll; people are ids.
struct PollDate {
  Day day = 0;
  std::optional<Minute> clock;  ///< after midnight
  std::vector<std::string> yes;
  std::vector<std::string> if_need_be;
  std::vector<std::string> no;
  std::vector<std::string> silent;
  bool chosen = false;
  bool possible = true;
  Text text;  ///< a clause: what speaks for it, or why it cannot be
};

/// Somebody who cannot come on the date chosen.
struct Absence {
  std::string person;
  std::string by;  ///< who stands in; empty: nobody
};

struct PollOutcome {
  std::string session;
  std::vector<PollDate> dates;
  std::vector<Absence> absences;  ///< on the date chosen
  std::vector<Text> texts;        ///< why this date, who is missing
};

/// A decision, and what waits for it.
struct Milestone {
  std::string session;
  std::string decision;
  std::optional<Minute> start;       ///< none: it has no place
  std::vector<std::string> waiting;  ///< items of other days that come after it, directly or not
  Text text;
};

/// The audience of one session of a cohort, against that of the one before.
struct CohortStep {
  std::string session;
  Minute start = 0;
  std::int32_t people = 0;
  std::int32_t kept = 0;    ///< were there the time before; 0 for the first
  std::int32_t joined = 0;  ///< were not
  std::int32_t left = 0;    ///< were there the time before, and are not now
  Text text;
};

struct Cohort {
  std::string name;
  std::vector<CohortStep> steps;       ///< in order of time
  std::vector<std::string> always;     ///< people who are at every one
  std::vector<std::string> only_once;  ///< at one alone
  Text text;
};

/// Two items further apart than their `max_term_days` because of school holidays.
struct LongPause {
  std::string earlier;
  std::string later;
  std::int32_t days = 0;
  std::int32_t term_days = 0;  ///< without those of school holidays
  Text text;
};

/// How far what is on one date may slip as a whole, everything that follows being planned again.
struct Slack {
  Day day = 0;
  std::vector<std::string> items;  ///< what moves together
  Day latest = 0;                  ///< the last date known to work
  std::int32_t days = 0;           ///< days of the gathering after `day`, up to `latest`
  bool proved = false;             ///< no later date works
  Text text;
};

struct Series {
  std::vector<PollOutcome> polls;
  std::vector<Milestone> milestones;
  std::vector<Cohort> cohorts;
  std::vector<LongPause> pauses;
  std::vector<Slack> slack;  ///< in date order

  [[nodiscard]] bool empty() const {
    return polls.empty() && milestones.empty() && cohorts.empty() && pauses.empty() &&
           slack.empty();
  }
};

/// All but `slack`. `problem` is compiled from `gathering`, and `plan` made from it.
[[nodiscard]] Series series_of(const Gathering& gathering,
                               const Problem& problem,
                               const Plan& plan);

}  // namespace engine
