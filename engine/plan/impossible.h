/// Rotations that counting allows and that are proved not to exist without a repeat all the same.
#pragma once

#include "engine/model/text.h"
#include "engine/plan/meeting_bound.h"

namespace engine {

/// A clause without a full stop that names the theorem; empty when none is known. As many tables as
/// people of a table: projective planes (Tarry 1900; Bruck & Ryser 1949; Lam, Thiel & Swiercz
/// 1989). With `even` groups also 12 people at 4 tables, 20 at 5 and 30 at 6 (no such resolvable
/// design; the last as cited by OEIS A107431).
[[nodiscard]] Text why_impossible(const RotationSize& size);

}  // namespace engine
