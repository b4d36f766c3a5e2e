/// The plan as rooms and teams live it: one row per session, and per station of each round.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/formats/formats.h"
#include "engine/plan/plan.h"
#include "sheets/lookup/directory.h"

namespace sheets {

/// Points into the gathering and the plan, which must outlive it.
struct Use {
  engine::Minute start = 0;
  engine::Minute end = 0;
  std::string item;                            ///< key of the session or rotation
  std::string title;                           ///< of the session or rotation
  std::string room;                            ///< key; empty: none
  const engine::Session* session = nullptr;    ///< of these two one is set, or none when the
  const engine::Rotation* rotation = nullptr;  ///< gathering does not know the key
  std::size_t round = 0;                       ///< of a rotation
  std::string station = {};                    ///< key; empty for a session
  const std::vector<engine::RoleHolders>* team = nullptr;  ///< never nullptr
  const std::vector<std::string>* participants = nullptr;  ///< never nullptr

  [[nodiscard]] const engine::Format* format() const;
  /// Welcome, meal, break, journey.
  [[nodiscard]] bool is_pause() const;
  /// "Café des questions · Table 3"; the title alone for a session.
  [[nodiscard]] std::string full_title() const;
};

/// By start, then in the order of the plan.
[[nodiscard]] std::vector<Use> uses_of(const Directory& directory, const engine::Plan& plan);

/// Everyone there, each once: the team, then who takes part.
[[nodiscard]] std::vector<std::string> people_in(const Use& use);

/// Heads to make room for: people there, or the seats its session asks for when they are more.
[[nodiscard]] std::size_t heads_in(const Use& use);

/// Uses of one thing in one room that follow one another, as the rounds and tables of a world café:
/// what a door or a room crew sees as one.
struct Occupation {
  engine::Minute start = 0;
  engine::Minute end = 0;
  std::string room;
  std::vector<const Use*> uses;  ///< by start, never empty

  [[nodiscard]] const Use& first() const { return *uses.front(); }
};

/// By start; uses without a room are left out. Rounds of a rotation that is not contiguous, and
/// rounds on different days, are apart.
[[nodiscard]] std::vector<Occupation> occupations_of(const std::vector<Use>& uses);

/// Heads of the fullest moment.
[[nodiscard]] std::size_t heads_in(const Occupation& occupation);

}  // namespace sheets
