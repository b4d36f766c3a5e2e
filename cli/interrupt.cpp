#include "cli/interrupt.h"

#include <csignal>

namespace cli {
namespace {

std::atomic<bool> g_asked{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may only touch such");

extern "C" void on_interrupt(int signal) {
  g_asked = true;
  std::signal(signal, SIG_DFL);  // the second one kills
}

}  // namespace

Interrupt::Interrupt() {
  g_asked = false;
  before_ = std::signal(SIGINT, on_interrupt);
}

Interrupt::~Interrupt() {
  std::signal(SIGINT, before_ == SIG_ERR ? SIG_DFL : before_);
}

const std::atomic<bool>& Interrupt::asked() {
  return g_asked;
}

}  // namespace cli
