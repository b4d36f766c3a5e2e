/// Opening the file of a document: whose it is, which schema, whether it is sound, and clear words
/// for everything that can go wrong.
#pragma once

#include <chrono>
#include <string>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include "data/sqlite/document.h"

namespace data {

enum class Found { Nothing, Document };

/// What lies at `path`, without opening it as a database. Throws DocumentError when it is something
/// else than a document: such a file is never touched.
[[nodiscard]] Found look_at(const std::string& path);

/// Opens the document at `path`, brings it to the newest schema and checks it. Throws DocumentError
/// or SQLite::Exception.
[[nodiscard]] SQLite::Database open_existing(const std::string& path,
                                             std::chrono::milliseconds patience);

/// An empty document in a file that does not exist yet.
[[nodiscard]] SQLite::Database open_new(const std::string& path);

/// `error`, which arose while working on the document `path`, in words for its user.
[[nodiscard]] DocumentError explained(const std::string& path, const SQLite::Exception& error);

/// The document can be opened and something in it makes no sense.
[[nodiscard]] DocumentError damaged(const std::string& path, const std::string& detail);

/// Throws DocumentError when no file could be made in the folder of `path`.
void require_writable_folder(const std::string& path);

/// Throws DocumentError when the open document could not be saved to.
void require_writable(const std::string& path, const SQLite::Database& database);

}  // namespace data
