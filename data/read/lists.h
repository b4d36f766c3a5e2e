/// The CSV tables of a gathering: people, registrations, wishes.
#pragma once

#include <cstdint>
#include <string_view>

#include "engine/model/diagnostic.h"
#include "engine/model/gathering.h"

namespace data {

/// `text` is UTF-8 without byte order mark, `file` its row in Gathering::files. Rows are added to
/// what `out` holds. People without an id column get one from their name.
void read_people_table(std::string_view text,
                       std::uint16_t file,
                       engine::Diagnostics& diagnostics,
                       engine::Gathering& out);
/// The same, or a plain list: one name per line, with or without a heading.
void read_people_or_names(std::string_view text,
                          std::uint16_t file,
                          engine::Diagnostics& diagnostics,
                          engine::Gathering& out);
void read_registrations(std::string_view text,
                        std::uint16_t file,
                        engine::Diagnostics& diagnostics,
                        engine::Gathering& out);
void read_wishes(std::string_view text,
                 std::uint16_t file,
                 engine::Diagnostics& diagnostics,
                 engine::Gathering& out);

}  // namespace data
