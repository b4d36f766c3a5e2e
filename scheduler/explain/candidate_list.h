/// The parts of candidates_of, one for each kind of thing that can change.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "engine/model/words.h"
#include "scheduler/explain/candidates.h"

namespace scheduler {

/// What the parts share: the gathering, the items concerned, and the list they add to.
struct CandidateList {
  const engine::Gathering& gathering;
  std::vector<const engine::Session*> sessions;
  std::vector<const engine::Rotation*> rotations;
  std::vector<Candidate> list;

  void add(std::string family,
           std::int64_t cost,
           engine::Text text,
           std::vector<engine::Setting> changes) {
    list.push_back({std::move(family), {std::move(text), cost, std::move(changes)}});
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
/// The same for the hours of a whole day or site, which may be far too short.
inline constexpr std::array<engine::Minute, 13> kLongSteps{
    5, 10, 15, 30, 45, 60, 90, 120, 180, 240, 300, 360, 480};

[[nodiscard]] inline engine::Text spoken(engine::Minute clock) {
  return {engine::spoken_time(clock, engine::Language::Fr),
          engine::spoken_time(clock, engine::Language::En)};
}

/// The title in quotes, or the id.
[[nodiscard]] inline engine::Text quoted_title(const std::string& title, const engine::Key& id) {
  return engine::say({"«\u202f{0}\u202f»", "\"{0}\""}, title.empty() ? id.value : title);
}

/// Hours of days, sites and items; lengths; order.
void add_hours(CandidateList& out);
/// Rooms, their seats and features; equipment; stations.
void add_places(CandidateList& out);
/// When people are there, and what is asked of them.
void add_people(CandidateList& out);

}  // namespace scheduler
