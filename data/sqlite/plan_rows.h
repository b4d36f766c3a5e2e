/// A plan as rows of a document's tables, and back.
#pragma once

#include <SQLiteCpp/Database.h>

#include "engine/plan/plan.h"

namespace data {

/// Adds the rows of `plan` as version `number`, whose row in `version` is there already.
void insert_plan(SQLite::Database& database, int number, const engine::Plan& plan);

/// The lists of version `number`; what stands in its `version` row is left to the caller. Throws
/// std::invalid_argument when rows do not fit together.
[[nodiscard]] engine::Plan load_plan(SQLite::Database& database, int number);

}  // namespace data
