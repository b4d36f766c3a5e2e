#include "data/read/disk.h"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>
#include <vector>

#include "engine/model/nearest.h"
#include "engine/model/system_words.h"

namespace data {
namespace {

namespace fs = std::filesystem;
using engine::say;
using engine::Words;

constexpr Words kMissing{"fichier introuvable : {0}{1}", "there is no such file: {0}{1}"};
constexpr Words kMaybe{". Peut-être : {0}", ". Maybe: {0}"};
constexpr Words kFolder{"{0} est un dossier, pas un fichier", "{0} is a folder, not a file"};
constexpr Words kDenied{"{0} ne peut pas être lu : {1}", "{0} cannot be read: {1}"};
constexpr Words kLarge{"{0} est trop gros : {1} Mo, {2} Mo au plus",
                       "{0} is too large: {1} MB, {2} MB at most"};

constexpr std::uintmax_t kMega = 1'000'000;

/// A file of the same folder with about the same name.
engine::Text neighbour(const fs::path& path) {
  std::error_code error;
  const auto folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  std::vector<std::string> names;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
    names.push_back(it->path().filename().string());
  const auto near = engine::nearest(path.filename().string(), {names.begin(), names.end()});
  return near ? say(kMaybe, *near) : engine::Text{};
}

}  // namespace

Bytes load_file(const std::string& path, std::uintmax_t most) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (!fs::exists(status)) return {{}, say(kMissing, path, neighbour(path))};
  if (fs::is_directory(status)) return {{}, say(kFolder, path)};
  const auto size = fs::is_regular_file(status) ? fs::file_size(path, error) : 0;
  if (size > most) return {{}, say(kLarge, path, size / kMega, most / kMega)};
  std::ifstream in(path, std::ios::binary);
  if (!in) return {{}, say(kDenied, path, engine::system_words({errno, std::generic_category()}))};
  std::string bytes;  // read by pieces: a pipe or a device does not say how long it is
  std::vector<char> piece(1 << 16);
  while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())), in.gcount() > 0) {
    bytes.append(piece.data(), static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > most) return {{}, say(kLarge, path, bytes.size() / kMega, most / kMega)};
  }
  return {std::move(bytes), {}};
}

}  // namespace data
