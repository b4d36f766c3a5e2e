#include "engine/problem/some_names.h"

#include <algorithm>
#include <string>

namespace engine {
namespace {

constexpr std::size_t kShown = 3;

}  // namespace

Text some_names(const Gathering& gathering, const std::vector<PersonId>& people) {
  std::string names;
  for (std::size_t i = 0; i < std::min(kShown, people.size()); ++i) {
    const auto& person = gathering.people[people[i].index()];
    names += (i == 0 ? "" : ", ") + (person.name.empty() ? person.id.value : person.name);
  }
  if (people.size() <= kShown) return {.fr = names, .en = names};
  return say({"{0} et {1} {1:autre|autres}", "{0} and {1} more"}, names, people.size() - kShown);
}

}  // namespace engine
