#include "app/new.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "app/template_files.h"
#include "data/write/whole_file.h"
#include "engine/model/failure.h"
#include "engine/model/nearest.h"

namespace app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kGatheringFile = "gathering.toml";

std::string folder_of(std::string_view name, engine::Language language) {
  return std::string(name) + (language == engine::Language::Fr ? "/fr/" : "/en/");
}

/// The files of one template in one language, the gathering file first.
std::vector<EmbeddedFile> files_of(std::string_view name, engine::Language language) {
  const auto folder = folder_of(name, language);
  std::vector<EmbeddedFile> files;
  for (const auto& file : template_files())
    if (file.path.starts_with(folder))
      files.push_back({file.path.substr(folder.size()), file.bytes});
  std::stable_partition(
      files.begin(), files.end(), [](const auto& file) { return file.path == kGatheringFile; });
  return files;
}

/// The first line of a template's gathering file says what it is for: "# A world café: …".
std::string first_line(std::string_view name, engine::Language language) {
  const auto text = files_of(name, language).front().bytes;
  return std::string(text.substr(2, text.find('\n') - 2));
}

[[noreturn]] void refuse_unknown(const std::string& name, const std::vector<TemplateInfo>& known) {
  std::vector<std::string_view> names;
  std::string list;
  for (const auto& row : known) {
    names.push_back(row.name);
    list += (list.empty() ? "" : ", ") + row.name;
  }
  if (const auto meant = engine::nearest(name, names))
    throw engine::BadRequest(engine::say({"le modèle « {0} » n’existe pas ; peut-être « {1} » ?",
                                          "there is no template \"{0}\"; maybe \"{1}\"?"},
                                         name,
                                         *meant));
  throw engine::BadRequest(engine::say({"le modèle « {0} » n’existe pas ; il y a : {1}",
                                        "there is no template \"{0}\"; there are: {1}"},
                                       name,
                                       list));
}

}  // namespace

std::vector<TemplateInfo> templates() {
  std::vector<TemplateInfo> rows;
  for (const auto& file : template_files()) {
    const std::string name(file.path.substr(0, file.path.find('/')));
    if (!rows.empty() && rows.back().name == name) continue;
    rows.push_back({name,
                    {.fr = first_line(name, engine::Language::Fr),
                     .en = first_line(name, engine::Language::En)}});
  }
  std::stable_partition(
      rows.begin(), rows.end(), [](const auto& row) { return row.name == kDefaultTemplate; });
  return rows;
}

std::vector<std::string> new_gathering(const std::string& dir,
                                       const std::string& name,
                                       engine::Language language) {
  const auto known = templates();
  if (std::none_of(known.begin(), known.end(), [&](const auto& row) { return row.name == name; }))
    refuse_unknown(name, known);
  const auto files = files_of(name, language);
  const fs::path folder(dir);
  std::error_code error;
  for (const auto& file : files)
    if (fs::exists(fs::symlink_status(folder / file.path, error)))
      throw engine::BadRequest(engine::say({"{0} existe déjà : rien n’est écrit. Peut-être dans un "
                                            "autre dossier ?",
                                            "{0} is there already: nothing is written. Maybe in "
                                            "another folder?"},
                                           (folder / file.path).string()));
  data::FolderToFill to_fill(dir);
  std::vector<data::FileToWrite> to_write;
  std::vector<std::string> written;
  for (const auto& file : files) {
    written.push_back((folder / file.path).string());
    to_write.push_back({written.back(), file.bytes});
  }
  data::write_whole_files(to_write);
  to_fill.keep();
  return written;
}

}  // namespace app
