/// A small plan by hand in which every field of engine::Plan says something.
#pragma once

#include <string>
#include <vector>

#include "engine/model/time.h"
#include "engine/plan/plan.h"

namespace tests {

/// 11 February 2025 at `hours`h`minutes`.
inline engine::Minute at(int hours, int minutes = 0) {
  return engine::moment_at(*engine::day_from_civil({2025, 2, 11}), hours * 60 + minutes);
}

inline engine::PlannedSession session(const std::string& id,
                                      engine::Minute start,
                                      engine::Minute end,
                                      const std::string& room,
                                      const std::vector<std::string>& participants) {
  return {
      .id = id, .start = start, .end = end, .room = room, .team = {}, .participants = participants};
}

inline engine::PlannedStation station(const std::string& id,
                                      const std::string& room,
                                      const std::vector<std::string>& participants) {
  return {.id = id, .room = room, .team = {}, .participants = participants};
}

/// A welcome without a room, a round table with two roles (one still empty), two rounds of a
/// rotation (the second with a station at rest), one session left out.
inline engine::Plan sample_plan() {
  engine::Plan plan;
  plan.feasible = false;
  plan.proved = true;
  plan.score = {2, 14, 17};
  plan.bound = 12;
  plan.seconds = 0.25;
  plan.rules = {{"room-capacity", true, 1, 2, 2}, {"repeat-meeting", false, 3, 4, 12}};
  plan.sessions = {session("accueil", at(8, 45), at(9), "", {"ana", "bo", "chloé"}),
                   session("table-ronde", at(9), at(10, 15), "grande", {"bo"})};
  plan.sessions[1].team = {{"moderator", {"ana"}}, {"speaker", {}}, {"scribe", {"dé", "ana"}}};
  plan.rotations = {{.id = "chapeaux",
                     .repeat_meetings = 1,
                     .repeat_cost = 2,
                     .bound = 1,
                     .proved = false,
                     .rounds = {{at(10, 30), at(10, 47), {}}, {at(10, 49), at(11, 6), {}}}}};
  auto& rounds = plan.rotations[0].rounds;
  rounds[0].stations = {station("bleu", "petite", {"ana", "bo"}), station("vert", "grande", {})};
  rounds[0].stations[1].team = {{"host", {"dé"}}};
  rounds[1].stations = {station("vert", "grande", {"bo", "ana"})};
  plan.unplaced = {{"visite", {"pas de salle", "no room"}}};
  plan.remarks = {{"room-capacity", true, {"trop de monde", "too many people"}},
                  {"wish-rank", false, {"« vœu » refusé", "wish refused"}}};
  return plan;
}

}  // namespace tests
