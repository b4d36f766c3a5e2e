/// Answers to a poll as a table with one row per person: a Framadate export, or a plain
/// spreadsheet.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/model/diagnostic.h"
#include "engine/model/gathering.h"

namespace data {

/// "yes", "oui", "if need be", "Yes, if need be", "Oui, si nécessaire", "sous réserve", "no",
/// "non", an empty cell … in any case; Framadate's 2, 1 and 0 too. nullopt for anything else.
[[nodiscard]] std::optional<engine::Answer> parse_answer(std::string_view text);

/// "2021-12-09", "09/12/2021", "jeudi 9 décembre 2021", "Thursday 9 December 2021", each with an
/// hour behind it or without; nullopt for anything else.
[[nodiscard]] std::optional<engine::PollOption> parse_option(std::string_view text);

/// Reads dates and answers into `poll`; dates that it has already must be those of the table. The
/// first line holds the dates, a second one without a name may hold the hours (as Framadate writes
/// them: codes and words of exportcsv.php), each further line a person and an answer per date.
/// `text` is UTF-8 without byte order mark, `file` its row in Gathering::files.
void read_poll_table(std::string_view text,
                     std::uint16_t file,
                     engine::Diagnostics& diagnostics,
                     engine::Poll& poll);

}  // namespace data
