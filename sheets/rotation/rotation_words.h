/// How a rotation goes, in words that fit its pattern: for the public and for those who host it.
#pragma once

#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/model/text.h"

namespace sheets {

/// For the programme: "4 tours de 12 min, on circule librement".
[[nodiscard]] engine::Text how_it_goes(const engine::Rotation& rotation);

/// For a host: who moves and who stays.
[[nodiscard]] engine::Text what_a_host_does(const engine::Rotation& rotation);

/// What a host says when a round ends. `next` is when the next round begins, "9h45"; empty after
/// the last one.
[[nodiscard]] engine::Text what_to_say(const engine::Rotation& rotation, const std::string& next);

/// The same before a break or another day; `next` is "à 13h45", or "mercredi 18 mai 2022 à 9h15".
[[nodiscard]] engine::Text what_to_say_before_a_break(const engine::Text& next);

}  // namespace sheets
