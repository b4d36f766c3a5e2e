/// Names of the changes of `replan`, and those that a version of a plan rests on.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/history.h"
#include "scheduler/replan/disruption.h"

namespace app {

/// "person-out", as documents keep it and an option says it after its dashes.
[[nodiscard]] std::optional<scheduler::Disruption::Kind> change_named(std::string_view key);
[[nodiscard]] std::string_view name_of(scheduler::Disruption::Kind kind);

/// Changes that version `number` of a history (oldest first) rests on: those that replan made since
/// the file was last planned anew. A version that was restored rests on what it rested on then.
[[nodiscard]] std::vector<engine::RecordedChange> changes_in_force(
    const std::vector<engine::PlanVersion>& history, int number);

/// The time it was, as `--at` has said in those changes, the latest. What began before stays, also
/// when a later repair does not say the time. None: nothing had begun.
[[nodiscard]] std::optional<engine::Minute> time_told(
    const std::vector<engine::RecordedChange>& in_force);

/// What `--at` says, to be kept with the changes made then.
[[nodiscard]] engine::RecordedChange telling_the_time(engine::Minute now, engine::Instant made);

/// "09:05" or "2025-02-11 09:05" as a moment of the gathering; adds to `wrong` when it is none.
[[nodiscard]] std::optional<engine::Minute> moment_of(const engine::Gathering& gathering,
                                                      const std::string& option,
                                                      const std::string& text,
                                                      std::vector<engine::Text>& wrong);

}  // namespace app
