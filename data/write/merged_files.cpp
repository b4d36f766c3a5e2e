#include "data/write/merged_files.h"

#include <algorithm>

#include "data/read/encoding.h"
#include "data/write/toml_edit.h"
#include "engine/model/failure.h"

namespace data {
namespace {

constexpr engine::Words kCannotName{
    "le fichier de la rencontre n’a pas de partie [gathering] où nommer {0}",
    "the gathering file has no part [gathering] in which to name {0}"};

}  // namespace

MergedTable::MergedTable(const Reading& gathering,
                         const std::string& key,
                         std::vector<std::string> headings)
    : key_(key) {
  const auto known = gathering.tables.find(key);
  for (std::size_t i = 1; known != gathering.tables.end() && i < gathering.sources.size(); ++i)
    if (gathering.sources[i].path == known->second) file_ = i;
  if (file_ > 0)
    table_.emplace(gathering.sources[file_].bytes);
  else
    table_.emplace(std::move(headings));
}

void MergedTable::put(std::vector<SourceFile>& sources) const {
  if (file_ > 0) {
    sources[file_].bytes = table_->bytes();
    return;
  }
  auto path = key_ + ".csv";
  const auto taken = [&] {
    return std::any_of(
        sources.begin(), sources.end(), [&](const SourceFile& s) { return s.path == path; });
  };
  for (int number = 2; taken(); ++number) path = key_ + "-" + std::to_string(number) + ".csv";
  auto& toml = sources.front().bytes;
  auto named = with_setting(decode(toml).text, {"gathering", "", key_, "\"" + path + "\""});
  if (!named) throw engine::Failure(say(kCannotName, path));
  toml = std::move(*named);
  sources.push_back({path, table_->bytes()});
}

}  // namespace data
