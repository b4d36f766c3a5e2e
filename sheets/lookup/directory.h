/// Names, roles and dates as sheets write them.
#pragma once

#include <cstddef>
#include <string>

#include "engine/model/directory.h"
#include "engine/model/text.h"
#include "engine/model/time.h"

namespace sheets {

using engine::capital;
using engine::Directory;
using engine::station_title;

/// "Modération", "Moderator": a known role in words with a capital; one the organiser made up as
/// it stands, "_" and "-" turned into spaces.
[[nodiscard]] std::string role_title(const std::string& role, engine::Language language);

/// "1 personne", "45 personnes".
[[nodiscard]] engine::Text people_counted(std::size_t people);

/// "1 place", "60 places".
[[nodiscard]] engine::Text seats_counted(int seats);

/// "Mardi 11 février 2025".
[[nodiscard]] std::string date_title(engine::Day day, engine::Language language);

}  // namespace sheets
