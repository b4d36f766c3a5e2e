/// Runs a long use case under the eyes of whoever waits: a bar, and Ctrl-C to end early.
#pragma once

#include "app/plan.h"
#include "cli/command.h"
#include "cli/interrupt.h"
#include "cli/terminal/progress.h"

namespace cli {

/// `request` has `stop` and `on_progress`, which are filled in before `run(request)`.
template <class Request, class Run>
auto watched(Request request, const Door& door, Run run) {
  const Interrupt interrupt;
  ProgressLine line(door.err);
  request.stop = &Interrupt::asked();
  if (door.environment.progress)
    request.on_progress = [&](const app::Progress& progress) {
      line.draw({progress.seconds, progress.fraction, progress.best});
    };
  return run(request);
}

}  // namespace cli
