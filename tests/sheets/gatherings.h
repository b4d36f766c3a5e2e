/// Two invented gatherings with their plans, as the sheets get them: a topical day with every kind
/// of rotation, and two days on two sites with sessions in parallel.
#pragma once

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"

namespace tests {

struct Planned {
  engine::Gathering gathering;
  engine::Plan plan;
};

/// 45 people, one site, 11 February 2025: welcome, market place (free, 5 tables, 4 rounds), round
/// table, meal, hats in three groups (split), visit in three waves (carousel), world café (remix).
/// Everybody has a secret that no page may show: see kSecrets.
[[nodiscard]] Planned topical_day();

/// Two days, two sites, six rooms, sessions in parallel, workshops by wishes (choice).
[[nodiscard]] Planned two_days();

/// The topical day with one rotation of `stations` hosted tables and `people` people, two rounds.
[[nodiscard]] Planned large_cafe(int stations, int people);

/// The topical day where every title, name and room is far too long.
[[nodiscard]] Planned long_names();

/// Two days with everything a team carries: equipment, setup, goals, phases with prompts, coaches,
/// shuttles, diets of several kinds and step-free needs.
[[nodiscard]] Planned equipped_days();

/// What people told in confidence: parts of needs, diets, e-mails and telephones of participants.
inline constexpr const char* kSecrets[] = {"sans gluten", "fauteuil", "@exemple.org", "06 99"};

/// The telephone of the day's contact, which hosts may have.
inline constexpr const char* kContactPhone = "06 12 00 34 56";

}  // namespace tests
