#include "cli/terminal/progress.h"

#include <algorithm>
#include <cmath>

#include "cli/terminal/width.h"

namespace cli {
namespace {

constexpr int kBarWidth = 16;  // columns
constexpr double kSecondsBetweenDraws = 0.1;
constexpr double kSmallestFraction = 0.01;  // below, the time left would be a guess

std::string bar(double fraction) {
  const int full = static_cast<int>(std::lround(fraction * kBarWidth));
  std::string text;
  for (int i = 0; i < kBarWidth; ++i) text += i < full ? "█" : "░";
  return text;
}

std::string time_left(const Screen& screen, const engine::Progress& state) {
  if (state.fraction < kSmallestFraction) return "";
  const auto left = std::lround(state.seconds * (1 - state.fraction) / state.fraction);
  return said(screen, {" · encore {0}\u00a0s", " · {0}\u00a0s left"}, left);
}

std::string phase_text(const Screen& screen, engine::SearchPhase phase) {
  using Phase = engine::SearchPhase;
  switch (phase) {
    case Phase::Proving:
      return said(screen, {" · vérifie", " · checking"});
    case Phase::Seating:
      return said(screen, {" · compose les groupes", " · making groups"});
    case Phase::Placing:
      return said(screen, {" · place", " · placing"});
    case Phase::Improving:
      return said(screen, {" · améliore", " · improving"});
    case Phase::Repairing:
      return said(screen, {" · essaie des réparations", " · trying repairs"});
  }
  return "";
}

/// What is worst is what matters: comfort is not worth a word while a rule is broken.
std::string state_text(const Screen& screen, const engine::Progress& state) {
  const auto& best = state.best;
  if (state.phase == engine::SearchPhase::Repairing) return "";  // of many plans
  if (best.hard > 0)
    return said(screen, {" · règles non tenues\u00a0: {0}", " · rules broken: {0}"}, best.hard);
  if (best.unplaced > 0)
    return said(
        screen, {" · encore sans place\u00a0: {0}", " · still left out: {0}"}, best.unplaced);
  return said(screen,
              {" · règles tenues, préférences\u00a0: {0}", " · rules kept, preferences: {0}"},
              best.soft);
}

}  // namespace

std::string progress_line(const Screen& screen, const engine::Progress& state) {
  const double fraction = std::clamp(state.fraction, 0.0, 1.0);
  const auto text =
      bar(fraction) + said(screen, {" {0}\u00a0%", " {0}%"}, std::lround(fraction * 100)) +
      time_left(screen, state) + phase_text(screen, state.phase) + state_text(screen, state);
  return wrapped(text, screen.width - 1).front();
}

void ProgressLine::draw(const engine::Progress& state) {
  if (drawn_at_ >= 0 && state.seconds - drawn_at_ < kSecondsBetweenDraws) return;
  screen_.out << '\r' << progress_line(screen_, state) << "\033[K" << std::flush;
  drawn_at_ = state.seconds;
}

void ProgressLine::wipe() {
  if (drawn_at_ < 0) return;
  screen_.out << "\r\033[K" << std::flush;
  drawn_at_ = -1;
}

}  // namespace cli
