/// The roles of those who cannot come: who may take them, and where nobody need.
#pragma once

#include "scheduler/replan/adapted.h"

namespace scheduler {

/// `one.other` takes every role of `one.item` that has not begun, as written and as planned.
void send_in(Adapted& to, const Disruption& one, const Clock& clock);

/// Named holders who cannot be there leave places that stand-ins may take; places that the format
/// can do without become spare. The plan lists holders as the gathering then names them.
void open_roles(Adapted& to, const Clock& clock);

}  // namespace scheduler
