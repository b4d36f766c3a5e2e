/// A document's own history as rows: the gathering's files, the versions and the changes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <SQLiteCpp/Database.h>

#include "data/read/reader.h"
#include "data/sqlite/document.h"
#include "engine/plan/history.h"

namespace data {

/// The document's own name, 32 hexadecimal digits.
[[nodiscard]] std::string identity(SQLite::Database& database);

/// 0 when there is none.
[[nodiscard]] int newest_version(SQLite::Database& database);

/// Adds `version` as number `number`, with its plan, its changes and, when they differ from the
/// newest ones kept, the gathering's files as a new revision.
void insert_version(SQLite::Database& database, int number, const NewVersion& version);

/// Version `number`, or nullopt when there is none.
[[nodiscard]] std::optional<StoredVersion> load_version(SQLite::Database& database, int number);

/// Every version, oldest first.
[[nodiscard]] std::vector<engine::PlanVersion> load_history(SQLite::Database& database);

}  // namespace data
