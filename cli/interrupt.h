/// Ctrl-C while something long runs, or its terminal closed: the first time it is asked to end, the
/// second ends the program.
#pragma once

#include <atomic>
#include <vector>

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
  std::vector<void (*)(int)> before_;
};

}  // namespace cli
