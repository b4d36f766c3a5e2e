/// The schema of a document, as the ordered list of scripts that led to it.
#pragma once

#include <cstdint>
#include <span>

#include <SQLiteCpp/Database.h>

namespace data {

/// "Fara" in ASCII: tells a document from any other SQLite database (PRAGMA application_id, bytes
/// 68 to 71 of the file).
inline constexpr std::int32_t kApplicationId = 0x46617261;

/// Script i leads from schema i to schema i + 1; the schema number is PRAGMA user_version. A script
/// that has been released is never edited: a new one is added.
[[nodiscard]] std::span<const char* const> migrations();

/// Brings `database` from its schema to the newest inside the transaction the caller holds. Throws
/// SQLite::Exception when a script fails.
void migrate(SQLite::Database& database, std::span<const char* const> scripts);

[[nodiscard]] int schema_of(SQLite::Database& database);

}  // namespace data
