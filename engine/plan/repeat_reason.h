/// Why somebody must meet the same person twice in a rotation of a given size, in words.
#pragma once

#include "engine/model/text.h"
#include "engine/plan/meeting_bound.h"

namespace engine {

/// A clause without a full stop: "in 11 rounds everyone would meet 33 people, and there are only 31
/// others". Empty when neither counting nor why_impossible() finds a reason,
/// which proves nothing.
[[nodiscard]] Text why_people_meet_again(const RotationSize& size);

}  // namespace engine
