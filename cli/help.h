/// Help in plain words: the first steps, the list of commands, one command in full.
#pragma once

#include "cli/command.h"
#include "cli/terminal/screen.h"

namespace cli {

void show_first_steps(const Screen& screen);
void show_commands(const Screen& screen);
void show_command(const Screen& screen, const Command& command);

}  // namespace cli
