/// People and rooms named in a message: the first few, and how many more.
#pragma once

#include <vector>

#include "engine/model/gathering.h"
#include "engine/model/statement.h"
#include "engine/problem/problem.h"

namespace engine {

/// "Ana Roux, Bo Li, Chloé Martin et 9 autres"; the identifier of those without a name.
[[nodiscard]] Statement some_names(const Gathering& gathering, const std::vector<PersonId>& people);
/// The same in quotes; it is about all of them. Each room comes once.
[[nodiscard]] Statement some_rooms(const Gathering& gathering, const std::vector<RoomId>& rooms);

}  // namespace engine
