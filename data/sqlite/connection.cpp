#include "data/sqlite/connection.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>
#include <utility>

#include <SQLiteCpp/Transaction.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include "data/sqlite/migrations.h"
#include "engine/model/system_words.h"
#include "engine/model/text.h"

namespace data {
namespace {

namespace fs = std::filesystem;
using engine::say;
using engine::Text;
using engine::Words;

constexpr std::size_t kHeaderBytes = 100;  // https://www.sqlite.org/fileformat.html, 1.3
constexpr std::string_view kMagic{"SQLite format 3\0", 16};
constexpr std::size_t kApplicationIdAt = 68;

constexpr Words kNoSuchFile{
    "{0}\u00a0: ce document n’existe pas. Commencez par «\u202ffarandole plan FICHIER\u202f»",
    "{0}: there is no such document. Start with \"farandole plan FILE\""};
constexpr Words kFolder{"{0}\u00a0: c’est un dossier, il faut un nom de fichier",
                        "{0}: this is a folder, a file name is needed"};
constexpr Words kUnreadable{"{0}\u00a0: lecture impossible ({1})", "{0}: cannot be read ({1})"};
constexpr Words kNotOurs{
    "{0}\u00a0: ce fichier n’est pas un document Farandole\u202f; il est laissé tel quel",
    "{0}: this file is not a Farandole document; it is left as it is"};
constexpr Words kNewer{
    "{0}\u00a0: document écrit par une version plus récente de Farandole (schéma {1}, celui-ci "
    "connaît jusqu’à {2})\u202f; mettez Farandole à jour",
    "{0}: written by a newer version of Farandole (schema {1}, this one knows up to {2}); update "
    "Farandole"};
constexpr Words kNoFolder{"{0}\u00a0: le dossier {1} n’existe pas",
                          "{0}: the folder {1} does not exist"};
constexpr Words kFolderReadOnly{
    "{0}\u00a0: impossible d’écrire dans le dossier {1} ({2}). Choisissez un autre endroit avec -o",
    "{0}: cannot write in the folder {1} ({2}). Choose another place with -o"};
constexpr Words kLocked{
    "{0}\u00a0: un autre programme l’utilise en ce moment\u202f; rien n’est perdu. Réessayez quand "
    "il aura terminé",
    "{0}: another program is using it right now; nothing is lost. Try again when it has finished"};
constexpr Words kReadOnly{
    "{0}\u00a0: le document ou son dossier est protégé en écriture\u202f; rien n’a changé. Copiez "
    "le document à un endroit où vous pouvez écrire",
    "{0}: the document or its folder is read-only; nothing has changed. Copy the document to a "
    "place where you may write"};
constexpr Words kFull{
    "{0}\u00a0: il n’y a plus de place sur le disque\u202f; rien n’a changé dans le document. "
    "Libérez de la place et recommencez",
    "{0}: the disk is full; nothing has changed in the document. Make room and try again"};
constexpr Words kDamaged{
    "{0}\u00a0: le document est abîmé ({1})\u202f; il est laissé tel quel. Reprenez une copie de "
    "sauvegarde",
    "{0}: the document is damaged ({1}); it is left as it is. Go back to a backup copy"};
constexpr Words kDisk{
    "{0}\u00a0: le disque refuse de lire ou d’écrire (code {1})\u202f; rien n’a changé dans le "
    "document. Copiez-le sur un autre disque et recommencez",
    "{0}: the disk refuses to read or write (code {1}); nothing has changed in the document. Copy "
    "it to another disk and try again"};
constexpr Words kOther{
    "{0}\u00a0: lecture ou écriture impossible (SQLite, code {1})\u202f; rien n’a "
    "changé",
    "{0}: cannot be read or written (SQLite, code {1}); nothing has changed"};

Text reason(int error) {
  return engine::system_words({error, std::generic_category()});
}

fs::path folder_of(const std::string& path) {
  const auto folder = fs::path(path).parent_path();
  return folder.empty() ? fs::path(".") : folder;
}

/// SQLite reads some names as orders ("file:a?mode=memory", ":memory:"); never one that starts with
/// /.
std::string plain(const std::string& path) {
  return fs::absolute(path).string();
}

bool is_ours(std::string_view header) {
  if (header.size() < kHeaderBytes || header.substr(0, kMagic.size()) != kMagic) return false;
  std::int32_t id = 0;  // big-endian in the file
  for (std::size_t i = 0; i < 4; ++i)
    id = id * 256 + static_cast<unsigned char>(header[kApplicationIdAt + i]);
  return id == kApplicationId;
}

void configure(SQLite::Database& database) {
  database.exec("PRAGMA foreign_keys = ON");
  database.exec("PRAGMA trusted_schema = OFF");  // documents are mailed: their triggers run nothing
}

void upgrade(const std::string& path, SQLite::Database& database) {
  const int known = static_cast<int>(migrations().size());
  int schema = schema_of(database);
  if (schema < known) {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    schema = schema_of(database);  // another program may have upgraded it while we waited
    if (schema < 1) throw damaged(path, "schema 0");
    migrate(database, migrations());
    transaction.commit();
    schema = schema_of(database);
  }
  if (schema > known) throw DocumentError(say(kNewer, path, schema, known));
}

}  // namespace

Found look_at(const std::string& path) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) return Found::Nothing;
  if (fs::is_directory(status)) throw DocumentError(say(kFolder, path));
  if (!fs::exists(status)) throw DocumentError(say(kUnreadable, path, reason(error.value())));
  if (!fs::is_regular_file(status)) throw DocumentError(say(kNotOurs, path));
  std::ifstream file(path, std::ios::binary);
  if (!file) throw DocumentError(say(kUnreadable, path, reason(errno)));
  std::array<char, kHeaderBytes> header{};
  file.read(header.data(), header.size());
  const auto size = static_cast<std::size_t>(file.gcount());
  if (!is_ours({header.data(), size})) throw DocumentError(say(kNotOurs, path));
  return Found::Document;
}

SQLite::Database open_existing(const std::string& path, std::chrono::milliseconds patience) {
  if (look_at(path) == Found::Nothing) throw DocumentError(say(kNoSuchFile, path));
  SQLite::Database database(
      plain(path), SQLite::OPEN_READWRITE, static_cast<int>(patience.count()));
  configure(database);
  upgrade(path, database);
  const std::string health = database.execAndGet("PRAGMA quick_check(1)").getString();
  if (health != "ok") throw damaged(path, health);
  return database;
}

SQLite::Database open_new(const std::string& path) {
  SQLite::Database database(plain(path), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  configure(database);
  database.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
  SQLite::Transaction transaction(database);
  migrate(database, migrations());
  transaction.commit();
  return database;
}

DocumentError explained(const std::string& path, const SQLite::Exception& error) {
  // `forget` put a new file in its place after we had opened the old one.
  if (error.getExtendedErrorCode() == SQLITE_READONLY_DBMOVED)
    return DocumentError(say(kLocked, path));
  switch (error.getErrorCode() & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return DocumentError(say(kLocked, path));
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return DocumentError(say(kReadOnly, path));
    case SQLITE_FULL:
      return DocumentError(say(kFull, path));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return damaged(path, error.what());
    case SQLITE_IOERR:
      return DocumentError(say(kDisk, path, error.getExtendedErrorCode()));
    default:
      return DocumentError(say(kOther, path, error.getExtendedErrorCode()));
  }
}

DocumentError damaged(const std::string& path, const std::string& detail) {
  return DocumentError(say(kDamaged, path, detail));
}

void require_writable_folder(const std::string& path) {
  const auto folder = folder_of(path);
  std::error_code error;
  if (!fs::is_directory(folder, error)) throw DocumentError(say(kNoFolder, path, folder.string()));
  if (faccessat(AT_FDCWD, folder.c_str(), W_OK | X_OK, AT_EACCESS) != 0)
    throw DocumentError(say(kFolderReadOnly, path, folder.string(), reason(errno)));
}

void require_writable(const std::string& path, const SQLite::Database& database) {
  if (sqlite3_db_readonly(database.getHandle(), "main") != 0)
    throw DocumentError(say(kReadOnly, path));
  require_writable_folder(path);  // the journal of a save lies beside the document
}

}  // namespace data
