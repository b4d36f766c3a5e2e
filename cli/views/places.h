/// Where one session or rotation could go: what does, the cheapest first, and what is in the way.
#pragma once

#include "cli/terminal/screen.h"
#include "cli/views/agenda.h"
#include "engine/plan/placement.h"

namespace cli {

/// Neighbouring starts that are alike share a line, "10:00–10:25" for those from the first to the
/// last of them.
void show_places(const Showing& showing, const engine::Placements& places, const Screen& screen);

}  // namespace cli
