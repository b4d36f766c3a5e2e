#include "data/sqlite/document.h"

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Transaction.h>
#include <fcntl.h>
#include <unistd.h>

#include "data/sqlite/connection.h"
#include "data/sqlite/erasure.h"
#include "data/sqlite/version_rows.h"
#include "engine/model/system_words.h"
#include "engine/model/text.h"

namespace data {
namespace {

namespace fs = std::filesystem;
using engine::say;
using engine::Words;

constexpr Words kStale{
    "{0}\u00a0: un autre programme a enregistré la version {2} entre-temps (ce plan partait de la "
    "version {1})\u202f; elle est gardée et celui-ci n’est pas enregistré. Relancez la commande",
    "{0}: another program saved version {2} meanwhile (this plan started from version {1}); that "
    "one is kept and this one is not saved. Run the command again"};
constexpr Words kMadeMeanwhile{
    "{0}\u00a0: un autre programme a créé ce document entre-temps\u202f; il est gardé et ce plan "
    "n’est pas enregistré. Relancez la commande",
    "{0}: another program made this document meanwhile; it is kept and this plan is not saved. Run "
    "the command again"};
constexpr Words kNoSuchVersion{
    "{0}\u00a0: il n’y a pas de version {1}\u202f; le document va de 1 à {2}",
    "{0}: there is no version {1}; the document goes from 1 to {2}"};
constexpr Words kNotRenamed{"{0}\u00a0: impossible de créer le document ({1})",
                            "{0}: the document cannot be made ({1})"};
constexpr Words kNotCopied{"{0}\u00a0: rien n’a changé, le document ne peut pas être refait ({1})",
                           "{0}: nothing has changed, the document cannot be made anew ({1})"};

/// Runs `work`, turning what SQLite and the rows complain of into a DocumentError.
template <class F>
auto guarded(const std::string& path, F work) {
  try {
    return work();
  } catch (const SQLite::Exception& error) {
    throw explained(path, error);
  } catch (const std::logic_error& error) {  // rows that do not fit together
    throw damaged(path, error.what());
  }
}

/// Makes a new name in `folder` outlast a power cut; a file system that cannot promise it does not.
void sync_folder(const fs::path& folder) {
  const int file = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return;
  fsync(file);
  close(file);
}

/// The file a new document is made in, beside the place it will have; gone when the scope ends.
class Unfinished {
 public:
  explicit Unfinished(const std::string& document)
      : path_(document + ".new-" + std::to_string(getpid())) {
    remove();
  }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;
  ~Unfinished() { remove(); }

  [[nodiscard]] const std::string& path() const { return path_; }

  /// Begins as a copy of that document.
  void copy(const std::string& document) const {
    std::error_code error;
    fs::copy_file(document, path_, error);
    // The library says EIO when the copy came out short.
    if (error && fs::space(document).available < fs::file_size(document))
      error = std::make_error_code(std::errc::no_space_on_device);
    if (error) throw DocumentError(say(kNotCopied, document, engine::system_words(error)));
  }

  /// Takes the place of `document`, whole, at once.
  void replace(const std::string& document) const {
    std::error_code error;
    fs::rename(path_, document, error);
    if (error) throw DocumentError(say(kNotRenamed, document, engine::system_words(error)));
    sync_folder(fs::absolute(document).parent_path());
  }

  /// False when something has that name already: nothing is ever replaced.
  [[nodiscard]] bool take_name(const std::string& name) const {
    std::error_code error;
    fs::create_hard_link(path_, name, error);
    if (error) {
      if (fs::exists(fs::symlink_status(name))) return false;
      fs::rename(path_, name, error);  // file systems without hard links, as on many USB sticks
    }
    if (error) throw DocumentError(say(kNotRenamed, name, engine::system_words(error)));
    sync_folder(fs::absolute(name).parent_path());
    return true;
  }

 private:
  void remove() const {
    std::error_code ignored;
    for (const auto* ending : {"", "-journal"}) fs::remove(path_ + ending, ignored);
  }

  std::string path_;
};

}  // namespace

bool is_document(const std::string& path) {
  constexpr std::string_view kMagic = "SQLite format 3";
  std::string head(kMagic.size(), '\0');
  std::error_code error;
  if (fs::is_regular_file(path, error))
    std::ifstream(path, std::ios::binary)
        .read(head.data(), static_cast<std::streamsize>(head.size()));
  return head == kMagic || fs::path(path).extension() == ".farandole";
}

Document::Document(std::string path, std::chrono::milliseconds patience)
    : path_(std::move(path)), patience_(patience) {}

int Document::version_to_save_on() const {
  return guarded(path_, [&] {
    if (look_at(path_) == Found::Nothing) {
      require_writable_folder(path_);
      return 0;
    }
    auto database = open_existing(path_, patience_);
    require_writable(path_, database);
    return newest_version(database);
  });
}

StoredVersion Document::load(std::optional<int> number) const {
  return guarded(path_, [&] {
    auto database = open_existing(path_, patience_);
    const SQLite::Transaction transaction(database);
    const int newest = newest_version(database);
    auto found = load_version(database, number.value_or(newest));
    if (found) return *std::move(found);
    if (number) throw engine::BadRequest(say(kNoSuchVersion, path_, *number, newest));
    throw damaged(path_, "0 versions");
  });
}

Past Document::load_past(std::optional<int> number, bool whole) const {
  return guarded(path_, [&] {
    auto database = open_existing(path_, patience_);
    const SQLite::Transaction transaction(database);
    const int newest = newest_version(database);
    const int last = number.value_or(newest);
    Past past{.identity = identity(database), .versions = {}};
    for (int version = whole ? 1 : last; version <= last; ++version)
      if (auto found = load_version(database, version)) past.versions.push_back(*std::move(found));
    const bool there = !past.versions.empty() && past.versions.back().record.number == last;
    if (!there && number) throw engine::BadRequest(say(kNoSuchVersion, path_, *number, newest));
    if (!there) throw damaged(path_, "0 versions");
    return past;
  });
}

std::vector<engine::PlanVersion> Document::history() const {
  return guarded(path_, [&] {
    auto database = open_existing(path_, patience_);
    const SQLite::Transaction transaction(database);
    return load_history(database);
  });
}

int Document::save(int expected, const NewVersion& version) const {
  return guarded(path_, [&] {
    if (expected == 0) return create(version);
    auto database = open_existing(path_, patience_);
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const int newest = newest_version(database);
    if (newest != expected) throw StaleDocument(say(kStale, path_, expected, newest));
    insert_version(database, newest + 1, version);
    transaction.commit();
    return newest + 1;
  });
}

/// In a copy that then takes the document's place: on a full disk nothing must be half erased.
void Document::erase(const Erasure& erasure) const {
  guarded(path_, [&] {
    auto database = open_existing(path_, patience_);
    require_writable(path_, database);
    // Nobody else writes until the copy is in place, and then SQLite sees that the file has moved.
    const SQLite::Transaction lock(database, SQLite::TransactionBehavior::IMMEDIATE);
    const int newest = newest_version(database);
    if (newest != erasure.newest) throw StaleDocument(say(kStale, path_, erasure.newest, newest));
    const auto document = fs::canonical(path_).string();
    const Unfinished unfinished(document);
    unfinished.copy(document);
    {
      auto copy = open_existing(unfinished.path(), patience_);
      copy.exec("PRAGMA secure_delete = ON");
      SQLite::Transaction transaction(copy);
      erase_rows(copy, erasure);
      transaction.commit();
      copy.exec("VACUUM");
    }
    unfinished.replace(document);
  });
}

int Document::create(const NewVersion& version) const {
  require_writable_folder(path_);
  const Unfinished unfinished(path_);
  {
    auto database = open_new(unfinished.path());
    SQLite::Transaction transaction(database);
    insert_version(database, 1, version);
    transaction.commit();
  }
  if (unfinished.take_name(path_)) return 1;
  (void)look_at(path_);  // a file that is no document has its own message
  throw StaleDocument(say(kMadeMeanwhile, path_));
}

}  // namespace data
