/// What an order of the organiser lets wait: longer pauses than the file allows.
#pragma once

#include <string>

#include "scheduler/replan/adapted.h"

namespace scheduler {

/// An item that was moved, or that comes after one that was, may come as long after the other as it
/// does now: nothing is left out for a pause that the organiser asks for.
void allow_pauses_of(Adapted& to, const std::string& moved);

}  // namespace scheduler
