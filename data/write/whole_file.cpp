#include "data/write/whole_file.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <memory>
#include <system_error>

#include "engine/model/failure.h"
#include "engine/model/system_words.h"

namespace data {
namespace {

namespace fs = std::filesystem;
using engine::say;

constexpr engine::Words kNotWritten{"{0}\u00a0: impossible d’écrire ce fichier ({1})",
                                    "{0}: this file cannot be written ({1})"};
constexpr engine::Words kNoneWritten{"{0}. Aucun fichier n’a été remplacé",
                                     "{0}. No file was replaced"};
constexpr engine::Words kNoFolder{"{0}\u00a0: impossible de créer ce dossier ({1})",
                                  "{0}: this folder cannot be made ({1})"};

std::error_code write_bytes(const fs::path& path, std::string_view bytes) {
  errno = 0;
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file.fail()) return {};
  return {errno == 0 ? EIO : errno, std::generic_category()};
}

/// A file on its way: under a name of its own until take_name(), gone when it never got there.
class Part {
 public:
  explicit Part(const FileToWrite& file) : path_(file.path) {
    std::error_code ignored;
    const auto status = fs::status(path_, ignored);
    in_place_ = fs::exists(status) && !fs::is_regular_file(status);
    part_ = in_place_ ? path_ : path_ + ".part";
    const auto error = fs::is_directory(status) ? std::make_error_code(std::errc::is_a_directory)
                                                : write_bytes(part_, file.bytes);
    if (error) fail(error);
  }
  Part(const Part&) = delete;
  Part& operator=(const Part&) = delete;
  ~Part() { remove(); }

  void take_name() {
    std::error_code error;
    if (!in_place_) fs::rename(part_, path_, error);
    if (error) fail(error);
    in_place_ = true;
  }

 private:
  void remove() const {
    std::error_code ignored;
    if (!in_place_) fs::remove(part_, ignored);
  }
  [[noreturn]] void fail(const std::error_code& error) const {
    remove();
    throw engine::Failure(say(kNotWritten, path_, engine::system_words(error)));
  }

  std::string path_;
  std::string part_;
  bool in_place_ = false;  ///< nothing lies under another name (any more)
};

}  // namespace

void write_whole_file(const std::string& path, const std::string& bytes) {
  write_whole_files({{path, bytes}});
}

void write_whole_files(const std::vector<FileToWrite>& files) {
  std::vector<std::unique_ptr<Part>> parts;
  parts.reserve(files.size());
  for (const auto& file : files) try {
      parts.push_back(std::make_unique<Part>(file));
    } catch (const engine::Failure& failure) {
      if (files.size() == 1) throw;
      throw engine::Failure(say(kNoneWritten, failure.text()));
    }
  for (const auto& part : parts) part->take_name();
}

FolderToFill::FolderToFill(const std::string& path) {
  std::error_code error;
  for (auto folder = fs::absolute(path).lexically_normal();
       !fs::exists(fs::symlink_status(folder, error)) && folder.has_relative_path();
       folder = folder.parent_path())
    if (folder.has_filename()) made_.insert(made_.begin(), folder.string());
  error.clear();
  fs::create_directories(path, error);
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) return;
  for (auto folder = made_.rbegin(); folder != made_.rend(); ++folder) fs::remove(*folder, ignored);
  throw engine::Failure(
      say(kNoFolder,
          path,
          engine::system_words(error ? error : std::make_error_code(std::errc::file_exists))));
}

FolderToFill::~FolderToFill() {
  std::error_code ignored;  // a folder with something in it stays
  for (auto folder = made_.rbegin(); folder != made_.rend(); ++folder) fs::remove(*folder, ignored);
}

}  // namespace data
