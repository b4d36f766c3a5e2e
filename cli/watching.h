/// Runs a long use case under the eyes of whoever waits: a bar, and Ctrl-C to end early.
#pragma once

#include <ostream>

#include "app/search_request.h"
#include "cli/command.h"
#include "cli/interrupt.h"
#include "cli/terminal/progress.h"

namespace cli {

/// `request` has `stop` and `on_progress`, which are filled in before `run(request)`.
/// With --progress json a line of JSON each time instead of the bar, on a terminal or not.
template <class Request, class Run>
auto watched(Request request, const Arguments& arguments, const Door& door, Run run) {
  const Interrupt interrupt;
  ProgressLine line(door.err);
  request.stop = &Interrupt::asked();
  if (arguments.has("--progress"))
    request.on_progress = [&](const engine::Progress& progress) {
      door.err.out << app::json(progress) << std::flush;
    };
  else if (door.environment.progress)
    request.on_progress = [&](const engine::Progress& progress) { line.draw(progress); };
  return run(request);
}

}  // namespace cli
