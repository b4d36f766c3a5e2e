/// A rotation without a gathering: the wall sheet as text, and what came of it in a sentence.
#pragma once

#include <string>

#include "app/rotate.h"
#include "cli/terminal/screen.h"

namespace cli {

/// Tables down and rounds across where that fits the screen, else round after round.
void write_rotation_table(const Screen& screen, const app::Rotated& rotated);

/// "Everyone meets 24 of the 40 others, nobody twice; no schedule can do better."
[[nodiscard]] std::string meetings_sentence(const Screen& screen, const app::Rotated& rotated);

/// Why nobody meeting twice is impossible; empty when it happened, or nothing is known.
[[nodiscard]] std::string impossible_sentence(const Screen& screen, const app::Rotated& rotated);

/// "Mix (profile): every table is within 0.8 of its share."
[[nodiscard]] std::string mix_sentence(const Screen& screen, const app::Mixed& mixed);

/// In how many rounds a table has nobody, as people to keep together fit no other sizes that were
/// found; empty when none has.
[[nodiscard]] std::string empty_sentence(const Screen& screen, const app::Rotated& rotated);

}  // namespace cli
