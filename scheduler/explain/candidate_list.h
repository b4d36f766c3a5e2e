/// The parts of candidates_of, one for each kind of thing that can change.
#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/model/words.h"
#include "engine/rules/catalogue.h"
#include "scheduler/explain/candidates.h"

namespace scheduler {

/// What the parts share: the gathering, the items concerned, and the list they add to.
struct CandidateList {
  const engine::Gathering& gathering;
  std::vector<const engine::Session*> sessions;
  std::vector<const engine::Rotation*> rotations;
  const engine::Obstruction& conflict;
  std::vector<Candidate> list;

  void add(std::string family,
           std::int64_t cost,
           engine::Text text,
           std::vector<engine::Setting> changes) {
    list.push_back({std::move(family), {std::move(text), cost, std::move(changes)}});
  }
  /// What `add` adds is unlikely to help, or not.
  template <class F>
  void add_as(bool unlikely, F add) {
    const auto before = static_cast<std::ptrdiff_t>(list.size());
    add();
    std::for_each(list.begin() + before, list.end(), [&](auto& one) {
      one.unlikely = one.unlikely || unlikely;
    });
  }
  /// What `add` adds eases these rules and changes nothing else.
  template <class F>
  void add_easing(std::span<const engine::RuleId> rules, F add) {
    const auto before = static_cast<std::ptrdiff_t>(list.size());
    add();
    std::for_each(list.begin() + before, list.end(), [&](auto& one) {
      one.eases.assign(rules.begin(), rules.end());
    });
  }
  void add_by_degrees(std::string family,
                      std::int64_t cost,
                      engine::Text text,
                      std::vector<engine::Setting> changes) {
    add(std::move(family), cost, std::move(text), std::move(changes));
    list.back().by_degrees = true;
  }
};

/// By how much hours are moved, in minutes, small steps first.
inline constexpr std::array<engine::Minute, 9> kSteps{5, 10, 15, 30, 45, 60, 90, 120, 180};
/// The same for what goes by degrees, which may be far too short or too long.
inline constexpr std::array<engine::Minute, 17> kLongSteps{
    5, 10, 15, 30, 45, 60, 90, 120, 180, 240, 300, 360, 480, 600, 720, 900, 1200};
/// By how many days.
inline constexpr std::array<int, 13> kDaySteps{1, 2, 3, 5, 7, 10, 14, 21, 28, 42, 70, 182, 365};
/// By how many people, places, pieces.
inline constexpr std::array<int, 13> kHeadSteps{1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 40, 80, 160};
/// How long sessions and ways usually are, in minutes.
inline constexpr std::array<engine::Minute, 9> kUsualLengths{5, 15, 20, 30, 45, 60, 90, 120, 180};
/// What a day costs where another is asked for.
inline constexpr std::int64_t kPerDay = 5;

/// `now` less each of the steps, the last one down to `least`; nothing where `now` is not above it.
template <class Steps>
std::vector<int> down_from(int now, int least, const Steps& steps) {
  std::vector<int> values;
  for (const auto step : steps)
    if (now - static_cast<int>(step) > least) values.push_back(now - static_cast<int>(step));
  if (now > least) values.push_back(least);
  return values;
}

/// Lengths below `minutes`, step by step and then the usual ones; the longest first, none below
/// `least`.
[[nodiscard]] std::vector<engine::Minute> shorter_lengths(engine::Minute minutes,
                                                          engine::Minute least);

/// Rules that rooms, equipment and vehicles can be in the way of.
inline constexpr std::array kOfPlaces{engine::RuleId::TravelTime,
                                      engine::RuleId::RoomOverlap,
                                      engine::RuleId::RoomUnavailable,
                                      engine::RuleId::RoomCapacity,
                                      engine::RuleId::RoomFeatures,
                                      engine::RuleId::SiteClosed,
                                      engine::RuleId::EquipmentStock,
                                      engine::RuleId::StationCapacity,
                                      engine::RuleId::ShuttleSeats};

/// A session or rotation, as its part of the file is called.
struct Item {
  const char* table;
  const engine::Key& id;
  engine::Text name;
  const engine::Timing& timing;
};

/// The title in quotes, or the id.
[[nodiscard]] inline engine::Text quoted_title(const std::string& title, const engine::Key& id) {
  return engine::say({"«\u202f{0}\u202f»", "\"{0}\""}, title.empty() ? id.value : title);
}

/// As an error and a setting name a station.
[[nodiscard]] inline std::string station_id(const engine::Rotation& rotation,
                                            const engine::Station& station) {
  return rotation.id.value + "/" + station.id.value;
}

/// No change asks for a later hour: of 24:00 not every program that reads gatherings knows.
inline constexpr engine::Minute kLatest = engine::kMinutesPerDay - 1;

/// Points beside the minutes from one hour of a day to a later one: at night each counts more.
[[nodiscard]] constexpr std::int64_t at_night(engine::Minute from, engine::Minute to) {
  constexpr engine::Minute kMorning = 7 * 60;
  constexpr engine::Minute kNight = 22 * 60;
  constexpr std::int64_t kPerMinute = 3;
  return kPerMinute *
         (std::max(0, std::min(to, kMorning) - from) + std::max(0, to - std::max(from, kNight)));
}

/// Whether the conflict is about one of the rules. Without a word on its rules it may be about any.
[[nodiscard]] bool about(const CandidateList& out, std::span<const engine::RuleId> rules);

[[nodiscard]] inline Item item_of(const engine::Session& session) {
  return {"session", session.id, quoted_title(session.title, session.id), session.timing};
}
[[nodiscard]] inline Item item_of(const engine::Rotation& rotation) {
  return {"rotation", rotation.id, quoted_title(rotation.title, rotation.id), rotation.timing};
}

/// Calls `f(item)` for each session and rotation concerned.
template <class F>
void each_item(const CandidateList& out, F f) {
  for (const auto* session : out.sessions) f(item_of(*session));
  for (const auto* rotation : out.rotations) f(item_of(*rotation));
}

/// The name of a person, or the id; of a selector ("tag:X"), whom it selects.
[[nodiscard]] engine::Text person_name(const engine::Gathering& gathering, const std::string& id);

/// Which days there are, and the hours of days and sites.
void add_days(CandidateList& out);
/// When items may lie, and how long they take.
void add_hours(CandidateList& out);
/// What comes after, with or apart from what.
void add_order(CandidateList& out);
/// Rooms, their seats and features; equipment.
void add_places(CandidateList& out);
/// How long ways take, the seats of trips and vehicles.
void add_travel(CandidateList& out);
/// Stations of rotations: groups, rounds, who is together or apart.
void add_stations(CandidateList& out);
/// Who holds a role, at a session or a station.
void add_teams(CandidateList& out);
/// When people are there, and who is expected.
void add_people(CandidateList& out);
/// Registrations of the people in the way.
void add_registrations(CandidateList& out);
/// What polls and compositions ask for.
void add_quotas(CandidateList& out);

}  // namespace scheduler
