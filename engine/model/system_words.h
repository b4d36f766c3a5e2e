/// Why the system refused to read or write, said to people in both languages.
#pragma once

#include <system_error>

#include "engine/model/text.h"

namespace engine {

/// Without a full stop, as "the disk is full: make room". What people hardly meet is a number: the
/// system's own words are in one language only.
[[nodiscard]] Text system_words(const std::error_code& error);

}  // namespace engine
