/// FILE.farandole: one gathering, every version of its plan and every change, in one SQLite file.
///
/// Every call opens the file, works in one transaction and closes it again: between calls nothing
/// is locked, and the single file can be copied or mailed. A document is never half written: a save
/// is there as a whole or not at all, also after a crash.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "data/read/reader.h"
#include "engine/model/failure.h"
#include "engine/plan/history.h"
#include "engine/plan/plan.h"

namespace data {

/// A document that cannot be read or written: missing, locked, damaged, not ours, disk full ….
/// Nothing that was in it is lost.
class DocumentError : public engine::Failure {
 public:
  using Failure::Failure;
};

/// Another program saved a version meanwhile; running the command again takes it into account.
class StaleDocument : public DocumentError {
 public:
  using DocumentError::DocumentError;
};

/// A version to be kept. The number of `plan` is ignored: the document gives it.
struct NewVersion {
  engine::Plan plan;
  std::vector<SourceFile> sources;
  engine::Text cause;
  engine::SearchRecord search;
  std::vector<engine::RecordedChange> changes;
  engine::Instant made;
};

/// A version as it was kept.
struct StoredVersion {
  engine::Plan plan;  ///< with its version number
  std::vector<SourceFile> sources;
  engine::PlanVersion record;
};

/// Whether `path` is to be read as a document: it is a database, or has the ending .farandole.
[[nodiscard]] bool is_document(const std::string& path);

/// What exports look at: all that was kept up to one version.
struct Past {
  std::string identity;  ///< of the document, 32 hexadecimal digits, for ever the same
  std::vector<StoredVersion> versions;  ///< oldest first, never empty
};

/// What takes the place of one person's data in every version.
struct Erasure {
  using Ids = std::map<std::string, std::string>;

  int newest = 0;                                  ///< the version it was made from
  std::map<int, std::vector<SourceFile>> sources;  ///< by revision of the gathering
  std::map<int, Ids> ids;                          ///< by revision: old id to new id
  /// A sentence, id or value of the history without the person.
  std::function<std::string(const std::string&)> sentence;
};

class Document {
 public:
  /// Touches nothing yet. `patience`: how long a call waits for another program to finish.
  explicit Document(std::string path, std::chrono::milliseconds patience = std::chrono::seconds{5});

  /// The newest version's number, or 0 when there is no file yet. Throws DocumentError when a
  /// version could not be saved here: no such folder, read-only, not a document ….
  [[nodiscard]] int version_to_save_on() const;

  /// The newest version, or version `number`. Throws engine::BadRequest when there is no such
  /// version.
  [[nodiscard]] StoredVersion load(std::optional<int> number = {}) const;

  /// The newest version, or version `number`, and where `whole` every one before it. Throws
  /// engine::BadRequest when there is no such version.
  [[nodiscard]] Past load_past(std::optional<int> number, bool whole) const;

  /// Every version, oldest first.
  [[nodiscard]] std::vector<engine::PlanVersion> history() const;

  /// Keeps `version` as number expected + 1 and returns that number; with expected = 0 the document
  /// is made. Throws StaleDocument when the newest version is not `expected` any more.
  int save(int expected, const NewVersion& version) const;

  /// Changes every version as `erasure` says and makes the file anew, so that nothing of what was
  /// there is left in it. Throws StaleDocument when the newest version is not the one it was made
  /// from any more.
  void erase(const Erasure& erasure) const;

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  int create(const NewVersion& version) const;

  std::string path_;
  std::chrono::milliseconds patience_;
};

}  // namespace data
