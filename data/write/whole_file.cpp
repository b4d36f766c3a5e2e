#include "data/write/whole_file.h"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "engine/model/failure.h"

namespace data {
namespace {

namespace fs = std::filesystem;
using engine::say;
using engine::Text;

constexpr engine::Words kNotWritten{"{0}\u00a0: impossible d’écrire ce fichier ({1})",
                                    "{0}: this file cannot be written ({1})"};

Text reason(const std::error_code& error) {
  switch (error.value()) {
    case EACCES:
    case EPERM:
      return say({"droits insuffisants", "permission denied"});
    case ENOENT:
    case ENOTDIR:
      return say({"son dossier n’existe pas", "its folder does not exist"});
    case EISDIR:
      return say({"c’est un dossier", "it is a folder"});
    case ENOSPC:
      return say({"il n’y a plus de place sur le disque", "the disk is full"});
    case EROFS:
      return say({"système de fichiers en lecture seule", "read-only file system"});
    case ENAMETOOLONG:
      return say({"nom trop long", "name too long"});
    default:
      return {error.message(), error.message()};
  }
}

std::error_code write_bytes(const fs::path& path, const std::string& bytes) {
  errno = 0;
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file.fail()) return {};
  return {errno == 0 ? EIO : errno, std::generic_category()};
}

}  // namespace

void write_whole_file(const std::string& path, const std::string& bytes) {
  std::error_code ignored;
  const auto status = fs::status(path, ignored);
  const bool in_place = fs::exists(status) && !fs::is_regular_file(status);
  const fs::path part = in_place ? path : path + ".part";
  auto error = fs::is_directory(status) ? std::make_error_code(std::errc::is_a_directory)
                                        : write_bytes(part, bytes);
  if (!error && !in_place) fs::rename(part, path, error);
  if (!error) return;
  if (!in_place) fs::remove(part, ignored);
  throw engine::Failure(say(kNotWritten, path, reason(error)));
}

}  // namespace data
