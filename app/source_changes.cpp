#include "app/source_changes.h"

#include <algorithm>
#include <string>

#include "engine/model/text.h"

namespace app {
namespace {

using data::SourceFile;
using engine::Words;

constexpr Words kAdded{"fichier ajouté\u00a0: {0}", "file added: {0}"};
constexpr Words kRemoved{"fichier retiré\u00a0: {0}", "file removed: {0}"};
constexpr Words kChanged{"fichier modifié\u00a0: {0}", "file changed: {0}"};

const SourceFile* find(const std::vector<SourceFile>& files, const std::string& path) {
  const auto found = std::find_if(
      files.begin(), files.end(), [&](const SourceFile& file) { return file.path == path; });
  return found == files.end() ? nullptr : &*found;
}

}  // namespace

std::vector<engine::RecordedChange> source_changes(const std::vector<SourceFile>& before,
                                                   const std::vector<SourceFile>& after,
                                                   engine::Instant made) {
  std::vector<engine::RecordedChange> changes;
  const auto record = [&](const std::string& path, const char* what, const Words& words) {
    changes.push_back({.made = made,
                       .kind = "gathering",
                       .item = path,
                       .value = what,
                       .text = engine::say(words, path)});
  };
  for (const auto& file : after) {
    const auto* old = find(before, file.path);
    if (!old)
      record(file.path, "added", kAdded);
    else if (old->bytes != file.bytes)
      record(file.path, "changed", kChanged);
  }
  for (const auto& file : before)
    if (!find(after, file.path)) record(file.path, "removed", kRemoved);
  return changes;
}

}  // namespace app
