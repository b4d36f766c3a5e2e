/// What sessions, rotations and stations have in common: where, who, when.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/read/section.h"
#include "engine/model/gathering.h"

namespace data {

inline constexpr engine::Minute kLongestMinutes = engine::kMinutesPerDay;

/// A length that is required; one minute after an error, so that nothing else seems wrong.
[[nodiscard]] engine::At<engine::Minute> read_minutes(Section& section);
/// `format`, one of the formats of the reference.
[[nodiscard]] engine::At<std::string> read_format(Section& section);
/// `room` or `rooms`, not both.
[[nodiscard]] std::vector<engine::RoomChoice> read_room_choices(Section& section);
/// `team = { ROLE = ["id", …] or { count, from } }`
[[nodiscard]] std::vector<engine::Role> read_team(Section& section);
/// `phases = [{ title, minutes, prompt }, …]`
[[nodiscard]] std::vector<engine::Phase> read_phases(Section& section);
/// `name = [{ from = WHO, min, max }, …]`
[[nodiscard]] std::vector<engine::Quota> read_quotas(Context& context,
                                                     const Value& value,
                                                     std::string_view name);
/// start, starts, day, window, windows, preferred, after, same_start, not_with, not_near,
/// published.
[[nodiscard]] engine::Timing read_timing(Section& section);

}  // namespace data
