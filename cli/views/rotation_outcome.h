/// What came of a rotation: who meets again, which wishes were granted, which were refused.
#pragma once

#include <string>

#include "cli/terminal/screen.h"
#include "cli/views/agenda.h"
#include "engine/plan/plan.h"

namespace cli {

/// "3 paires se revoient. On ne peut pas faire mieux : c'est prouvé."
[[nodiscard]] std::string repeats_sentence(const Screen& screen,
                                           const engine::PlannedRotation& rotation);

/// For each wish rank, how many were expressed and how many granted; nothing without wishes.
void write_wishes(const Showing& showing,
                  const Screen& screen,
                  const engine::PlannedRotation& rotation);

/// Says that more people wish for a station than it holds.
[[nodiscard]] bool is_about_another_run(const engine::Remark& remark);

/// The wishes refused in all rotations, with the names of people; nothing when there are none.
void write_refusals(const Showing& showing, const Screen& screen);

}  // namespace cli
