#include "sheets/lookup/person_names.h"

#include <algorithm>
#include <utility>

#include "engine/model/fold.h"
#include "sheets/lookup/first_names.h"

namespace sheets {

PersonName split_name(const std::string& name) {
  const auto space = name.find(' ');
  if (space == name.npos) return {name, {}};
  const auto rest = name.find_first_not_of(' ', space);
  return {name.substr(0, space), rest == name.npos ? std::string() : name.substr(rest)};
}

std::string full_name(const std::string& given, const std::string& family) {
  return family.empty() ? given : given + " " + family;
}

void sort_by_family(std::vector<std::string>& people, const Directory& directory) {
  std::vector<std::pair<std::string, std::string>> sorted;  // name family first, key
  for (auto& person : people) {
    const auto name = split_name(directory.person_name(person));
    sorted.emplace_back(name.family.empty() ? name.given : name.family + " " + name.given,
                        std::move(person));
  }
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    return stands_before(a.first, b.first);
  });
  for (std::size_t i = 0; i < people.size(); ++i) people[i] = std::move(sorted[i].second);
}

std::string list_letter(const PersonName& name) {
  const auto folded = engine::fold(name.family.empty() ? name.given : name.family);
  if (folded.empty() || folded[0] < 'a' || folded[0] > 'z') return "#";
  return std::string(1, static_cast<char>(folded[0] - 'a' + 'A'));
}

}  // namespace sheets
