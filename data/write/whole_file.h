/// Files that appear whole or not at all.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace data {

/// Writes `bytes` to a file beside `path` that then takes its name, replacing what had it; a device
/// or a pipe is written to as it is. Throws engine::Failure, naming the path, when that fails: then
/// what was there is as it was.
void write_whole_file(const std::string& path, const std::string& bytes);

struct FileToWrite {
  std::string path;
  std::string_view bytes;
};

/// The same for files that belong together: none takes its name before all are written.
void write_whole_files(const std::vector<FileToWrite>& files);

/// A folder for files to come, made when it is missing. Where keep() is not called the folders made
/// go again, if nothing was put into them.
class FolderToFill {
 public:
  /// Throws engine::Failure when it cannot be made.
  explicit FolderToFill(const std::string& path);
  ~FolderToFill();
  FolderToFill(const FolderToFill&) = delete;
  FolderToFill& operator=(const FolderToFill&) = delete;

  void keep() { made_.clear(); }

 private:
  std::vector<std::string> made_;  ///< the outermost first
};

}  // namespace data
