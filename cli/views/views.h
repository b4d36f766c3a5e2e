/// The ways to look at a plan: by day, room, person or rotation, and its score in words.
#pragma once

#include "cli/terminal/screen.h"
#include "cli/views/agenda.h"
#include "engine/plan/series.h"

namespace cli {

void show_by_day(const Showing& showing, const Screen& screen);
void show_by_room(const Showing& showing, const Screen& screen);
void show_by_person(const Showing& showing, const Screen& screen);
/// Trips by vehicle, and where equipment is carried. Nothing without `showing.transport`.
void show_by_transport(const Showing& showing, const Screen& screen);
void show_by_rotation(const Showing& showing, const Screen& screen);

/// Are the hard rules kept, and what was left out and why.
void show_verdict(const Showing& showing, const Screen& screen);
/// The preferences: what was given up, rule by rule.
void show_comfort(const Showing& showing, const Screen& screen);

/// A programme of several dates: polls, decisions, who comes back, pauses, slack. Nothing where
/// there is nothing to say.
void show_series(const engine::Series& series, const Screen& screen);

}  // namespace cli
