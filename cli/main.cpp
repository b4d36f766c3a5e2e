#include <csignal>
#include <iostream>
#include <string>
#include <vector>

#include "cli/run.h"

int main(int count, char** words) {
  std::signal(SIGPIPE, SIG_DFL);  // `farandole show … | head` ends quietly, whoever started us
  std::signal(SIGXFSZ, SIG_IGN);  // a file too large is a failed write, told as such
  return cli::run({words + 1, words + count}, std::cout, std::cerr, cli::environment_of_process());
}
