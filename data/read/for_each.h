/// One session written for a list of things: a table with `for_each` stands for one table each.
#pragma once

#include <optional>
#include <vector>

#include "data/read/value.h"
#include "data/read/wrong.h"

namespace data {

/// The tables that `table` stands for: none of the places change, "{each}" is filled wherever it is
/// written, and the id gets the word at its end where it is not written there. Rows of `for_each`
/// are texts, or tables of texts: each key is a hole of its own, and `id` fills {each}. nullopt
/// when there is no `for_each`.
[[nodiscard]] std::optional<std::vector<Value>> copies_of(Context& context, const Value& table);

}  // namespace data
