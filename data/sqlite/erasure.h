/// Taking one person out of every row of a document.
#pragma once

#include <SQLiteCpp/Database.h>

#include "data/sqlite/document.h"

namespace data {

/// Changes the rows; what the file held before is gone only when it has been made anew
/// (Document::erase).
void erase_rows(SQLite::Database& database, const Erasure& erasure);

}  // namespace data
