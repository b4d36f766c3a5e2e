/// A repair as an organiser acts on it: what to do in order, whom to tell, what to print again.
#pragma once

#include "app/replan.h"
#include "cli/terminal/screen.h"

namespace cli {

void show_repair(const app::Replanned& replanned, const Screen& screen);

}  // namespace cli
