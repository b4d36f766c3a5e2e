/// The files of a gathering with one person's data taken out and a neutral stand-in left.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "data/read/reader.h"

namespace data {

/// Who is taken out, and what stands in.
struct Forgotten {
  std::string id;
  std::string stand_in_id;
  std::string stand_in_name;
};

struct WithoutPerson {
  std::vector<SourceFile> sources;
  /// Old id to new id of everyone whose id is another now: the person, and where ids come from
  /// names, those who have the same name.
  std::map<std::string, std::string> ids;
  /// What to look for in sentences, longest first, and what takes its place: names, e-mail,
  /// telephone.
  std::vector<std::pair<std::string, std::string>> words;
};

/// The person's name, e-mail, telephone, organisation, needs and diet go, and cells of columns
/// nobody knows; profile, tags, hours and site stay, so that groups and counts stay true. nullopt
/// when `sources` know no such person. Throws engine::Failure where the file is written in a way in
/// which the person cannot be taken out.
[[nodiscard]] std::optional<WithoutPerson> without_person(const std::vector<SourceFile>& sources,
                                                          const Forgotten& person);

/// `text` with `words` replaced wherever they stand as whole words.
[[nodiscard]] std::string replaced(std::string text,
                                   const std::vector<std::pair<std::string, std::string>>& words);

}  // namespace data
