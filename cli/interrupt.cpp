#include "cli/interrupt.h"

#include <array>
#include <csignal>

namespace cli {
namespace {

std::atomic<bool> g_asked{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may only touch such");

// SIGHUP: the terminal's window was closed. SIGTERM: the machine goes down, or another program has
// a time limit.
constexpr std::array kSignals{SIGINT, SIGTERM, SIGHUP};

extern "C" void on_interrupt(int signal) {
  g_asked = true;
  std::signal(signal, SIG_DFL);  // the second one kills
}

}  // namespace

Interrupt::Interrupt() {
  g_asked = false;
  for (const int signal : kSignals) {
    before_.push_back(std::signal(signal, on_interrupt));
    if (before_.back() == SIG_IGN)
      std::signal(
          signal,
          SIG_IGN);  // nohup, or a script's background: whoever started us wants it to go on
  }
}

Interrupt::~Interrupt() {
  for (std::size_t i = 0; i < kSignals.size(); ++i)
    std::signal(kSignals[i], before_[i] == SIG_ERR ? SIG_DFL : before_[i]);
}

const std::atomic<bool>& Interrupt::asked() {
  return g_asked;
}

}  // namespace cli
