/// Ctrl-C while something long runs: the first one asks it to end, the second ends the program.
#pragma once

#include <atomic>

namespace cli {

/// Listens as long as it lives; one at a time.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  [[nodiscard]] static const std::atomic<bool>& asked();

 private:
  void (*before_)(int);
};

}  // namespace cli
