/// What is said of a programme of several dates, as JSON: the key "series" (docs/json.md).
#pragma once

#include "data/write/json.h"
#include "engine/model/gathering.h"
#include "engine/plan/series.h"

namespace data {

/// Sentences are in the gathering's language, times on its clock with their offset.
[[nodiscard]] Json series_json(const engine::Gathering& gathering, const engine::Series& series);

}  // namespace data
