/// A line that says how far a search is, redrawn in place.
#pragma once

#include <cstdint>
#include <string>

#include "cli/terminal/screen.h"
#include "engine/plan/progress.h"

namespace cli {

/// "██████░░░░ 58 % · encore 4 s · améliore · règles tenues, préférences : 12", at most as wide as
/// the screen.
[[nodiscard]] std::string progress_line(const Screen& screen, const engine::Progress& state);

/// Draws at most ten times a second, and wipes its line when it goes.
class ProgressLine {
 public:
  explicit ProgressLine(const Screen& screen) : screen_(screen) {}
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  ~ProgressLine() { wipe(); }

  void draw(const engine::Progress& state);
  void wipe();

 private:
  Screen screen_;
  double drawn_at_ = -1;  ///< seconds; negative: nothing is on the line
};

}  // namespace cli
